"""Claims by their terms: which known ones a claim is nearest to, and which of these matter.

A claim meets the 150 that it shares most terms with, and nearly all of them tell something else.
What can be said of a pair in numbers is said here of all of them at once, so that `compare` looks
at the few that are left. It is a bound on what `compare` says, and never passes over a pair that
is not `new` to it.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from timeline.link.calendar import Calendar, Flags, Numbers, appeared
from timeline.link.compare import (
    HOPELESS,
    NEAR_COPY,
    NEWS_DAYS,
    OTHER_TYPE,
    POINT,
    SAME,
    SAME_TYPE,
    SAME_WITHIN_ARTICLE,
    TIED_BY_POINT,
    UNSURE,
)
from timeline.link.core import CORE
from timeline.link.days import SAME_DAY, SAME_PERIOD
from timeline.link.records import PARTY, ClaimRecord
from timeline.link.story import alike
from timeline.link.terms import FIGURE, UNIT, UNITS_OF_COMMON, UNITS_OF_FIGURE, size, weight

# Nearest claims by shared terms that a claim is compared with: cost must not grow with events.
MOST_CLAIMS = 150
# Claims whose pairs are judged together.
_AT_ONCE = 16
# Kinds of terms, each counted for itself; claims are not found by the last one.
_PARTY, _TELLING, _FIGURE, _COMMON, _CORE, _KINDS = range(6)
_WEIGHTS = np.array([UNIT, UNIT, UNITS_OF_FIGURE, UNITS_OF_COMMON, UNIT])
# What a sum of rounded numbers may be off by.
_NEARLY = 1e-6


class Pair(NamedTuple):
    """A claim and `claim`, the number of a known one.

    `hopeful`: they may agree; where not, the verdict is `new`. `score`: that of `likeness`, but
    for pairs that are `pointed`: both may tell the point of one story.
    """

    claim: int
    hopeful: bool
    pointed: bool
    score: float


@dataclass(frozen=True, slots=True)
class Near:
    """Pairs with a claim, those that share most terms first; `scores` are not rounded yet."""

    claims: Numbers
    hopeful: Flags
    pointed: Flags
    scores: NDArray[np.float64]

    def pairs(self, wanted: Numbers) -> Iterator[Pair]:
        """Those at the places `wanted`, in this order."""
        claims, hopeful = self.claims[wanted].tolist(), self.hopeful[wanted].tolist()
        scores = (round(score, 4) for score in self.scores[wanted].tolist())
        return map(Pair, claims, hopeful, self.pointed[wanted].tolist(), scores)


class Neighbours:
    """Claims in a fixed order, by number. Those before one are known when its turn comes."""

    def __init__(self, claims: Sequence[ClaimRecord]) -> None:
        self._claims, self._count = claims, len(claims)
        self._ready: dict[int, Near] = {}
        self._postings, self._starts, self._numbers = _postings(claims)
        self._sizes = np.array([size(claim.features) for claim in claims], float)
        self._named = np.array([bool(claim.parties) for claim in claims], bool)
        self._points = np.array([claim.point for claim in claims], float)
        self._stories = [claim.story for claim in claims]
        self._types = _coded([claim.type for claim in claims])
        self._articles = _coded([claim.article for claim in claims])
        self._calendar = Calendar(claims)
        self._appeared = appeared(claims)

    def nearest(self, at: int) -> Near:
        """Those nearest to the claim of this number, of the claims before it.

        The next claims are looked at with it: a hundred numbers take about as long as ten.
        """
        if at not in self._ready:
            self._ready = self._judged(range(at, min(at + _AT_ONCE, self._count)))
        return self._ready[at]

    def _met(self, at: int) -> tuple[Numbers, Numbers]:
        """The numbers of those that share most, in order, and by kind how many terms they share."""
        claim = self._claims[at]
        hits = self._hits(claim)[:, :at]
        shared = hits[:_CORE].sum(axis=0)
        # Two openings of one story may have a single word in common.
        found = np.flatnonzero(shared >= (1 if claim.point >= POINT else 2))
        # Most shared first, then in order: one number says both.
        rank = found - shared[found] * self._count
        if len(rank) > MOST_CLAIMS:
            rank = np.partition(rank, MOST_CLAIMS - 1)[:MOST_CLAIMS]
        rank.sort()
        near = rank % max(1, self._count)
        return near, hits[:, near]

    def _hits(self, claim: ClaimRecord) -> Numbers:
        """By kind of term and number of claim: how many terms both have."""
        lists = [
            self._postings[self._starts[number] : self._starts[number + 1]]
            for term in claim.features
            if (number := self._numbers.get(term)) is not None
        ]
        flat = np.concatenate(lists) if lists else np.zeros(0, np.int64)
        return np.bincount(flat, minlength=_KINDS * self._count).reshape(_KINDS, self._count)

    def _judged(self, numbers: Sequence[int]) -> dict[int, Near]:
        met = [self._met(at) for at in numbers]
        sizes = [len(near) for near, _ in met]
        at = np.repeat(np.array(numbers, np.int64), sizes)
        near = np.concatenate([near for near, _ in met])
        hits = np.concatenate([hits for _, hits in met], axis=1)
        hopeful, pointed, score = self._judged_pairs(at, near, hits)
        parts = map(slice, accumulate(sizes, initial=0), accumulate(sizes))
        return {
            number: Near(near[part], hopeful[part], pointed[part], score[part])
            for number, part in zip(numbers, parts, strict=True)
        }

    def _judged_pairs(
        self, at: Numbers, near: Numbers, hits: Numbers
    ) -> tuple[Flags, Flags, NDArray[np.float64]]:
        """Of each pair whether it is hopeful, whether pointed, and its score."""
        dated = self._calendar.dated[near] & self._calendar.dated[at]
        score = _WEIGHTS @ hits / UNIT / (self._sizes[near] * self._sizes[at])
        types, own_types = self._types[near], self._types[at]
        typed = (types > 0) & (own_types > 0)
        score += np.where(types == own_types, SAME_TYPE, OTHER_TYPE) * typed
        meet = dated & (self._calendar.gaps(at, near) <= 0)
        days = self._calendar.exact[near] & self._calendar.exact[at]
        score += np.where(days, SAME_DAY, SAME_PERIOD) * meet
        tied = meet | (hits[_PARTY] > 0)
        core = hits[_CORE] > 0
        needed = np.where(core & tied, HOPELESS, UNSURE)
        differ = dated & ~meet
        needed[differ] = np.where(core, SAME, NEAR_COPY)[differ]
        own = self._articles[near] == self._articles[at]
        needed[own] = SAME_WITHIN_ARTICLE
        enough = (score >= needed - _NEARLY) & self._comparable(at, near, hits)
        points = self._points[near] * self._points[at]
        pointed = self._pointed(at, near, points, ~own)
        hopeful = ~self._calendar.apart(at, near) & ((points > 0) & own | pointed | enough)
        return hopeful, pointed, score

    def _pointed(
        self, at: Numbers, near: Numbers, points: NDArray[np.float64], others: Flags
    ) -> Flags:
        """As far as points, days and stories go, the same that `shared_point` asks first."""
        may = others & (points >= TIED_BY_POINT) & (self._appeared.gaps(at, near) <= NEWS_DAYS)
        for place in np.flatnonzero(may).tolist():
            told = alike(self._stories[at[place]], self._stories[near[place]])
            may[place] = points[place] * told >= TIED_BY_POINT
        return may

    def _comparable(self, at: Numbers, near: Numbers, hits: Numbers) -> Flags:
        """Enough is shared to judge by, where the two are not the point of their articles."""
        parties = hits[_PARTY]
        telling = hits[_TELLING] + hits[_FIGURE]
        words = telling + hits[_COMMON]
        enough = (telling > 0) & ((words > 1) | (parties > 1)) | (parties > 1) & (words > 0)
        return enough & ((parties > 0) | ~self._named[near] | ~self._named[at])


def _postings(claims: Sequence[ClaimRecord]) -> tuple[Numbers, list[int], dict[str, int]]:
    """Claims by term: all lists in one, where each begins, and the number of each term.

    A claim stands there as its number and, in steps of their count, the kind of the term.
    """
    numbers: dict[str, int] = {}
    flat = [numbers.setdefault(term, len(numbers)) for c in claims for term in c.features]
    kinds = np.fromiter(map(_kind, numbers), np.int64, len(numbers))
    terms = np.array(flat, np.int64)
    owners = np.repeat(np.arange(len(claims)), [len(claim.features) for claim in claims])
    order = np.argsort(terms, kind="stable")
    ends = np.cumsum(np.bincount(terms, minlength=len(numbers)))
    return (owners + kinds[terms] * len(claims))[order], [0, *ends.tolist()], numbers


def _kind(term: str) -> int:
    for begins, kind in ((PARTY, _PARTY), (CORE, _CORE), (FIGURE, _FIGURE)):
        if term.startswith(begins):
            return kind
    return _TELLING if weight(term) >= 1 else _COMMON


def _coded(values: Sequence[Hashable]) -> Numbers:
    """A number above 0 for each of the values, 0 for None."""
    codes: dict[Hashable, int] = {None: 0}
    return np.array([codes.setdefault(value, len(codes)) for value in values], np.int64)
