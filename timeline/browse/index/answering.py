"""The answer to a filter, put together from the segments of the index."""

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache, reduce

import numpy as np

from timeline.browse.answer_records import (
    EVERY_LIST,
    LISTED,
    Answer,
    Begun,
    Counts,
    Listed,
    chosen_range,
    listed,
    paged,
)
from timeline.browse.axis import NOTHING, Spread, draw
from timeline.browse.called import Names
from timeline.browse.filters import Filter
from timeline.browse.index.columns import STANDINGS, TYPES
from timeline.browse.index.counts import counts_of, months_of, types_of
from timeline.browse.index.coverage import coverage_of
from timeline.browse.index.months import MonthTable
from timeline.browse.index.numbers import Numbers
from timeline.browse.index.page_rows import in_order, rows_of
from timeline.browse.index.select import Chosen, choose, speakers
from timeline.browse.index.selection import Selection

_Called = Mapping[int, tuple[str, str]]
# The article itself is called nothing.
_NAMELESS = ("", "")


def answered(base: Selection, chosen: Filter, lists: Set[str] = EVERY_LIST) -> Answer:
    """As `counted.by_sql`, of the events of `base`; no query. Of the lists only these."""
    return begun(base, chosen, lists).rest()


def begun(base: Selection, chosen: Filter, lists: Set[str] = EVERY_LIST) -> Begun:
    """The same, from its page on."""
    parts = _parts(base, chosen)
    rows = [row for part in parts for row in rows_of(part.segment, part.events(), chosen)]
    page = paged(in_order(rows, chosen), chosen)

    def rest() -> Answer:
        return Answer(
            page=page,
            total=sum(len(part.events()) for part in parts),
            coverage=coverage_of(parts),
            counts=_counts(parts, chosen, base.held.names, lists),
            axis=draw(_months(parts), _around(parts, chosen), chosen_range(chosen)),
        )

    return Begun(page, cache(rest))


def lists_of(base: Selection, chosen: Filter, lists: Set[str]) -> Counts:
    """Of an answer only these lists."""
    return _counts(_parts(base, chosen), chosen, base.held.names, lists)


def _parts(base: Selection, chosen: Filter) -> list[Chosen]:
    views = zip(base.held.views, base.sets, strict=True)
    keys = base.held.names.keys
    return [choose(segment, events, chosen, keys) for (segment, _), events in views]


def _months(parts: Sequence[Chosen], skip: str = "") -> MonthTable:
    rows = [months_of(part.picked(skip)) for part in parts]
    return MonthTable(np.concatenate(rows))


def _around(parts: Sequence[Chosen], chosen: Filter) -> Spread:
    return _months(parts, "from") if chosen.start or chosen.end else NOTHING


def _counts(parts: Sequence[Chosen], chosen: Filter, names: Names, lists: Set[str]) -> Counts:
    types = reduce(np.add, (types_of(part.picked("type")) for part in parts))
    counted = counts_of(parts, lists)
    keys = names.keys
    standing = counted["standing"]
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
        actors=_listed(counted["actor"], names.actors, keys.actors(chosen.actors)),
        acting=_listed(counted["by"], names.actors, keys.actors(chosen.acting)),
        receiving=_listed(counted["towards"], names.actors, keys.actors(chosen.receiving)),
        speakers=_listed(counted["says"], names.actors, speakers(chosen, keys)),
        sources=_listed(counted["source"], names.sources, keys.sources(chosen.sources)),
    )


def _listed(numbers: Numbers, called: _Called, chosen: Iterable[int]) -> Listed:
    """Names only what can get into the list: those with as many events as its last, and more."""
    some = places = np.flatnonzero(numbers.counts)
    wanted = list(chosen)
    if len(some) > LISTED:
        counts = numbers.counts[some]
        last = len(some) - LISTED
        kept = counts >= np.partition(counts, last)[last]
        if wanted:
            kept |= np.isin(numbers.values[some], wanted)
        places = some[kept]
    pairs = zip(numbers.values[places].tolist(), numbers.counts[places].tolist(), strict=True)
    rows = [(*called.get(value, _NAMELESS), n) for value, n in pairs]
    keys = [called.get(value, _NAMELESS)[0] for value in wanted]
    return listed(rows, keys, numbers.more or len(some) > len(rows))
