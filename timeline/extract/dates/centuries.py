"""Decades and centuries, and their halves: "the early 1990s", "the 17th and 18th centuries".

Must not fire: the age of a person ("in her twenties", "two men in their 20s"), "the first
half" of a match.
"""

from datetime import date

from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.meaning import Meaning
from timeline.extract.dates.points import point
from timeline.extract.dates.tokens import Token
from timeline.extract.dates.within import part_mod
from timeline.vocabulary import TimeType


def _decade(found: Found) -> Meaning | None:
    token = found.first("d")
    if token is None or not isinstance(token.value, int):
        return None
    decade = token.value
    before = found.before()
    if before is not None and before.kind in ("ITS", "NUMX", "HYPHEN", "CAP"):
        return None
    if decade < 100:
        if token.kind == "DECADEYEARS" and not (found.has("the") or found.has("half")):
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
    mod, era = part_mod(found), found.first("bc")
    if era is not None and era.value == "BC":
        return Meaning(TimeType.DATE, f"BC{number - 1:02d}", mod=mod, rule="before Christ")
    result = point("century", date(max(100 * (number - 1), 1), 1, 1))
    return Meaning(
        TimeType.DATE, f"{number - 1:02d}", point=result, mod=mod, rule="says the century"
    )


def _half_of_many_years(found: Found) -> Meaning | None:
    """ "the second half of the 19th century", "the first decade of the 1900s"."""
    meaning = _century(found) if found.has("n") else _decade(found)
    which, size = found.first("half"), found.first("size")
    if meaning is None or which is None or size is None:
        return None
    if size.kind == "DECADE":
        return _decade_of_century(meaning, which)
    if size.kind == "QUARTER":
        edges = {"LAST": "END", "ORDWORD": "START" if which.value == 1 else None}
        return meaning._replace(mod=edges.get(which.kind))
    if which.kind == "ORDWORD" and which.value != 1:
        return None
    return meaning._replace(mod="FIRST_HALF" if which.value == 1 else "SECOND_HALF")


def _decade_of_century(meaning: Meaning, which: Token) -> Meaning | None:
    number = 10 if which.kind == "LAST" else which.value
    if meaning.point is None or meaning.point.unit != "century" or not isinstance(number, int):
        return None
    if not 1 <= number <= 10:
        return None
    start = date(max(meaning.point.year // 100 * 100 + 10 * (number - 1), 1), 1, 1)
    result = point("decade", start)
    return Meaning(TimeType.DATE, result.timex(), point=result, rule="says the decade")


def _hundred_years(found: Found) -> Meaning | None:
    number = found.number("d")
    if number is None:
        return None
    # "the 2000s" are ten years, "the 1800s" a hundred.
    result = point("decade" if number == 2000 else "century", date(number, 1, 1))
    return Meaning(
        TimeType.DATE, result.timex(), point=result, mod=part_mod(found), rule="says the years"
    )


_PART = "(?P<part>(?:THE)? (?:EARLY|LATE|MID HYPHEN?)|THE? (?:BEGIN|END|MIDDLE) OF)"
_DECADES = "DECADEYEARS|DECADESHORT|DECADEWORD"

RULES: tuple[Rule, ...] = (
    rule(
        f"{_PART}? (?P<the>THE)? (?P<d>{_DECADES})",
        "DECADEYEARS DECADESHORT DECADEWORD",
        _decade,
    ),
    rule(f"{_PART}? (?P<the>THE)? (?P<d>CENTURYYEARS)", "CENTURYYEARS", _hundred_years),
    rule(
        f"{_PART}? (?P<the>THE)? (?P<n>ORDINAL) HYPHEN? CENTURY (?P<bc>ERA)?", "CENTURY", _century
    ),
    rule(
        f"(?P<x>{_PART}? THE? (?P<n>ORDINAL) HYPHEN?) (?:AND|TO|DASH|OR) "
        "(?:THE|EARLY|LATE|MID HYPHEN?){0,2} ORDINAL HYPHEN? (?:CENTURY|CENTURYS) (?P<bc>ERA)?",
        "CENTURY CENTURYS",
        _century,
    ),
    rule(f"(?P<x>{_PART}? THE? (?P<n>ORDINAL) CENTURYS (?P<bc>ERA)?)", "CENTURYS", _century),
    rule(
        "THE? (?P<half>ORDWORD|SECOND|LAST) (?P<size>HALF|QUARTER|DECADE) OF THE "
        f"(?:(?P<n>ORDINAL) HYPHEN? CENTURY (?P<bc>ERA)?|(?P<d>{_DECADES}))",
        "HALF QUARTER DECADE",
        _half_of_many_years,
    ),
)
