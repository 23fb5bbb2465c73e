"""What is said: from the verb to the end of its clause, or back to the sentence's start."""

from timeline.extract.attribution.adjuncts import after_adjuncts
from timeline.extract.attribution.cues import PARTICLES, Cue, Frame
from timeline.extract.attribution.page import Page
from timeline.extract.verbs import DETERMINERS, PRONOUNS
from timeline.extract.words import word_set
from timeline.records import Span

_CLAUSE_ONLY = word_set(
    "rule charge say state add think know declare write repeat claim maintain insist argue contend "
    "post testify"
)
# Verbs of doing that report only when a quotation or "that" follows.
_QUOTE_ONLY = word_set("begin continue read respond answer go relate counter protest interrupt")
_GOES_ON = word_set("that and or whether")
_END_MARKS = frozenset(".!?;:,)”\"'’…") | {"''", "--", "—", "–", "―"}


def trim(page: Page, first: int, last: int) -> Span | None:
    """Span of content without the punctuation at its ends that belongs to the frame."""
    words = page.words
    while first <= last and words.low[first] in {",", ":", "—", "–", "―", "--", ";", "-"}:
        first += 1
    while last >= first and words.low[last] in _END_MARKS and not page.closes_quote(last):
        last -= 1
    if first > last:
        return None
    return page.span(first, last)


def right_content(page: Page, first: int, end: int) -> Span | None:
    """From token `first` to the end of the sentence, and on when a quotation goes on."""
    span = trim(page, first, end - 1)
    if span is None:
        return None
    quote = page.quote_of(end - 1) or page.quote_of(min(first, len(page.words) - 1))
    if quote and quote.start < span.end < quote.end:
        span = Span(span.start, quote.end)
    return span


def left_content(page: Page, first: int, last: int) -> Span | None:
    """From the sentence's start to token `last`, and further back when a quotation began before."""
    span = trim(page, first, last)
    if span is None:
        return None
    quote = page.quote_of(first)
    if quote and quote.start < span.start:
        span = Span(quote.start, span.end)
    return span


def clause_end(page: Page, at: int, end: int) -> int:
    """End of a relative clause: its closing comma."""
    low = page.words.low
    return next((i for i in range(at + 2, end) if low[i] == "," and page.in_quote[i] < 0), end)


def content_after(page: Page, at: int, end: int, cue: Cue) -> Span | None:
    low = page.words.low
    start = at + 1
    governs = start < end and low[start] in PARTICLES.get(cue.base, ()) and low[start] != "that"
    if cue.frame is Frame.OBJECT or governs:
        end = _phrase_end(page, start, end)
        return right_content(page, start, end) if end - start > 1 else None
    if cue.frame is Frame.TELL:
        start = _past_addressee(page, start, end)
    else:
        start = after_adjuncts(page, start, end)
    if start >= end:
        return None
    end = _clause_before_semicolon(page, start, end)
    if low[start] in {"that", ":"} or page.in_quote[start] >= 0:
        return right_content(page, start, end)
    if cue.base in _QUOTE_ONLY:
        return None
    if cue.base == "claim" and low[start] in {"responsibility", "credit"}:
        return right_content(page, start, end)
    clause = page.has_finite(start, end) or any(page.opens_quote(i) for i in range(start, end))
    opens = low[start] in PRONOUNS
    if cue.base in {"say", "think"}:
        opens = opens or low[start] in DETERMINERS or page.words.capital(start)
    if not clause and (
        end - start < 4 or (cue.base in _CLAUSE_ONLY and not opens and low[start] != "out")
    ):
        return None
    return right_content(page, start, end)


def _clause_before_semicolon(page: Page, start: int, end: int) -> int:
    """ "Said he would stay; he left in July": what is said ends before another clause."""
    low = page.words.low
    for i in range(start + 2, end - 3):
        if low[i] != ";" or page.in_quote[i] >= 0 or low[i + 1] in _GOES_ON:
            continue
        if page.has_finite(start, i) and page.has_finite(i + 1, min(end, i + 9)):
            return i
    return end


def _phrase_end(page: Page, start: int, end: int) -> int:
    """What is hinted at or condemned ends before ", and its envoy flew home"."""
    low = page.words.low
    for i in range(start + 2, end - 4):
        if low[i] != "," or low[i + 1] not in {"and", "but", "while"} or page.in_quote[i] >= 0:
            continue
        subject = low[i + 2] in DETERMINERS or low[i + 2] in PRONOUNS or page.words.capital(i + 2)
        if subject and page.has_finite(i + 3, min(end, i + 8)):
            return i
    return end


def _past_addressee(page: Page, at: int, end: int) -> int:
    """After "told" stands who was told; content begins at "that", "to", a quotation or clause."""
    low = page.words.low
    limit = min(end, at + 16)
    for i in range(at, limit):
        if low[i] in {"that", ":", "not"} or page.opens_quote(i):
            return i
        if low[i] in {"to", "of", "about", "how", "what", "why"} and i > at:
            return i
        if i > at and page.finite(i):
            back = i - 1
            while back > at and low[back] not in PRONOUNS and low[back] not in DETERMINERS:
                back -= 1
            return back if back > at else at + 1
    return min(at + 1, end)
