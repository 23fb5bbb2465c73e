"""Counting calendar units onward and back, shared by the rules for relative times."""

from datetime import date

from timeline.extract.dates.grammar import Found
from timeline.extract.dates.meaning import Spot
from timeline.extract.dates.points import Point, shift

_SIZES = {
    "day": 0,
    "week": 1,
    "weekend": 1,
    "fortnight": 1,
    "month": 2,
    "season": 3,
    "quarter": 3,
    "half": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
}

# TIMEX3 values of a unit that is not resolved.
BLANKS = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


def step(unit: str, count: int, code: str, base: date, spot: Spot) -> Point | None:
    if spot.last is not None and spot.last.bc and unit in ("year", "decade", "century"):
        count = -count  # before Christ the years count down
    if unit == "fortnight":
        unit, count = "week", 2 * count
    found = shift(base, unit, count)
    return found.with_part(code) if found and code else found


def step_plain(unit: str, count: int, base: date, spot: Spot) -> Point | None:
    return step(unit, count, "", base, spot)


def beside(unit: str, count: int, base: date, spot: Spot, code: str = "") -> Point | None:
    """From the date named before, unless that is coarser: no "next day" after "in 1814".

    `code`: the part of the day, where one is meant.
    """
    if spot.last is not None and _SIZES[spot.last.unit] > _SIZES.get(unit, 1):
        return None
    return step(unit, count, code, base, spot)


def ends_clause(found: Found) -> bool:
    """ "two days before," but not "two days before the vote"."""
    after = found.after()
    return after is None or after.kind in ("DOT", "COMMA", "SHUT", "MARK", "AND")
