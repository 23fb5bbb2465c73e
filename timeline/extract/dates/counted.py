"""Times counted from another: "two weeks ago", "a year earlier", "three days later".

"Ago" counts from the publication date, "later" and "earlier" from the date named before.
Must not fire: "two days before the vote" (a length), "hours later" as a date.
"""

from datetime import date
from functools import partial

from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.meaning import Meaning, Spot
from timeline.extract.dates.numbers import cardinal
from timeline.extract.dates.points import Point, shift
from timeline.extract.dates.steps import BLANKS, beside, ends_clause, step, step_plain
from timeline.vocabulary import TimeType

# What half of a unit is counted in: "half a century ago" is fifty years.
_SMALLER = {"century": ("year", 100), "decade": ("year", 10), "year": ("month", 12)}
_KEPT_UNITS = frozenset({"quarter", "half", "season"})


def _ago(found: Found) -> Meaning | None:
    """ "two weeks ago", "a year ago": counted back from the publication date."""
    unit = found.first("u")
    if unit is None:
        return None
    name = str(unit.value)
    if name in ("hour", "minute", "second", "night"):
        return _hours_ago()
    count = cardinal(found.group("n"))
    if count is None:
        return Meaning(TimeType.DATE, "PAST_REF", rule="count not said")
    name, count = _in_whole_units(name, count + 0.5 if found.span("half")[0] >= 0 else count)
    if count == 0:
        return None
    return Meaning(
        TimeType.DATE,
        BLANKS.get(name, "XXXX-WXX"),
        resolve=partial(_back, name, count),
        mod="APPROX" if found.span("half")[0] >= 0 else _rough_mod(found),
        from_today=True,
        aside=name == "year" and count == 1,
        rule="counted back",
    )


def _in_whole_units(unit: str, count: int | float) -> tuple[str, int]:
    if count != int(count) and unit in _SMALLER:
        unit, size = _SMALLER[unit]
        count *= size
    return unit, round(count)


def _long_ago(found: Found) -> Meaning | None:
    """ "long ago", "some time ago": past, and no more is said."""
    long = found.first("long")
    if long is not None and long.text.lower() not in ("long", "longer"):
        return None
    return Meaning(TimeType.DATE, "PAST_REF", rule="no date")


def _hours_ago() -> Meaning:
    return Meaning(
        TimeType.TIME, "XXXX-XX-XX", resolve=partial(step, "day", 0, ""), rule="hours of today"
    )


def _back(unit: str, count: int, base: date, spot: Spot) -> Point | None:
    if unit == "year" and count == 1 and spot.business and spot.quarter is not None:
        return shift(spot.quarter.start, "quarter", -4)
    return step(unit, -count, "", base, spot)


def _from_now(found: Found) -> Meaning | None:
    unit, count = found.first("u"), cardinal(found.group("n"))
    if unit is None or count is None or unit.kind in ("HOUR", "HOURS"):
        return None
    if found.number("today") not in (None, 0):
        return None  # "two days from yesterday"
    name = str(unit.value)
    if name == "week" and found.has("today"):
        name, count = "day", 7 * count
    return Meaning(
        TimeType.DATE,
        BLANKS.get(name, "XXXX-WXX"),
        resolve=partial(step_plain, name, round(count)),
        from_today=True,
        mod=_rough_mod(found),
        rule="counted from now",
    )


def _later(found: Found) -> Meaning | None:
    """ "two days later", "a year earlier": counted from the date named before."""
    unit, way = found.first("u"), found.first("way")
    if unit is None or way is None:
        return None
    name = str(unit.value)
    if name in ("hour", "minute", "second", "night"):
        return None
    if way.kind in ("BEFORE", "AFTER") and not ends_clause(found):
        return None
    count = cardinal(found.group("n")) if found.has("n") else 1
    if count is None:
        return None
    halved = found.span("half")[0] >= 0
    name, whole = _in_whole_units(name, count + 0.5 if halved else count)
    sign = 1 if way.kind in ("LATER", "AFTER", "ON") else -1
    return Meaning(
        TimeType.DATE,
        BLANKS.get(name, "XXXX-WXX"),
        resolve=partial(_onward, name, sign * whole),
        follows=True,
        restates=True,
        mod=_rough_mod(found),
        aside=name == "year" and way.kind in ("EARLIER", "BEFORE"),
        rule="counted from the date before",
    )


def _onward(unit: str, count: int, base: date, spot: Spot) -> Point | None:
    if spot.apposed and (again := beside(unit, 0, base, spot)) is not None:
        return again
    if unit == "year" and count == -1 and spot.business and spot.quarter is not None:
        return shift(spot.quarter.start, "quarter", -4)
    last = spot.last
    if unit == "year" and abs(count) == 1 and last and last.unit in ("month", *_KEPT_UNITS):
        return shift(last.start, last.unit, 12 * count // _months(last.unit))
    return beside(unit, count, base, spot)


def _months(unit: str) -> int:
    return {"month": 1, "quarter": 3, "season": 3, "half": 6}[unit]


def _rough_mod(found: Found) -> str | None:
    kinds = {token.kind for token in found.group("about")}
    if "NEARLY" in kinds or "LESS" in kinds:
        return "LESS_THAN"
    if "MORE" in kinds or "OVER" in kinds or "LEAST" in kinds:
        return "MORE_THAN"
    return "APPROX" if kinds else None


_COUNT = "(?P<n>CARDINAL|VAGUECOUNT|A|HALF A)"
_ABOUT = "(?P<about>ROUGHLY)"
# "a year and a half", "two and a half years"; the count may be any number
_AND_A_HALF = (
    "(?P<n>A|CARDINAL) (?P<half>(?:HYPHEN? AND HYPHEN? A HYPHEN? HALF HYPHEN?)"
    "(?=ANYUNIT HYPHEN? (?:AGO|LATER|EARLIER))|(?=ANYUNIT AND A HALF)) "
    "(?P<u>ANYUNIT) (?:AND A HALF)?"
)
_AGO_UNIT = "(?P<u>ANYUNIT)"

RULES: tuple[Rule, ...] = (
    rule(f"{_ABOUT}? {_COUNT} (?:MORE)? HYPHEN? {_AGO_UNIT} HYPHEN? AGO", "AGO", _ago),
    rule(f"{_ABOUT}? {_AND_A_HALF} AGO", "AGO", _ago),
    rule("(?:A|SOME)? (?P<long>TRADING)? TIME AGO", "AGO", _long_ago),
    rule("(?P<long>TRADING) AGO", "AGO", _long_ago),
    rule("(?P<n>RECENT|SEVERAL|FEW)? (?P<u>UNITS) AGO", "AGO", _ago),
    rule(
        f"{_ABOUT}? {_COUNT} {_AGO_UNIT} (?P<way>LATER|EARLIER|BEFORE|AFTER)",
        "LATER EARLIER BEFORE AFTER",
        _later,
    ),
    rule(f"{_ABOUT}? {_AND_A_HALF} (?P<way>LATER|EARLIER)", "LATER EARLIER", _later),
    rule("THE (?P<u>DAY|WEEK|MONTH|YEAR) (?P<way>BEFORE|AFTER)", "BEFORE AFTER", _later),
    rule(f"{_ABOUT}? {_COUNT} {_AGO_UNIT} FROM (?:NOW|(?P<today>TODAY))", "NOW TODAY", _from_now),
)
