"""Who says what in a text: runs the forms over its sentences and names the actors."""

from bisect import bisect_left
from collections.abc import Sequence

from timeline.extract.attribution.carry import block_quotes, carried_quotes
from timeline.extract.attribution.cues import CUES
from timeline.extract.attribution.frames import frame_at, going_on
from timeline.extract.attribution.lead_ins import (
    block_lead,
    colon_and_quote,
    quote_and_speaker,
    speaker_alone,
)
from timeline.extract.attribution.other_forms import (
    according_to,
    dash_and_name,
    in_a_report,
    name_and_colon,
)
from timeline.extract.attribution.page import Found, Page, make_page
from timeline.extract.attribution.predicates import attitude, owned_noun
from timeline.extract.attribution.transcripts import turns
from timeline.records import Attribution, Mention, Span
from timeline.vocabulary import ActorKind

_LONGEST_SENTENCE = 250
_RELATIVE = frozenset({"who", "which"})
_JOINING = frozenset({"but", "and", "while", "yet", "though", "although"})


def find_attributions(
    text: str, sentences: Sequence[Span], mentions: Sequence[Mention]
) -> tuple[Attribution, ...]:
    """All attributions of a text in order of their content, the outermost first.

    `sentences` and `mentions` carry offsets into `text`. The source is empty
    (`start == end`) for a quotation without a named speaker.
    """
    page = make_page(text, sentences)
    found = turns(page)
    for number, (first, end) in enumerate(page.bounds):
        found.extend(_in_sentence(page, number, first, min(end, first + _LONGEST_SENTENCE)))
    block_quotes(page, found)
    found = [item for item in found if item.content]
    found.extend(carried_quotes(page, found))
    found.sort(key=lambda item: (item.content[0].start, -item.content[-1].end))
    return _with_actors(page, found, mentions)


def _in_sentence(page: Page, number: int, first: int, end: int) -> list[Found]:
    if end - first < 3:
        return []
    for form in (
        block_lead, speaker_alone, according_to, name_and_colon, colon_and_quote, dash_and_name,
        in_a_report,
    ):  # fmt: skip
        one = form(page, number, first, end)
        if one:
            return [one]
    found = _by_verbs(page, number, first, end, inside_quotes=False)
    one = quote_and_speaker(page, number, first, end)
    if one and not any(part.overlaps(one.content[0]) for item in found for part in item.content):
        found.insert(0, one)
    if not found:
        held = attitude(page, number, first, end) or owned_noun(page, number, first, end)
        found = [held] if held else []
    if not found and page.in_quote[first] < 0 and page.in_quote[end - 2] >= 0:
        found = _by_verbs(page, number, first, end, inside_quotes=True)
    return found


def _by_verbs(page: Page, number: int, first: int, end: int, inside_quotes: bool) -> list[Found]:
    """Attributions by reporting verbs; inside a partial quotation only where nothing else names."""
    found: list[Found] = []
    start, low, in_quote = first, page.words.low, page.in_quote
    for at in range(first, end):
        if low[at] not in CUES or (in_quote[at] >= 0) != inside_quotes:
            continue
        closing = bool(found) and _closes_sentence(page, at, end)
        item = going_on(page, number, found[-1], at, end) if found and not closing else None
        item = item or frame_at(page, number, first if closing else start, at, end)
        if item is None or (inside_quotes and _first_person(page, item)):
            continue
        if found:
            _end_before_own_clause(page, found[-1], item)
        found.append(item)
        if len(found) >= 3:
            break
        relative = item.source is not None and any(
            page.words.low[i] in _RELATIVE for i in item.source
        )
        start = start if relative else at + 1  # "Quito, which denies it, has asked for"
    return found


def _first_person(page: Page, item: Found) -> bool:
    """ "I know", "you say": within a quotation the one quoted speaks, not a new source."""
    source = item.source
    return source is None or page.words.low[source[1]] in {"i", "we", "you"}


