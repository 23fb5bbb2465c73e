"""Events chosen out of the index: sets that can be joined, counted, spread over time, paged."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from pyroaring import BitMap

from timeline.browse.answer_records import Page, paged
from timeline.browse.filters import Filter
from timeline.browse.index.bits import to_ranks
from timeline.browse.index.counts import months_of
from timeline.browse.index.held import Held
from timeline.browse.index.months import MonthTable
from timeline.browse.index.numbers import added, numbers
from timeline.browse.index.page_rows import in_order, rows_of
from timeline.browse.index.picked import Picked
from timeline.browse.index.select import choose
from timeline.models.event_counts import Counted


@dataclass(frozen=True, slots=True)
class Selection:
    """`sets`: of each view of `held` the ranks of those chosen."""

    held: Held
    sets: tuple[BitMap, ...]

    def __and__(self, other: Self) -> Self:
        return self._with(mine & its for mine, its in self._beside(other))

    def __or__(self, other: Self) -> Self:
        return self._with(mine | its for mine, its in self._beside(other))

    def __sub__(self, other: Self) -> Self:
        return self._with(mine - its for mine, its in self._beside(other))

    def __len__(self) -> int:
        return sum(map(len, self.sets))

    def _beside(self, other: Self) -> Iterable[tuple[BitMap, BitMap]]:
        return zip(self.sets, other.sets, strict=True)

    def _with(self, sets: Iterable[BitMap]) -> Self:
        return type(self)(self.held, tuple(sets))


def everything(held: Held) -> Selection:
    return Selection(held, tuple(alive for _, alive in held.views))


def nothing(held: Held) -> Selection:
    return Selection(held, tuple(BitMap() for _ in held.views))


def selected(held: Held, chosen: Filter) -> Selection:
    """The events that the filter chooses of all sourced ones."""
    return narrowed(everything(held), chosen)


def narrowed(base: Selection, chosen: Filter) -> Selection:
    """The events that the filter chooses of these."""
    held = base.held
    views = zip(held.views, base.sets, strict=True)
    return Selection(
        held,
        tuple(
            choose(segment, events, chosen, held.names.keys).events()
            for (segment, _), events in views
        ),
    )


def with_pks(held: Held, events: Iterable[int]) -> Selection:
    """The events with these primary keys, of those that are shown at all."""
    wanted = np.unique(np.fromiter(events, np.int64))
    return Selection(
        held,
        tuple(
            BitMap(segment.ranks_of(wanted).astype(np.uint32)) & alive
            for segment, alive in held.views
        ),
    )


def page_of(selection: Selection, chosen: Filter) -> Page:
    """The page that the filter names, of these events."""
    rows = [
        row
        for (segment, _), events in zip(selection.held.views, selection.sets, strict=True)
        for row in rows_of(segment, events, chosen)
    ]
    return paged(in_order(rows, chosen), chosen)


def spread_of(selection: Selection) -> MonthTable:
    views = zip(selection.held.views, selection.sets, strict=True)
    rows = [months_of(Picked(segment, events)) for (segment, _), events in views]
    return MonthTable(np.concatenate(rows))


def ends_of(selection: Selection) -> tuple[int | None, int | None]:
    """The lowest and highest sort key of a dated one."""
    keys = []
    for (segment, _), events in zip(selection.held.views, selection.sets, strict=True):
        dated = events & segment.dated
        if dated:
            keys += [int(segment.arrays.key[end]) for end in (dated.min(), dated.max())]
    return (min(keys), max(keys)) if keys else (None, None)


def pks_of(selection: Selection) -> list[int]:
    """Their primary keys."""
    views = zip(selection.held.views, selection.sets, strict=True)
    found = [segment.arrays.event[to_ranks(ranks)] for (segment, _), ranks in views]
    return np.concatenate(found).tolist()


def among(selection: Selection, events: Iterable[int]) -> set[int]:
    """Those of these primary keys whose events are in the selection."""
    return set(pks_of(with_pks(selection.held, events) & selection))


def part_totals(selection: Selection) -> list[Counted]:
    """As `event_counts.part_totals`."""
    views = zip(selection.held.views, selection.sets, strict=True)
    asked = [(segment.involved, Picked(segment, events)) for (segment, _), events in views]
    counted = added([numbers(*pair, most=False) for pair in asked])
    called = selection.held.names.actors
    pairs = zip(counted.values.tolist(), counted.counts.tolist(), strict=True)
    rows = [(*called[value], n) for value, n in pairs if n and value in called]
    return sorted(rows, key=lambda row: (-row[2], row[1]))
