"""How many of the chosen events of a segment have each value of a family."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from pyroaring import BitMap

from timeline.browse.answer_records import LISTED
from timeline.browse.index.families import Array, Family, rows_of
from timeline.browse.index.picked import Picked
from timeline.browse.index.segment import Sets

# So many values and fewer are counted one by one.
_VALUES = 32
# So many events and fewer are gone through one by one, before anything else is tried.
_FEW = 30_000
# So many events, or differences from whole blocks, and fewer are gone through one by one.
_MANY = 120_000


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many events have each of the values, which are primary keys.

    `more`: whether others have some too, fewer than the LISTED first of these.
    """

    values: Array
    counts: Array
    more: bool = False


NONE = Numbers(np.zeros(0, np.int64), np.zeros(0, np.int64))


def numbers(sets: Sets, picked: Picked, also: Sequence[int] = (), most: bool = True) -> Numbers:
    """`also`: values that are wanted however few events they have. `most`: of very many events
    count only the values that can be among the LISTED first.
    """
    if len(sets.values) <= _VALUES:
        return Numbers(sets.values, _by_value(sets, picked.events))
    if len(picked) <= _FEW:
        return Numbers(sets.values, _by_event(sets.family, picked.ranks))
    blockwise = picked.blockwise
    if len(blockwise) <= _MANY:
        counts = sets.by_block[blockwise.blocks].sum(axis=0, dtype=np.int64)
        counts += _by_event(sets.family, blockwise.besides)
        counts -= _by_event(sets.family, blockwise.without)
        return Numbers(sets.values, counts)
    if not most:
        return Numbers(sets.values, _by_member(sets.family, picked))
    counted = _candidates(sets, picked.events)
    rest = [place for place in sets.places_of(also) if place not in counted]
    counted |= {place: sets.sets[place].intersection_cardinality(picked.events) for place in rest}
    places = sorted(counted)
    left = (sets.sets[place] for _, place in sets.by_total if place not in counted)
    more = any(one.intersect(picked.events) for one in left)
    return Numbers(sets.values[places], np.array([counted[place] for place in places]), more)


def _by_value(sets: Sets, events: BitMap) -> Array:
    return np.array(list(map(events.intersection_cardinality, sets.sets)), np.int64)


def _by_event(family: Family, ranks: Array) -> Array:
    places = rows_of(family.places, family.begins, ranks)
    return np.bincount(places, minlength=len(family.values))


def _by_member(family: Family, picked: Picked) -> Array:
    return totals_of(family, picked.mask[family.members])


def totals_of(family: Family, counting: Array) -> Array:
    """How many members of each value are true in a mask of the members."""
    if not len(family.values):
        return np.zeros(0, np.int64)
    return np.add.reduceat(counting.view(np.uint8), family.starts[:-1], dtype=np.uint32)


def _candidates(sets: Sets, events: BitMap) -> dict[int, int]:
    """The numbers of the values, by their places, that can be among the LISTED first.

    Values come by their totals: once so many have been counted that a total cannot reach the
    least of these, none that follows can.
    """
    best: list[int] = []
    counted: dict[int, int] = {}
    for total, place in sets.by_total:
        if len(best) == LISTED and total < best[0]:
            break
        count = counted[place] = sets.sets[place].intersection_cardinality(events)
        if len(best) < LISTED:
            heapq.heappush(best, count)
        elif count > best[0]:
            heapq.heapreplace(best, count)
    return counted


def added(parts: Sequence[Numbers]) -> Numbers:
    """Of several segments together: what is in the small ones is added to the largest."""
    *rest, largest = sorted(parts, key=lambda numbers: len(numbers.values))
    values, counts = largest.values, largest.counts.astype(np.int64)
    for part in rest:
        some = np.flatnonzero(part.counts)
        others, more = part.values[some], part.counts[some]
        place = np.searchsorted(values, others)
        new = np.flatnonzero(values[np.minimum(place, len(values) - 1)] != others)
        values = np.insert(values, place[new], others[new])
        counts = np.insert(counts, place[new], 0)
        counts[np.searchsorted(values, others)] += more
    return Numbers(values, counts, any(part.more for part in parts))
