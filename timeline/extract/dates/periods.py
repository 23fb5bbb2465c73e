"""Quarters, halves and fiscal years of business and politics.

A quarter without a year is the latest that had begun by the publication date. Must not
fire: "a quarter of the voters", "quarter-final", "first half" of a match, "Latin Quarter".
"""

from datetime import date
from functools import partial

from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.meaning import Meaning, Spot
from timeline.extract.dates.points import (
    Point,
    half_point,
    point,
    quarter_point,
    shift,
    year_point,
)
from timeline.extract.dates.within import part_mod
from timeline.vocabulary import TimeType

# "Expects to report a third-quarter loss" in October speaks of the quarter just over.
_JUST_OVER_DAYS = 100


def _numbered(found: Found) -> Meaning | None:
    """ "the third quarter of 1990", "Q3", "second half of 2019", "first quarter last year"."""
    last = found.first("n")
    number = 2 if last is not None and last.kind == "LAST" else found.number("n")
    make = half_point if found.has("half") else quarter_point
    if number is None or not 1 <= number <= (2 if found.has("half") else 4):
        return None
    year = found.number("y")
    letter = "H" if found.has("half") else "Q"
    if year is not None:
        result = make(year, number)
        return Meaning(TimeType.DATE, result.timex(), point=result, rule="says the quarter")
    hint = found.first("hint")
    if found.has("half") and hint is None:
        return None
    step = {"LAST": -1, "NEXT": 1}.get(hint.kind, 0) if hint else None
    return Meaning(
        TimeType.DATE,
        f"XXXX-{letter}{number}",
        resolve=partial(_latest, number, letter, step),
        uses_tense=not found.has("hyphen"),
        played=hint is None,
        mod=part_mod(found),
        rule="quarter without a year",
    )


def _latest(number: int, letter: str, step: int | None, base: date, spot: Spot) -> Point | None:
    make = half_point if letter == "H" else quarter_point
    if not 2 <= base.year <= 9997:
        return None
    if step is not None:
        return make(base.year + step, number)
    if spot.narrative and spot.last is not None:
        return make(spot.last.year, number)
    this_year = make(base.year, number)
    if spot.tense == "future":
        just_over = (base - this_year.end).days <= _JUST_OVER_DAYS
        return this_year if just_over else make(base.year + 1, number)
    return this_year if this_year.start <= base else make(base.year - 1, number)


def _last_of_year(found: Found) -> Meaning | None:
    """ "the final quarter of 2012"."""
    year = found.number("y")
    if year is None:
        return None
    result = quarter_point(year, 4)
    return Meaning(TimeType.DATE, result.timex(), point=result, rule="says the quarter")


def _same_quarter(found: Found) -> Meaning | None:
    """ "the quarter", "the latest quarter", "the latest period": the one under discussion."""
    hint, after = found.first("hint"), found.after()
    if after is not None and after.kind in ("HYPHEN", "OF"):
        return None  # "the quarter-final", "the last quarter of the century"
    kind = hint.kind if hint else ""
    return Meaning(
        TimeType.DATE,
        "XXXX-QX",
        resolve=partial(_spoken_of, kind),
        rule="the quarter spoken of",
    )


def _spoken_of(kind: str, base: date, spot: Spot) -> Point | None:
    if kind in ("THIS", "CURRENT"):
        return point("quarter", base)
    if kind == "NEXT":
        return shift(base, "quarter", 1)
    if kind in ("LAST", "PAST"):
        return shift(base, "quarter", -1)
    if spot.quarter is not None and (kind != "LATEST" or spot.quarter.end < base):
        return spot.quarter
    return shift(base, "quarter", -1)


def _year_before(found: Found) -> Meaning | None:
    """ "the year-ago quarter", "the year-earlier period", "year-ago"."""
    number = found.number("n")
    return Meaning(
        TimeType.DATE,
        f"XXXX-Q{number or 'X'}",
        resolve=partial(_quarter_before, number),
        aside=True,
        rule="the same quarter a year before",
    )


def _quarter_before(number: int | None, base: date, spot: Spot) -> Point | None:
    if number is not None and 1 <= number <= 4:
        current = _latest(number, "Q", None, base, spot)
        return shift(current.start, "quarter", -4) if current else None
    if spot.quarter is not None:
        return shift(spot.quarter.start, "quarter", -4)
    return shift(base, "year", -1)


def _quarter_of_year(found: Found) -> Meaning | None:
    """ "the 1988 period", "last year's quarter": the quarter spoken of, in that year."""
    hint = found.first("hint")
    step = {"LAST": -1, "NEXT": 1}.get(hint.kind, 0) if hint else None
    year = found.number("y")
    return Meaning(
        TimeType.DATE,
        f"{year}-QX" if year else "XXXX-QX",
        resolve=partial(_same_in_year, year, step),
        aside=True,
        rule="the quarter spoken of, in another year",
    )