def _closes_sentence(page: Page, at: int, end: int) -> bool:
    """Whether only punctuation follows: "..., two diplomats said." frames all before it."""
    return all(not page.words.is_word(i) for i in range(at + 1, end))


def _end_before_own_clause(page: Page, earlier: Found, later: Found) -> None:
    """ "Iran denied A, but officials say B": what Iran denies ends before the "but"."""
    if later.source is None or len(earlier.content) != 1:
        return
    low = page.words.low
    shared = later.source == earlier.source and later.cue is not None
    join = (later.cue[0] if shared and later.cue else later.source[0]) - 1
    quoted = shared or later.content[0] in page.quotes
    if (
        join > 0
        and later.content[0].start <= page.words.starts[earlier.cue[0] if earlier.cue else 0]
    ):
        stop = page.words.ends[join - 1]
        if earlier.content[0].start < stop < earlier.content[0].end and low[join] == ",":
            earlier.content[0] = Span(earlier.content[0].start, stop)
        return
    comma = join > 0 and low[join - 1] == ","
    told = low[join] == "and" and earlier.cue and page.has_finite(earlier.cue[1] + 1, join)
    if join < 1 or not (low[join] == ";" or (low[join] in _JOINING and (comma or quoted or told))):
        return
    stop = page.words.ends[join - 2 if comma else join - 1]
    content = earlier.content[0]
    if content.start < stop < content.end:
        earlier.content[0] = Span(content.start, stop)


def _with_actors(
    page: Page, found: list[Found], mentions: Sequence[Mention]
) -> tuple[Attribution, ...]:
    made: list[Attribution] = []
    ordered = sorted(mentions, key=lambda mention: mention.start)
    person: Mention | None = None
    for item in found:
        source = page.span(*item.source) if item.source else None
        cue = page.span(*item.cue) if item.cue else None
        content = tuple(item.content)
        if source is None:
            at = content[0].start
            made.append(Attribution(at, at, "", cue, content, reason=item.form))
            continue
        words = page.text[source.start : source.end]
        mention = _actor_in(ordered, source, page.text)
        reason = f"{item.form}: “{words}”"
        pronoun = words.lower()[:-2] if words[-2:-1] in ("'", "’") else words.lower()
        if mention is None and pronoun in {"he", "she"} and person is not None:
            mention = person
            reason += f", carried over from “{person.text}”"
        if mention is not None and mention.kind is ActorKind.PERSON:
            person = mention
        elif pronoun not in {"he", "she"}:
            person = None
        made.append(
            Attribution(
                source.start,
                source.end,
                words,
                cue,
                content,
                actor=mention.actor if mention else None,
                actor_name=mention.name if mention else None,
                reason=reason,
            )
        )
    return tuple(made)


def _start_of(mention: Mention) -> int:
    return mention.start


def _actor_in(mentions: list[Mention], source: Span, text: str) -> Mention | None:
    """The mention that names the source: the person at its head, else what it belongs to."""
    first = bisect_left(mentions, source.start, key=_start_of)
    last = bisect_left(mentions, source.end, lo=first, key=_start_of)
    inside = [m for m in mentions[first:last] if m.end <= source.end]
    if not inside:
        return None
    head_end = source.start + len(text[source.start : source.end].split(",")[0])
    for mention in inside:
        if mention.kind is ActorKind.PERSON and mention.end == head_end:
            return mention
    others = [m for m in inside if m.kind is not ActorKind.PERSON and m.start < head_end]
    people = [m for m in inside if m.kind is ActorKind.PERSON]
    if others:
        bodies = [m for m in others if m.kind is not ActorKind.COUNTRY]
        return (bodies or others)[0]
    after = text[people[0].end : source.end][:2] if people else ""
    if people and not after.startswith(("’", "'")):
        return people[0]
    return people[0] if people else inside[0]
