"""Quotations: what stands between quotation marks, also over several sentences."""

import re
from collections.abc import Iterator

from timeline.records import Span

_PARAGRAPH = re.compile(r"[^\n]+")
_MARK = re.compile(r"[“”\"„«»]|''|``")
_OPENING = frozenset("“„«") | {"``"}
_CLOSING = frozenset("”»")
# A quotation of fewer words is a word in scare quotes, not speech.
_LEAST_WORDS = 2
_LONGEST = 4000


def find_quotes(text: str) -> tuple[Span, ...]:
    """Quotations with their marks, none reaching over a line break.

    One that is not closed runs to the end of its paragraph, as newspapers do when the
    next paragraph goes on with the same speaker.
    """
    quotes: list[Span] = []
    for paragraph in _PARAGRAPH.finditer(text):
        quotes.extend(_quotes_in(text, paragraph.start(), paragraph.end()))
    return tuple(quotes)


def _quotes_in(text: str, start: int, end: int) -> Iterator[Span]:
    opened: re.Match[str] | None = None
    inner = False
    for mark in _MARK.finditer(text, start, end):
        sign = _meant(text, mark, start, end)
        if opened is None:
            if sign in _CLOSING or not _opens(text, mark, start, end):
                continue
            opened = mark
        elif inner and sign in _CLOSING:
            inner = False
        elif sign in _OPENING:
            # Within straight marks a typographic pair is a quotation in the quotation.
            inner = opened.group() == '"' and sign == "“"
            if not inner:
                opened = mark
        else:
            if mark.end() - opened.start() <= _LONGEST:
                yield Span(opened.start(), mark.end())
            opened, inner = None, False
    if opened is not None and end - opened.start() > 20 and end - opened.start() <= _LONGEST:
        yield Span(opened.start(), end)


def _meant(text: str, mark: re.Match[str], start: int, end: int) -> str:
    """The mark, or its twin where it stands the wrong way round ("we wait.“")."""
    sign, at = mark.group(), mark.start()
    if sign == "“" and at > start and text[at - 1] in ".,?!":
        return "”" if at + 1 >= end or text[at + 1].isspace() else sign
    if sign == "”" and at == start:
        return "“"
    return sign


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    if _meant(text, mark, start, end) in _OPENING:
        return True
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    return not after.isspace() and not before.isalnum()


def is_speech(text: str, quote: Span) -> bool:
    """Whether a quotation is long enough to be somebody's words."""
    return text.count(" ", quote.start, quote.end) + 1 >= _LEAST_WORDS
