"""Weekdays, told past from coming by the tense of the verb they belong to.

Newspapers name the day of publication by its weekday, so "Monday" in a Monday's paper is
that day. Must not fire: the "Sun" newspaper, "Black Friday" (a holiday), "Mon Calamari".
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from timeline.extract.dates.calendar_words import WHICH_YEAR, is_month, year_hint, year_said
from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.holidays import nth_weekday
from timeline.extract.dates.meaning import Meaning, Spot
from timeline.extract.dates.points import Point, shift
from timeline.extract.dates.within import in_year_near, part_mod
from timeline.vocabulary import TimeType

# "The Sunday Times" is no Sunday.
_PAPERS = frozenset(
    "Times Telegraph Mirror Mail Express Herald Post Observer Star People Independent World "
    "Tribune Sun Gazette Review Football".split()
)


def nearest_weekday(weekday: int, hint: str, base: date, spot: Spot) -> Point | None:
    """The weekday (Monday 0) meant, seen from `base`; `hint`: last, next, this, after."""
    back = (base.weekday() - weekday) % 7
    ahead = (weekday - base.weekday()) % 7
    try:
        if hint == "last":
            return Point("day", base - timedelta(days=back or 7))
        if hint in ("next", "after"):
            return Point("day", base + timedelta(days=ahead or 7))
        if hint == "this":
            days = ahead if spot.tense != "past" else -back
            return Point("day", base + timedelta(days=days))
        if spot.narrative and spot.last is not None and spot.last.unit == "day":
            return Point("day", spot.last.start + timedelta(days=_after(weekday, spot.last.start)))
        if spot.tense == "future":
            return Point("day", base + timedelta(days=ahead))
        return Point("day", base - timedelta(days=back))
    except OverflowError:
        return None


def _after(weekday: int, start: date) -> int:
    return (weekday - start.weekday()) % 7


def _weekday(found: Found) -> Meaning | None:
    weekday = found.number("w")
    if weekday is None:
        return None
    token = found.first("w")
    if token is not None and token.kind == "WEEKDAYABBR" and not found.has("dot"):
        return None
    after = found.after()
    if after is not None and after.text in _PAPERS:
        return None
    kinds = {t.kind for t in found.group("hint")}
    hints = [t.text.lower() for t in found.group("hint") if t.kind != "THE"]
    hint = ""
    if kinds & {"LAST", "PAST"}:
        hint = "last"
    elif kinds & {"NEXT", "COMING"}:
        hint = "next"
    elif "FOLLOWING" in kinds:
        hint = "after"
    elif kinds & {"THIS"}:
        hint = "this"
    part = found.first("daypart")
    if part is not None and part.text[0].isupper() and after is not None and after.kind == "CAP":
        return None  # "Friday Night Lights"
    code = f"T{part.value}" if part is not None else ""
    return Meaning(
        TimeType.TIME if code else TimeType.DATE,
        f"XXXX-WXX-{weekday + 1}{code}",
        resolve=partial(_with_part, weekday, hint, code),
        follows=hint == "after" or hints[:1] in (["previous"], ["preceding"]),
        uses_tense=hint in ("", "this"),
        mod=part_mod(found),
        rule="weekday",
    )


def _with_part(weekday: int, hint: str, code: str, base: date, spot: Spot) -> Point | None:
    point = nearest_weekday(weekday, hint, base, spot)
    return point.with_part(code) if point else None


def _nth_of_month(found: Found) -> Meaning | None:
    """ "the first Monday in October", "the last Friday of May 2021"."""
    weekday, month, which = found.number("w"), found.number("m"), found.first("n")
    if weekday is None or month is None or which is None or not is_month(found):
        return None
    number = -1 if which.kind == "LAST" else which.value
    if not isinstance(number, int) or not -1 <= number <= 4:
        return None
    make = partial(_nth, weekday, month, number)
    year = year_said(found)
    if year is not None:
        point = make(year)
        return Meaning(TimeType.DATE, point.timex(), point=point, rule="says the day")
    return Meaning(
        TimeType.DATE,
        f"XXXX-{month:02d}-XX",
        resolve=partial(_near_nth, make, year_hint(found)),
        uses_tense=True,
        rule="weekday of a month",
    )


def _nth(weekday: int, month: int, number: int, year: int) -> Point:
    return Point("day", nth_weekday(year, month, weekday, number))


def _near_nth(make: Callable[[int], Point], hint: str, base: date, spot: Spot) -> Point | None:
    return in_year_near(make, base, spot, hint)


def _week_later(found: Found) -> Meaning | None:
    """ "Monday of last week", "a week ago Monday", "Monday week"."""
    weekday = found.number("w")
    if weekday is None:
        return None
    step = {"LAST": -1, "NEXT": 1, "THIS": 0}.get(
        (found.first("hint") or found.tokens[0]).kind, -1 if found.has("ago") else 0
    )
    return Meaning(
        TimeType.DATE,
        f"XXXX-WXX-{weekday + 1}",
        resolve=partial(_in_week, weekday, step),
        rule="weekday of a week",
    )


def _in_week(weekday: int, step: int, base: date, spot: Spot) -> Point | None:
    week = shift(base, "week", step)
    return Point("day", week.start + timedelta(days=weekday)) if week else None


_HINT = "(?P<hint>LAST|NEXT|THIS|THIS? COMING|THIS? PAST|THE (?:FOLLOWING|NEXT|PAST))"
_DAY = "(?P<w>WEEKDAY|WEEKDAYABBR (?P<dot>DOT))"

RULES: tuple[Rule, ...] = (
    rule(
        f"(?P<part>EARLIER|LATER|EARLY|LATE|EARLY ON|LATE ON)? {_HINT}? {_DAY} "
        "(?P<daypart>DAYPART)?",
        "WEEKDAY WEEKDAYABBR",
        _weekday,
    ),
    rule(f"{_DAY} OF? (?P<hint>LAST|NEXT|THIS) WEEK", "WEEKDAY", _week_later),
    rule(
        "THE (?P<n>ORDWORD|SECOND|LAST) (?P<w>WEEKDAY) (?:IN|OF) (?P<m>MONTHS_ANY) ABBRDOT "
        f"(?:{WHICH_YEAR})?",
        "WEEKDAY",
        _nth_of_month,
    ),
)
