"""Events of a segment, in the forms that counting them takes."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from pyroaring import BitMap

from timeline.browse.index.bits import to_mask, to_ranks
from timeline.browse.index.families import Array, runs
from timeline.browse.index.segment import BLOCK, Segment

# One in so many and fewer: their claims are passed one by one.
_FEW = 8


@dataclass(frozen=True, slots=True)
class Blockwise:
    """Whole blocks of ranks, and the ranks by which they differ from the events: those in no
    such block, and those of the blocks that are not among the events."""

    blocks: Array
    besides: Array
    without: Array

    def __len__(self) -> int:
        return len(self.besides) + len(self.without)


class Picked:
    """Each form is made once, when it is first asked for.

    `but_for`: they are all the events of the claims that some filters of claims choose, but for
    those of these ranks, which are few; None where nobody can say so.
    """

    def __init__(self, segment: Segment, events: BitMap, but_for: BitMap | None = None) -> None:
        self.segment = segment
        self.events = events
        self._but_for = but_for

    @property
    def by_claims(self) -> bool:
        return self._but_for is not None

    def __len__(self) -> int:
        return self._number

    @cached_property
    def _number(self) -> int:
        return len(self.events)

    @property
    def is_all(self) -> bool:
        return self._number == self.segment.size

    @cached_property
    def mask(self) -> Array:
        return to_mask(self.events, self.segment.size)

    @cached_property
    def ranks(self) -> Array:
        return to_ranks(self.events)

    @cached_property
    def others(self) -> Array:
        """The ranks of all that are not picked."""
        return to_ranks(self.segment.all - self.events)

    @cached_property
    def blockwise(self) -> Blockwise:
        size = self.segment.size
        begins = np.arange(0, size, BLOCK)
        here = np.add.reduceat(self.mask.view(np.uint8), begins, dtype=np.int64)
        lengths = np.diff(begins, append=size)
        whole = here * 2 > lengths
        odd = np.flatnonzero(self.mask != np.repeat(whole, lengths))
        without = whole[odd // BLOCK]
        return Blockwise(np.flatnonzero(whole), odd[~without], odd[without])

    @cached_property
    def claims(self) -> Array:
        """The claims about them, ascending."""
        begins = self.segment.claim_from
        return runs(begins[self.ranks], begins[self.ranks + 1])

    def met(self, claims: Array) -> Array:
        """The claims about them, of a mask of those the filters choose; for `by_claims`."""
        if self._but_for:
            begins, gone = self.segment.claim_from, to_ranks(self._but_for)
            claims = claims.copy()
            claims[runs(begins[gone], begins[gone + 1])] = False
        return claims

    def claims_in(self, claims: Array) -> Array:
        """The claims about them, ascending, of those in a mask."""
        if self.is_all:
            return np.flatnonzero(claims)
        if len(self) * _FEW < self.segment.size:
            return self.claims[np.flatnonzero(claims[self.claims])]
        some = np.flatnonzero(claims)
        return some[np.flatnonzero(self.mask[self.segment.arrays.claim_event[some]])]
