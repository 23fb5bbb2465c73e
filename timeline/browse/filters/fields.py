"""The registry: each filter once, with how it is read, written and asked of the events."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from django.utils.datastructures import MultiValueDict

from timeline.browse.filters.dates import shorten, typed_date
from timeline.browse.filters.value import ARTICLE_ITSELF, UNDECIDED, Filter, Problem
from timeline.browse.search import search_words
from timeline.models.event_queries import EventQuerySet
from timeline.vocabulary import EventType, Standing

MAX_VALUES = 30
_SLUG = re.compile(r"[A-Za-z0-9_-]{1,120}")
_MAX_KEY = (1 << 63) - 1


class Evidence(StrEnum):
    AGREE = "agree"
    DISAGREE = "disagree"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter: its `name` in the address, the Filter's `attribute`, and its rules.

    `read` takes the texts given and raises ValueError with a sentence for the person.
    `facet`: what is counted under the filters other than this one. `narrow` is None for
    parameters that choose a place in the timeline and not the events.
    """

    name: str
    attribute: str
    label: str
    help: str
    read: Callable[[list[str]], Any]
    write: Callable[[Any], Iterable[str]]
    narrow: Callable[[EventQuerySet, Filter], EventQuerySet] | None = None


def _one(read: Callable[[str], Any]) -> Callable[[list[str]], Any]:
    def reader(values: list[str]) -> Any:
        if len(set(values)) > 1:
            raise ValueError(f"Give one value, not {len(values)}.")
        return read(values[0])

    return reader


def _several(read: Callable[[str], str]) -> Callable[[list[str]], tuple[str, ...]]:
    def reader(values: list[str]) -> tuple[str, ...]:
        if len(values) > MAX_VALUES:
            raise ValueError(f"Give up to {MAX_VALUES} values, not {len(values)}.")
        return tuple(dict.fromkeys(read(value) for value in values))

    return reader


def _slug(value: str) -> str:
    if not _SLUG.fullmatch(value):
        raise ValueError(f"“{shorten(value)}” is no key: keys look like north-korea.")
    return value


def _speaker(value: str) -> str:
    return value if value == ARTICLE_ITSELF else _slug(value)


def _member(enumeration: type[StrEnum], *more: str) -> Callable[[str], str]:
    values = [*(member.value for member in enumeration), *more]

    def read(value: str) -> str:
        for known in values:
            if value.casefold() == known.casefold():
                return known
        raise ValueError(f"“{shorten(value)}” is not one of {', '.join(values)}.")

    return read


def _flag(value: str) -> bool:
    if value not in ("0", "1"):
        raise ValueError("Write 1 or 0.")
    return value == "1"


def _order(value: str) -> str:
    if value not in ("newest", "oldest"):
        raise ValueError(f"“{shorten(value)}” is not one of newest, oldest.")
    return value


def _number(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) < 20 and int(value) <= _MAX_KEY):
        raise ValueError(f"“{shorten(value)}” is no place in a timeline.")
    return int(value)


def _search(value: str) -> str:
    search_words(value)
    return " ".join(value.split())


def _same(value: Iterable[str]) -> Iterable[str]:
    return value


def _written(value: Any) -> list[str]:
    return [str(value)]


def _in_range(events: EventQuerySet, chosen: Filter) -> EventQuerySet:
    start = chosen.start.earliest if chosen.start else None
    end = chosen.end.latest if chosen.end else None
    if chosen.certain:
        return events.certainly_between(start, end)
    return events.possibly_between(start, end)


def _with_evidence(events: EventQuerySet, chosen: Filter) -> EventQuerySet:
    narrow = {
        Evidence.AGREE: EventQuerySet.agreed_on,
        Evidence.DISAGREE: EventQuerySet.disagreed_on,
        Evidence.REVIEWED: EventQuerySet.checked,
    }
    for kind in chosen.evidence:
        events = narrow[Evidence(kind)](events)
    return events


def stored_types(chosen: Filter) -> list[str]:
    """The kinds chosen, as events hold them: an undecided one is empty there."""
    return ["" if type == UNDECIDED else type for type in chosen.types]


def _said(events: EventQuerySet, chosen: Filter) -> EventQuerySet:
    keys = [key for key in chosen.speakers if key != ARTICLE_ITSELF]
    return events.said_by(keys, ARTICLE_ITSELF in chosen.speakers)


