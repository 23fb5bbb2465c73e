"""Times told from another: "yesterday", "last week", "two weeks ago", "the following day".

From the publication date ("last", "ago") or from the date named before ("later", "that
year"). Must not fire: "last" as a verb, "the next of kin", "this" of other things.
"""

from datetime import date
from functools import partial

from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.lexicon import UNIT_CODES
from timeline.extract.dates.meaning import Meaning, Spot
from timeline.extract.dates.numbers import cardinal, duration
from timeline.extract.dates.points import Point, point, shift
from timeline.extract.dates.within import part_mod
from timeline.vocabulary import TimeType

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
_BLANKS = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
_STEPS = {
    "LAST": -1,
    "PAST": -1,
    "NEXT": 1,
    "COMING": 1,
    "FOLLOWING": 1,
    "THIS": 0,
    "CURRENT": 0,
    "THAT": 0,
    "SAME": 0,
}
# A report that compares with "a year ago" means the same stretch of that year.
_KEPT_UNITS = frozenset({"quarter", "half", "season"})


def _step(unit: str, count: int, code: str, base: date, spot: Spot) -> Point | None:
    if unit == "fortnight":
        unit, count = "week", 2 * count
    found = shift(base, unit, count)
    return found.with_part(code) if found and code else found


def _step_plain(unit: str, count: int, base: date, spot: Spot) -> Point | None:
    return _step(unit, count, "", base, spot)


def _today(found: Found) -> Meaning | None:
    token = found.first("d")
    if token is None or not isinstance(token.value, int):
        return None
    before = found.before()
    if token.text[0].isupper() and before is not None and before.kind == "CAP":
        return None  # "USA Today"
    part = found.first("daypart")
    code = f"T{part.value}" if part is not None else ""
    if token.kind == "TONIGHT":
        code = "TNI"
    count = token.value
    if found.has("beyond"):
        count += 1 if count > 0 else -1
    return Meaning(
        TimeType.TIME if code else TimeType.DATE,
        "XXXX-XX-XX" + code,
        resolve=partial(_step, "day", count, code),
        mod=part_mod(found),
        from_today=True,
        rule="day told from today",
    )


def _part_of_today(found: Found) -> Meaning | None:
    part = found.first("daypart")
    if part is None:
        return None
    count = -1 if found.has("last") else 0
    return Meaning(
        TimeType.TIME,
        f"XXXX-XX-XXT{part.value}",
        resolve=partial(_step, "day", count, f"T{part.value}"),
        follows=found.has("that"),
        mod=part_mod(found),
        rule="part of a day",
    )


def _beside(unit: str, count: int, base: date, spot: Spot) -> Point | None:
    """From the date named before, unless that is coarser: no "next day" after "in 1814"."""
    if spot.last is not None and _SIZES[spot.last.unit] > _SIZES.get(unit, 1):
        return None
    return _step(unit, count, "", base, spot)


def _unit_beside(found: Found) -> Meaning | None:
    """ "last week", "this year", "the following month", "that day"."""
    unit, hint = found.first("u"), found.first("hint")
    if unit is None or hint is None:
        return None
    name = str(unit.value)
    if name == "quarter" or (name == "day" and hint.kind in ("LAST", "PAST", "CURRENT")):
        return None
    after = found.after()
    if after is not None and after.kind == "HYPHEN" and after.start == unit.end:
        return None
    the = found.has("the")
    if hint.text[0].isupper() and unit.text[0].isupper() and not unit.text.isupper():
        return None  # the title of a programme: "This Week", "Last Year"
    follows = hint.kind in ("FOLLOWING", "THAT", "SAME") or (
        the and hint.kind in ("NEXT", "PAST") and hint.text.lower() != "past"
    )
    if name == "day" and hint.kind == "NEXT":
        follows = True
    if hint.kind == "THIS" and name == "day":
        follows = True
    return Meaning(
        TimeType.DATE,
        _BLANKS.get(name, "XXXX-WXX"),
        resolve=partial(_beside if follows else _step_plain, name, _STEPS[hint.kind]),
        follows=follows,
        mod=part_mod(found),
        rule="unit beside the named one" if follows else "unit beside today",
    )


