"""The statements among the sentences of an article."""

import re
from collections.abc import Sequence

from timeline.extract.claims.clauses import main_clauses
from timeline.extract.claims.statements import is_statement
from timeline.extract.words import words_in
from timeline.records import Span

_DATELINE = re.compile(
    r"[A-Z][A-Za-z.’'\- ]{1,30}(?:, [A-Z][A-Za-z.\- ]{1,30})?"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?(?:, \d{4})?"
    r"(?: ?\([A-Z][A-Za-z/ ]{1,20}\))? ?(?:—|–|--| -) ?(?=[A-Z“\"])"
)
_DASHES = ("—", "–", "--", " -")
_LONGEST_DATELINE = 90
_BLANK = " \t\xa0\u200b\u200c\u200d\ufeff"
_BESIDE = 40
_STOPS, _CLOSERS, _BULLETS = ".!?…", "\"'”’»)]* ", "•*·-–—"
# An unstopped line of so many words is a paragraph that lost its stop, no heading.
_PARAGRAPH_WORDS = 12


def find_claims(
    text: str, sentences: Sequence[Span], names: Sequence[Span] = ()
) -> tuple[Span, ...]:
    """Spans of the statements among the sentences, in their order.

    Normally a whole sentence with its end punctuation and without a dateline. A sentence
    that joins two main clauses, each with its own subject and finite verb, gives a span a
    clause, the second without the full stop. Questions, calls to the reader, lead-ins with
    a colon, fragments without a verb and page furniture give none.

    `names`: spans of the names and times found. A sentence that holds one is kept when its
    verb is in doubt, so leave it out only where they are unknown.
    """
    ordered = sorted(names)
    claims: list[Span] = []
    at = 0
    stops = sum(_ends_in_stop(text, sentence) for sentence in sentences) * 2 >= len(sentences)
    for sentence in sentences:
        if stops and _is_heading(text, sentence):
            continue
        while at < len(ordered) and ordered[at].end <= sentence.start:
            at += 1
        named = at < len(ordered) and ordered[at].start < sentence.end
        claims.extend(_claims_in(text, sentence, named))
    return tuple(claims)


def _claims_in(text: str, sentence: Span, named: bool) -> list[Span]:
    span = _trimmed(text, sentence)
    if span is None:
        return []
    words = words_in(text, span.start, span.end)
    if not is_statement(text, span, words, named):
        return []
    return main_clauses(text, span, words) or [span]


def _ends_in_stop(text: str, sentence: Span) -> bool:
    return text[sentence.start : sentence.end].rstrip(_CLOSERS)[-1:] in _STOPS


def _is_heading(text: str, sentence: Span) -> bool:
    """A short line of its own without a full stop, in a text whose sentences have one."""
    start, end = sentence
    if text[start : start + 1] in _BULLETS or _ends_in_stop(text, sentence):
        return False
    if len(text[start:end].split()) >= _PARAGRAPH_WORDS:
        return False
    before = text[max(0, start - _BESIDE) : start].rstrip(_BLANK)
    after = text[end : end + _BESIDE].lstrip(_BLANK)
    return before[-1:] in "\r\n" and after[:1] in "\r\n"


def _trimmed(text: str, sentence: Span) -> Span | None:
    start, end = sentence
    while start < end and (text[start].isspace() or text[start] in "•*·|>-–—"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    head = text[start : min(end, start + _LONGEST_DATELINE)]
    dashed = any(dash in head for dash in _DASHES)
    dateline = _DATELINE.match(text, start, start + len(head)) if dashed else None
    if dateline and _is_dateline(text[start : dateline.end()]):
        start = dateline.end()
    return Span(start, end) if end > start else None


def _is_dateline(head: str) -> bool:
    place = head.split("(")[0].split(",")[0].rstrip(" —–-")
    return place.isupper() or "(" in head
