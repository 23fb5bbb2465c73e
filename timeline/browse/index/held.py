"""What a process holds of the index: segments, and which of their events still stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from pyroaring import BitMap

from timeline.browse.called import Names
from timeline.browse.index.arrays import Parents, actors_of, arrange
from timeline.browse.index.bits import to_ranks
from timeline.browse.index.columns import read_columns
from timeline.browse.index.segment import Segment
from timeline.browse.index.storage import Stored

View = tuple[Segment, BitMap]


@dataclass(frozen=True, slots=True)
class Held:
    """`views`: each segment with the ranks of its events that no later segment tells anew."""

    views: tuple[View, ...]
    names: Names


def held_of(index: Stored, names: Names) -> Held:
    segment = _regrouped(Segment(index.arrays), index.parents, names.parents)
    return Held(((segment, segment.all),), names)


def renamed(held: Held, names: Names) -> Held:
    """With actors and sources as they are called now, and belong to each other."""
    before, now = held.names.parents, names.parents
    return Held(
        tuple((_regrouped(segment, before, now), alive) for segment, alive in held.views), names
    )


def _regrouped(segment: Segment, before: Parents, now: Parents) -> Segment:
    """With its actors under those they belong to now. Most often nobody in it has moved."""
    arrays = segment.arrays
    moved = [actor for actor in before.keys() | now.keys() if before.get(actor) != now.get(actor)]
    seen = (arrays.actors.involved.values, arrays.actors.says.family.values)
    if not any(np.isin(moved, values).any() for values in seen):
        return segment
    return Segment(
        replace(
            arrays,
            actors=actors_of(
                arrays.direct, arrays.claim_event, arrays.claim_known, now, segment.size
            ),
        )
    )


def with_changed(held: Held, events: Sequence[int]) -> Held:
    """The events with these primary keys as they stand in the database now; seven queries.

    The last segments are made anew together with the new one while they are not much
    larger, so that there are never more than a few.
    """
    changed = np.unique(np.asarray(events, dtype=np.int64))
    views = list(held.views)
    while len(views) > 1 and len(views[-1][1]) <= 2 * len(changed):
        segment, alive = views.pop()
        changed = np.union1d(changed, segment.arrays.event[to_ranks(alive)])
    left = [
        (segment, alive - BitMap(segment.ranks_of(changed).astype(np.uint32)))
        for segment, alive in views
    ]
    newest = Segment(arrange(read_columns(changed.tolist()), held.names.parents))
    return Held((*left, (newest, newest.all)), held.names)