def _same_in_year(year: int | None, step: int | None, base: date, spot: Spot) -> Point | None:
    wanted = year if year is not None else base.year + (step or 0)
    if not 2 <= wanted <= 9997:
        return None
    if spot.quarter is not None:
        return Point("quarter", spot.quarter.start.replace(year=wanted))
    return year_point(wanted)


def _same_period(found: Found) -> Meaning:
    """ "the same period last year", "the corresponding quarter a year earlier"."""
    return Meaning(
        TimeType.DATE,
        "XXXX-QX",
        resolve=partial(_quarter_before, None),
        aside=True,
        rule="the same quarter a year before",
    )


def _fiscal(found: Found) -> Meaning | None:
    year = found.number("y")
    if year is not None:
        if found.has("short") or year < 1900:
            return None
        return Meaning(
            TimeType.DATE, f"{year:04d}", point=year_point(year), rule="says the fiscal year"
        )
    hint = found.first("hint")
    steps = {"LAST": -1, "LATEST": -1, "PAST": -1, "NEXT": 1, "COMING": 1}
    step = steps.get(hint.kind, 0) if hint else 0
    return Meaning(
        TimeType.DATE,
        "XXXX",
        resolve=partial(_fiscal_year, step),
        mod=part_mod(found),
        rule="fiscal year beside this one",
    )


def _fiscal_year(step: int, base: date, spot: Spot) -> Point | None:
    return shift(base, "year", step)


_ARTICLE = "THE?"
_FISCAL = "(?:FISCAL HYPHEN?)?"
_WHEN = (
    "(?:(?:OF|IN|COMMA)? (?:FISCAL YEAR?)? (?P<y>YEARNUM)|OF? (?P<hint>LAST|NEXT|THIS|THE) YEAR)?"
)

RULES: tuple[Rule, ...] = (
    rule(
        f"{_ARTICLE} {_FISCAL} (?P<n>ORDINAL) {_FISCAL} QUARTER {_WHEN}",
        "QUARTER",
        _numbered,
    ),
    rule(f"{_FISCAL} (?P<n>ORDINAL) (?P<hyphen>HYPHEN) QUARTER", "QUARTER", _numbered),
    rule("(?P<hint>LAST|NEXT|THIS) YEAR POSSESSIVE (?P<n>ORDINAL) QUARTER", "QUARTER", _numbered),
    rule(
        "THE? (?:(?P<y>YEARNUM)|(?P<hint>LAST|NEXT|THIS) YEAR POSSESSIVE) (?:QUARTER|PERIOD)",
        "QUARTER PERIOD",
        _quarter_of_year,
    ),
    rule(f"(?P<n>QNUMBER) {_WHEN}", "QNUMBER", _numbered),
    rule("(?P<half>(?P<n>HNUMBER)) (?:OF)? (?P<y>YEARNUM)", "HNUMBER", _numbered),
    rule(
        f"THE? (?P<n>ORDWORD|SECOND|LAST) HYPHEN? (?P<half>HALF) {_WHEN}",
        "HALF",
        _numbered,
    ),
    rule(
        "THE? (?P<y>YEARNUM) (?P<n>ORDINAL) HYPHEN? QUARTER",
        "QUARTER",
        _numbered,
    ),
    rule("THE (?:LAST|CLOSING) QUARTER OF (?P<y>YEARNUM)", "QUARTER", _last_of_year),
    rule("THE (?P<hint>LATEST|CURRENT|PAST|LAST|NEXT)? QUARTER", "QUARTER", _same_quarter),
    rule("(?P<hint>THIS|LAST|NEXT|THAT) QUARTER", "QUARTER", _same_quarter),
    rule("THE (?P<hint>LATEST) PERIOD", "PERIOD", _same_quarter),
    rule(
        "THE? SAME? YEAR HYPHEN (?:AGO|EARLIER) (?:PERIOD|(?P<n>ORDINAL)? HYPHEN? QUARTER)",
        "AGO EARLIER",
        _year_before,
    ),
    rule("YEAR HYPHEN (?:AGO|EARLIER)", "AGO EARLIER", _year_before),
    rule(
        "(?:(?:THE|THIS) SAME|THE|SAME) (?:PERIOD|QUARTER) (?:OF|IN)? "
        "(?:LAST YEAR|(?:THE|A) YEAR (?:AGO|EARLIER|BEFORE|PAST)|THE (?:PAST|LAST) YEAR)",
        "PERIOD QUARTER",
        _same_period,
    ),
    rule("FISCAL YEAR? (?P<y>YEARNUM)", "FISCAL", _fiscal),
    rule("(?P<y>FYEAR)", "FYEAR", _fiscal),
    rule(
        "(?:THE? (?P<hint>LAST|LATEST|PAST|NEXT|COMING|CURRENT|THIS)|THE) FISCAL YEAR "
        "(?!ENDED|YEARNUM|OF)",
        "FISCAL",
        _fiscal,
    ),
)
