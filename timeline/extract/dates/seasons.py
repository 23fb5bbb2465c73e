"""Seasons, decades and centuries, and years before Christ.

Must not fire: "fall" as a verb or a downfall ("the fall of Kabul", "prices fall"),
"spring" that leaps, "the twenties" of a person's age ("in her twenties").
"""

from datetime import date
from functools import partial

from timeline.extract.dates.calendar_words import year_hint
from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.meaning import Meaning, Spot
from timeline.extract.dates.points import Point, point, season_point
from timeline.extract.dates.tokens import Token
from timeline.extract.dates.within import in_year_near, part_mod
from timeline.vocabulary import TimeType

# What may follow a bare year, but not a bare quantity.
_AFTER_YEAR = frozenset({"COMMA", "DOT", "SHUT", "CAP", "AND", "THE", "MARK", "DASH", "ITS", "TO"})
_HINTS = {
    "LAST": "last",
    "PAST": "last",
    "NEXT": "next",
    "COMING": "next",
    "THIS": "this",
    "THAT": "that",
    "SAME": "that",
    "FOLLOWING": "onward",
}


def _season(found: Found) -> Meaning | None:
    token = found.first("s")
    if token is None:
        return None
    code = str(token.value)
    mod = part_mod(found)
    year = found.number("y")
    if year is not None:
        if not 1 <= year <= 9998:
            return None
        result = season_point(year, code)
        return Meaning(TimeType.DATE, result.timex(), point=result, mod=mod, rule="says the season")
    if _is_a_name(found, token):
        return None
    near = found.first("near")
    hint = _HINTS.get(near.kind, "") if near else year_hint(found)
    if not hint and not _stands_for_a_season(found, token.kind):
        return None
    return Meaning(
        TimeType.DATE,
        f"XXXX-{code}",
        resolve=partial(_near_season, code, hint),
        uses_tense=not hint,
        mod=mod,
        rule="season without a year",
    )


def _near_season(code: str, hint: str, base: date, spot: Spot) -> Point | None:
    return in_year_near(lambda year: season_point(year, code), base, spot, hint)


def _is_a_name(found: Found, token: Token) -> bool:
    """ "The Winter War", "the Prague Spring": capitals beside a capital."""
    if not token.text[0].isupper() or token.text.isupper():
        return False
    before, after = found.before(), found.after()
    beside = after if after is not None and after.kind == "CAP" else before
    return beside is not None and beside.kind == "CAP" and not beside.text.isupper()


def _stands_for_a_season(found: Found, kind: str) -> bool:
    before, after = found.before(), found.after()
    company = found.has("the") or found.has("part")
    if kind == "FALL":
        if after is not None and after.kind in ("OF", "IN", "FROM", "TO", "HYPHEN"):
            return False
        return company and before is not None and before.kind in ("IN", "BY", "DURING", "UNTIL")
    if company:
        return True
    return before is not None and before.kind in (
        "IN",
        "BY",
        "DURING",
        "UNTIL",
        "SINCE",
        "OF",
        "FROM",
    )


def _decade(found: Found) -> Meaning | None:
    token = found.first("d")
    if token is None or not isinstance(token.value, int):
        return None
    decade = token.value
    before = found.before()
    if before is not None and before.kind in ("ITS", "NUMX", "HYPHEN", "CAP"):
        return None
    if decade < 100:
        if token.kind == "DECADEYEARS" and not found.has("the"):
            return None
        if decade % 10:
            return None
        decade += 1900 if decade >= 20 else 2000
    result = point("decade", date(decade, 1, 1))
    return Meaning(
        TimeType.DATE, result.timex(), point=result, mod=part_mod(found), rule="says the decade"
    )


def _century(found: Found) -> Meaning | None:
    number = found.number("n")
    if number is None or not 1 <= number <= 30:
        return None
    mod = part_mod(found)
    if found.has("bc"):
        return Meaning(TimeType.DATE, f"BC{number - 1:02d}", mod=mod, rule="before Christ")
    result = point("century", date(max(100 * (number - 1), 1), 1, 1))
    return Meaning(
        TimeType.DATE, f"{number - 1:02d}", point=result, mod=mod, rule="says the century"
    )


def _hundred_years(found: Found) -> Meaning | None:
    number = found.number("d")
    if number is None:
        return None
    # "the 2000s" are ten years, "the 1800s" a hundred.
    result = point("decade" if number == 2000 else "century", date(number, 1, 1))
    return Meaning(
        TimeType.DATE, result.timex(), point=result, mod=part_mod(found), rule="says the years"
    )


def _bare_bc(found: Found) -> Meaning | None:
    """ "In 492" where the text tells of years before Christ: one of them."""
    year, after = found.number("y"), found.after()
    if year is None or not 32 <= year <= 999:
        return None
    if after is not None and after.kind not in _AFTER_YEAR:
        return None
    return Meaning(TimeType.DATE, "", resolve=partial(_year_bc, year), follows=True)


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
_NEAR = "(?:THE? (?P<near>LAST|PAST|NEXT|COMING|THIS|THAT|SAME|FOLLOWING))"
_IN_YEAR = (
    "(?:(?:OF|IN|COMMA)? (?P<y>YEARNUM) (?:(?:DASH|HYPHEN|SLASH) (?:YEARNUM|NUM|DAYNUM))?"
    "|OF? (?P<hint>LAST|NEXT|THIS|THAT|THE (?:SAME|FOLLOWING)?) YEAR)"
)

RULES: tuple[Rule, ...] = (
    rule(f"{_PART}? (?P<the>THE)? {_NEAR}? (?P<s>SEASONWORD) {_IN_YEAR}", "SEASONWORD", _season),
    rule(f"{_PART}? (?P<the>THE)? {_NEAR}? (?P<s>SEASONWORD)", "SEASONWORD", _season),
    rule(
        f"{_PART}? (?P<the>THE)? (?P<d>DECADEYEARS|DECADESHORT|DECADEWORD)",
        "DECADEYEARS DECADESHORT DECADEWORD",
        _decade,
    ),
    rule(f"{_PART}? (?P<the>THE)? (?P<d>CENTURYYEARS)", "CENTURYYEARS", _hundred_years),
    rule(
        f"{_PART}? (?P<the>THE)? (?P<n>ORDINAL) HYPHEN? CENTURY (?P<bc>ERA)?", "CENTURY", _century
    ),
    rule(
        "(?P<x>THE? (?P<n>ORDINAL)) (?:AND|TO|DASH|OR) THE? ORDINAL (?:CENTURY|CENTURYS)",
        "CENTURY CENTURYS",
        _century,
    ),
    rule("(?P<x>(?P<n>ORDINAL) CENTURYS)", "CENTURYS", _century),
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
    rule("(?P<s>SEASONWORD) (?P<n>OF) (?P<x>(?P<y>NUM))", "SEASONWORD", _bare_bc),
    rule(f"{_PART}? (?P<era>ERA) (?P<y>DAYNUM|NUM|YEARNUM)", "ERA", _era),
)
