"""A segment as it is asked: its arrays, and sets of ranks that are made when first needed."""

from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import pairwise

import numpy as np
from pyroaring import BitMap

from timeline.browse.index.arrays import Arrays
from timeline.browse.index.bits import to_set
from timeline.browse.index.columns import AFTER_ALL, BEFORE_ALL, TYPES
from timeline.browse.index.families import Array, Family

# Sets that are kept for the next question: of words, days and the like.
_KEPT = 200
# Ranks that are counted together where all of them are chosen.
BLOCK = 1 << 14


class Sets:
    """The events of each value of a family, as sets."""

    def __init__(self, family: Family) -> None:
        self.family = family
        self.values = family.values
        self.totals = np.diff(family.starts)
        ends = family.starts.tolist()
        self.sets = [BitMap(family.members[start:end]) for start, end in pairwise(ends)]
        self._places = {value: place for place, value in enumerate(family.values.tolist())}

    @cached_property
    def by_total(self) -> list[tuple[int, int]]:
        """Total and place of the values, those with most events first."""
        order = np.argsort(-self.totals, kind="stable")
        return list(zip(self.totals[order].tolist(), order.tolist(), strict=True))

    @cached_property
    def by_block(self) -> Array:
        """How many events of each value there are in every BLOCK of ranks."""
        family = self.family
        width, size = len(self.values), len(family.begins) - 1
        block = family.members // BLOCK
        value = np.repeat(np.arange(width), self.totals)
        blocks = -(-size // BLOCK)
        return (
            np.bincount(block * width + value, minlength=blocks * width)
            .reshape(blocks, width)
            .astype(np.uint16)  # a block is no larger than that
        )

    def of(self, value: int) -> BitMap:
        place = self._places.get(value)
        return BitMap() if place is None else self.sets[place]

    def any_of(self, values: Iterable[int]) -> BitMap:
        return BitMap.union(BitMap(), *(self.of(value) for value in values))

    def places_of(self, values: Iterable[int]) -> list[int]:
        """Where those of the values stand that are here."""
        return [self._places[value] for value in values if value in self._places]


class Segment:
    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self._kept: dict[tuple, BitMap] = {}

    @property
    def size(self) -> int:
        return len(self.arrays.event)

    @cached_property
    def all(self) -> BitMap:
        return BitMap(range(self.size))

    @cached_property
    def involved(self) -> Sets:
        return Sets(self.arrays.actors.involved)

    @cached_property
    def acting(self) -> Sets:
        return Sets(self.arrays.actors.acting)

    @cached_property
    def receiving(self) -> Sets:
        return Sets(self.arrays.actors.receiving)

    @cached_property
    def says(self) -> Sets:
        return Sets(self.arrays.actors.says.family)

    @cached_property
    def standing(self) -> Sets:
        return Sets(self.arrays.standing.family)

    @cached_property
    def source(self) -> Sets:
        return Sets(self.arrays.source.family)

    @cached_property
    def marks(self) -> dict[str, BitMap]:
        marks = {"agree": self.arrays.agreed, "disagree": self.arrays.disagreed}
        marks["reviewed"] = self.arrays.reviewed
        return {name: to_set(mask) for name, mask in marks.items()}

    @cached_property
    def dated(self) -> BitMap:
        arrays = self.arrays
        return to_set((arrays.earliest != BEFORE_ALL) | (arrays.latest != AFTER_ALL))

    @cached_property
    def _by_pk(self) -> Array:
        return self.arrays.event[self.arrays.rank_by_pk]

    @cached_property
    def by_type(self) -> Array:
        """How many events there are of each type."""
        return np.bincount(self.arrays.type, minlength=len(TYPES))

    @cached_property
    def by_month_group(self) -> Array:
        return np.bincount(self.arrays.month_group, minlength=len(self.arrays.months))

    @cached_property
    def by_article(self) -> Array:
        """How many events each article tells of."""
        return np.bincount(self.arrays.articles_of, minlength=len(self.arrays.article))

    @cached_property
    def cited(self) -> BitMap:
        """The events with a claim that has a passage."""
        return to_set(self.arrays.cited_claims > 0)

    @cached_property
    def cited_digits(self) -> list[BitMap]:
        """Set n: the events in whose number of claims with a passage the n-th binary digit is 1."""
        told = self.arrays.cited_claims
        digits = int(told.max(initial=0)).bit_length()
        return [to_set(told >> digit & 1 == 1) for digit in range(digits)]

    def known_by(self, day: int) -> BitMap:
        """The events of which an article tells that was surely out by the end of the day."""
        return self.kept(("known", day), lambda: to_set(self.arrays.known <= day))

    @cached_property
    def claim_from(self) -> Array:
        """The claims about event n are those from claim_from[n] on, up to that of the next."""
        told = np.bincount(self.arrays.claim_event, minlength=self.size)
        return np.concatenate([[0], np.cumsum(told)])

    def ranks_at(self, places: Array) -> Array:
        """The ranks of the events whose texts hold these places of all the words."""
        return self.arrays.rank_by_pk[np.searchsorted(self._begins, places, side="right") - 1]

    @cached_property
    def _begins(self) -> Array:
        """Where the texts begin, in the order they are stored: that of the primary keys."""
        return self.arrays.words.texts.begins[self.arrays.rank_by_pk]

    def kept(self, key: tuple, make: Callable[[], BitMap]) -> BitMap:
        """The set that was made for this key, or is made now."""
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            found = self._kept[key] = make()
        return found

    def ranks_of(self, events: Array) -> Array:
        """The ranks of the events with these primary keys, of those that are here."""
        place = np.searchsorted(self._by_pk, events)
        held = place < self.size
        place, events = place[held], events[held]
        return self.arrays.rank_by_pk[place[self._by_pk[place] == events]]
