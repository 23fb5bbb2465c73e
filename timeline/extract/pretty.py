"""An extraction for people: the article in the terminal with its parts coloured."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from timeline.extract.contract import named
from timeline.records import ClaimDraft, Extraction

_STYLE = {
    "chrome": "dim",
    "claim": "default",
    "time": "bold magenta",
    "mention": "bold cyan",
    "source": "bold yellow",
}


def print_article(extraction: Extraction, console: Console | None = None) -> None:
    """Page chrome dimmed, names, times and sources coloured, then each claim with its reasons."""
    console = console or Console(highlight=False)
    published = extraction.published
    console.rule(Text(extraction.document.path))
    console.print(Text(extraction.title or "(no title found)", style="bold"))
    console.print(Text(f"published {published.edtf or 'unknown'}: {published.reason}", "italic"))
    console.print(_coloured(extraction))
    for claim in extraction.claims:
        console.print(_claim_lines(claim))
    for note in extraction.notes:
        console.print(Text(note, style="red"))


def _coloured(extraction: Extraction) -> Text:
    text = Text(extraction.document.text, style=_STYLE["chrome"])
    for span in extraction.parts.body:
        text.stylize("not dim", span.start, span.end)
    for mention in named(extraction):
        text.stylize(_STYLE["mention"], mention.start, mention.end)
    for time in extraction.times:
        text.stylize(_STYLE["time"], time.start, time.end)
    for claim in extraction.claims:
        if claim.attribution and claim.attribution.text:
            text.stylize(_STYLE["source"], claim.attribution.start, claim.attribution.end)
    return text


def _claim_lines(claim: ClaimDraft) -> Padding:
    lines = Text()
    lines.append(f"{claim.start}-{claim.end} ", "dim")
    lines.append(claim.quote + "\n", "bold")
    lines.append(f"  {claim.standing_reason or claim.standing.value}\n")
    if claim.attribution:
        lines.append(f"  says {claim.attribution.text}: {claim.attribution.reason}\n", "yellow")
    if claim.date:
        lines.append(f"  {claim.date.edtf}: {claim.date.reason}\n", "magenta")
    for part in claim.participants:
        lines.append(f"  {part.role.value}: {part.mention.name} ({part.reason})\n", "cyan")
    if claim.coding:
        mode = f"/{claim.coding.mode}" if claim.coding.mode else ""
        lines.append(f"  {claim.coding.type.value}{mode}: {claim.coding.reason}\n")
    return Padding(lines, (1, 0, 0, 0))