def _bare_unit(found: Found) -> Meaning | None:
    """ "the year", "the month": the one under discussion."""
    unit = found.first("u")
    if unit is None:
        return None
    name = str(unit.value)
    return Meaning(
        TimeType.DATE,
        _BLANKS[name],
        resolve=partial(_step, name, 0, ""),
        follows=True,
        mod=part_mod(found),
        rule="the one spoken of",
    )


def _for_the(found: Found) -> Meaning | None:
    """ "for the year", "for the full year": the current one in reports on business."""
    unit, after = found.first("u"), found.after()
    if unit is None or (after is not None and after.kind in ("ENDED", "BEFORE", "AFTER")):
        return None
    return Meaning(
        TimeType.DATE,
        _BLANKS[str(unit.value)],
        resolve=partial(_step, str(unit.value), 0, ""),
        rule="the current one",
    )


def _year_end(found: Found) -> Meaning:
    return Meaning(
        TimeType.DATE,
        "XXXX",
        resolve=partial(_step, "year", 0, ""),
        mod="END",
        rule="end of a year",
    )


def _weekend(found: Found) -> Meaning | None:
    count = -1 if found.has("last") else 1 if found.has("next") else 0
    return Meaning(
        TimeType.DATE,
        "XXXX-WXX-WE",
        resolve=partial(_near_weekend, count),
        uses_tense=count == 0,
        mod=part_mod(found),
        rule="weekend",
    )


def _near_weekend(count: int, base: date, spot: Spot) -> Point | None:
    if count == 0 and spot.tense != "future" and base.weekday() < 5:
        count = -1
    return shift(base, "weekend", count)


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
    if found.has("half"):
        name, count = {"year": ("month", 12 * count + 6)}.get(name, (name, count))
    count = round(count)
    if count == 0:
        return None
    return Meaning(
        TimeType.DATE,
        _BLANKS[name] if name in _BLANKS else "XXXX-WXX",
        resolve=partial(_back, name, count),
        mod=_rough_mod(found),
        from_today=True,
        aside=name == "year" and count == 1,
        rule="counted back",
    )


def _hours_ago() -> Meaning:
    return Meaning(
        TimeType.TIME, "XXXX-XX-XX", resolve=partial(_step, "day", 0, ""), rule="hours of today"
    )


def _back(unit: str, count: int, base: date, spot: Spot) -> Point | None:
    if unit == "year" and count == 1 and spot.business and spot.quarter is not None:
        return shift(spot.quarter.start, "quarter", -4)
    return _step(unit, -count, "", base, spot)


def _later(found: Found) -> Meaning | None:
    """ "two days later", "a year earlier": counted from the date named before."""
    unit, way = found.first("u"), found.first("way")
    if unit is None or way is None:
        return None
    name = str(unit.value)
    if name in ("hour", "minute", "second", "night"):
        return None
    if way.kind in ("BEFORE", "AFTER") and not _ends_clause(found):
        return None
    count = cardinal(found.group("n"))
    if count is None:
        return None
    sign = 1 if way.kind in ("LATER", "AFTER", "ON") else -1
    return Meaning(
        TimeType.DATE,
        _BLANKS[name] if name in _BLANKS else "XXXX-WXX",
        resolve=partial(_onward, name, sign * round(count)),
        follows=True,
        mod=_rough_mod(found),
        aside=name == "year" and way.kind in ("EARLIER", "BEFORE"),
        rule="counted from the date before",
    )


