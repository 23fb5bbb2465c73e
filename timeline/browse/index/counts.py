"""What the chosen events of one segment amount to: numbers that can be added up."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from pyroaring import BitMap

from timeline.browse.answer_records import PAGE_SIZE, Keyed
from timeline.browse.filters import Filter
from timeline.browse.index.columns import AFTER_ALL, TYPES
from timeline.browse.index.families import Array, Said, spread
from timeline.browse.index.segment import Segment, Sets, to_mask, to_ranks
from timeline.browse.index.select import Chosen
from timeline.models.event_queries import FIRST_DATED_KEY

# One in so many events and more: what they have is found by going through all there is.
_MANY = 8


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many events have each of the values, which are primary keys."""

    values: Array
    counts: Array


@dataclass(frozen=True, slots=True)
class Told:
    """`articles`: their primary keys, ascending. Days are ordinals, None for none known."""

    events: int
    claims: int
    articles: Array
    first: int | None = None
    last: int | None = None


def numbers(sets: Sets, events: BitMap) -> Numbers:
    return Numbers(sets.values, sets.counts(events))


def numbers_by_claim(
    segment: Segment,
    said: Said,
    events: BitMap,
    claims: Array,
    entries: Array | None = None,
) -> Numbers:
    """Events that have a value by one of the claims (a mask), each once.

    `entries`: a mask of those of the entries that count.
    """
    family = said.family
    counting = claims[said.claim]
    if entries is not None:
        counting &= entries
    hit = np.zeros(len(family.members), dtype=bool)
    hit[said.pair[counting]] = True
    hit &= to_mask(events, segment.size)[family.members]
    if not len(hit):
        return Numbers(family.values, np.zeros(0, np.int64))
    counts = np.add.reduceat(hit.view(np.uint8), family.starts[:-1], dtype=np.int64)
    return Numbers(family.values, counts)


def added(numbers: Sequence[Numbers]) -> Numbers:
    """Of several segments together."""
    if len(numbers) == 1:
        return numbers[0]
    values, place = np.unique(np.concatenate([n.values for n in numbers]), return_inverse=True)
    counts = np.zeros(len(values), np.int64)
    np.add.at(counts, place, np.concatenate([n.counts for n in numbers]))
    return Numbers(values, counts)


def types_of(segment: Segment, events: BitMap) -> Array:
    return np.bincount(segment.arrays.type[to_ranks(events)], minlength=len(TYPES))


def months_of(segment: Segment, events: BitMap) -> Array:
    """Rows of first month, last month, quad class (see Arrays.months) and number of events."""
    months = segment.arrays.months
    counts = np.bincount(segment.arrays.month_group[to_ranks(events)], minlength=len(months))
    some = np.flatnonzero(counts)
    return np.column_stack([months[some], counts[some]])


def told_of(segment: Segment, events: BitMap, day: int | None = None) -> Told:
    """What tells of the events, by the end of the day if one is given."""
    arrays = segment.arrays
    ranks = to_ranks(events)
    places = _articles_of(segment, events, ranks)
    days = arrays.article_day[places]
    if day is None:
        told = arrays.cited_claims[ranks]
        number, claims = int(np.count_nonzero(told)), int(told.sum())
    else:
        places, days = places[days <= day], days[days <= day]
        number = int(np.count_nonzero(arrays.known[ranks] <= day))
        claims = int(np.count_nonzero(_known_of(segment, events, ranks) <= day))
    out = days[days != AFTER_ALL]
    return Told(
        events=number,
        claims=claims,
        articles=arrays.article[places],
        first=int(out.min()) if len(out) else None,
        last=int(out.max()) if len(out) else None,
    )


def _articles_of(segment: Segment, events: BitMap, ranks: Array) -> Array:
    """The places of the articles that tell of the events, ascending, each once."""
    arrays = segment.arrays
    marked = np.zeros(len(arrays.article), dtype=bool)
    if len(ranks) == segment.size:
        marked[arrays.articles_of] = True
    elif len(ranks) * _MANY > segment.size:
        mask = np.repeat(to_mask(events, segment.size), np.diff(arrays.article_from))
        marked[arrays.articles_of[mask]] = True
    else:
        begins = arrays.article_from[ranks]
        place, _ = spread(begins, arrays.article_from[ranks + 1] - begins)
        marked[arrays.articles_of[place]] = True
    return np.flatnonzero(marked)


