"""What a process holds of the index: segments, and which of their events still stand."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from pyroaring import BitMap

from timeline.browse.index.arrays import arrange
from timeline.browse.index.columns import read_columns
from timeline.browse.index.names import Names
from timeline.browse.index.segment import Segment

View = tuple[Segment, BitMap]


@dataclass(frozen=True, slots=True)
class Held:
    """`views`: each segment with the ranks of its events that no later segment tells anew."""

    views: tuple[View, ...]
    names: Names


def with_changed(held: Held, events: Sequence[int]) -> Held:
    """The events with these primary keys as they stand in the database now; five queries.

    The last segments are made anew together with the new one while they are not much
    larger, so that there are never more than a few.
    """
    changed = np.unique(np.asarray(events, dtype=np.int64))
    views = list(held.views)
    while len(views) > 1 and len(views[-1][1]) <= 2 * len(changed):
        segment, alive = views.pop()
        changed = np.union1d(changed, segment.arrays.event[np.array(alive.to_array(), np.int64)])
    left = [
        (segment, alive - BitMap(segment.ranks_of(changed).astype(np.uint32)))
        for segment, alive in views
    ]
    newest = Segment(arrange(read_columns(changed.tolist()), held.names.parents))
    return Held((*left, (newest, newest.all)), held.names)
