"""What the chosen events of one segment amount to: numbers that can be added up."""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from pyroaring import BitMap

from timeline.browse.answer_records import LISTED, PAGE_SIZE, Keyed
from timeline.browse.filters import Filter
from timeline.browse.index.bits import to_mask, to_ranks
from timeline.browse.index.columns import AFTER_ALL
from timeline.browse.index.families import Array, Family, Said, distinct, spread
from timeline.browse.index.segment import Segment, Sets
from timeline.browse.index.select import Chosen, speakers
from timeline.models.event_queries import FIRST_DATED_KEY

# One in so many events and more: what they have is found by going through all there is.
_MANY = 8
# So many events and fewer are gone through one by one, as are those that are not chosen.
FEW = 150_000


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many events have each of the values, which are primary keys.

    `more`: whether others have some too, fewer than the LISTED first of these.
    """

    values: Array
    counts: Array
    more: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """`articles`: their primary keys, ascending. Days are ordinals, None for none known."""

    events: int
    claims: int
    articles: Array
    first: int | None = None
    last: int | None = None


def numbers(sets: Sets, events: BitMap, also: Sequence[int] = (), most: bool = True) -> Numbers:
    """`also`: values that are wanted however few events they have. `most`: of very many events
    count only the values that can be among the LISTED first.
    """
    size, number = len(sets.family.begins) - 1, len(events)
    if size - number <= min(FEW, number):
        others = BitMap(range(size)) - events
        return Numbers(sets.values, sets.totals - _by_event(sets.family, others))
    if number <= FEW:
        return Numbers(sets.values, _by_event(sets.family, events))
    if not most:
        return Numbers(sets.values, _by_value(sets, events, range(len(sets.values))))
    counted = _candidates(sets, events)
    rest = [place for place in sets.places_of(also) if place not in counted]
    counted.update(zip(rest, _by_value(sets, events, rest).tolist(), strict=True))
    places = sorted(counted)
    left = (sets.sets[place] for _, place in sets.by_total if place not in counted)
    more = any(one.intersect(events) for one in left)
    return Numbers(sets.values[places], np.array([counted[place] for place in places]), more)


def _by_event(family: Family, events: BitMap) -> Array:
    ranks = to_ranks(events)
    begins = family.begins[ranks]
    place, _ = spread(begins, family.begins[ranks + 1] - begins)
    return np.bincount(family.places[place], minlength=len(family.values))


def _by_value(sets: Sets, events: BitMap, places: Iterable[int]) -> Array:
    counted = [sets.sets[place].intersection_cardinality(events) for place in places]
    return np.array(counted, np.int64)


def _candidates(sets: Sets, events: BitMap) -> dict[int, int]:
    """The numbers of the values, by their places, that can be among the LISTED first.

    Values come by their totals: once so many have been counted that a total cannot reach the
    least of these, none that follows can.
    """
    best: list[int] = []
    counted: dict[int, int] = {}
    for total, place in sets.by_total:
        if len(best) == LISTED and total < best[0]:
            break
        count = counted[place] = sets.sets[place].intersection_cardinality(events)
        if len(best) < LISTED:
            heapq.heappush(best, count)
        elif count > best[0]:
            heapq.heapreplace(best, count)
    return counted


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
    if len(events) <= FEW:
        about = _entries_about(segment, said, events)
        counting = claims[said.claim[about]]
        if entries is not None:
            counting &= entries[about]
        pairs = said.pair[about[counting]]
    else:
        counting = claims[said.claim]
        if entries is not None:
            counting &= entries
        pairs = said.pair[counting]
    if len(pairs) <= FEW:
        pairs = distinct(pairs)
        pairs = pairs[to_mask(events, segment.size)[family.members[pairs]]]
        place = np.searchsorted(family.starts, pairs, side="right") - 1
        return Numbers(family.values, np.bincount(place, minlength=len(family.values)))
    hit = np.zeros(len(family.members), dtype=bool)
    hit[pairs] = True
    hit &= to_mask(events, segment.size)[family.members]
    counts = np.add.reduceat(hit.view(np.uint8), family.starts[:-1], dtype=np.int64)
    return Numbers(family.values, counts)


def numbers_known(segment: Segment, said: Said, events: BitMap, day: int) -> Numbers:
    """Events that have a value by what was out by the end of the day, each once."""
    family = said.family
    if len(events) <= FEW:
        about = said.pair[_entries_about(segment, said, events)]
        pairs = distinct(about[said.known[about] <= day])
        place = np.searchsorted(family.starts, pairs, side="right") - 1
        return Numbers(family.values, np.bincount(place, minlength=len(family.values)))
    hit = said.known <= day
    hit &= to_mask(events, segment.size)[family.members]
    counts = np.add.reduceat(hit.view(np.uint8), family.starts[:-1], dtype=np.int64)
    return Numbers(family.values, counts)


def _entries_about(segment: Segment, said: Said, events: BitMap) -> Array:
    """The entries of the claims about the events, ascending."""
    ranks = to_ranks(events)
    begins = segment.claim_from[ranks]
    claims, _ = spread(begins, segment.claim_from[ranks + 1] - begins)
    low = np.searchsorted(said.claim, claims)
    return spread(low, np.searchsorted(said.claim, claims, side="right") - low)[0]


def added(parts: Sequence[Numbers]) -> Numbers:
    """Of several segments together."""
    if len(parts) == 1:
        return parts[0]
    values, place = np.unique(np.concatenate([n.values for n in parts]), return_inverse=True)
    counts = np.zeros(len(values), np.int64)
    np.add.at(counts, place, np.concatenate([n.counts for n in parts]))
    return Numbers(values, counts, any(n.more for n in parts))


def types_of(segment: Segment, events: BitMap) -> Array:
    return _tallied(segment.arrays.type, segment.by_type, events)


def months_of(segment: Segment, events: BitMap) -> Array:
    """Rows of first month, last month, quad class (see Arrays.months) and number of events."""
    months = segment.arrays.months
    counts = _tallied(segment.arrays.month_group, segment.by_month_group, events)
    some = np.flatnonzero(counts)
    return np.column_stack([months[some], counts[some]])


def _tallied(column: Array, totals: Array, events: BitMap) -> Array:
    """How many of the events have each value of a column. `totals`: how many of all have it."""
    if len(events) * 2 <= len(column):
        return np.bincount(column[to_ranks(events)], minlength=len(totals))
    others = BitMap(range(len(column))) - events
    return totals - np.bincount(column[to_ranks(others)], minlength=len(totals))


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
    others = segment.size - len(ranks)
    if others <= FEW:
        left = to_ranks(BitMap(range(segment.size)) - events)
        begins = arrays.article_from[left]
        place, _ = spread(begins, arrays.article_from[left + 1] - begins)
        gone = np.bincount(arrays.articles_of[place], minlength=len(arrays.article))
        return np.flatnonzero(segment.by_article > gone)
    marked = np.zeros(len(arrays.article), dtype=bool)
    if len(ranks) * _MANY > segment.size:
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


def counts_of(parts: Sequence[Chosen]) -> dict[str, Numbers]:
    """For each list of a page how many events each of its values has."""
    return {
        "actor": _by_event_of(parts, "involved", "actor" if parts[0].filter.any_actor else ""),
        "by": _by_event_of(parts, "acting"),
        "towards": _by_event_of(parts, "receiving"),
        "says": _by_claim(parts, "says"),
        "standing": _by_claim(parts, "standing"),
        "source": _by_claim(parts, "source"),
    }


def _by_event_of(parts: Sequence[Chosen], family: str, skip: str = "") -> Numbers:
    asked = [(getattr(part.segment, family), part.events(skip)) for part in parts]
    return totals_of(asked, [_actors_of(part) for part in parts])


def totals_of(asked: Sequence[tuple[Sets, BitMap]], also: Sequence[Sequence[int]] = ()) -> Numbers:
    """The values of several segments. Only of the largest may some go uncounted, and what the
    others count has to be counted there too. `also`: see `numbers`.
    """
    largest = max(range(len(asked)), key=lambda at: len(asked[at][1]))
    counted = [numbers(*pair, most=False) for at, pair in enumerate(asked) if at != largest]
    wanted = {value for few in counted for value in few.values[few.counts > 0].tolist()}
    wanted.update(value for values in also for value in values)
    return added([*counted, numbers(*asked[largest], also=sorted(wanted))])


def _actors_of(part: Chosen) -> list[int]:
    chosen = part.filter
    return part.keys.actors([*chosen.actors, *chosen.acting, *chosen.receiving])


def _by_claim(parts: Sequence[Chosen], name: str) -> Numbers:
    if parts[0].claims(name) is None:
        asked = [(getattr(part.segment, name), part.events(name)) for part in parts]
        if name == "standing":  # all of the few are shown
            return added([numbers(*pair, most=False) for pair in asked])
        return totals_of(asked, [_values_of(part, name) for part in parts])
    return added([_by_claim_of(part, name) for part in parts])


def _values_of(part: Chosen, name: str) -> list[int]:
    if name == "source":
        return part.keys.sources(part.filter.sources)
    return speakers(part.filter, part.keys) if name == "says" else []


def _by_claim_of(part: Chosen, name: str) -> Numbers:
    arrays = part.segment.arrays
    said = {"says": arrays.actors.says, "standing": arrays.standing, "source": arrays.source}[name]
    claims, day = part.claims(name), part.filter.known_by
    if day is not None and part.sides(name) == ("known",):
        return numbers_known(part.segment, said, part.events(name), day.toordinal())
    entries = None
    if name == "source" and day is not None:
        entries = arrays.source_day <= day.toordinal()
    assert claims is not None
    return numbers_by_claim(part.segment, said, part.events(name), claims, entries)
