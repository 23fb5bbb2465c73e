"""Dates joined to the next one: they share its year, and a range starts before it ends.

"From 7 December until 8 January 1940" starts in 1939; "3 May and 5 May 1954" are of 1954.
Where no year is written, each end is resolved by itself; when the start came out later
than the end, it is of the year (or, for weekdays, the week) before.
"""

import re
from dataclasses import replace
from datetime import timedelta

from timeline.edtf import Edtf, try_parse
from timeline.extract.dates.points import Point, day_point, month_point, season_point
from timeline.records import TimeExpression

_GAP = re.compile(r"\s?(?:-|–|—|to|until|till|through|and)\s?", re.IGNORECASE)
_LIST_GAP = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or|to|until)\s(?:on\s|in\s)?", re.IGNORECASE)
_OPENED = re.compile(r"\b(?:between|from)\s(?:the\s)?\Z", re.IGNORECASE)
_RESOLVED = " + published"
_LONGEST_GAP = 10
_IN_A_YEAR = re.compile(r"(\d{4})-(?:(\d\d)(?:-(\d\d))?|(SP|SU|FA|WI))")
_YEAR_WRITTEN = re.compile(r"(?<!\d)\d{4}(?!\d)")
_NAMES_A_DATE = re.compile(
    r"(?:the\s)?(?:(?:early|late|mid)[\s-])?(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s?(?:of\s)?)?"
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
    r"|spring|summer|autumn|fall|winter)?(?:\s\d{1,2}(?:st|nd|rd|th)?)?",
    re.IGNORECASE,
)


def order_ranges(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """The times of a sentence, those joined to a later one brought in line with it."""
    ordered = list(times)
    has_year = [_YEAR_WRITTEN.search(time.text) is not None for time in times]
    for number in range(len(ordered) - 2, -1, -1):
        first, second = ordered[number], ordered[number + 1]
        if second.start - first.end >= _LONGEST_GAP:
            continue
        gap = text[first.end : second.start]
        shared = _in_year_of(first, second, gap) if has_year[number + 1] else None
        if shared is not None and not has_year[number]:
            ordered[number], has_year[number] = shared, True
        elif _is_range(text, first, gap):
            ordered[number] = _moved_back(first, second)
    return ordered


def _in_year_of(first: TimeExpression, second: TimeExpression, gap: str) -> TimeExpression | None:
    """The first in the year written with the second; in the year before when it is later."""
    mine, other = _IN_A_YEAR.fullmatch(first.value), _IN_A_YEAR.fullmatch(second.value)
    if mine is None or other is None or not _NAMES_A_DATE.fullmatch(first.text):
        return None
    if not _GAP.fullmatch(gap) and not _LIST_GAP.fullmatch(gap):
        return None
    end = _point(int(other[1]), other)
    start = _point(int(other[1]), mine)
    if start is not None and end is not None and start.start > end.end and "," not in gap:
        start = _point(int(other[1]) - 1, mine)
    if start is None or start.timex() == first.value:
        return first if start is not None else None
    reason = f'"{first.text}" + the year of "{second.text}" = {start.phrase()}'
    return replace(first, value=start.timex(), edtf=start.edtf(), reason=reason)


def _point(year: int, parts: re.Match[str]) -> Point | None:
    if not 1 <= year <= 9998:
        return None
    _, month, day, season = parts.groups()
    if season:
        return season_point(year, season)
    if day:
        return day_point(year, int(month), int(day))
    return month_point(year, int(month)) if 1 <= int(month) <= 12 else None


def _is_range(text: str, first: TimeExpression, gap: str) -> bool:
    match = _GAP.fullmatch(gap)
    if match is None or _RESOLVED not in first.reason or "(future" in first.reason:
        return False
    opened = _OPENED.search(text, max(0, first.start - 16), first.start) is not None
    return opened or gap.strip().lower() not in ("and", "to")


def _moved_back(first: TimeExpression, second: TimeExpression) -> TimeExpression:
    start, end = try_parse(first.edtf), try_parse(second.edtf)
    if start is None or end is None or start.kind not in ("day", "month"):
        return first
    if start.earliest is None or end.latest is None or start.earliest <= end.latest:
        return first
    moved = _week_before(start, end) if (start.earliest - end.latest).days < 7 else None
    moved = moved or try_parse(f"{start.earliest.year - 1:04d}{start.text[4:]}")
    if moved is None or moved.kind != start.kind:
        return first
    part = first.value[len(start.text) :]
    reason = f"{first.reason.rpartition(' = ')[0]} = {moved.phrase()}, before the end of the range"
    return replace(first, value=moved.text + part, edtf=moved.text, reason=reason)


def _week_before(start: Edtf, end: Edtf) -> Edtf | None:
    if start.kind != "day" or end.kind != "day" or start.earliest is None:
        return None
    if start.earliest.toordinal() <= 7:
        return None
    return try_parse((start.earliest - timedelta(days=7)).isoformat())
