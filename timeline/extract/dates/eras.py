"""Years of an era: "44 BC", "AD 79", "in 492" among years before Christ, "the year 800".

Must not fire: "By 493, votes were in", "AD" as a name's letters, "in the year 12 months".
"""

from datetime import date
from functools import partial

from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.meaning import Meaning, Spot
from timeline.extract.dates.points import Point
from timeline.extract.dates.tense import is_past_form
from timeline.extract.dates.tokens import PRONOUNS, Token
from timeline.extract.dates.within import part_mod
from timeline.vocabulary import TimeType

# What may follow a bare year, but not a bare quantity.
_AFTER_YEAR = frozenset("COMMA DOT SHUT CAP AND OR THE MARK DASH ITS TO".split())
_LAST_BARE_BC, _FIRST_BARE_AD = 999, 100
_NEAR_YEARS = 300
_EARLY_YEARS = 1600


def _goes_on(after: Token) -> bool:
    """What may follow a year, but not a quantity: "in 330 he burned it"."""
    return after.kind in _AFTER_YEAR or after.text in PRONOUNS or is_past_form(after.text)


def _bare_year(found: Found) -> Meaning | None:
    """ "In 492" where the text tells of years before Christ, "in 999 or 1017" in a history."""
    year, after = found.number("y"), found.after()
    if year is None or not 32 <= year < 1500:
        return None
    if after is not None and not _goes_on(after):
        return None
    return Meaning(TimeType.DATE, "", resolve=partial(_year_told, year), follows=True)


def _year_told(year: int, base: date, spot: Spot) -> Point | None:
    last = spot.last
    if last is not None and last.bc:
        near = year <= _LAST_BARE_BC and abs(last.year - year) <= _NEAR_YEARS
        return Point("year", date(year, 1, 1)) if near else None
    if not spot.narrative or year < _FIRST_BARE_AD:
        return None
    early = last is None or last.year < _EARLY_YEARS
    return Point("year", date(year, 1, 1)) if early else None


def _year_of_few_digits(found: Found) -> Meaning | None:
    """ "In the year 800"."""
    year, after = found.number("y"), found.after()
    if year is None or not 1 <= year <= 999 or (after is not None and after.kind == "ERA"):
        return None
    result = Point("year", date(year, 1, 1))
    return Meaning(TimeType.DATE, result.timex(), point=result, rule="says the year")


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
        "(?:IN|SINCE|UNTIL|BY|FROM|BETWEEN|OPEN|AND|OR|TO|DASH) "
        f"(?P<x>{_PART}? (?P<y>NUM|YEARNUM))",
        "NUM YEARNUM",
        _bare_year,
    ),
    rule(
        "(?:IN|BY|SINCE|UNTIL|FROM|OF) (?P<x>THE YEAR (?P<y>DAYNUM|NUM))",
        "NUM DAYNUM",
        _year_of_few_digits,
    ),
    rule("(?P<s>SEASONWORD) (?P<n>OF) (?P<x>(?P<y>NUM))", "SEASONWORD", _bare_year),
    rule(f"{_PART}? (?P<era>ERA) (?P<y>DAYNUM|NUM|YEARNUM)", "ERA", _era),
)
