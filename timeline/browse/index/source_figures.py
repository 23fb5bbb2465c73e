"""What sources tell, how early, and where they stand apart: as `models.source_figures`."""

from collections import Counter

import numpy as np

from timeline.browse.index.bits import to_mask
from timeline.browse.index.families import Array, Family
from timeline.browse.index.held import Held, View
from timeline.models.source_figures import Timing, timing_of


def told_by_source(held: Held, source: int | None = None) -> dict[int, tuple[int, int]]:
    """How many events and claims each source, or the one, tells of."""
    events: Counter[int] = Counter()
    claims: Counter[int] = Counter()
    for view in held.views:
        said = view[0].arrays.source
        family, standing = said.family, _standing(view)
        start, end = (0, len(family.members)) if source is None else family.between(source)
        told = np.zeros(len(family.members), bool)
        told[start:end] = standing[family.members[start:end]]
        events.update(_summed(family, told))
        claims.update(_summed(family, np.bincount(said.pair, minlength=len(told)) * told))
    return {teller: (n, claims[teller]) for teller, n in events.items()}


def timing_by_source(held: Held, source: int | None = None) -> dict[int, Timing]:
    delays: dict[int, Counter[int]] = {}
    for view in held.views:
        of_view = view[0].arrays.delays
        start, end = 0, len(of_view.source)
        if source is not None:
            start, end = np.searchsorted(of_view.source, [source, source + 1])
        standing = _standing(view)[of_view.event[start:end]]
        tellers, days = of_view.source[start:end][standing], of_view.days[start:end][standing]
        begins, n = _runs(tellers, days)
        rows = (tellers[begins].tolist(), days[begins].tolist(), n.tolist())
        for teller, late, number in zip(*rows, strict=True):
            delays.setdefault(teller, Counter())[late] += number
    return {teller: timing_of(found) for teller, found in delays.items()}


def sides_counted(held: Held) -> dict[int, int]:
    """In how many disagreements each source gives one of the values."""
    counted: Counter[int] = Counter()
    for view in held.views:
        conflicts = view[0].arrays.conflicts
        taker = conflicts.taker[_standing(view)[conflicts.event[conflicts.taken]]]
        begins, n = _runs(taker)
        counted.update(dict(zip(taker[begins].tolist(), n.tolist(), strict=True)))
    return dict(counted)


def sides_of(held: Held, source: int, most: int) -> tuple[int, list[int]]:
    """In how many disagreements the source gives one of the values, and the primary keys of those
    on the most widely told events."""
    number = 0
    first: list[tuple[int, int, int]] = []
    for view in held.views:
        arrays = view[0].arrays
        start, end = np.searchsorted(arrays.conflicts.taker, [source, source + 1])
        taken = arrays.conflicts.taken[start:end]
        event = arrays.conflicts.event[taken]
        standing = _standing(view)[event]
        taken, event = taken[standing], event[standing]
        number += len(taken)
        pk, origins = arrays.conflicts.pk[taken], arrays.conflicts.origins[taken]
        order = np.lexsort((pk, -arrays.key[event], -origins))[:most]
        columns = (-origins[order], -arrays.key[event[order]], pk[order])
        first += zip(*(column.tolist() for column in columns), strict=True)
    return number, [pk for _, _, pk in sorted(first)[:most]]


def _standing(view: View) -> Array:
    """A mask of the events that no later segment tells anew."""
    segment, alive = view
    return to_mask(alive, segment.size)


def _summed(family: Family, numbers: Array) -> dict[int, int]:
    """The sum of the numbers, one for each member, that each value has; of no value with none."""
    if not len(family.values):
        return {}
    sums = np.add.reduceat(numbers, family.starts[:-1], dtype=np.int64)
    pairs = zip(family.values.tolist(), sums.tolist(), strict=True)
    return {value: n for value, n in pairs if n}


def _runs(*columns: Array) -> tuple[Array, Array]:
    """Where, in rows in order, equal ones begin, and how many they are."""
    size = len(columns[0])
    first = np.zeros(size, bool)
    first[:1] = True
    for column in columns:
        first[1:] |= column[1:] != column[:-1]
    begins = np.flatnonzero(first)
    return begins, np.diff(begins, append=size)
