"""The events, and the claims, of a segment that a filter chooses: the rules of `filters.fields`.

What stands there as SQL stands here as sets; a test holds one against the other.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np
from pyroaring import BitMap

from timeline.browse.called import Keys
from timeline.browse.filters import ARTICLE_ITSELF, Filter, stored_types
from timeline.browse.filters.fields import FIELDS
from timeline.browse.index.arrays import ARTICLE
from timeline.browse.index.bits import to_set
from timeline.browse.index.columns import AFTER_ALL, BEFORE_ALL, STANDINGS, TYPES
from timeline.browse.index.families import Array, Said
from timeline.browse.index.picked import Picked
from timeline.browse.index.segment import Segment, Sets
from timeline.browse.index.words import with_term

# So many events that were changed since, and fewer, are left out one by one.
_FEW_GONE = 10_000
Events = Callable[[Segment, Filter, Keys], BitMap]
Claims = Callable[[Segment, Filter, Keys], Array]


@dataclass(slots=True)
class Chosen:
    """The events and claims of one filter in one segment; each rule is asked once.

    `alive`: the events of the segment that still stand as they did when it was made.
    """

    segment: Segment
    alive: BitMap
    filter: Filter
    keys: Keys
    _asked: tuple[str, ...]
    _events: dict[str, BitMap]
    _claims: dict[str, Array]
    _picked: dict[tuple[str, ...], Picked]
    _counting: dict[Picked, Array]

    def events(self, skip: str = "") -> BitMap:
        """As `filters.narrow`: without regard to the field called `skip`."""
        return self.picked(skip).events

    def picked(self, skip: str = "") -> Picked:
        """`events`, to be counted."""
        asked = tuple(name for name in self._asked if name != skip and name in EVENTS)
        sides = self.sides(skip)
        key = asked + sides
        if key not in self._picked:
            found = [self._by_rule(name) for name in asked]
            if sides:
                found.append(self._told(sides))
            chosen = reduce(BitMap.__and__, sorted(found, key=len), self.alive)
            alone = bool(sides) and not asked and self.segment.size - len(self.alive) <= _FEW_GONE
            gone = self.segment.all - self.alive if alone else None
            self._picked[key] = Picked(self.segment, chosen, but_for=gone)
        return self._picked[key]

    def counting(self, skip: str = "") -> Array:
        """The claims of `claims` about the events of `events`, ascending."""
        sides = self.sides(skip)
        picked = self.picked(skip)
        if not sides:
            return picked.claims
        if picked not in self._counting:
            meeting = self._meeting(sides)
            self._counting[picked] = (
                np.flatnonzero(picked.met(meeting))
                if picked.by_claims
                else picked.claims_in(meeting)
            )
        return self._counting[picked]

    def claims(self, skip: str = "") -> Array | None:
        """As `filters.narrow_claims`: a mask; None where all claims count."""
        sides = self.sides(skip)
        return self._meeting(sides) if sides else None

    def sides(self, skip: str = "") -> tuple[str, ...]:
        """The filters of claims that are asked."""
        return tuple(name for name in self._asked if name != skip and name in CLAIMS)

    def _by_rule(self, name: str) -> BitMap:
        if name not in self._events:
            self._events[name] = EVENTS[name](self.segment, self.filter, self.keys)
        return self._events[name]

    def _told(self, sides: tuple[str, ...]) -> BitMap:
        """The events with a claim that meets all of these."""
        key = " ".join(sides)
        if key not in self._events:
            alone = TOLD.get(sides)
            if alone:
                self._events[key] = alone(self.segment, self.filter, self.keys)
            else:
                claims = np.flatnonzero(self._meeting(sides))
                mask = np.zeros(self.segment.size, dtype=bool)
                mask[self.segment.arrays.claim_event[claims]] = True
                self._events[key] = to_set(mask)
        return self._events[key]

    def _meeting(self, sides: tuple[str, ...]) -> Array:
        chosen = self.filter if "known" in sides else replace(self.filter, known=None)
        masks = []
        for name in sides:
            key = f"{name} {chosen.known_by}"
            if key not in self._claims:
                self._claims[key] = CLAIMS[name](self.segment, chosen, self.keys)
            masks.append(self._claims[key])
        return reduce(np.logical_and, masks)


def choose(segment: Segment, alive: BitMap, chosen: Filter, keys: Keys) -> Chosen:
    asked = tuple(field.name for field in FIELDS if field.asked(chosen))
    return Chosen(segment, alive, chosen, keys, asked, {}, {}, {}, {})


def _in_range(segment: Segment, chosen: Filter, keys: Keys) -> BitMap:
    start = chosen.start.earliest if chosen.start else None
    end = chosen.end.latest if chosen.end else None
    first = start.toordinal() if start else BEFORE_ALL
    last = end.toordinal() if end else AFTER_ALL
    return segment.kept(
        ("range", first, last, chosen.certain), lambda: _between(segment, first, last, chosen)
    )


def _between(segment: Segment, first: int, last: int, chosen: Filter) -> BitMap:
    earliest, latest = segment.arrays.earliest, segment.arrays.latest
    if chosen.certain:
        # An open end lies certainly in a range only where the range is open too.
        within = (earliest >= first) & (latest <= last)
    else:
        within = (earliest <= last) & (latest >= first)
    return to_set(within) & segment.dated


def _all_of(sets: Sets, values: Iterable[int]) -> BitMap:
    return reduce(BitMap.__and__, (sets.of(value) for value in values))


def _actors(segment: Segment, chosen: Filter, keys: Keys) -> BitMap:
    values = keys.actors(chosen.actors)
    if chosen.any_actor:
        return segment.involved.any_of(values)
    return _all_of(segment.involved, values)


def of_type(segment: Segment, types: Iterable[int]) -> BitMap:
    """`types`: places in columns.TYPES."""
    places = sorted(types)
    key = ("type", tuple(places))
    return segment.kept(key, lambda: to_set(_among(places)[segment.arrays.type]))


def _among(types: Sequence[int]) -> Array:
    """Of each type whether it is one of these."""
    among = np.zeros(len(TYPES), dtype=bool)
    among[types] = True
    return among


def _evidence(segment: Segment, chosen: Filter, keys: Keys) -> BitMap:
    return reduce(BitMap.__and__, (segment.marks[mark] for mark in chosen.evidence))


def _search(segment: Segment, chosen: Filter, keys: Keys) -> BitMap:
    found = segment.all
    for term in chosen.terms:
        having = with_term(segment, term)
        found = found - having if term.excluded else found & having
    return found


def speakers(chosen: Filter, keys: Keys) -> list[int]:
    """ARTICLE among them for the article itself."""
    named = [key for key in chosen.speakers if key != ARTICLE_ITSELF]
    own = [ARTICLE] if ARTICLE_ITSELF in chosen.speakers else []
    return [*keys.actors(named), *own]


def _claims_of(segment: Segment, said: Said, entries: Array) -> Array:
    mask = np.zeros(len(segment.arrays.claim_event), dtype=bool)
    mask[said.claim[np.flatnonzero(entries)]] = True
    return mask


def _said(segment: Segment, chosen: Filter, keys: Keys) -> Array:
    says = segment.arrays.actors.says
    return _claims_of(segment, says, says.giving(speakers(chosen, keys)))


def _with_standing(segment: Segment, chosen: Filter, keys: Keys) -> Array:
    # Every claim has one: entries and claims have the same numbers.
    return segment.arrays.standing.giving(map(STANDINGS.index, chosen.standings))


def _of_source(segment: Segment, chosen: Filter, keys: Keys) -> Array:
    source = segment.arrays.source
    entries = source.giving(keys.sources(chosen.sources))
    if chosen.known_by is not None:
        # One passage must be of the source and in an article that was out.
        entries &= segment.arrays.source_day <= chosen.known_by.toordinal()
    return _claims_of(segment, source, entries)


def _known(segment: Segment, chosen: Filter, keys: Keys) -> Array:
    return segment.arrays.claim_known <= _day(chosen)


def _day(chosen: Filter) -> int:
    return chosen.known_by.toordinal() if chosen.known_by else AFTER_ALL


EVENTS: Mapping[str, Events] = {
    "from": _in_range,
    "undated": lambda segment, chosen, keys: segment.all - segment.dated,
    "actor": _actors,
    "by": lambda segment, chosen, keys: _all_of(segment.acting, keys.actors(chosen.acting)),
    "towards": lambda segment, chosen, keys: _all_of(
        segment.receiving, keys.actors(chosen.receiving)
    ),
    "type": lambda segment, chosen, keys: of_type(segment, map(TYPES.index, stored_types(chosen))),
    "evidence": _evidence,
    "q": _search,
}
CLAIMS: Mapping[str, Claims] = {
    "says": _said,
    "standing": _with_standing,
    "source": _of_source,
    "known": _known,
}
# A single rule of claims needs no claims: the events are known beforehand.
TOLD: Mapping[tuple[str, ...], Events] = {
    ("says",): lambda segment, chosen, keys: segment.says.any_of(speakers(chosen, keys)),
    ("standing",): lambda segment, chosen, keys: segment.standing.any_of(
        map(STANDINGS.index, chosen.standings)
    ),
    ("source",): lambda segment, chosen, keys: segment.source.any_of(keys.sources(chosen.sources)),
    ("known",): lambda segment, chosen, keys: segment.known_by(_day(chosen)),
}
