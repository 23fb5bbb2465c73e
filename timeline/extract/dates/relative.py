"""Units beside today's or the one named before: "last week", "that year", "the next day".

Must not fire: "last" as a verb, "next of kin", "This Week" (a programme), "last-minute".
"""

from datetime import date
from functools import partial

from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.lexicon import UNIT_CODES
from timeline.extract.dates.meaning import Meaning, Spot
from timeline.extract.dates.numbers import duration
from timeline.extract.dates.points import Point, shift
from timeline.extract.dates.steps import BLANKS, beside, step, step_plain
from timeline.extract.dates.within import part_mod
from timeline.vocabulary import TimeType

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


def _unit_beside(found: Found) -> Meaning | None:
    """ "last week", "this year", "the following month", "that day"."""
    unit, hint = found.first("u"), found.first("hint")
    if unit is None or hint is None:
        return None
    name = str(unit.value)
    if name == "quarter" or (name == "day" and hint.kind in ("LAST", "CURRENT")):
        return None
    if name == "day" and hint.text.lower() == "past":
        return None
    after = found.after()
    if after is not None and after.kind == "HYPHEN" and after.start == unit.end:
        return None
    the = found.has("the")
    if hint.text[0].isupper() and unit.text[0].isupper() and not unit.text.isupper():
        return None  # the title of a programme: "This Week", "Last Year"
    if found.has("the") and hint.kind in ("LAST", "PAST") and name in ("decade", "century"):
        # Ten years up to now, not the ten before 2020.
        value = duration(1, UNIT_CODES[name])
        return Meaning(TimeType.DURATION, value, mod=part_mod(found), rule="a length")
    before = found.before()
    if name == "day" and hint.kind == "THIS" and before is not None and before.kind == "TO":
        return Meaning(TimeType.DATE, "PRESENT_REF", rule="no date")
    if hint.kind == "FOLLOWING" and not found.has("the"):
        return None  # "following months of talks"
    follows = hint.kind in ("FOLLOWING", "THAT", "SAME") or (
        the and hint.kind in ("NEXT", "PAST") and hint.text.lower() != "past"
    )
    if name == "day" and hint.kind in ("NEXT", "PAST"):
        follows = True
    if hint.kind == "THIS" and name == "day":
        follows = True
    return Meaning(
        TimeType.DATE,
        BLANKS.get(name, "XXXX-WXX"),
        resolve=partial(beside if follows else step_plain, name, _STEPS[hint.kind]),
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
        BLANKS[name],
        resolve=partial(_spoken_of, name),
        mod=part_mod(found),
        rule="the one spoken of",
    )


def _same_day(found: Found) -> Meaning:
    """ "Earlier in the day": the day last named, else that of publication."""
    return Meaning(
        TimeType.DATE,
        BLANKS["day"],
        resolve=partial(beside, "day", 0),
        follows_day=True,
        mod=part_mod(found),
        rule="the one spoken of",
    )


def _spoken_of(unit: str, base: date, spot: Spot) -> Point | None:
    """In a narrative the one last named, in news the current one."""
    return beside(unit, 0, base, spot) if spot.narrative else step_plain(unit, 0, base, spot)


def _for_the(found: Found) -> Meaning | None:
    """ "for the year", "for the full year": in reports on business that of its quarter."""
    unit, after = found.first("u"), found.after()
    if unit is None or (after is not None and after.kind in ("ENDED", "BEFORE", "AFTER")):
        return None
    return Meaning(
        TimeType.DATE,
        BLANKS[str(unit.value)],
        resolve=partial(_reported, str(unit.value)),
        rule="the current one",
    )


def _reported(unit: str, base: date, spot: Spot) -> Point | None:
    if unit == "year" and spot.business and spot.quarter is not None:
        return shift(spot.quarter.start, "year", 0)
    if unit == "year" and base.month == 1 and not spot.narrative:
        return step_plain(unit, -1, base, spot)  # January's reports are of the year just over
    return step_plain(unit, 0, base, spot)


def _year_end(found: Found) -> Meaning:
    return Meaning(
        TimeType.DATE,
        "XXXX",
        resolve=partial(step, "year", 0, ""),
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


_PART = "(?P<part>(?:EARLY|LATE|EARLIER|LATER) IN?|THE? (?:BEGIN|END|MIDDLE) OF|MID HYPHEN?)"

RULES: tuple[Rule, ...] = (
    rule(
        f"{_PART}? (?P<the>THE|THAT(?=SAME)|THIS(?=SAME))? "
        "(?P<hint>LAST|PAST|NEXT|COMING|FOLLOWING|THIS|CURRENT|THAT|SAME) (?P<u>UNIT) (?:OR SO)?",
        "UNIT",
        _unit_beside,
    ),
    rule(f"{_PART} THE (?P<u>YEAR|MONTH|WEEK|DECADE|CENTURY)", "UNIT", _bare_unit),
    rule(
        "(?P<part>(?:EARLY|LATE|EARLIER|LATER) (?:IN|ON)?) THE (?P<u>DAY)",
        "DAY",
        _same_day,
    ),
    rule(
        "(?:FOR|DURING) (?P<x>THE TRADING? (?P<u>YEAR|MONTH|WEEK)) (?!OF|HYPHEN)", "UNIT", _for_the
    ),
    rule("(?P<part>YEAR (?:HYPHEN|POSSESSIVE)? END)", "YEAR", _year_end),
    rule(
        f"{_PART}? (?:(?:THE|THIS)? (?:(?P<last>LAST|PAST)|(?P<next>NEXT|COMING))|THE|THIS) "
        "WEEKEND",
        "WEEKEND",
        _weekend,
    ),
)
