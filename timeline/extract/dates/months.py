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
from timeline.extract.dates.points import Point, month_point, year_point
from timeline.extract.dates.tense import is_past_form
from timeline.extract.dates.tokens import Token
from timeline.extract.dates.within import FROM_NAMED_YEAR, in_year_near, part_mod
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
    if near is not None and near.kind == "THAT" and _opens_a_clause(found):
        return None
    if not (found.has("hint") or near is not None) and not _month_stands_alone(found):
        return None
    blank = f"XXXX-{month:02d}"
    hint = year_hint(found)
    return Meaning(
        TimeType.DATE,
        blank,
        edtf=blank,
        resolve=partial(_near_month, month, hint),
        follows=hint in FROM_NAMED_YEAR,
        uses_tense=not hint,
        mod=mod,
        rule="month without a year",
    )


def _opens_a_clause(found: Found) -> bool:
    """ "He said that June was mild", unlike "in that June" and "prices that June doubled"."""
    before, after = found.before(), found.after()
    if before is None or is_past_form(before.text.lower()):
        return True
    if before.kind in ("IN", "COMMA", "AND", "MARK"):
        return False
    closes = after is None or after.kind in ("DOT", "COMMA", "MARK")
    return not (closes or (after is not None and is_past_form(after.text.lower())))


def _within_month(found: Found) -> Meaning | None:
    """ "the last days of April 1945", "the second week of May": of the month no more is known."""
    meaning = _month(found)
    which, unit = found.first("which"), found.first("u")
    if meaning is None or which is None or unit is None:
        return None
    if unit.value not in ("day", "week", "month") or unit.kind == "DAY":
        return None
    return meaning._replace(mod=_mod_of(which))


def _within_year(found: Found) -> Meaning | None:
    """ "the early months of 1807", "the final weeks of 1944"."""
    year, which = found.number("y"), found.first("which")
    if year is None or which is None or not 1 <= year <= 9999:
        return None
    point = year_point(year)
    return Meaning(
        TimeType.DATE, point.timex(), point=point, mod=_mod_of(which), rule="says the year"
    )


def _mod_of(which: Token) -> str | None:
    if which.kind in ("LAST", "LATE") or which.text.lower() in ("closing", "final", "dying"):
        return "END"
    if which.kind in ("EARLY", "CLOSING") or which.value == 1:
        return "START"
    return "MID" if which.value in (2, 3) else None


def _near_month(month: int, hint: str, base: date, spot: Spot) -> Point | None:
    return in_year_near(lambda year: month_point(year, month), base, spot, hint)


def _month_stands_alone(found: Found) -> bool:
    token, before, after = found.first("m"), found.before(), found.after()
    if token is None:
        return False
    partial_word = found.has("part") or found.has("which")
    if token.kind == "MONTHVERB":
        if partial_word:
            return True
        if before is None or before.kind not in _MONTH_COMPANY:
            return False
        return not (after is not None and after.kind == "CAP" and before.kind != "IN")
    alone = before is None or before.kind not in _MONTH_COMPANY
    if token.kind == "MONTHABBR" and found.tokens[found.match.end() - 1] is token and alone:
        return partial_word or after is None or after.kind != "CAP"  # "Jan Smith"
    if before is not None and before.kind == "CAP" and not partial_word:
        return token.value not in (4, 6, 8)
    # "August Wilson", "April Smith" at the start of a clause.
    return not (
        token.value in (4, 6, 8)
        and after is not None
        and after.kind == "CAP"
        and (before is None or before.kind not in _MONTH_COMPANY - {"AND", "OR"})
    )


_WHICH = "THE? (?P<which>ORDWORD|SECOND|LAST|EARLY|LATE|CLOSING) FEW?"

RULES: tuple[Rule, ...] = (
    rule(
        f"{_WHICH} (?P<u>DAYS|WEEK|WEEKS) OF (?P<m>MONTHS_ANY) ABBRDOT (?:{WHICH_YEAR})?",
        "DAYS WEEK WEEKS",
        _within_month,
    ),
    rule(f"{_WHICH} (?:DAYS|WEEKS|MONTHS) OF (?P<y>YEARNUM)", "DAYS WEEKS MONTHS", _within_year),
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
