"""Holidays in running text: "on Christmas Day", "Easter 2016", "last Thanksgiving"."""

from datetime import date
from functools import partial

from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.holidays import holiday_in
from timeline.extract.dates.meaning import Meaning, Spot
from timeline.extract.dates.points import Point
from timeline.extract.dates.within import in_year_near
from timeline.vocabulary import TimeType

_NEAR = {"LAST": "last", "PAST": "last", "NEXT": "next", "COMING": "next", "THIS": "this"}
_YEARS = {"LAST": "last_year", "NEXT": "next_year", "THIS": "this", "THAT": "that"}


def _make(name: str, year: int) -> Point | None:
    day = holiday_in(name, year)
    return Point("day", day) if day else None


def _near(name: str, hint: str, base: date, spot: Spot) -> Point | None:
    return in_year_near(partial(_make, name), base, spot, hint)


def _holiday(found: Found) -> Meaning | None:
    token = found.first("h")
    if token is None:
        return None
    name = str(token.value)
    year = found.number("y")
    if year is not None:
        point = _make(name, year)
        if point is None:
            return None
        return Meaning(TimeType.DATE, point.timex(), point=point, rule="holiday of a year")
    near, of_year = found.first("near"), found.first("hint")
    hint = _NEAR.get(near.kind, "") if near else ""
    if of_year is not None:
        hint = _YEARS.get(of_year.kind, "that")
    return Meaning(
        TimeType.DATE,
        _blank(name),
        edtf=_blank(name) if "XX-XX" not in _blank(name) else None,
        resolve=partial(_near, name, hint),
        uses_tense=not hint,
        rule="holiday",
    )


def _blank(name: str) -> str:
    """The day without its year when the holiday is on the same day each year."""
    days = {holiday_in(name, year) for year in (2001, 2002, 2003)}
    marks = {(day.month, day.day) for day in days if day}
    if len(marks) != 1:
        return "XXXX-XX-XX"
    month, dom = marks.pop()
    return f"XXXX-{month:02d}-{dom:02d}"


RULES: tuple[Rule, ...] = (
    rule(
        "(?P<near>LAST|PAST|NEXT|COMING|THIS)? (?P<h>HOLIDAY) "
        "(?:(?:OF|IN|COMMA)? (?P<y>YEARNUM)|OF? (?P<hint>LAST|NEXT|THIS|THAT) YEAR)?",
        "HOLIDAY",
        _holiday,
    ),
)
