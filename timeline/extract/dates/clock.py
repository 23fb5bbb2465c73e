"""Times of day: "10 p.m.", "22:15 GMT", "noon", "six o'clock", "1500 GMT".

Must not fire: scores ("won 2:1"), ratios, Bible verses; a bare clock needs two digits of
minutes and company ("at", a zone, a.m. or p.m.) when it could be a score.
"""

from datetime import date
from functools import partial

from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.meaning import Meaning, Spot
from timeline.extract.dates.points import Point
from timeline.extract.dates.tokens import Token
from timeline.vocabulary import TimeType


def _clock(found: Found) -> Meaning | None:
    token = found.first("t")
    if token is None:
        return None
    half = found.first("half")
    part = found.first("part")
    letter = str(half.value)[0] if half else ""
    if part is not None:
        letter = "a" if part.value == "MO" else "p"
    code = _code(token, letter)
    if code is None:
        return None
    if token.kind == "CLOCK" and half is None and not found.has("zone"):
        before = found.before()
        if before is None or before.kind not in (
            "AT",
            "BY",
            "UNTIL",
            "APPROX",
            "FROM",
            "BEFORE",
            "AFTER",
            "SINCE",
        ):
            return None
    return Meaning(
        TimeType.TIME,
        f"XXXX-XX-XX{code}",
        resolve=partial(_that_day, code),
        follows_day=True,
        rule="time of day",
    )


def _hours(found: Found) -> Meaning | None:
    """ "At 0400 hours", as armies write; not "after 2000 hours"."""
    token, before = found.first("t"), found.before()
    first = found.tokens[found.match.start()]
    if token is None or len(token.text) != 4:
        return None
    if token.text[0] != "0" and first.kind not in ("AT", "BY", "UNTIL", "FROM", "AROUND"):
        return None
    code = _code(token, "")
    if code is None or (before is not None and before.kind == "NUM"):
        return None
    return Meaning(
        TimeType.TIME,
        f"XXXX-XX-XX{code}",
        resolve=partial(_that_day, code),
        follows_day=True,
        rule="time of day",
    )


def _code(token: Token, half: str) -> str | None:
    text = str(token.value).lower()
    if token.kind == "CLOCKHALF":
        half = text[-2]
        text = text[:-2]
    if (token.kind == "NUM" and len(token.text) == 4) or token.kind == "YEARNUM":
        text = token.text[:2] + ":" + token.text[2:]
    hour_text, _, minute_text = text.replace(".", ":").partition(":")
    if not hour_text.isdigit():
        return None
    hour, minutes = int(hour_text), minute_text[:2]
    if minutes and not (minutes.isdigit() and int(minutes) < 60):
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24:
        return None
    return f"T{hour:02d}:{minutes or '00'}"


def _that_day(code: str, base: date, spot: Spot) -> Point | None:
    return Point("day", base, code)


def _noon(found: Found) -> Meaning | None:
    token = found.first("t")
    if token is None:
        return None
    code = f"T{token.value}"
    return Meaning(
        TimeType.TIME,
        f"XXXX-XX-XX{code}",
        resolve=partial(_that_day, code),
        follows_day=True,
        rule="time of day",
    )


def _oclock(found: Found) -> Meaning | None:
    number = found.number("t")
    if number is None or not 1 <= number <= 12:
        return None
    part = found.first("part")
    half = "" if part is None else ("a" if part.value == "MO" else "p")
    hour = number % 12 + (12 if half == "p" else 0) if half else number
    return Meaning(
        TimeType.TIME,
        f"XXXX-XX-XXT{hour:02d}:00",
        resolve=partial(_that_day, f"T{hour:02d}:00"),
        follows_day=True,
        rule="time of day",
    )


RULES: tuple[Rule, ...] = (
    rule(
        "(?P<t>CLOCK|DAYNUM|DECIMAL) (?P<half>HALFDAY) (?:OPEN? (?P<zone>ZONE) SHUT?)?",
        "HALFDAY",
        _clock,
    ),
    rule("(?P<t>CLOCKHALF) (?P<zone>ZONE)?", "CLOCKHALF", _clock),
    rule("(?P<t>CLOCK) (?P<zone>ZONE)?", "CLOCK", _clock),
    rule("(?P<t>CLOCK) (?P<zone>IN THE) (?P<part>DAYPART)", "CLOCK", _clock),
    rule("(?P<t>YEARNUM|NUM) (?:HOURS)? (?P<zone>ZONE)", "ZONE", _clock),
    rule(
        "(?:AT|BY|UNTIL|FROM|BEFORE|AFTER|APPROX|AROUND) (?P<x>(?P<t>YEARNUM|NUM) HOURS)",
        "HOURS",
        _hours,
    ),
    rule("(?P<t>NOON) ZONE?", "NOON", _noon),
    rule(
        "(?P<t>ONES|DAYNUM) OCLOCK (?:IN THE (?P<part>DAYPART))?",
        "OCLOCK",
        _oclock,
    ),
)
