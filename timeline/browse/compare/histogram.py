"""Events by month on both sides of one line: A above it, B below."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from timeline import edtf
from timeline.browse.axis import Segment, Spread, ends, heaped, labels
from timeline.browse.compare.found import IN_BOTH, ONLY_A, ONLY_B
from timeline.browse.filters import joined


@dataclass(frozen=True, slots=True)
class SidesBar:
    """`segments`: what both tell next to the line, what one tells alone beyond it."""

    label: str
    words: str
    href: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class SidesHistogram:
    """Drawn in events: `height` of them in all, the first `line` of them over the line."""

    unit: str = ""
    bars: tuple[SidesBar, ...] = ()
    line: int = 0
    height: int = 0
    inexact: int = 0
    undated: int = 0

    @property
    def left_out(self) -> str:
        """What is not drawn, in words."""
        parts = [
            f"{self.undated:,} undated" if self.undated else "",
            f"{self.inexact:,} dated less exactly or far off" if self.inexact else "",
        ]
        words = joined(part for part in parts if part)
        return f"{words}: not drawn" if words else ""


def draw_sides(months: Spread, address: Callable[[str, str], str]) -> SidesHistogram:
    """`address`: of the same comparison from one date to another, both EDTF; "" for none."""
    heaps = heaped(months)
    if not heaps.periods:
        return SidesHistogram()
    line, below = (
        max(heap[IN_BOTH] + heap[alone] for heap in heaps.by_period.values())
        for alone in (ONLY_A, ONLY_B)
    )
    bars = []
    for period, label in zip(heaps.periods, labels(heaps), strict=True):
        heap = heaps.by_period.get(period, Counter())
        value = edtf.parse(period)
        href = address(*ends(value, heaps.unit))
        bars.append(SidesBar(label, _words(value, heap), href, _segments(heap, line)))
    return SidesHistogram(
        unit=heaps.unit,
        bars=tuple(bars),
        line=line,
        height=line + below,
        inexact=heaps.inexact + heaps.earlier + heaps.later,
        undated=months.first_months()[""],
    )


def _words(value: edtf.Edtf, heap: Counter[int]) -> str:
    only_a, both, only_b = heap[ONLY_A], heap[IN_BOTH], heap[ONLY_B]
    return f"{value.phrase()}: {only_a} only in A, {both} in both, {only_b} only in B"


def _segments(heap: Counter[int], line: int) -> tuple[Segment, ...]:
    both, a, b = heap[IN_BOTH], heap[ONLY_A], heap[ONLY_B]
    drawn = (
        Segment(ONLY_A, line - both - a, a),
        Segment(IN_BOTH, line - both, 2 * both),
        Segment(ONLY_B, line + both, b),
    )
    return tuple(segment for segment in drawn if segment.height)
