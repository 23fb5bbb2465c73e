"""What two filters choose between them, out of the index."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from timeline.browse.filters import Filter
from timeline.browse.index.families import Array, spread
from timeline.browse.index.held import Held
from timeline.browse.index.months import MonthTable, grouped
from timeline.browse.index.segment import Segment, to_ranks
from timeline.browse.index.select import choose
from timeline.browse.index.selection import Selection, selected, spread_of, with_pks
from timeline.models.side_queries import Sided


@dataclass(frozen=True, slots=True)
class TwoSides:
    a: Selection
    b: Selection
    chosen: tuple[Filter, Filter]

    @property
    def disputed(self) -> Selection:
        """Those of both sides that are in conflict."""
        both = self.a & self.b
        sets = zip(both.held.views, both.sets, strict=True)
        return Selection(
            both.held, tuple(events & segment.marks["disagree"] for (segment, _), events in sets)
        )


def two_sides(held: Held, a: Filter, b: Filter) -> TwoSides:
    return TwoSides(selected(held, a), selected(held, b), (a, b))


def spread_by_side(sides: TwoSides, groups: tuple[int, int, int]) -> MonthTable:
    """`groups`: the numbers that stand for only A, both, only B where the quad class is."""
    a, b = sides.a, sides.b
    parts = zip((a - b, a & b, b - a), groups, strict=True)
    tables = [grouped(spread_of(part), group) for part, group in parts]
    return MonthTable(np.concatenate([table.rows for table in tables]))


def claims_by_side(sides: TwoSides, events: Iterable[int]) -> list[Sided]:
    """As `side_queries.claims_by_side`, of the events with these primary keys."""
    held = sides.a.held
    found: list[Sided] = []
    for (segment, alive), ranks in zip(held.views, with_pks(held, events).sets, strict=True):
        claims = _claims_of(segment, to_ranks(ranks))
        masks = [choose(segment, alive, each, held.names.keys).claims() for each in sides.chosen]
        in_a, in_b = (
            np.ones(len(claims), bool) if mask is None else mask[claims] for mask in masks
        )
        pks = segment.arrays.claim[claims]
        found += zip(pks.tolist(), in_a.tolist(), in_b.tolist(), strict=True)
    return found


def _claims_of(segment: Segment, ranks: Array) -> Array:
    begins = segment.claim_from[ranks]
    return spread(begins, segment.claim_from[ranks + 1] - begins)[0]
