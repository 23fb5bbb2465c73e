"""Stored events that new claims may be about, found by the index of terms for a whole group.

What is in the news fills the index with postings of a few terms: names of countries, "attack".
They are fetched for the events that come up by rarer terms alone, so that the cost of a group
does not grow with all that was ever told of a country.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from django.db.models import Count, Q

from timeline.edtf import Edtf
from timeline.ingest.pieces import pieces
from timeline.link.core import CORE
from timeline.link.records import PARTY, ClaimRecord
from timeline.link.terms import weight
from timeline.models import Event, EventTerm

# Nearest events by shared terms: more could not win, and cost must not grow with the database.
_MOST = 200
# Of these the nearest are chosen, when common terms count too.
_MOST_BY_RARE = 2 * _MOST
# A term of more events does not bring any of them up; it only counts for them.
COMMON = 2_000
_LEAST_SHARED = 2
_AROUND = timedelta(days=45)
_TERM_LENGTH = 60
_AFTER_ALL = date.max.toordinal() + 1


@dataclass(frozen=True, slots=True)
class Asked:
    """Claims of one article. `published`: when it appeared."""

    records: Sequence[ClaimRecord]
    published: Edtf | None

    def terms(self) -> set[str]:
        return indexed_terms(self.records)

    def days(self) -> tuple[date | None, date | None]:
        """From which and up to which day an event is near; None where an end is open."""
        dates = [self.published, *(record.date for record in self.records)]
        return _around([value for value in dates if value and value.is_dated])


class CommonTerms:
    """Terms of more than COMMON events. A term that is common once stays so: an ingest need not
    count its postings, which are many, again for every group."""

    def __init__(self) -> None:
        self._common: set[str] = set()

    def among(self, terms: Set[str]) -> set[str]:
        self._common |= _common(terms - self._common)
        return {term for term in terms if term in self._common}


def nearest_events(asked: Sequence[Asked], counted: CommonTerms) -> list[list[int]]:
    """For each: stored events near its claims in time that share at least two terms.

    The nearest first. The number of queries hangs on how many terms there are, not on how
    many articles.
    """
    terms = [one.terms() for one in asked]
    days = [one.days() for one in asked]
    common = counted.among(set().union(*terms))
    index = _Postings(set().union(*terms) - common, days)
    found = [
        index.ranked(some - common, near, 1 if some & common else _LEAST_SHARED, _MOST_BY_RARE)
        for some, near in zip(terms, days, strict=True)
    ]
    told = _told(sorted({event for some in found for event in some}), common)
    return [
        _chosen({event: n + len(told.get(event, _NONE) & some) for event, n in counts.items()})
        for some, counts in zip(terms, found, strict=True)
    ]


def indexed_terms(records: Iterable[ClaimRecord]) -> set[str]:
    """The terms by which claims are found: not words that any report could hold."""
    wanted: set[str] = set()
    for features in {record.features for record in records}:
        wanted |= {term[:_TERM_LENGTH] for term in features if _tells(term)}
    return wanted


def _tells(term: str) -> bool:
    return term.startswith(PARTY) or (not term.startswith(CORE) and weight(term) >= 1)


_NONE: frozenset[str] = frozenset()
_Near = tuple[date | None, date | None]


def _chosen(shared: dict[int, int]) -> list[int]:
    enough = [event for event, n in shared.items() if n >= _LEAST_SHARED]
    return sorted(enough, key=lambda event: (-shared[event], -event))[:_MOST]


def _common(terms: Set[str]) -> set[str]:
    """Terms of more than COMMON events."""
    found: set[str] = set()
    for some in pieces(sorted(terms)):
        rows = EventTerm.objects.filter(term__in=some).order_by().values("term")
        counted = rows.annotate(n=Count("pk")).filter(n__gt=COMMON)
        found.update(counted.values_list("term", flat=True))
    return found


def _told(events: Sequence[int], terms: Set[str]) -> dict[int, set[str]]:
    """Which of the terms each of the events has."""
    told: dict[int, set[str]] = {}
    if not terms:
        return told
    for some in pieces(events):
        rows = EventTerm.objects.filter(event__in=some).order_by()
        for event, term in rows.values_list("event", "term"):
            if term in terms:
                told.setdefault(event, set()).add(term)
    return told


class _Postings:
    """Events by term. Events are numbered here in the order of their ids.

    `_first` and `_last`: ordinals of the first and last day of each, open ends included.
    """

    def __init__(self, terms: Set[str], days: Sequence[_Near]) -> None:
        """`days`: what any of these reaches is fetched."""
        near = _near_any(days)
        rows = [row for some in pieces(sorted(terms)) for row in _holders(some, near)]
        self._events, places = np.unique(
            np.array([event for _, event in rows], np.int64), return_inverse=True
        )
        by_term: dict[str, list[int]] = {}
        for (term, _), place in zip(rows, places.tolist(), strict=True):
            by_term.setdefault(term, []).append(place)
        self._by_term = {term: np.array(held, np.int64) for term, held in by_term.items()}
        self._first, self._last = _days_of(self._events.tolist())

    def ranked(self, terms: Set[str], near: _Near, least: int, most: int) -> dict[int, int]:
        """Events with how many of the terms they have, at least `least`; those with most, and
        of equals the latest."""
        lists = [self._by_term[term] for term in terms if term in self._by_term]
        if not lists:
            return {}
        shared = np.bincount(np.concatenate(lists), minlength=len(self._events))
        low, high = near
        within = shared >= least
        within &= self._last >= (low.toordinal() if low else 0)
        within &= self._first <= (high.toordinal() if high else _AFTER_ALL)
        found = np.flatnonzero(within)[::-1]
        found = found[np.argsort(-shared[found], kind="stable")][:most]
        return dict(zip(self._events[found].tolist(), shared[found].tolist(), strict=True))


def _holders(terms: Sequence[str], near: Q) -> Iterable[tuple[str, int]]:
    rows = EventTerm.objects.filter(near, term__in=terms).order_by()
    return rows.values_list("term", "event")


def _days_of(events: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """First and last days as ordinals, in the order of the events, which ascends."""
    first, last = np.zeros(len(events), np.int64), np.full(len(events), _AFTER_ALL)
    place = {event: at for at, event in enumerate(events)}
    for some in pieces(events):
        rows = Event.objects.filter(pk__in=some).order_by()
        for event, earliest, latest in rows.values_list("pk", "earliest", "latest"):
            if earliest:
                first[place[event]] = earliest.toordinal()
            if latest:
                last[place[event]] = latest.toordinal()
    return first, last


def _near_any(days: Sequence[_Near]) -> Q:
    lows, highs = [low for low, _ in days], [high for _, high in days]
    near = Q()
    if lows and None not in lows:
        near &= _reaching(low=min(filter(None, lows)))
    if highs and None not in highs:
        near &= _reaching(high=max(filter(None, highs)))
    return near


def _reaching(low: date | None = None, high: date | None = None) -> Q:
    """An open end reaches everywhere; an undated event has two."""
    if low is not None:
        return Q(event__latest__gte=low) | Q(event__latest=None)
    return Q(event__earliest__lte=high) | Q(event__earliest=None)


def _around(dates: Sequence[Edtf]) -> _Near:
    firsts = [value.earliest for value in dates if value.earliest]
    lasts = [value.latest for value in dates if value.latest]
    low = _shift(min(firsts), -_AROUND) if firsts and len(firsts) == len(dates) else None
    high = _shift(max(lasts), _AROUND) if lasts and len(lasts) == len(dates) else None
    return low, high


def _shift(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day
