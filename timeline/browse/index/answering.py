"""The answer to a filter, put together from the segments of the index."""

from collections.abc import Iterable, Mapping, Sequence
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
from timeline.browse.axis import NOTHING, Spread, draw
from timeline.browse.filters import Filter
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
from timeline.browse.index.months import MonthTable
from timeline.browse.index.names import Names
from timeline.browse.index.select import Chosen, choose, speakers
from timeline.models.event_counts import Coverage, Reach

_Called = Mapping[int, tuple[str, str]]
# The article itself is called nothing.
_NAMELESS = ("", "")


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


def _months(parts: Sequence[Chosen], skip: str = "") -> MonthTable:
    rows = [months_of(part.segment, part.events(skip)) for part in parts]
    return MonthTable(np.concatenate(rows))


def _around(parts: Sequence[Chosen], chosen: Filter) -> Spread:
    return _months(parts, "from") if chosen.start or chosen.end else NOTHING


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
    keys = names.keys
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
        actors=_listed(added["actor"], names.actors, keys.actors(chosen.actors)),
        acting=_listed(added["by"], names.actors, keys.actors(chosen.acting)),
        receiving=_listed(added["towards"], names.actors, keys.actors(chosen.receiving)),
        speakers=_listed(added["says"], names.actors, speakers(chosen, keys)),
        sources=_listed(added["source"], names.sources, keys.sources(chosen.sources)),
    )


def _added(numbers: Sequence[Numbers]) -> Numbers:
    if len(numbers) == 1:
        return numbers[0]
    values, place = np.unique(np.concatenate([n.values for n in numbers]), return_inverse=True)
    counts = np.zeros(len(values), np.int64)
    np.add.at(counts, place, np.concatenate([n.counts for n in numbers]))
    return Numbers(values, counts)


def _listed(numbers: Numbers, called: _Called, chosen: Iterable[int]) -> Listed:
    """Names only what can get into the list: those with as many events as its last, and more."""
    some = np.count_nonzero(numbers.counts)
    least = 1
    if some > LISTED:
        place = len(numbers.counts) - LISTED
        least = int(np.partition(numbers.counts, place)[place])
    wanted = list(chosen)
    kept = (numbers.counts >= least) | (np.isin(numbers.values, wanted) & (numbers.counts > 0))
    pairs = zip(numbers.values[kept].tolist(), numbers.counts[kept].tolist(), strict=True)
    rows = [(*called.get(value, _NAMELESS), n) for value, n in pairs]
    keys = [called.get(value, _NAMELESS)[0] for value in wanted]
    return listed(rows, keys, int(some) - len(rows))
