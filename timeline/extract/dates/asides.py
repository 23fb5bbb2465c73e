"""Dates a history names in passing, after which its story goes on from where it was.

"A law of 1830 had forbidden it", "he would die in 1903", "the king (1754-1793)", "a peace
that held until 1871". Must not fire: the next year of the story, the first date of a text.
"""

from timeline.extract.dates.points import Point
from timeline.extract.dates.tense import is_background
from timeline.extract.dates.tokens import Token

# A story goes on into the next year; what lies further off may be an aside.
_NEXT_YEARS = 1
_LASTS_YEARS = 2
_REACH = 12


def is_aside(tokens: list[Token], low: int, high: int, point: Point, last: Point) -> bool:
    """Whether the tokens `low` to `high`, which say `point`, leave the story at `last`."""
    years = point.year - last.year
    if point.bc or last.bc or abs(years) <= _NEXT_YEARS:
        return False
    before = tokens[low - 1].kind if low else ""
    if before == "OF" and years < 0:
        return True  # "the treaty of 1815"
    if before == "UNTIL" and years > _LASTS_YEARS:
        return True
    return _in_brackets(tokens, low)


def is_flashback(tokens: list[Token], low: int, high: int, point: Point, last: Point) -> bool:
    """Told for its own sake, so that "three years later" counts from it."""
    if point.bc or last.bc or abs(point.year - last.year) <= _NEXT_YEARS:
        return False
    return is_background(tokens, low, high)


def _in_brackets(tokens: list[Token], low: int) -> bool:
    for index in range(low - 1, max(-1, low - _REACH), -1):
        if tokens[index].kind in ("OPEN", "SHUT"):
            return tokens[index].kind == "OPEN"
    return False
