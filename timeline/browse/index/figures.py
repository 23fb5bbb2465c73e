"""What an actor does, with whom, and what it says, in numbers: as `models.actor_figures`."""

from collections import Counter
from collections.abc import Iterable

import numpy as np
from pyroaring import BitMap

from timeline.browse.index.bits import to_ranks
from timeline.browse.index.columns import STANDINGS, TYPES
from timeline.browse.index.families import distinct, runs
from timeline.browse.index.held import Held
from timeline.browse.index.segment import Segment, Sets
from timeline.browse.index.select import of_type
from timeline.models.actor_figures import Shared
from timeline.vocabulary import QUAD_CLASS, EventType, QuadClass

_TYPES = {
    quad: [TYPES.index(type.value) for type in EventType if QUAD_CLASS[type] == quad]
    for quad in QuadClass
}
_TOWARDS, _BACK, _TOGETHER = "towards", "back", "together"


def shared_with(held: Held, key: str, others: Iterable[str]) -> dict[str, Shared]:
    """Of these others, also of one with whom it shares nothing."""
    (actor,) = held.names.keys.actors([key])
    slots = [slot for view in held.views for slot in _slots(*view, actor)]
    found = {}
    for other in others:
        (value,) = held.names.keys.actors([other])
        counted: Counter[str | int] = Counter()
        for name, events, sets in slots:
            if n := events.intersection_cardinality(sets.of(value)):
                counted[name] += n
        found[other] = Shared(
            towards=counted[_TOWARDS],
            back=counted[_BACK],
            together=counted[_TOGETHER],
            quads={int(quad): counted[quad] for quad in QuadClass if quad in counted},
        )
    return found


def _slots(segment: Segment, alive: BitMap, actor: int) -> list[tuple[str | int, BitMap, Sets]]:
    """What is counted, of which events of the actor, and where another must have a part in them."""
    acts, gets = segment.acting.of(actor) & alive, segment.receiving.of(actor) & alive
    either = segment.involved.of(actor) & alive
    slots: list[tuple[str | int, BitMap, Sets]] = [
        (_TOWARDS, acts, segment.receiving),
        (_BACK, gets, segment.acting),
        (_TOGETHER, acts, segment.acting),
    ]
    for quad, types in _TYPES.items():
        slots.append((quad, either & of_type(segment, types), segment.involved))
    return [slot for slot in slots if slot[1]]


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
