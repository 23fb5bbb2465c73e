"""What two filters choose between them, out of the index."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from pyroaring import BitMap

from timeline.browse.filters import Filter
from timeline.browse.index.bits import to_mask, to_ranks
from timeline.browse.index.conflicts import Conflicts
from timeline.browse.index.families import Array, spread
from timeline.browse.index.held import Held
from timeline.browse.index.months import MonthTable, grouped
from timeline.browse.index.segment import Segment
from timeline.browse.index.select import Chosen, choose
from timeline.browse.index.selection import Selection, spread_of, with_pks
from timeline.models.side_queries import Sided


@dataclass(frozen=True, slots=True)
class TwoSides:
    """`parts`: how each view of the index was asked for A and for B."""

    a: Selection
    b: Selection
    parts: tuple[tuple[Chosen, Chosen], ...]

    @property
    def disputed(self) -> Selection:
        """Those of both sides that are in conflict."""
        both = self.a & self.b
        sets = zip(both.held.views, both.sets, strict=True)
        return Selection(
            both.held, tuple(events & segment.marks["disagree"] for (segment, _), events in sets)
        )


def two_sides(held: Held, a: Filter, b: Filter) -> TwoSides:
    keys = held.names.keys
    parts = tuple((choose(*view, a, keys), choose(*view, b, keys)) for view in held.views)
    chosen_a, chosen_b = (
        Selection(held, tuple(part.events() for part in side)) for side in zip(*parts, strict=True)
    )
    return TwoSides(chosen_a, chosen_b, parts)


def contrary(sides: TwoSides) -> Selection:
    """The events of both sides about which a conflict has side A and side B differ; what it is
    to differ, see `differences.split_by`."""
    disputed = sides.disputed
    return Selection(
        disputed.held,
        tuple(
            _split(a.segment, events, a.claims(), b.claims())
            for events, (a, b) in zip(disputed.sets, sides.parts, strict=True)
        ),
    )


def _split(segment: Segment, events: BitMap, on_a: Array | None, on_b: Array | None) -> BitMap:
    """`on_a`, `on_b`: masks of the claims of each side, None for all."""
    conflicts = segment.arrays.conflicts
    value_of, label = conflicts.value_of, conflicts.label
    counting = to_mask(events, segment.size)[conflicts.event][value_of]
    a, b = (counting & _given(conflicts, on) for on in (on_a, on_b))
    in_a, in_b = (np.bincount(value_of[told], minlength=len(conflicts.pk)) for told in (a, b))
    differ = (in_a > 0) & (in_b > 0) & (in_a != in_b)
    # Where both tell as many values, theirs stand beside each other in the same order.
    as_many = (in_a == in_b)[value_of]
    of_a, of_b = np.flatnonzero(a & as_many), np.flatnonzero(b & as_many)
    differ[value_of[of_a[label[of_a] != label[of_b]]]] = True
    return BitMap(np.unique(conflicts.event[differ]).astype(np.uint32))


def _given(conflicts: Conflicts, claims: Array | None) -> Array:
    """A mask of the values that one of the claims gives."""
    mask = np.zeros(len(conflicts.value_of), bool)
    mask[conflicts.given if claims is None else conflicts.given[claims[conflicts.claim]]] = True
    return mask


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
    for chosen, ranks in zip(sides.parts, with_pks(held, events).sets, strict=True):
        segment = chosen[0].segment
        claims = _claims_of(segment, to_ranks(ranks))
        masks = [side.claims() for side in chosen]
        in_a, in_b = (
            np.ones(len(claims), bool) if mask is None else mask[claims] for mask in masks
        )
        pks = segment.arrays.claim[claims]
        found += zip(pks.tolist(), in_a.tolist(), in_b.tolist(), strict=True)
    return found


def _claims_of(segment: Segment, ranks: Array) -> Array:
    begins = segment.claim_from[ranks]
    return spread(begins, segment.claim_from[ranks + 1] - begins)[0]
