"""Seasons, with their year or without: "the spring of 2014", "last summer", "that autumn".

Must not fire: "fall" as a verb or a downfall ("the fall of Kabul", "prices fall"),
"spring" that leaps, "the Winter War", "the Prague Spring".
"""

from datetime import date
from functools import partial

from timeline.extract.dates.calendar_words import year_hint
from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.meaning import Meaning, Spot
from timeline.extract.dates.points import Point, season_point
from timeline.extract.dates.tokens import Token
from timeline.extract.dates.within import FROM_NAMED_YEAR, in_year_near, part_mod
from timeline.vocabulary import TimeType

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
        follows=hint in FROM_NAMED_YEAR,
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


_PART = "(?P<part>(?:THE)? (?:EARLY|LATE|MID HYPHEN?)|THE? (?:BEGIN|END|MIDDLE) OF)"
_NEAR = "(?:THE? (?P<near>LAST|PAST|NEXT|COMING|THIS|THAT|SAME|FOLLOWING))"
_IN_YEAR = (
    "(?:(?:OF|IN|COMMA)? (?P<y>YEARNUM) (?:(?:DASH|HYPHEN|SLASH) (?:YEARNUM|NUM|DAYNUM))?"
    "|OF? (?P<hint>LAST|NEXT|THIS|THAT|THE (?:SAME|FOLLOWING|NEXT|PAST)?) YEAR)"
)

RULES: tuple[Rule, ...] = (
    rule(f"{_PART}? (?P<the>THE)? {_NEAR}? (?P<s>SEASONWORD) {_IN_YEAR}", "SEASONWORD", _season),
    rule(f"{_PART}? (?P<the>THE)? {_NEAR}? (?P<s>SEASONWORD)", "SEASONWORD", _season),
)
