"""The events that got claims last, out of the index."""

import numpy as np

from timeline.browse.filters import Filter
from timeline.browse.index.bits import to_ranks
from timeline.browse.index.families import Array
from timeline.browse.index.held import Held
from timeline.browse.index.segment import Segment
from timeline.browse.index.select import Chosen, choose


def newest_claims(held: Held, chosen: Filter, limit: int) -> dict[int, int]:
    """Event and its newest claim, by primary keys, the newest first: of the claims and events
    that the filter chooses."""
    found: list[tuple[int, int]] = []
    for segment, alive in held.views:
        found += _newest_of(choose(segment, alive, chosen, held.names.keys), limit)
    return {event: claim for claim, event in sorted(found, reverse=True)[:limit]}


def _newest_of(chosen: Chosen, limit: int) -> list[tuple[int, int]]:
    segment = chosen.segment
    ranks = to_ranks(chosen.events())
    newest = _newest_of_each(segment, chosen.claims())[ranks]
    last = np.argsort(newest)[::-1][:limit]
    last = last[newest[last] > 0]
    pairs = zip(newest[last].tolist(), segment.arrays.event[ranks[last]].tolist(), strict=True)
    return list(pairs)


def _newest_of_each(segment: Segment, claims: Array | None) -> Array:
    """The highest primary key among the claims (a mask; None for all) about each event, or 0."""
    keys = segment.arrays.claim if claims is None else np.where(claims, segment.arrays.claim, 0)
    newest = np.zeros(segment.size, np.int64)
    begins = segment.claim_from[:-1]
    told = begins < segment.claim_from[1:]
    if told.any():
        newest[told] = np.maximum.reduceat(keys, begins[told])
    return newest
