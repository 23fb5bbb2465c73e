"""Texts cut into sentences plainly, and what is found in them."""

from timeline.extract.attribution import attribution_for, find_attributions
from timeline.extract.sentences import split_sentences
from timeline.records import Attribution, Span


def sentences_of(text: str) -> list[Span]:
    spans = []
    start = 0
    for line in text.split("\n"):
        for piece in line.replace("? ", "?\0").replace(". ", ".\0").split("\0"):
            end = start + len(piece)
            if piece.strip():
                spans.append(Span(start, end))
            start = end + 1
    return spans


def found_in(text: str) -> tuple[Attribution, ...]:
    return find_attributions(text, split_sentences(text, [Span(0, len(text))]), ())


def parts(text: str, item: Attribution) -> list[str]:
    return [text[span.start : span.end] for span in item.content]


def governing(text: str) -> str | None:
    """Who says the text taken as one claim, None when nobody does."""
    claim = Span(0, len(text))
    item, _ = attribution_for(claim, find_attributions(text, [claim], ()))
    return item.text if item else None
