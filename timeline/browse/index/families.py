"""Which events have which of many values: of an actor, a source, a standing."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

Array = np.ndarray
# An actor counts for itself, for what it belongs to, and for what that belongs to.
LEVELS = 3
_LOW = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Family:
    """For values[n], ascending, the ranks members[starts[n]:starts[n + 1]], ascending too.

    The same by event: rank r has the values at places[begins[r]:begins[r + 1]] of `values`.
    """

    values: Array
    starts: Array
    members: Array
    begins: Array
    places: Array

    def between(self, value: int) -> tuple[int, int]:
        """Where the members of a value begin and end."""
        place = int(np.searchsorted(self.values, value))
        if place == len(self.values) or self.values[place] != value:
            return 0, 0
        return int(self.starts[place]), int(self.starts[place + 1])


@dataclass(frozen=True, slots=True)
class Said:
    """A family whose events have their values by claims: entry n says that the claim
    `claim[n]` gives its event the value, and stands for the member at `pair[n]`."""

    family: Family
    claim: Array
    pair: Array

    def values_of(self, entries: Array) -> Array:
        """Which value each of the entries gives."""
        family = self.family
        place = np.searchsorted(family.starts, self.pair[entries], side="right") - 1
        return family.values[place]


def family_of(members: Array, values: Array, size: int) -> Family:
    """`size`: how many ranks there are."""
    return _family(distinct(_packed(members, values)), size)


def said_of(claim: Array, values: Array, claim_event: Array, size: int) -> Said:
    """Entries in the order of the claims, as they are given."""
    packed, pair = numbered(_packed(claim_event[claim], values))
    return Said(_family(packed, size), claim, pair)


def distinct(numbers: Array) -> Array:
    """In ascending order, each once. `np.unique` takes a way by hashes that is slower here."""
    numbers = np.sort(numbers)
    return numbers[_firsts(numbers)]


def numbered(numbers: Array) -> tuple[Array, Array]:
    """As `distinct`, and for each number its place among these."""
    order = np.argsort(numbers)
    ordered = numbers[order]
    first = _firsts(ordered)
    place = np.empty(len(numbers), np.int32)
    place[order] = np.cumsum(first, dtype=np.int32) - 1
    return ordered[first], place


def _firsts(ordered: Array) -> Array:
    first = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return first


def _packed(members: Array, values: Array) -> Array:
    return values.astype(np.int64) << 32 | members


def _family(packed: Array, size: int) -> Family:
    value, member = (packed >> 32).astype(np.int32), packed & _LOW
    first = _firsts(value)
    starts = np.flatnonzero(first)
    by_event = np.sort(member << 32 | (np.cumsum(first) - 1))
    few = len(starts) <= np.iinfo(np.uint16).max
    return Family(
        values=value[starts],
        starts=np.append(starts, len(packed)).astype(np.int64),
        members=member.astype(np.uint32),
        begins=np.searchsorted(by_event, np.arange(size + 1) << 32).astype(np.int64),
        places=(by_event & _LOW).astype(np.uint16 if few else np.uint32),
    )


def expanded(owner: Array, actor: Array, parents: Mapping[int, int]) -> tuple[Array, Array, Array]:
    """Every owner again for each actor that its own actor belongs to: owners, actors, and the
    place of the pair that each comes from."""
    up = np.zeros(max([int(actor.max(initial=0)), *parents, *parents.values()], default=0) + 1)
    up = up.astype(np.int32)
    up[list(parents)] = list(parents.values())
    place = np.arange(len(actor), dtype=np.int32)
    owners, actors, places = [owner], [actor], [place]
    for _ in range(LEVELS - 1):
        above = up[actor]
        held = above > 0
        owner, actor, place = owner[held], above[held], place[held]
        owners.append(owner)
        actors.append(actor)
        places.append(place)
    return np.concatenate(owners), np.concatenate(actors), np.concatenate(places)


def spread(begins: Array, lengths: Array) -> tuple[Array, Array]:
    """Every place in the runs that begin at `begins`, and the number of its run."""
    owner = np.repeat(np.arange(len(begins)), lengths)
    passed = np.cumsum(lengths) - lengths
    return np.arange(len(owner)) + np.repeat(begins - passed, lengths), owner
