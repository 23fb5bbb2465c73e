"""The keys and ids of the events that a page shows."""

import numpy as np
from pyroaring import BitMap

from timeline.browse.answer_records import PAGE_SIZE, Keyed
from timeline.browse.filters import Filter
from timeline.browse.index.segment import Segment
from timeline.models.event_queries import FIRST_DATED_KEY


def rows_of(segment: Segment, events: BitMap, chosen: Filter) -> list[Keyed]:
    """As many as a page needs, in the order that `answer_records.paged` takes."""
    keys = segment.arrays.key
    place = chosen.after if chosen.after is not None else chosen.before
    undated = _below(events, int(np.searchsorted(keys, FIRST_DATED_KEY)))
    # Sets count up to the first key that is not smaller, and to the first that is greater.
    low = high = len(events)
    if place is not None:
        low = _below(events, int(np.searchsorted(keys, place)))
        high = _below(events, int(np.searchsorted(keys, place, side="right")))
    ranks: list[int] = []
    for start, end in _runs(chosen, place, low, high, undated, len(events)):
        wanted = PAGE_SIZE + 1 - len(ranks)
        if _backwards(chosen):
            ranks += reversed(events[max(start, end - wanted) : end])
        else:
            ranks += events[start : min(end, start + wanted)]
    return list(zip(keys[ranks].tolist(), segment.arrays.event[ranks].tolist(), strict=True))


def in_order(rows: list[Keyed], chosen: Filter) -> list[Keyed]:
    """Rows of several segments in the order of `rows_of`, as many as a page needs."""

    def order(row: Keyed) -> tuple[bool, int]:
        return chosen.oldest_first and row[0] < FIRST_DATED_KEY, row[0]

    if not chosen.oldest_first:
        rows = sorted(rows, reverse=_backwards(chosen))
    elif chosen.after is None:
        rows = sorted(rows, key=order)
    else:
        rows = sorted(rows, key=order, reverse=True)
    return rows[: PAGE_SIZE + 1]


def _backwards(chosen: Filter) -> bool:
    """Whether keys fall: newest first going on, oldest first going back."""
    return chosen.oldest_first == (chosen.after is not None)


def _runs(
    chosen: Filter, place: int | None, low: int, high: int, undated: int, size: int
) -> list[tuple[int, int]]:
    """Where, in the ascending events, those lie that follow the place asked for."""
    if not chosen.oldest_first:
        return [(high, size)] if chosen.after is not None else [(0, low)]
    dated_place = place is not None and place >= FIRST_DATED_KEY
    if chosen.after is not None:
        return [(undated, low)] if dated_place else [(0, low), (undated, size)]
    if place is None:
        return [(undated, size), (0, undated)]
    return [(high, size), (0, undated)] if dated_place else [(high, undated)]


def _below(events: BitMap, rank: int) -> int:
    return events.rank(rank - 1) if rank else 0
