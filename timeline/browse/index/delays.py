"""How many days behind the first the sources tell of the events of a segment."""

from dataclasses import dataclass

import numpy as np

from timeline.browse.index.columns import AFTER_ALL
from timeline.browse.index.families import Array, distinct, numbered

_LOW = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Delays:
    """Sources by primary key, events by rank, of events that can be compared (see
    `models.source_figures.timing_by_source`); ordered by source, then days. 0 days: the first."""

    source: Array
    days: Array
    event: Array


def delays_of(size: int, event: Array, source: Array, origin: Array, day: Array) -> Delays:
    """Each row: an article whose day of publication is known, and an event it tells of.

    `size`: the number of events.
    """
    pairs, place = numbered(source.astype(np.int64) << 32 | event)
    first = np.full(len(pairs), AFTER_ALL, np.int32)
    np.minimum.at(first, place, day)
    rank = (pairs & _LOW).astype(np.int32)
    earliest = np.full(size, AFTER_ALL, np.int32)
    np.minimum.at(earliest, rank, first)
    origins = distinct(event.astype(np.int64) << 32 | origin) >> 32
    compared = np.bincount(rank, minlength=size) >= 2
    compared &= np.bincount(origins, minlength=size) >= 2
    kept = compared[rank]
    rank, source, days = (
        rank[kept],
        (pairs[kept] >> 32).astype(np.int32),
        (first - earliest[rank])[kept],
    )
    order = np.lexsort((days, source))
    return Delays(source[order], days[order], rank[order])
