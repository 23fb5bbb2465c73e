"""The form that asks for the two sides, filled with what is chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.browse.chosen_events import ByIndex, all_events
from timeline.browse.filters import (
    ARTICLE_ITSELF,
    FIELDS,
    PLACE,
    Filter,
    Names,
    Sides,
    narrow,
    narrow_claims,
    written,
)
from timeline.browse.index.answering import lists_of
from timeline.models.event_counts import Counted, by_claim, part_totals
from timeline.vocabulary import STANDING_LABEL, Standing

# The most frequent values a list offers; the address takes any.
MOST = 40
# What a side is asked for, and in what words.
ASKED = {
    "source": "Source",
    "says": "Who says so",
    "actor": "Actor taking part",
    "standing": "Standing",
    "known": "As it was known on",
}
# What the lists offer with numbers of events.
_COUNTED = frozenset({"source", "says", "actor"})
FOR_BOTH = {"from": "From", "to": "To", "q": "Words"}
_EXAMPLES = {"known": "today", "from": "2022", "to": "Jul 2022"}
# (value, label)
Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A list to choose from, or a place to type where there are no `options`."""

    name: str
    id: str
    label: str
    value: str
    example: str = ""
    wrong: str = ""
    options: Options = ()


@dataclass(frozen=True, slots=True)
class Fieldset:
    name: str
    legend: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class CompareForm:
    """`kept`: what is asked besides, carried along."""

    fieldsets: tuple[Fieldset, ...]
    kept: tuple[tuple[str, str], ...]


def compare_form(sides: Sides, names: Names) -> CompareForm:
    """In three queries."""
    offered = _offered(sides.common, names)
    typed = {problem.name: problem.typed for problem in sides.problems}
    wrong = {problem.name: problem.message for problem in sides.problems}
    values = dict(reversed(_pairs(sides))) | typed

    def box(prefix: str, name: str, label: str) -> Box:
        full = f"{prefix}{name}"
        value = values.get(full, "")
        options = _with(value, offered[name], names, name) if name in offered else ()
        return Box(
            name=full,
            id=full.replace(".", "-"),
            label=label,
            value=value,
            example=_EXAMPLES.get(name, ""),
            wrong=wrong.get(full, ""),
            options=options,
        )

    fieldsets = tuple(
        Fieldset(side, f"Side {side.upper()}", tuple(box(f"{side}.", *row) for row in asked))
        for side, asked in (("a", _asked(sides.common)), ("b", _asked(sides.common)))
    )
    both = Fieldset("common", "Both sides", tuple(box("", *row) for row in FOR_BOTH.items()))
    shown = {each.name: each.value for fields in (*fieldsets, both) for each in fields.boxes}
    kept = [(name, text) for name, text in _pairs(sides) if shown.get(name) != text]
    return CompareForm((*fieldsets, both), tuple(kept))


def _asked(common: Filter) -> list[tuple[str, str]]:
    """What a side can be asked for: not what both are asked for already."""
    taken = {field.name for field in FIELDS if field.asked(common)} - {"actor"}
    return [(name, label) for name, label in ASKED.items() if name not in taken]


def _pairs(sides: Sides) -> list[tuple[str, str]]:
    """Every parameter that chooses events."""
    own = [(f"{side}.", getattr(sides, side)) for side in ("a", "b")]
    return [
        (f"{prefix}{name}", text)
        for prefix, chosen in [("", sides.common), *own]
        for name, text in written(chosen, PLACE)
    ]


def _offered(common: Filter, names: Names) -> Mapping[str, Options]:
    counted = _counted(common)
    return {
        "source": _most(counted.get("source", ())),
        "says": _most(
            [
                (key or ARTICLE_ITSELF, name or names.actor(ARTICLE_ITSELF), n)
                for key, name, n in counted.get("says", ())
            ]
        ),
        "actor": _most(counted.get("actor", ())),
        "standing": tuple((standing.value, STANDING_LABEL[standing]) for standing in Standing),
    }


def _counted(common: Filter) -> Mapping[str, Sequence[Counted]]:
    """Under "source", "says" and "actor"."""
    everything = all_events()
    if isinstance(everything, ByIndex):
        counts = lists_of(everything.events, common, _COUNTED)
        lists = {"source": counts.sources, "says": counts.speakers, "actor": counts.actors}
        return {name: listed.rows for name, listed in lists.items()}
    events, claims = narrow(everything.events, common), narrow_claims(common)
    said = by_claim({"says": (events, claims), "source": (events, claims)}, common.known_by)
    return {**said, "actor": part_totals(events)}


def _most(counted: Sequence[Counted]) -> Options:
    return tuple((key, f"{name} ({n:,})") for key, name, n in counted[:MOST])


def _with(value: str, offered: Options, names: Names, name: str) -> Options:
    """What is chosen can be kept, also when it is rare."""
    if not value or value in dict(offered):
        return offered
    label = names.source(value) if name == "source" else names.actor(value)
    return ((value, label), *offered)