def _onward(unit: str, count: int, base: date, spot: Spot) -> Point | None:
    if unit == "year" and count == -1 and spot.business and spot.quarter is not None:
        return shift(spot.quarter.start, "quarter", -4)
    last = spot.last
    if unit == "year" and abs(count) == 1 and last and last.unit in ("month", *_KEPT_UNITS):
        return shift(last.start, last.unit, 12 * count // _months(last.unit))
    return _beside(unit, count, base, spot)


def _months(unit: str) -> int:
    return {"month": 1, "quarter": 3, "season": 3, "half": 6}[unit]


def _ends_clause(found: Found) -> bool:
    """ "two days before," but not "two days before the vote"."""
    after = found.after()
    return after is None or after.kind in ("DOT", "COMMA", "SHUT", "MARK", "AND")


def _rough_mod(found: Found) -> str | None:
    kinds = {token.kind for token in found.group("about")}
    if "NEARLY" in kinds or "LESS" in kinds:
        return "LESS_THAN"
    if "MORE" in kinds or "OVER" in kinds or "LEAST" in kinds:
        return "MORE_THAN"
    return "APPROX" if kinds else None


def _since_unit(found: Found) -> Meaning | None:
    """ "the past year", "the last month" as the stretch up to today."""
    unit = found.first("u")
    if unit is None:
        return None
    name = str(unit.value)
    return Meaning(
        TimeType.DURATION, duration(1, UNIT_CODES[name]), mod=part_mod(found), rule="a stretch"
    )


def _nearest(name: str, base: date, spot: Spot) -> Point | None:
    return point(name, base)


_PART = "(?P<part>(?:EARLY|LATE|EARLIER|LATER) IN?|THE? (?:BEGIN|END|MIDDLE) OF|MID HYPHEN?)"
_COUNT = "(?P<n>CARDINAL|VAGUECOUNT|A|HALF A)"
_ABOUT = "(?P<about>ROUGHLY)"
_AGO_UNIT = "(?P<u>ANYUNIT)"

RULES: tuple[Rule, ...] = (
    rule(
        "(?P<part>EARLY|LATE|EARLIER|LATER|MID HYPHEN?)? (?P<d>TODAY|TONIGHT) (?P<daypart>DAYPART)?",
        "TODAY TONIGHT",
        _today,
    ),
    rule("(?P<beyond>THE DAY (?:BEFORE|AFTER)) (?P<d>TODAY)", "TODAY", _today),
    rule(
        "(?P<part>EARLY|LATE|EARLIER|LATER)? (?:THIS|(?P<last>LAST)|(?P<that>THAT|THE SAME)) "
        "(?P<daypart>DAYPART)",
        "DAYPART",
        _part_of_today,
    ),
    rule(
        f"{_PART}? (?P<the>THE|THAT(?=SAME)|THIS(?=SAME))? "
        "(?P<hint>LAST|PAST|NEXT|COMING|FOLLOWING|THIS|CURRENT|THAT|SAME) (?P<u>UNIT) (?:OR SO)?",
        "UNIT",
        _unit_beside,
    ),
    rule(f"{_PART} THE (?P<u>YEAR|MONTH|WEEK|DECADE|CENTURY)", "UNIT", _bare_unit),
    rule(
        "(?:FOR|DURING) (?P<x>THE TRADING? (?P<u>YEAR|MONTH|WEEK)) (?!OF|HYPHEN)", "UNIT", _for_the
    ),
    rule("(?P<part>YEAR (?:HYPHEN|POSSESSIVE)? END)", "YEAR", _year_end),
    rule(
        f"{_PART}? (?:(?:THE|THIS)? (?:(?P<last>LAST|PAST)|(?P<next>NEXT|COMING))|THE|THIS) WEEKEND",
        "WEEKEND",
        _weekend,
    ),
    rule(f"{_ABOUT}? {_COUNT} (?:MORE)? HYPHEN? {_AGO_UNIT} HYPHEN? AGO", "AGO", _ago),
    rule("(?P<n>A|ONES) (?P<u>YEAR) (?P<half>AND A HALF) AGO", "AGO", _ago),
    rule("(?P<n>RECENT|SEVERAL|FEW)? (?P<u>UNITS) AGO", "AGO", _ago),
    rule(
        f"{_ABOUT}? {_COUNT} {_AGO_UNIT} (?P<way>LATER|EARLIER|BEFORE|AFTER)",
        "LATER EARLIER BEFORE AFTER",
        _later,
    ),
)
