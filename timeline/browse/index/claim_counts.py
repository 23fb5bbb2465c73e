"""How many of the chosen events of one segment have each value, by claims that count."""

import numpy as np

from timeline.browse.index.families import Array, Said, runs
from timeline.browse.index.numbers import Numbers, totals_of
from timeline.browse.index.picked import Picked

# So many claims and fewer are passed one by one.
_FEW = 1_200_000
# One in so many events and fewer: their claims are passed one by one.
_PART = 8


def numbers_by_claim(
    said: Said, claims: Array, entries: Array | None = None, one_each: bool = False
) -> Numbers:
    """Events that have a value by one of the claims, each once.

    `claims`: ascending. `entries`: a mask of those of the entries that count. `one_each`:
    every claim has one entry, of the same number.
    """
    hit = np.zeros(len(said.first), dtype=bool)
    if len(claims) <= _FEW:
        about = claims if one_each else runs(said.begins[claims], said.begins[claims + 1])
        if entries is not None:
            about = about[entries[about]]
        hit[said.pair[about]] = True
    else:
        counting = np.zeros(len(said.begins) - 1, dtype=bool)
        counting[claims] = True
        given = counting if one_each else counting[said.claim]
        if entries is not None:
            given &= entries
        hit = given[said.first]
        hit[said.pair[said.further[given[said.further]]]] = True
    return Numbers(said.family.values, totals_of(said.family, hit))


def numbers_known(picked: Picked, said: Said, day: int) -> Numbers:
    """Events that have a value by what was out by the end of the day, each once. All of them
    are known by then."""
    if len(picked) * _PART < picked.segment.size:
        about = picked.claims
        pairs = said.pair[runs(said.begins[about], said.begins[about + 1])]
        hit = np.zeros(len(said.first), dtype=bool)
        hit[pairs[said.known[pairs] <= day]] = True
        return Numbers(said.family.values, totals_of(said.family, hit))
    hit = said.known <= day
    if len(picked) < len(picked.segment.known_by(day)):
        hit &= picked.mask[said.family.members]
    return Numbers(said.family.values, totals_of(said.family, hit))
