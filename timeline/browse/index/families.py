"""Which events have which of many values: of an actor, a source, a standing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce

import numpy as np

Array = np.ndarray
# An open or unknown beginning lies before every day, an open or unknown end after it.
BEFORE_ALL, AFTER_ALL = 0, date.max.toordinal() + 1
# An actor counts for itself, for what it belongs to, and for what that belongs to.
LEVELS = 3
_LOW = 0xFFFFFFFF
# Ranks that follow one another are taken together where so many do on average.
_LENGTH = 100


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

    def place_of(self, value: int) -> int | None:
        """Where a value stands among all, None for one that no event has."""
        place = int(np.searchsorted(self.values, value))
        known = place < len(self.values) and self.values[place] == value
        return place if known else None

    def between(self, value: int) -> tuple[int, int]:
        """Where the members of a value begin and end."""
        place = self.place_of(value)
        if place is None:
            return 0, 0
        return int(self.starts[place]), int(self.starts[place + 1])


@dataclass(frozen=True, slots=True)
class Said:
    """A family whose events have their values by claims: entry n says that the claim
    `claim[n]` gives its event the value at `place[n]`, and stands for the member at `pair[n]`.

    `begins`: claim n has the entries from begins[n] up to begins[n + 1].
    `first`, `further`: of each member its first entry, and all entries that are not the first.
    `known`: of each member the first day by which an article that says so was surely out.
    """

    family: Family
    claim: Array
    place: Array
    pair: Array
    begins: Array
    first: Array
    further: Array
    known: Array

    def values_of(self, entries: Array) -> Array:
        """Which value each of the entries gives."""
        return self.family.values[self.place[entries]]

    def giving(self, values: Iterable[int]) -> Array:
        """A mask of the entries that give one of the values."""
        places = map(self.family.place_of, values)
        masks = [self.place == place for place in places if place is not None]
        return reduce(np.logical_or, masks, np.zeros(len(self.place), bool))


def family_of(members: Array, values: Array, size: int) -> Family:
    """`size`: how many ranks there are."""
    return _family(distinct(_packed(members, values)), size)


def said_of(claim: Array, values: Array, day: Array, claim_event: Array, size: int) -> Said:
    """Entries in the order of the claims, as they are given. `day`: of each, see Said.known."""
    packed, pair = numbered(_packed(claim_event[claim], values))
    family = _family(packed, size)
    entries = np.arange(len(claim), dtype=np.int32)
    first = np.empty(len(packed), np.int32)
    first[pair[::-1]] = entries[::-1]
    further = np.ones(len(claim), bool)
    further[first] = False
    return Said(
        family=family,
        claim=claim,
        place=np.searchsorted(family.values, values).astype(family.places.dtype),
        pair=pair,
        begins=_begins(claim, len(claim_event)),
        first=first,
        further=entries[further],
        known=first_days(len(packed), pair, day),
    )


def _begins(owner: Array, size: int) -> Array:
    """Where the rows of each of so many owners begin, which come in their order; and the end."""
    return np.cumsum(np.bincount(owner + 1, minlength=size + 1), dtype=np.int32)


def first_days(size: int, owner: Array, day: Array) -> Array:
    """The first of the days of each owner, which are numbered up to `size`; AFTER_ALL for none."""
    first = np.full(size, AFTER_ALL, np.int32)
    np.minimum.at(first, owner, day)
    return first


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


def narrow(ascending: Array) -> Array:
    """In half the memory where the last, which is the largest, allows."""
    fits = not len(ascending) or ascending[-1] <= np.iinfo(np.int32).max
    return ascending.astype(np.int32 if fits else np.int64)


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
        begins=narrow(np.searchsorted(by_event, np.arange(size + 1) << 32)),
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
    return runs(begins, begins + lengths), np.repeat(np.arange(len(begins)), lengths)


def rows_of(values: Array, begins: Array, ranks: Array) -> Array:
    """The rows of these ranks, which ascend: rank r has values[begins[r]:begins[r + 1]].

    Ranks that follow one another, as those of a time do, are taken together.
    """
    if not len(ranks):
        return values[:0]
    breaks = np.flatnonzero(ranks[1:] - ranks[:-1] != 1)
    if len(breaks) * _LENGTH > len(ranks):
        return values[runs(begins[ranks], begins[ranks + 1])]
    starts = begins[ranks[np.concatenate([[0], breaks + 1])]].tolist()
    ends = begins[ranks[np.concatenate([breaks, [len(ranks) - 1]])] + 1].tolist()
    return np.concatenate([values[start:end] for start, end in zip(starts, ends, strict=True)])


def runs(begins: Array, ends: Array) -> Array:
    """Every place in the runs from `begins` up to `ends`, one run behind the other."""
    some = np.flatnonzero(ends > begins)
    if not len(some):
        return np.empty(0, np.int64)
    begins, ends = begins[some], ends[some]
    starts = np.cumsum(ends - begins)
    # Steps of one, and at the start of a run whatever leads there.
    place = np.ones(int(starts[-1]), np.int64)
    place[0] = begins[0]
    place[starts[:-1]] = begins[1:] - ends[:-1] + 1
    return np.cumsum(place, out=place)
