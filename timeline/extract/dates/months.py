"""Months in running text, with their year or without: "May 2014", "last July", "late August".

Must not fire: "may" and "March" as verbs or names ("Theresa May", "March for Peace"),
"April Smith", "August Wilson".
"""

from datetime import date
from functools import partial

from timeline.extract.dates.calendar_words import (
    MONTH_KINDS,
    WHICH_YEAR,
    YEAR,
    is_month,
    year_hint,
    year_said,
)
from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.meaning import Meaning, Spot
from timeline.extract.dates.points import Point, month_point
from timeline.extract.dates.within import in_year_near, part_mod
from timeline.vocabulary import TimeType

_MONTH_COMPANY = frozenset(
    "IN SINCE BY UNTIL FROM TO OF LAST NEXT THIS AND OR EARLY LATE MID DURING BETWEEN BEFORE AFTER "
    "FOR EVERY PER DASH HYPHEN COMMING PAST FOLLOWING SAME THAT SLASH EARLIER LATER".split()
)


def _month(found: Found) -> Meaning | None:
    month = found.number("m")
    if month is None or not is_month(found):
        return None
    mod = part_mod(found)
    year = year_said(found)
    if year is not None:
        if not 1 <= year <= 9999:
            return None
        point = month_point(year, month)
        return Meaning(TimeType.DATE, point.timex(), point=point, mod=mod, rule="says the month")
    near = found.first("near")
    before = found.before()
    if near is not None and near.kind == "THAT" and (before is None or before.kind != "IN"):
        return None  # "said that June was mild"
    if not (found.has("hint") or near is not None) and not _month_stands_alone(found):
        return None
    blank = f"XXXX-{month:02d}"
    hint = year_hint(found)
    return Meaning(
        TimeType.DATE,
        blank,
        edtf=blank,
        resolve=partial(_near_month, month, hint),
        uses_tense=not hint,
        mod=mod,
        rule="month without a year",
    )


def _near_month(month: int, hint: str, base: date, spot: Spot) -> Point | None:
    return in_year_near(lambda year: month_point(year, month), base, spot, hint)


def _month_stands_alone(found: Found) -> bool:
    token, before, after = found.first("m"), found.before(), found.after()
    if token is None:
        return False
    partial_word = found.has("part")
    if token.kind == "MONTHVERB":
        if partial_word:
            return True
        if before is None or before.kind not in _MONTH_COMPANY:
            return False
        return not (after is not None and after.kind == "CAP" and before.kind != "IN")
    if before is not None and before.kind == "CAP" and not partial_word:
        return token.value not in (4, 6, 8)
    # "August Wilson", "April Smith" at the start of a clause.
    return not (
        token.value in (4, 6, 8)
        and after is not None
        and after.kind == "CAP"
        and (before is None or before.kind not in _MONTH_COMPANY - {"AND", "OR"})
    )


RULES: tuple[Rule, ...] = (
    # the first months of "May to July 2022", "January and March 1990"
    rule(
        f"(?P<x>(?P<m>MONTHS_ANY) ABBRDOT) JOIN MONTHS_ANY ABBRDOT COMMA? {YEAR}",
        MONTH_KINDS,
        _month,
    ),
    # early July 2022; the end of July; July last year; last July
    rule(
        f"(?P<part>PARTWORD)? (?P<m>MONTHS_ANY) ABBRDOT {WHICH_YEAR}",
        MONTH_KINDS,
        _month,
    ),
    rule(
        "(?P<part>PARTWORD)? (?:THE(?=NEXT|PAST|COMING|FOLLOWING|SAME))? "
        "(?P<near>LAST|NEXT|THIS|PAST|COMING|FOLLOWING|SAME|THAT) (?P<m>MONTHS_ANY)",
        MONTH_KINDS,
        _month,
    ),
    rule("(?P<part>PARTWORD)? (?P<m>MONTHWORD)", MONTH_KINDS, _month),
)
