"""The start of a range lies before its end: "between January 1 and September 26".

Each end is resolved by itself; when the start came out later than the end, it is of the
year (or, for weekdays, the week) before.
"""

import re
from dataclasses import replace
from datetime import timedelta

from timeline.edtf import Edtf, try_parse
from timeline.records import TimeExpression

_GAP = re.compile(r"\s?(?:-|–|—|to|until|till|through|and)\s?", re.IGNORECASE)
_OPENED = re.compile(r"\b(?:between|from)\s(?:the\s)?\Z", re.IGNORECASE)
_RESOLVED = " + published"


def order_ranges(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """The times of a sentence, with the start of each range before its end."""
    ordered = list(times)
    for number in range(len(ordered) - 1):
        first, second = ordered[number], ordered[number + 1]
        if _is_range(text, first, second):
            ordered[number] = _moved_back(first, second)
    return ordered


def _is_range(text: str, first: TimeExpression, second: TimeExpression) -> bool:
    gap = text[first.end : second.start] if second.start - first.end < 10 else ""
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
