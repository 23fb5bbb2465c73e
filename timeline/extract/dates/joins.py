"""Parts that are one expression: an hour and its day ("10 p.m. on Wednesday"), a season or
day and its year BC ("the spring of 498 BC")."""

import re
from dataclasses import replace

from timeline.records import TimeExpression
from timeline.vocabulary import TimeType

_GAP_TO_DAY = re.compile(r"(?:\slocal\stime)?\s?,?\s(?:on\s|of\s|the\s){0,2}", re.IGNORECASE)
_SECOND_CLOCK = re.compile(r"(?:\slocal(?:\stime)?)?\s[(/]\s?", re.IGNORECASE)
_GAP_AFTER_CLOCK = re.compile(r"\),?\s(?:on\s|the\s){0,2}", re.IGNORECASE)
_GAP_TO_HOUR = re.compile(r",?\s(?:at\s|around\s|about\s|by\s)?", re.IGNORECASE)
_PART_BEFORE = re.compile(
    r"\b(?:the\s)?(?:early\s|late\s)?(morning|afternoon|evening|night|hours)(?:\shours)?\sof\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_PART_CODES = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "hours": "TMO",
}
_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d-\d\d|XX-XX|WXX-\d)(?:T(?:MO|AF|EV|NI))?")
_BC_YEAR = re.compile(r"BC\d{4}")
_GAP_TO_YEAR = re.compile(r",?\s(?:of\s)?")
_IN_A_YEAR = re.compile(r"(?:(?:BC)?\d{4}|XXXX)(-(?:\d\d(?:-\d\d)?|SP|SU|FA|WI))")
_COUNTED = re.compile(r"\b(?:later|earlier|ago|before|after)\Z", re.IGNORECASE)
_HOUR = re.compile(r"T(?:\d\d:\d\d|MO|AF|EV|NI)")


def join_parts(text: str, start: int, times: list[TimeExpression]) -> list[TimeExpression]:
    """Neighbours that are an hour and a day, or a season and a year BC, become one.

    `start`: where the sentence begins.
    """
    joined: list[TimeExpression] = []
    for plain in times:
        time = _with_part_before(text, plain, joined[-1].end if joined else start)
        if len(joined) > 1:
            joined[-2:] = _both_hours_of(text, joined[-2], joined[-1], time)
        if joined:
            both = _join(text, joined[-1], time)
            if both is not None:
                joined[-1] = both
                continue
        joined.append(time)
    return joined


def _both_hours_of(
    text: str, first: TimeExpression, second: TimeExpression, day: TimeExpression
) -> tuple[TimeExpression, TimeExpression]:
    """ "14:46 (05:46 GMT) on 11 March": one moment by two clocks, both on that day."""
    between, after = text[first.end : second.start], text[second.end : day.start]
    if (
        _is_day(day)
        and _is_hour(first)
        and _is_hour(second)
        and _SECOND_CLOCK.fullmatch(between)
        and _GAP_AFTER_CLOCK.fullmatch(after)
    ):
        return _on_day(first, day), _on_day(second, day)
    return first, second


def _on_day(hour: TimeExpression, day: TimeExpression) -> TimeExpression:
    value = day.value.partition("T")[0] + hour.value[hour.value.index("T") :]
    return replace(hour, value=value, edtf=day.edtf, reason=day.reason)


def _with_part_before(text: str, time: TimeExpression, floor: int) -> TimeExpression:
    """ "the night of 6 May": the part of the day goes with the day."""
    if not _is_day(time) or "T" in time.value:
        return time
    match = _PART_BEFORE.search(text, max(floor, time.start - 32), time.start)
    if match is None:
        return time
    return replace(
        time,
        start=match.start(),
        text=text[match.start() : time.end],
        type=TimeType.TIME,
        value=time.value + _PART_CODES[match[1].lower()],
    )


def _join(text: str, first: TimeExpression, second: TimeExpression) -> TimeExpression | None:
    if second.start - first.end > 12:
        return None
    before_christ = _join_bc(text, first, second)
    if before_christ is not None:
        return before_christ
    gap = text[first.end : second.start]
    if _COUNTED.search(second.text):
        return None  # "Monday evening, two days earlier" are two
    if _is_hour(first) and _is_day(second) and _GAP_TO_DAY.fullmatch(gap):
        hour, day = first, second
    elif _is_day(first) and _is_hour(second) and _GAP_TO_HOUR.fullmatch(gap):
        hour, day = second, first
    else:
        return None
    return replace(
        day,
        start=first.start,
        end=second.end,
        text=text[first.start : second.end],
        type=TimeType.TIME,
        value=day.value.partition("T")[0] + hour.value[hour.value.index("T") :],
    )


def _join_bc(text: str, first: TimeExpression, second: TimeExpression) -> TimeExpression | None:
    """ "the spring of 498 BC": the season, month or day takes the year after it."""
    if not _BC_YEAR.fullmatch(second.value) or not _GAP_TO_YEAR.fullmatch(
        text[first.end : second.start]
    ):
        return None
    within_year = _IN_A_YEAR.fullmatch(first.value)
    if within_year is None:
        return None
    return replace(
        second,
        start=first.start,
        text=text[first.start : second.end],
        value=second.value + within_year[1],
    )


def _is_day(time: TimeExpression) -> bool:
    """A day, also with a part of it: "Tuesday night"."""
    return _DAY.fullmatch(time.value) is not None


def _is_hour(time: TimeExpression) -> bool:
    return time.type is TimeType.TIME and _HOUR.fullmatch(time.value[10:]) is not None