def _known_of(segment: Segment, events: BitMap, ranks: Array) -> Array:
    """`claim_known` of the claims about the events."""
    arrays = segment.arrays
    if len(ranks) * _MANY > segment.size:
        return arrays.claim_known[to_mask(events, segment.size)[arrays.claim_event]]
    begins = segment.claim_from[ranks]
    place, _ = spread(begins, segment.claim_from[ranks + 1] - begins)
    return arrays.claim_known[place]


def rows_of(segment: Segment, events: BitMap, chosen: Filter) -> list[Keyed]:
    """As many as a page needs, in the order that `answer_records.paged` takes."""
    keys = segment.arrays.key
    place = chosen.after if chosen.after is not None else chosen.before
    undated = _below(events, int(np.searchsorted(keys, FIRST_DATED_KEY)))
    # Sets count up to the first key that is not smaller, and to the first that is greater.
    low = high = len(events)
    if place is not None:
        low = _below(events, int(np.searchsorted(keys, place)))
        high = _below(events, int(np.searchsorted(keys, place, side="right")))
    ranks: list[int] = []
    for start, end in _runs(chosen, place, low, high, undated, len(events)):
        wanted = PAGE_SIZE + 1 - len(ranks)
        if _backwards(chosen):
            ranks += reversed(events[max(start, end - wanted) : end])
        else:
            ranks += events[start : min(end, start + wanted)]
    return list(zip(keys[ranks].tolist(), segment.arrays.event[ranks].tolist(), strict=True))


def in_order(rows: list[Keyed], chosen: Filter) -> list[Keyed]:
    """Rows of several segments in the order of `rows_of`, as many as a page needs."""

    def order(row: Keyed) -> tuple[bool, int]:
        return chosen.oldest_first and row[0] < FIRST_DATED_KEY, row[0]

    if not chosen.oldest_first:
        rows = sorted(rows, reverse=_backwards(chosen))
    elif chosen.after is None:
        rows = sorted(rows, key=order)
    else:
        rows = sorted(rows, key=order, reverse=True)
    return rows[: PAGE_SIZE + 1]


def _backwards(chosen: Filter) -> bool:
    """Whether keys fall: newest first going on, oldest first going back."""
    return chosen.oldest_first == (chosen.after is not None)


def _runs(
    chosen: Filter, place: int | None, low: int, high: int, undated: int, size: int
) -> list[tuple[int, int]]:
    """Where, in the ascending events, those lie that follow the place asked for."""
    if not chosen.oldest_first:
        return [(high, size)] if chosen.after is not None else [(0, low)]
    dated_place = place is not None and place >= FIRST_DATED_KEY
    if chosen.after is not None:
        return [(undated, low)] if dated_place else [(0, low), (undated, size)]
    if place is None:
        return [(undated, size), (0, undated)]
    return [(high, size), (0, undated)] if dated_place else [(high, undated)]


def _below(events: BitMap, rank: int) -> int:
    return events.rank(rank - 1) if rank else 0


def counts_of(chosen: Chosen) -> dict[str, Numbers]:
    """For each list of a page how many events each of its values has."""
    segment, wanted = chosen.segment, chosen.filter
    filtered = chosen.events()
    others = chosen.events("actor") if wanted.any_actor else filtered
    return {
        "actor": numbers(segment.involved, others),
        "by": numbers(segment.acting, filtered),
        "towards": numbers(segment.receiving, filtered),
        "says": _by_claim(chosen, "says", segment.arrays.actors.says, segment.says),
        "standing": _by_claim(chosen, "standing", segment.arrays.standing, segment.standing),
        "source": _by_claim(chosen, "source", segment.arrays.source, segment.source),
    }


def _by_claim(chosen: Chosen, name: str, said: Said, sets: Sets) -> Numbers:
    events, claims = chosen.events(name), chosen.claims(name)
    if claims is None:
        return numbers(sets, events)
    day = chosen.filter.known_by
    entries = None
    if name == "source" and day is not None:
        entries = chosen.segment.arrays.source_day <= day.toordinal()
    return numbers_by_claim(chosen.segment, said, events, claims, entries)
