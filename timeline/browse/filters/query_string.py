"""A filter read from a query string, and written to one."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.utils.datastructures import MultiValueDict

from timeline.browse.filters.dates import shorten, split_stretch
from timeline.browse.filters.fields import BY_NAME, FIELDS
from timeline.browse.filters.value import Filter, Problem


def read_filter(data: MultiValueDict, only: Iterable[str] = BY_NAME) -> Filter:
    """The filter of a query string. What cannot be read becomes a problem, never nothing."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, given in _given(data).items():
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


def _given(data: MultiValueDict) -> dict[str, list[str]]:
    """The texts given for each parameter, the empty ones of a plain form left out."""
    found = {
        name: [text for raw in data.getlist(name) if (text := raw.replace("\x00", "").strip())]
        for name in data
    }
    # "2022-02..2022-09" in the first box fills both.
    first = found.get("from", [])
    ends = split_stretch(first[0]) if len(first) == 1 and not found.get("to") else None
    if ends:
        found["from"], found["to"] = [ends[0]], [ends[1]]
    return found


def _contradictions(values: dict[str, Any]) -> list[Problem]:
    start, end = values.get("start"), values.get("end")
    known = values.get("known")
    if known and known.latest is None:
        return [Problem("known", known.text, "This date has no end to count to.")]
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
    return as_query(written(chosen, leave_out))


def written(chosen: Filter, leave_out: Iterable[str] = ()) -> list[tuple[str, str]]:
    """The parameters that say a filter, in the order of the registry."""
    pairs = []
    for field in FIELDS:
        value = getattr(chosen, field.attribute)
        if value and field.name not in leave_out:
            pairs += [(field.name, text) for text in field.write(value)]
    return pairs


def as_query(pairs: Iterable[tuple[str, str]]) -> str:
    return urlencode(list(pairs), safe="~,/.[]")
