"""A filter in words: the heading of its page, and chips that each take one part off."""

from dataclasses import dataclass
from typing import Any

from timeline.browse.filters.fields import FIELDS
from timeline.browse.filters.names import Names
from timeline.browse.filters.value import Filter


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of the filter in words, and the filter without it."""

    name: str
    words: str
    without: Filter


_EMPTY = Filter()
# A heading says who first, then what, when, and according to whom.
_ORDER = "actor by towards type from undated says source standing evidence q known".split()
_PHRASES = sorted((f for f in FIELDS if f.phrase), key=lambda f: _ORDER.index(f.name))


def heading(chosen: Filter, names: Names) -> str:
    """What the page shows, as a title: "North Korea and Russia, 2022"."""
    if chosen.problems:
        return "This filter cannot be read"
    parts = [f.phrase(chosen, names) for f in _PHRASES if f.phrase and f.asked(chosen)]
    if not chosen.actors and not chosen.types:
        parts.insert(0, "Events" if parts else "All events")
    return ", ".join(parts)


def chips(chosen: Filter, names: Names) -> list[Chip]:
    """One for each value chosen, in the order of the registry."""
    found: list[Chip] = []
    for field in FIELDS:
        if field.chip is None or not field.asked(chosen):
            continue
        value = getattr(chosen, field.attribute)
        several = isinstance(value, tuple)
        for each in value if several else [value]:
            rest: dict[str, Any] = {name: getattr(_EMPTY, name) for name in field.clears}
            kept = tuple(v for v in value if v != each) if several else None
            rest[field.attribute] = kept or getattr(_EMPTY, field.attribute)
            found.append(Chip(field.name, field.chip(each, chosen, names), chosen.with_(**rest)))
    return found