FIELDS: tuple[Field, ...] = (
    Field(
        "from",
        "start",
        "From",
        "The first day: 2022, Jul 2022, 3 March 2014.",
        _one(typed_date),
        _written,
        _in_range,
    ),
    Field("to", "end", "To", "The last day, written like the first.", _one(typed_date), _written),
    Field(
        "certain",
        "certain",
        "Certainly in range",
        "Leave out events whose date may lie outside.",
        _one(_flag),
        lambda value: ["1"],
    ),
    Field(
        "undated",
        "undated",
        "Undated only",
        "Events whose date is not known; not together with a range.",
        _one(_flag),
        lambda value: ["1"],
        lambda events, chosen: events.filter(earliest=None, latest=None),
    ),
    Field(
        "actor",
        "actors",
        "Actors",
        "Events in which all of these have a part, or somebody who belongs to them.",
        _several(_slug),
        _same,
        lambda events, chosen: events.involving_all(chosen.actors),
    ),
    Field(
        "type",
        "types",
        "Kind of event",
        "PLOVER types, or none where no kind was decided; any of them.",
        _several(_member(EventType, UNDECIDED)),
        _same,
        lambda events, chosen: events.of_type(stored_types(chosen)),
    ),
    Field(
        "says",
        "speakers",
        "Who says so",
        "Events with a claim that one of these makes.",
        _several(_speaker),
        _same,
        _said,
    ),
    Field(
        "standing",
        "standings",
        "Standing",
        "Events with a claim of one of these standings.",
        _several(_member(Standing)),
        _same,
        lambda events, chosen: events.with_standing(chosen.standings),
    ),
    Field(
        "source",
        "sources",
        "Source",
        "Events that one of these tells of.",
        _several(_slug),
        _same,
        lambda events, chosen: events.reported_by(chosen.sources),
    ),
    Field(
        "evidence",
        "evidence",
        "Evidence",
        "Events with all of these marks.",
        _several(_member(Evidence)),
        _same,
        _with_evidence,
    ),
    Field(
        "q",
        "search",
        "Search",
        "Words that all occur, in any order; “phrases” in quotes.",
        _one(_search),
        _written,
        lambda events, chosen: events.with_words(search_words(chosen.search)),
    ),
    Field(
        "order",
        "order",
        "Order",
        "newest or oldest first.",
        _one(_order),
        _written,
    ),
    Field("before", "before", "Page", "Events after this place.", _one(_number), _written),
    Field("after", "after", "Page", "Events before this place.", _one(_number), _written),
    Field("passage", "passage", "Passage", "The passage that is open.", _one(_number), _written),
)
BY_NAME = {field.name: field for field in FIELDS}
# What moves within a timeline without choosing other events.
PLACE = frozenset({"order", "before", "after", "passage"})


def read_filter(data: MultiValueDict, only: Iterable[str] = BY_NAME) -> Filter:
    """The filter of a query string. What cannot be read becomes a problem, never nothing."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name in data:
        given = [text.replace("\x00", "").strip() for text in data.getlist(name)]
        given = [text for text in given if text]
        if name not in only:
            problems.append(Problem(name, "", f"There is no filter called “{shorten(name)}”."))
        elif given:
            try:
                values[BY_NAME[name].attribute] = BY_NAME[name].read(given)
            except ValueError as error:
                problems.append(Problem(name, given[0], str(error)))
    for problem in _contradictions(values):
        # What is left can be gone on with.
        values.pop(BY_NAME[problem.name].attribute)
        problems.append(problem)
    return Filter(**values, problems=tuple(problems))


def _contradictions(values: dict[str, Any]) -> list[Problem]:
    start, end = values.get("start"), values.get("end")
    if start and start.earliest is None:
        return [Problem("from", start.text, "This date has no beginning to count from.")]
    if end and end.latest is None:
        return [Problem("to", end.text, "This date has no end to count to.")]
    if start and end and start.earliest > end.latest:
        return [Problem("to", end.text, f"This is before {start.phrase()}.")]
    if values.get("undated") and (start or end):
        return [Problem("undated", "1", "Undated events lie in no range: give one or the other.")]
    if values.get("before") and values.get("after"):
        return [Problem("after", str(values["after"]), "Give before or after, not both.")]
    return []


def write_query(chosen: Filter, leave_out: Iterable[str] = ()) -> str:
    """The query string of a filter, in the order of the registry; "" for none."""
    pairs = []
    for field in FIELDS:
        value = getattr(chosen, field.attribute)
        if value and field.name not in leave_out:
            pairs += [(field.name, text) for text in field.write(value)]
    return urlencode(pairs, safe="~,/.[]")


def narrow(events: EventQuerySet, chosen: Filter, skip: str = "") -> EventQuerySet:
    """The events the filter chooses, without regard to the field called `skip`."""
    if chosen.problems:
        return events.none()
    for field in FIELDS:
        asked = bool(getattr(chosen, field.attribute))
        if field.name == "from":
            asked = bool(chosen.start or chosen.end)
        if field.narrow and asked and field.name != skip:
            events = field.narrow(events, chosen)
    return events
