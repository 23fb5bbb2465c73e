"""What tells of the chosen events of the segments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from timeline.browse.index.columns import AFTER_ALL
from timeline.browse.index.families import Array, rows_of
from timeline.browse.index.picked import Picked
from timeline.browse.index.segment import Segment
from timeline.browse.index.select import Chosen
from timeline.models.event_counts import Coverage, Reach

# So many events and fewer: the articles about them are passed one by one.
_FEW = 600_000


@dataclass(frozen=True, slots=True)
class Told:
    """`telling`: a mask of the articles of the segment that tell of the events."""

    segment: Segment
    events: int
    claims: int
    telling: Array

    @property
    def articles(self) -> Array:
        """Their primary keys, ascending."""
        return self.segment.arrays.article[np.flatnonzero(self.telling)]


def coverage_of(parts: Sequence[Chosen]) -> Coverage:
    day = parts[0].filter.known_by
    now = [_told(part.picked("known")) for part in parts]
    reached = _reach(now)
    first, last = _ends(now)
    return Coverage(
        then=reached
        if day is None
        else _reach([_told_by(part, day.toordinal()) for part in parts]),
        now=reached,
        first=first,
        last=last,
    )


def _told(picked: Picked) -> Told:
    segment = picked.segment
    digits = map(picked.events.intersection_cardinality, segment.cited_digits)
    return Told(
        segment=segment,
        events=picked.events.intersection_cardinality(segment.cited),
        claims=sum(having << digit for digit, having in enumerate(digits)),
        telling=_telling(picked),
    )


def _told_by(part: Chosen, day: int) -> Told:
    """What told of the events by the end of the day."""
    picked, arrays = part.picked(), part.segment.arrays
    # What was out by then tells of events known by then.
    alone = picked.by_claims and part.sides() == ("known",)
    telling = _telling(Picked(part.segment, part.alive) if alone else picked)
    out = arrays.claim_known <= day
    return Told(
        segment=part.segment,
        events=picked.events.intersection_cardinality(part.segment.known_by(day)),
        claims=int(np.count_nonzero(picked.met(out)) if alone else len(picked.claims_in(out))),
        telling=telling & (arrays.article_day <= day),
    )


def _telling(picked: Picked) -> Array:
    segment, arrays = picked.segment, picked.segment.arrays
    begins, articles = arrays.article_from, arrays.articles_of
    others = segment.size - len(picked)
    if others <= min(_FEW, len(picked)):
        gone = rows_of(articles, begins, picked.others)
        return segment.by_article > np.bincount(gone, minlength=len(arrays.article))
    if len(picked) <= _FEW:
        telling = rows_of(articles, begins, picked.ranks)
    else:
        telling = articles[np.flatnonzero(np.repeat(picked.mask, np.diff(begins)))]
    marked = np.zeros(len(arrays.article), dtype=bool)
    marked[telling] = True
    return marked


def _reach(told: Sequence[Told]) -> Reach:
    return Reach(
        events=sum(part.events for part in told),
        claims=sum(part.claims for part in told),
        articles=_distinct(told),
    )


def _distinct(told: Sequence[Told]) -> int:
    """How many different articles there are. Those of the largest segment need not be gone
    through one by one."""
    *rest, largest = sorted(told, key=lambda part: len(part.telling))
    number = int(np.count_nonzero(largest.telling))
    if not rest:
        return number
    others = np.unique(np.concatenate([part.articles for part in rest]))
    known = largest.segment.arrays.article
    if not len(known):
        return len(others)
    place = np.minimum(np.searchsorted(known, others), len(known) - 1)
    both = (known[place] == others) & largest.telling[place]
    return number + len(others) - int(np.count_nonzero(both))


def _ends(told: Sequence[Told]) -> tuple[date | None, date | None]:
    """The first and the last day on which one of the articles was out, as far as known."""
    days = [day for part in told for day in _days(part)]
    return (date.fromordinal(min(days)), date.fromordinal(max(days))) if days else (None, None)


def _days(told: Told) -> Iterator[int]:
    days = told.segment.arrays.article_day[np.flatnonzero(told.telling)]
    out = days[days != AFTER_ALL]
    if len(out):
        yield int(out.min())
        yield int(out.max())
