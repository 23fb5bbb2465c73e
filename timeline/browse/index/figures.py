"""What an actor does, with whom, and what it says, in numbers: as `models.actor_figures`."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from pyroaring import BitMap

from timeline.browse.index.bits import to_ranks
from timeline.browse.index.columns import STANDINGS, TYPES
from timeline.browse.index.families import Array, distinct, rows_of, runs
from timeline.browse.index.held import Held
from timeline.browse.index.segment import Segment, Sets
from timeline.browse.index.select import of_type
from timeline.models.actor_figures import Shared
from timeline.vocabulary import QUAD_CLASS, EventType, QuadClass

# So many events and fewer are gone through one by one.
_FEW = 4_000
_TYPES = {
    quad: [TYPES.index(type.value) for type in EventType if QUAD_CLASS[type] == quad]
    for quad in QuadClass
}
_TOWARDS, _BACK, _TOGETHER = "towards", "back", "together"
_Slot = tuple[str | QuadClass, BitMap, Sets]


def shared_with(held: Held, key: str, others: Sequence[str]) -> dict[str, Shared]:
    """Of these others, also of one with whom it shares nothing."""
    (actor,), values = held.names.keys.actors([key]), held.names.keys.actors(others)
    counted: dict[str | QuadClass, Array] = defaultdict(lambda: np.zeros(len(values), np.int64))
    for view in held.views:
        for name, events, sets in _slots(*view, actor):
            counted[name] += _with_each(events, sets, values)
    towards, back, together = (counted[name].tolist() for name in (_TOWARDS, _BACK, _TOGETHER))
    quads = {int(quad): counted[quad].tolist() for quad in QuadClass}
    return {
        other: Shared(
            towards[place],
            back[place],
            together[place],
            {quad: n for quad, numbers in quads.items() if (n := numbers[place])},
        )
        for place, other in enumerate(others)
    }


def _slots(segment: Segment, alive: BitMap, actor: int) -> list[_Slot]:
    """What is counted, of which events of the actor, and where another must have a part in them."""
    acts, gets = segment.acting.of(actor) & alive, segment.receiving.of(actor) & alive
    either = segment.involved.of(actor) & alive
    slots: list[_Slot] = [
        (_TOWARDS, acts, segment.receiving),
        (_BACK, gets, segment.acting),
        (_TOGETHER, acts, segment.acting),
    ]
    for quad, types in _TYPES.items():
        slots.append((quad, either & of_type(segment, types), segment.involved))
    return [slot for slot in slots if slot[1] and len(slot[2].values)]


def _with_each(events: BitMap, sets: Sets, values: Sequence[int]) -> Array:
    """How many of the events each of the values has."""
    if len(events) > _FEW:
        return np.array(
            [events.intersection_cardinality(sets.of(value)) for value in values], np.int64
        )
    family, ranks = sets.family, to_ranks(events)
    here = rows_of(family.places, family.begins, ranks)
    counts = np.bincount(here, minlength=len(family.values))
    place = np.searchsorted(family.values, values).clip(max=len(counts) - 1)
    return np.where(family.values[place] == values, counts[place], 0)


def said_by_standing(held: Held, key: str) -> dict[str, int]:
    (actor,) = held.names.keys.actors([key])
    found = np.zeros(len(STANDINGS), np.int64)
    for segment, alive in held.views:
        ranks = to_ranks(segment.says.of(actor) & alive)
        if not len(ranks):
            continue
        arrays, says = segment.arrays, segment.arrays.actors.says
        claims = runs(segment.claim_from[ranks], segment.claim_from[ranks + 1])
        entries = runs(says.begins[claims], says.begins[claims + 1])
        own = distinct(says.claim[entries[says.place[entries] == says.family.place_of(actor)]])
        found += np.bincount(arrays.standing.values_of(own), minlength=len(STANDINGS))
    return {standing: n for standing, n in zip(STANDINGS, found.tolist(), strict=True) if n}
