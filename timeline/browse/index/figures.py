"""What an actor does, with whom, and what it says, in numbers: as `models.actor_figures`."""

from collections import Counter

import numpy as np

from timeline.browse.index.bits import to_mask
from timeline.browse.index.columns import STANDINGS, TYPES
from timeline.browse.index.held import Held
from timeline.browse.index.selection import (
    ACTING,
    INVOLVED,
    RECEIVING,
    Selection,
    numbers_of,
    of_actor,
    of_types,
)
from timeline.models.actor_figures import Shared
from timeline.vocabulary import QUAD_CLASS, EventType, QuadClass


def shared_with(held: Held, key: str) -> dict[str, Shared]:
    acting, receiving = of_actor(held, key, ACTING), of_actor(held, key, RECEIVING)
    either = of_actor(held, key, INVOLVED)
    towards = _by_key(acting, RECEIVING)
    back = _by_key(receiving, ACTING)
    together = _by_key(acting, ACTING)
    quads = {
        int(quad): _by_key(either & of_types(held, _types(quad)), INVOLVED) for quad in QuadClass
    }
    others = set().union(towards, back, together, *quads.values())
    return {
        other: Shared(
            towards=towards.get(other, 0),
            back=back.get(other, 0),
            together=together.get(other, 0),
            quads={quad: counts[other] for quad, counts in quads.items() if other in counts},
        )
        for other in others
    }


def said_by_standing(held: Held, key: str) -> dict[str, int]:
    (actor,) = held.names.keys.actors([key])
    found: Counter[str] = Counter()
    for segment, alive in held.views:
        arrays = segment.arrays
        says = arrays.actors.says
        claims = np.unique(says.claim[says.giving([actor])])
        claims = claims[to_mask(alive, segment.size)[arrays.claim_event[claims]]]
        standing = arrays.standing.values_of(claims)
        for place, n in enumerate(np.bincount(standing, minlength=len(STANDINGS)).tolist()):
            found[STANDINGS[place]] += n
    return {standing: n for standing, n in found.items() if n}


def _types(quad: QuadClass) -> list[int]:
    return [TYPES.index(type.value) for type in EventType if QUAD_CLASS[type] == quad]


def _by_key(events: Selection, family: str) -> dict[str, int]:
    counted, called = numbers_of(events, family), events.held.names.actors
    pairs = zip(counted.values.tolist(), counted.counts.tolist(), strict=True)
    return {called[value][0]: n for value, n in pairs if n and value in called}
