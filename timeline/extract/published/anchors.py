"""Well-known events a text speaks of, and what its dates there tell about the year."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from math import inf
from typing import TypeVar

from timeline import edtf
from timeline.records import AnchorRecord, Mention, Span, TimeExpression
from timeline.vocabulary import TimeType

# Sources err by days on well-known events; an error of the month is another event.
SLIP = timedelta(days=7)
# "On 12 January Haiti remembers": the day comes back every year.
_COMMEMORATION = re.compile(
    r"\b(?:anniversar|commemorat|remember|mark(?:s|ed|ing)?\b"
    r"|years? (?:ago|since|after|later|on)\b)",
    re.IGNORECASE,
)
# The first and the last one.
Days = tuple[int, int]
_WORD_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class AnchorHit:
    """Sentence number `sentence` speaks of the anchor.

    `relation`: "this year" or "last year" when the sentence says so, "bare date" when it
    gives the anchor's month without a year, "after" when it gives no date at all, "dated"
    when it gives the year itself. `date` is the anchor's; `time` the sentence's own words.
    """

    anchor: AnchorRecord
    sentence: int
    date: date
    relation: str
    words: str
    time: TimeExpression | None


class AnchorIndex:
    """Anchors by the first of their actors, those without one under "".

    So a sentence meets only those it can speak of.
    """

    def __init__(self, anchors: Sequence[AnchorRecord]) -> None:
        by_first: dict[str, list[AnchorRecord]] = {}
        for anchor in anchors:
            by_first.setdefault(anchor.actors[0] if anchor.actors else "", []).append(anchor)
        self._by_first = by_first
        # Each with its days: an article tells of many days, and each is held against all of them.
        self._days = [
            (*days, anchor)
            for key in sorted(by_first)
            for anchor in by_first[key]
            if (days := days_of(anchor.date))
        ]

    def among(self, named: set[str]) -> Iterator[AnchorRecord]:
        """Those whose actors are all in `named`."""
        for key in ("", *sorted(named)):
            for anchor in self._by_first.get(key, ()):
                if named.issuperset(anchor.actors):
                    yield anchor

    def near(self, named: set[str], told: Days) -> Iterator[AnchorRecord]:
        """Of these, in the same order, those that lie no further than SLIP from the days `told`."""
        return (anchor for anchor in _within(self, told) if named.issuperset(anchor.actors))

    def within(self, told: Days) -> tuple[AnchorRecord, ...]:
        """All that lie no further than SLIP from these days."""
        low, high = told[0] - SLIP.days, told[1] + SLIP.days
        return tuple(
            [anchor for first, last, anchor in self._days if first <= high and last >= low]
        )


@lru_cache(maxsize=2048)
def _within(anchors: AnchorIndex, told: Days) -> tuple[AnchorRecord, ...]:
    return anchors.within(told)


@lru_cache(maxsize=4096)
def days_of(text: str) -> Days | None:
    """First and last day of an EDTF date, counted as `date.toordinal` does; None when open."""
    value = edtf.try_parse(text)
    if value is None or value.earliest is None or value.latest is None:
        return None
    return value.earliest.toordinal(), value.latest.toordinal()


def gap(anchor: AnchorRecord, told: Days) -> float:
    """Days between the record and the date told; none when they agree."""
    known = days_of(anchor.date)
    if known is None:
        return inf
    return max(known[0] - told[1], told[0] - known[1], 0)


def find_anchors(
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    anchors: AnchorIndex,
) -> list[AnchorHit]:
    """What the sentences say of the anchors they speak of, in order of the text."""
    hits: list[AnchorHit] = []
    for index, sentence in enumerate(sentences):
        named = named_in(_starting_in(sentence, mentions), sentence)
        own_times = _starting_in(sentence, times)
        lower = text[sentence.start : sentence.end].lower()
        for anchor in anchors.among(named):
            if not speaks_of(lower, anchor):
                continue
            hit = _relate(anchor, index, text[sentence.start : sentence.end], own_times)
            if hit:
                hits.append(hit)
    return hits


P = TypeVar("P", Mention, TimeExpression)


def _starting_in(sentence: Span, items: Sequence[P]) -> Sequence[P]:
    """Those of the items, which come in order, that begin in the sentence."""
    first = bisect_left(items, sentence.start, key=_start_of)
    return items[first : bisect_left(items, sentence.end, lo=first, key=_start_of)]


def _start_of(item: Mention | TimeExpression) -> int:
    return item.start


def named_in(mentions: Sequence[Mention], span: Span) -> set[str]:
    """Keys of the actors named in a span, and of those they belong to."""
    return {
        key
        for m in mentions
        if span.start <= m.start < span.end
        for key in (m.actor, m.belongs_to)
        if key
    }


def speaks_of(lower: str, anchor: AnchorRecord) -> bool:
    """Every group of the anchor's terms has a word beginning in the lower-cased text."""
    for group in anchor.terms:
        for start in group:
            if start in lower and _has_word(lower, start):
                break
        else:
            return False
    return True


