"""Days and their parts told from the day of publication: "yesterday", "last night", "tonight".

Must not fire: "USA Today", "This Morning" as a programme.
"""

from datetime import date
from functools import partial

from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.meaning import Meaning, Spot
from timeline.extract.dates.points import Point
from timeline.extract.dates.steps import beside, ends_clause, step
from timeline.extract.dates.tense import is_past_form
from timeline.extract.dates.tokens import NAMING, PRONOUNS, Token
from timeline.extract.dates.within import part_mod
from timeline.vocabulary import TimeType


def _today(found: Found) -> Meaning | None:
    token = found.first("d")
    if token is None or not isinstance(token.value, int):
        return None
    before = found.before()
    if token.text[0].isupper() and before is not None and before.kind == "CAP":
        return None  # "USA Today"
    part = found.first("daypart")
    code = f"T{part.value}" if part is not None else ""
    if token.kind == "TONIGHT":
        code = "TNI"
    count = token.value
    alone = token.text.lower() == "overnight"
    if found.has("beyond"):
        count += 1 if count > 0 else -1
    return Meaning(
        TimeType.TIME if code else TimeType.DATE,
        "XXXX-XX-XX" + code,
        resolve=partial(_tonight if alone else step, "day", count, code),
        uses_tense=alone,
        mod=part_mod(found),
        from_today=True,
        rule="day told from today",
    )


def _tonight(unit: str, count: int, code: str, base: date, spot: Spot) -> Point | None:
    """ "Overnight", told in the past, is the night before the day of publication."""
    return step(unit, count - (spot.tense == "past"), code, base, spot)


def _part_of_today(found: Found) -> Meaning | None:
    part = found.first("daypart")
    if part is None:
        return None
    first = found.tokens[found.match.start()]
    if first.text[0].isupper() and part.text[0].isupper() and not part.text.isupper():
        return None  # the title of a programme: "This Morning"
    count = -1 if found.has("last") else 0
    code = f"T{part.value}"
    follows = found.has("that")
    return Meaning(
        TimeType.TIME,
        f"XXXX-XX-XX{code}",
        resolve=partial(beside, "day", 0, code=code)
        if follows
        else partial(step, "day", count, code),
        follows=follows,
        mod=part_mod(found),
        rule="part of a day",
    )


def _part_of_day_beside(found: Found) -> Meaning | None:
    """ "the next morning", "the night before": of the day after or before the one named."""
    part, way = found.first("daypart"), found.first("way")
    if part is None or way is None:
        return None
    if way.kind in ("BEFORE", "AFTER") and not ends_clause(found):
        return None
    code = f"T{part.value}"
    count = 1 if way.kind in ("NEXT", "FOLLOWING", "AFTER") else -1
    return Meaning(
        TimeType.TIME,
        f"XXXX-XX-XX{code}",
        resolve=partial(beside, "day", count, code=code),
        follows=True,
        mod=part_mod(found),
        rule="part of a day beside the named one",
    )


def _part_of_named_day(found: Found) -> Meaning | None:
    """ "By evening", "in the early morning": of the day named before."""
    part, after = found.first("daypart"), found.after()
    if part is None or (after is not None and _describes(after)):
        return None
    if part.value == "NI" and not found.has("the"):
        return None  # "crossed by night"
    code = f"T{part.value}"
    return Meaning(
        TimeType.TIME,
        "",
        resolve=partial(_on_named_day, code),
        follows_day=True,
        uses_tense=True,
        mod=part_mod(found),
        rule="part of the named day",
    )


def _describes(after: Token) -> bool:
    """ "in evening dress", "by night train", but "by evening he had left"."""
    if after.kind in ("OF", "HYPHEN", "HOURS"):
        return True
    plain = after.text.lower() in PRONOUNS or is_past_form(after.text.lower())
    return after.kind in NAMING and not plain


def _on_named_day(code: str, base: date, spot: Spot) -> Point | None:
    """Where no day was named, the day of news that is past; else "by night" is a habit."""
    if spot.last is not None and spot.last.unit == "day":
        return Point("day", spot.last.start, code)
    return None if spot.narrative or spot.tense != "past" else Point("day", base, code)


RULES: tuple[Rule, ...] = (
    rule(
        "(?P<part>EARLY|LATE|EARLIER|LATER|MID HYPHEN?)? (?P<d>TODAY|TONIGHT) "
        "(?P<daypart>(?:MID HYPHEN)? DAYPART)?",
        "TODAY TONIGHT",
        _today,
    ),
    rule("(?P<beyond>THE DAY (?:BEFORE|AFTER)) (?P<d>TODAY)", "TODAY", _today),
    rule(
        "(?P<part>EARLY|LATE|EARLIER|LATER|MID HYPHEN?)? "
        "(?:THIS|(?P<last>LAST)|(?P<that>THAT SAME?|THE SAME)) (?P<daypart>DAYPART)",
        "DAYPART",
        _part_of_today,
    ),
    rule("THE (?P<way>NEXT|FOLLOWING|PAST) (?P<daypart>DAYPART)", "DAYPART", _part_of_day_beside),
    rule("THE (?P<daypart>DAYPART) (?P<way>BEFORE|AFTER)", "DAYPART", _part_of_day_beside),
    rule(
        "(?:BY|IN|DURING|UNTIL|OVER) (?P<x>(?P<the>THE)? (?P<part>EARLY|LATE|MID HYPHEN?)? "
        "(?P<daypart>DAYPART))",
        "DAYPART",
        _part_of_named_day,
    ),
)
