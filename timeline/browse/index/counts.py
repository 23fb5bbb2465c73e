"""What the chosen events amount to, list by list of a page."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

import numpy as np

from timeline.browse.index.claim_counts import numbers_by_claim, numbers_known
from timeline.browse.index.families import Array
from timeline.browse.index.numbers import NONE, Numbers, added, numbers
from timeline.browse.index.picked import Picked
from timeline.browse.index.segment import Sets
from timeline.browse.index.select import CLAIMS, Chosen, speakers

_FAMILY = {"actor": "involved", "by": "acting", "towards": "receiving"}


def types_of(picked: Picked) -> Array:
    return _tallied(picked, picked.segment.arrays.type, picked.segment.by_type)


def months_of(picked: Picked) -> Array:
    """Rows of first month, last month, quad class (see Arrays.months) and number of events."""
    segment = picked.segment
    months = segment.arrays.months
    counts = _tallied(picked, segment.arrays.month_group, segment.by_month_group)
    some = np.flatnonzero(counts)
    return np.column_stack([months[some], counts[some]])


def _tallied(picked: Picked, column: Array, totals: Array) -> Array:
    """How many of the events have each value of a column. `totals`: how many of all have it."""
    if len(picked) * 2 <= len(column):
        return np.bincount(column[picked.ranks], minlength=len(totals))
    return totals - np.bincount(column[picked.others], minlength=len(totals))


def counts_of(parts: Sequence[Chosen], lists: Set[str]) -> Mapping[str, Numbers]:
    """For each of the lists how many events each of its values has; nothing for the others."""
    found = defaultdict(lambda: NONE)
    for name in lists:
        found[name] = _by_claim(parts, name) if name in CLAIMS else _by_event_of(parts, name)
    return found


def _by_event_of(parts: Sequence[Chosen], name: str) -> Numbers:
    family = _FAMILY[name]
    skip = "actor" if name == "actor" and parts[0].filter.any_actor else ""
    asked = [(getattr(part.segment, family), part.picked(skip)) for part in parts]
    return together(asked, [_actors_of(part) for part in parts])


def together(asked: Sequence[tuple[Sets, Picked]], also: Sequence[Sequence[int]] = ()) -> Numbers:
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
        asked = [(getattr(part.segment, name), part.picked(name)) for part in parts]
        if name == "standing":  # all of the few are shown
            return added([numbers(*pair, most=False) for pair in asked])
        return together(asked, [_values_of(part, name) for part in parts])
    return added([_by_claim_of(part, name) for part in parts])


def _values_of(part: Chosen, name: str) -> list[int]:
    if name == "source":
        return part.keys.sources(part.filter.sources)
    return speakers(part.filter, part.keys) if name == "says" else []


def _by_claim_of(part: Chosen, name: str) -> Numbers:
    arrays = part.segment.arrays
    said = {"says": arrays.actors.says, "standing": arrays.standing, "source": arrays.source}[name]
    day = part.filter.known_by
    if day is not None and part.sides(name) == ("known",):
        return numbers_known(part.picked(name), said, day.toordinal())
    entries = None
    if name == "source" and day is not None:
        entries = arrays.source_day <= day.toordinal()
    return numbers_by_claim(said, part.counting(name), entries, one_each=name == "standing")
