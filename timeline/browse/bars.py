"""Small horizontal bars, drawn by the server; the same numbers stand beside them as text."""

from collections.abc import Mapping
from typing import NamedTuple

from timeline.browse.axis import UNCODED, quad_name

LENGTH = 100.0


class BarPart(NamedTuple):
    """`look`: the class of its colour."""

    look: str
    x: float
    width: float


class SmallBar(NamedTuple):
    parts: tuple[BarPart, ...]
    words: str


def stacked_bar(quads: Mapping[int, int], most: int) -> SmallBar:
    """The classes one after the other; a bar of `most` is as long as there is room."""
    ranked = sorted(
        ((quad, n) for quad, n in quads.items() if n),
        key=lambda pair: (pair[0] == UNCODED, pair[0]),
    )
    parts = []
    x = 0.0
    for quad, n in ranked:
        width = round(n * LENGTH / most, 2)
        parts.append(BarPart(f"q{quad}", round(x, 2), width))
        x += width
    return SmallBar(
        tuple(parts), ", ".join(f"{n:,} {quad_name(quad).lower()}" for quad, n in ranked)
    )


def plain_bar(n: int, most: int) -> SmallBar:
    width = round(n * LENGTH / most, 2) if most else 0.0
    return SmallBar((BarPart("plain", 0.0, width),) if n else (), f"{n:,} of {most:,}")
