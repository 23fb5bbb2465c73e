"""The answer to a filter, put together from the segments of the index."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import reduce

import numpy as np

from timeline.browse.answer_records import (
    LISTED,
    Answer,
    Counts,
    Listed,
    chosen_range,
    listed,
    paged,
)
from timeline.browse.axis import MonthCount, draw
from timeline.browse.filters import ARTICLE_ITSELF, Filter
from timeline.browse.index.arrays import ARTICLE, NO_MONTH
from timeline.browse.index.columns import STANDINGS, TYPES
from timeline.browse.index.counts import (
    Numbers,
    Told,
    counts_of,
    in_order,
    months_of,
    rows_of,
    told_of,
    types_of,
)
from timeline.browse.index.families import Array
from timeline.browse.index.held import Held
from timeline.browse.index.names import Names
from timeline.browse.index.select import Chosen, choose
from timeline.models.event_counts import Coverage, Reach

_Called = Mapping[int, tuple[str, str]]


def answered(held: Held, chosen: Filter) -> Answer:
    """As `counted.by_sql` of all sourced events; no query."""
    parts = [choose(*view, chosen, held.names.keys) for view in held.views]
    types = reduce(np.add, (types_of(part.segment, part.events("type")) for part in parts))
    filtered = [part.events() for part in parts]
    rows = [row for part in parts for row in rows_of(part.segment, part.events(), chosen)]
    return Answer(
        page=paged(in_order(rows, chosen), chosen),
        total=sum(map(len, filtered)),
        coverage=_coverage(parts, chosen),
        counts=_counts(parts, types, chosen, held.names),
        axis=draw(_months(parts), _around(parts, chosen), chosen_range(chosen)),
    )


def _months(parts: Sequence[Chosen], skip: str = "") -> Iterator[MonthCount]:
    counts: Counter[tuple[int, int, int]] = Counter()
    for part in parts:
        for first, last, quad, n in months_of(part.segment, part.events(skip)):
            counts[first, last, quad] += n
    for (first, last, quad), n in counts.items():
        yield MonthCount(_month(first), _month(last), quad, n)


def _around(parts: Sequence[Chosen], chosen: Filter) -> Iterable[MonthCount]:
    return _months(parts, "from") if chosen.start or chosen.end else ()


def _month(number: int) -> str | None:
    return None if number == NO_MONTH else f"{number // 12:04}-{number % 12 + 1:02}"


def _coverage(parts: Sequence[Chosen], chosen: Filter) -> Coverage:
    day = chosen.known_by
    now = [told_of(part.segment, part.events("known")) for part in parts]
    reached = _reach(now)
    firsts = [told.first for told in now if told.first is not None]
    lasts = [told.last for told in now if told.last is not None]
    return Coverage(
        then=reached
        if day is None
        else _reach([told_of(part.segment, part.events(), day.toordinal()) for part in parts]),
        now=reached,
        first=date.fromordinal(min(firsts)) if firsts else None,
        last=date.fromordinal(max(lasts)) if lasts else None,
    )


def _reach(told: Sequence[Told]) -> Reach:
    return Reach(
        events=sum(part.events for part in told),
        claims=sum(part.claims for part in told),
        articles=_distinct([part.articles for part in told]),
    )


def _distinct(keys: Sequence[Array]) -> int:
    """How many different ones there are; in each they ascend."""
    *rest, largest = sorted(keys, key=len)
    if not rest:
        return len(largest)
    others = np.unique(np.concatenate(rest))
    if not len(largest):
        return len(others)
    place = np.minimum(np.searchsorted(largest, others), len(largest) - 1)
    return len(largest) + int(np.count_nonzero(largest[place] != others))


def _counts(parts: Sequence[Chosen], types: Array, chosen: Filter, names: Names) -> Counts:
    by_list = [counts_of(part) for part in parts]
    added = {name: _added([numbers[name] for numbers in by_list]) for name in by_list[0]}
    called = {**names.actors, ARTICLE: ("", "")}
    standing = added["standing"]
    return Counts(
        types={type: n for type, n in zip(TYPES, types.tolist(), strict=True) if n},
        evidence={
            mark: sum(
                part.events().intersection_cardinality(part.segment.marks[mark]) for part in parts
            )
            for mark in ("agree", "disagree", "reviewed")
        },
        standings={
            STANDINGS[value]: n
            for value, n in zip(standing.values.tolist(), standing.counts.tolist(), strict=True)
            if n
        },
        actors=_listed(added["actor"], called, chosen.actors),
        acting=_listed(added["by"], called, chosen.acting),
        receiving=_listed(added["towards"], called, chosen.receiving),
        speakers=_listed(
            added["says"],
            called,
            ["" if key == ARTICLE_ITSELF else key for key in chosen.speakers],
        ),
        sources=_listed(added["source"], names.sources, chosen.sources),
    )


def _added(numbers: Sequence[Numbers]) -> Numbers:
    if len(numbers) == 1:
        return numbers[0]
    values, place = np.unique(np.concatenate([n.values for n in numbers]), return_inverse=True)
    counts = np.zeros(len(values), np.int64)
    np.add.at(counts, place, np.concatenate([n.counts for n in numbers]))
    return Numbers(values, counts)


def _listed(numbers: Numbers, called: _Called, chosen: Iterable[str]) -> Listed:
    """Names only what can get into the list: those with as many events as its last, and more."""
    some = np.flatnonzero(numbers.counts)
    values, counts = numbers.values[some], numbers.counts[some]
    least = 0
    if len(counts) > LISTED:
        least = int(np.partition(counts, len(counts) - LISTED)[len(counts) - LISTED])
    wanted = set(chosen)
    rows = []
    for value, n in zip(values.tolist(), counts.tolist(), strict=True):
        key, name = called.get(value, ("", ""))
        if n >= least or key in wanted:
            rows.append((key, name, n))
    return listed(rows, wanted, len(values) - len(rows))