def _has_word(lower: str, start: str) -> bool:
    """A word of the text begins with `start`."""
    place = lower.find(start)
    while place >= 0:
        if place == 0 or not _WORD_LETTER.match(lower[place - 1]):
            return True
        place = lower.find(start, place + 1)
    return False


def _relate(
    anchor: AnchorRecord, index: int, sentence: str, times: Sequence[TimeExpression]
) -> AnchorHit | None:
    known = edtf.parse(anchor.date)
    if known.earliest is None or known.latest is None:
        return None
    day = known.earliest
    dates = [t for t in times if t.type == TimeType.DATE and t.edtf]
    yearless = [t for t in dates if (t.edtf or "").startswith("XXXX-")]
    matching = [t for t in yearless if _fits(t, day, known.latest)]
    if yearless and not matching:
        return None  # another month: another event
    with_year = [t for t in dates if t not in yearless]
    if with_year and not matching:
        return _dated(anchor, index, known, with_year)
    first = matching[0] if matching else None
    for phrase in ("this year", "last year"):
        if _says(sentence, phrase) and (matching or _is_of_terms(sentence, anchor, phrase)):
            return AnchorHit(anchor, index, day, phrase, _words(sentence, phrase), first)
    if matching and not _COMMEMORATION.search(sentence):
        return AnchorHit(anchor, index, day, "bare date", matching[0].text, matching[0])
    if _says(sentence, "this year") or _says(sentence, "last year"):
        return None  # it may belong to anything else in the sentence
    return AnchorHit(anchor, index, day, "after", _opening(sentence), None)


def _says(sentence: str, phrase: str) -> bool:
    return _has_word(sentence.lower(), phrase)


def _is_of_terms(sentence: str, anchor: AnchorRecord, phrase: str) -> bool:
    """The phrase stands in the very words by which the anchor is known ("fell last year")."""
    lower = sentence.lower()
    return any(
        phrase in term and _has_word(lower, term) for group in anchor.terms for term in group
    )


def _dated(
    anchor: AnchorRecord, index: int, known: edtf.Edtf, times: Sequence[TimeExpression]
) -> AnchorHit | None:
    """The sentence gives a year itself: no news, and another event if it is another year."""
    for time in times:
        value = edtf.try_parse(time.edtf)
        if value and value.overlaps(known) and known.earliest:
            return AnchorHit(anchor, index, known.earliest, "dated", time.text, time)
    return None


def _fits(time: TimeExpression, first: date, last: date) -> bool:
    """A date without a year is in the anchor's month, or within days of it."""
    parts = (time.edtf or "").split("-")
    month = int(parts[1]) if parts[1].isdigit() else 0
    if len(parts) == 2:
        return month in (first.month, last.month)
    try:
        told = date(first.year, month, int(parts[2]))
    except ValueError:
        return False
    return first - SLIP <= told <= last + SLIP


def _words(sentence: str, phrase: str) -> str:
    """The phrase with the words around it, for the reason."""
    place = sentence.lower().find(phrase)
    start = max(0, place - 30)
    cut = sentence[start : place + len(phrase)]
    return cut if start == 0 else cut.split(" ", 1)[-1]


def _opening(sentence: str) -> str:
    return sentence if len(sentence) <= 60 else sentence[:60].rsplit(" ", 1)[0] + " …"
