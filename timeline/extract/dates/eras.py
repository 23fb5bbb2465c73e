"""Years of an era: "44 BC", "AD 79", "in 492" among years before Christ, "the year 800".

Must not fire: "By 493, votes were in", "AD" as a name's letters, "in the year 12 months".
"""

from datetime import date
from functools import partial

from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.meaning import Meaning, Spot
from timeline.extract.dates.points import Point
from timeline.extract.dates.tense import is_past_form
from timeline.extract.dates.tokens import PRONOUNS
from timeline.extract.dates.within import part_mod
from timeline.vocabulary import TimeType

# What may follow a bare year, but not a bare quantity.
_AFTER_YEAR = frozenset({"COMMA", "DOT", "SHUT", "CAP", "AND", "THE", "MARK", "DASH", "ITS", "TO"})


def _bare_bc(found: Found) -> Meaning | None:
    """ "In 492" where the text tells of years before Christ: one of them."""
    year, after = found.number("y"), found.after()
    if year is None or not 32 <= year <= 999:
        return None
    if after is not None and after.kind not in _AFTER_YEAR:
        goes_on = after.text in PRONOUNS or is_past_form(after.text)
        if not goes_on:
            return None
    return Meaning(TimeType.DATE, "", resolve=partial(_year_bc, year), follows=True)


def _year_of_few_digits(found: Found) -> Meaning | None:
    """ "In the year 800"."""
    year, after = found.number("y"), found.after()
    if year is None or not 1 <= year <= 999 or (after is not None and after.kind == "ERA"):
        return None
    result = Point("year", date(year, 1, 1))
    return Meaning(TimeType.DATE, result.timex(), point=result, rule="says the year")


def _year_bc(year: int, base: date, spot: Spot) -> Point | None:
    if spot.last is None or not spot.last.bc or abs(spot.last.year - year) > 300:
        return None
    return Point("year", date(year, 1, 1))


def _era(found: Found) -> Meaning | None:
    year, era = found.number("y"), found.first("era")
    if year is None or era is None or not 1 <= year <= 9999:
        return None
    mod = part_mod(found)
    if era.value == "BC":
        point = Point("year", date(year, 1, 1), bc=True)
        return Meaning(TimeType.DATE, point.timex(), point=point, mod=mod, rule="says the year")
    if year > 2199:
        return None
    result = Point("year", date(year, 1, 1))
    return Meaning(TimeType.DATE, result.timex(), point=result, mod=mod, rule="says the year")


_PART = "(?P<part>(?:THE)? (?:EARLY|LATE|MID HYPHEN?)|THE? (?:BEGIN|END|MIDDLE) OF)"

RULES: tuple[Rule, ...] = (
    rule(f"{_PART}? (?P<y>DAYNUM|NUM|YEARNUM) (?P<era>ERA)", "ERA", _era),
    rule(
        "(?P<x>(?P<y>DAYNUM|NUM|YEARNUM)) (?:DASH|HYPHEN|TO|AND|SLASH) NUM (?P<era>ERA)",
        "ERA",
        _era,
    ),
    rule(
        f"(?:IN|SINCE|UNTIL|BY|FROM|BETWEEN|OPEN|AND|DASH) (?P<x>{_PART}? (?P<y>NUM))",
        "NUM",
        _bare_bc,
    ),
    rule(
        "(?:IN|BY|SINCE|UNTIL|FROM|OF) (?P<x>THE YEAR (?P<y>DAYNUM|NUM))",
        "NUM DAYNUM",
        _year_of_few_digits,
    ),
    rule("(?P<s>SEASONWORD) (?P<n>OF) (?P<x>(?P<y>NUM))", "SEASONWORD", _bare_bc),
    rule(f"{_PART}? (?P<era>ERA) (?P<y>DAYNUM|NUM|YEARNUM)", "ERA", _era),
)
