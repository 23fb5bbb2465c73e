"""Which year a date without a year belongs to, and what "early" and "late" do to it."""

from collections.abc import Callable
from datetime import date

from timeline.extract.dates.grammar import Found
from timeline.extract.dates.meaning import Spot
from timeline.extract.dates.points import Point

_YEARS_ON = {"that": 0, "after": 1, "before": -1}
# Hints that count from the date named before and not from the publication date.
FROM_NAMED_YEAR = frozenset({*_YEARS_ON, "onward"})
_MODS = {
    "EARLY": "START",
    "EARLIER": "START",
    "BEGIN": "START",
    "LATE": "END",
    "LATER": "END",
    "END": "END",
    "MID": "MID",
    "MIDDLE": "MID",
}
# A date that would lie this far before the one just named is the next year's.
_ROLL_DAYS = 240
_WINTER_DAYS = 120
# "Payable Dec. 15" in October looks ahead whatever the verb beside it.
_AHEAD_DAYS = 75
_SEASON_DAYS = 60


def part_mod(found: Found) -> str | None:
    """TIMEX3 mod of "early", "late", "mid-", "the end of"."""
    for token in found.group("part"):
        if token.kind in _MODS:
            return _MODS[token.kind]
    return None


def in_year_near(
    make: Callable[[int], Point | None],
    base: date,
    spot: Spot,
    hint: str = "",
    exact: bool = False,
) -> Point | None:
    """The yearly date `make(year)` that is meant, seen from `base`.

    `hint` fixes the year ("last", "this", "next" year; "that", "after" and
    "before" the year named before and its neighbours; "onward" the first one after the date
    named before).
    Otherwise: in a narrative the year last named; in news the last one when the verb is
    past, the next one when it is future, and the nearest when nothing tells.
    `exact`: a day, for which newspapers name the year as soon as it is far away.
    """
    if spot.within_last and not hint and spot.last is not None:
        return _make(make, spot.last.year)
    if hint in _YEARS_ON and spot.last is not None:
        years = _YEARS_ON[hint] * (-1 if spot.last.bc else 1)
        return _make(make, spot.last.year + years)
    if hint == "onward" and spot.last is not None:
        return _onward(make, spot.last)
    if hint == "this":
        return _make(make, base.year)
    if hint == "last_year" or hint == "next_year":
        return _make(make, base.year + (1 if hint == "next_year" else -1))
    if hint in ("last", "next"):
        return _beyond(make, base, hint)
    if spot.narrative and spot.last is not None:
        return _after_last(make, spot.last)
    candidates = [_make(make, base.year + step) for step in (-1, 0, 1)]
    points = [point for point in candidates if point is not None]
    if not points:
        return None
    nearest = min(points, key=lambda p: abs((p.start - base).days))
    ahead = (nearest.start - base).days
    if spot.tense == "future":
        coming = [p for p in points if p.end >= base]
        return coming[0] if coming else nearest
    if spot.tense == "past" and not (exact and 0 < ahead <= _AHEAD_DAYS):
        gone = [p for p in points if p.start <= base]
        return gone[-1] if gone else nearest
    if ahead > (_AHEAD_DAYS if exact else 0):
        # Nothing tells: what is past is likelier in a paper, unless it is far longer ago.
        gone = [p for p in points if p.start <= base]
        if gone and 2 * ahead > (base - gone[-1].start).days:
            return gone[-1]
    return nearest


def _onward(make: Callable[[int], Point | None], last: Point) -> Point | None:
    """The first one that begins after the date named before is over."""
    point = _make(make, last.year)
    if point is not None and point.start > last.end:
        return point
    return _make(make, last.year + (-1 if last.bc else 1))


def _make(make: Callable[[int], Point | None], year: int) -> Point | None:
    return make(year) if 1 <= year <= 9998 else None


def _beyond(make: Callable[[int], Point | None], base: date, hint: str) -> Point | None:
    """ "last July": the latest that is over; "next July": the first not yet begun.

    A season just over is "this summer" still, so "last summer" is the one before it.
    """
    steps = (0, -1) if hint == "last" else (0, 1)
    for step in steps:
        point = _make(make, base.year + step)
        if point is None:
            continue
        over = (base - point.end).days > (_SEASON_DAYS if point.unit == "season" else 0)
        if over if hint == "last" else point.start > base:
            return point
    return None


def _after_last(make: Callable[[int], Point | None], last: Point) -> Point | None:
    point = _make(make, last.year)
    roll = _WINTER_DAYS if last.unit == "season" else _ROLL_DAYS
    if point and last.unit in ("day", "month", "season") and (last.start - point.end).days > roll:
        return _make(make, last.year + (-1 if last.bc else 1))
    return point
