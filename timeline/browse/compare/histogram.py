"""Events by month on both sides of one line: A above it, B below."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from timeline import edtf
from timeline.browse.axis import MonthCount, Segment, ends, heaped, labels
from timeline.browse.compare.found import IN_BOTH, ONLY_A, ONLY_B

# Of one side, in the units of the drawing.
HEIGHT = 30


@dataclass(frozen=True, slots=True)
class SidesBar:
    """`segments`: what both tell next to the line, what one tells alone beyond it."""

    label: str
    words: str
    href: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class SidesHistogram:
    unit: str
    bars: tuple[SidesBar, ...]
    left_out: int
    tallest: int
    height: int = HEIGHT
    whole: int = 2 * HEIGHT


def draw_sides(
    months: Iterable[MonthCount], address: Callable[[edtf.Edtf, edtf.Edtf], str]
) -> SidesHistogram:
    """`address`: of the same comparison from one date to another, "" for none."""
    heaps = heaped(months)
    highest = max(
        (heap[IN_BOTH] + max(heap[ONLY_A], heap[ONLY_B]) for heap in heaps.by_period.values()),
        default=0,
    )
    bars = []
    for period, label in zip(heaps.periods, labels(heaps), strict=True):
        heap = heaps.by_period.get(period, Counter())
        value = edtf.parse(period)
        first, last = (edtf.parse(end) for end in ends(value, heaps.unit))
        bars.append(
            SidesBar(label, _words(value, heap), address(first, last), _segments(heap, highest))
        )
    return SidesHistogram(
        unit=heaps.unit,
        bars=tuple(bars),
        left_out=heaps.inexact + heaps.earlier + heaps.later,
        tallest=highest,
    )


def _words(value: edtf.Edtf, heap: Counter[int]) -> str:
    only_a, both, only_b = heap[ONLY_A], heap[IN_BOTH], heap[ONLY_B]
    return f"{value.phrase()}: {only_a} only in A, {both} in both, {only_b} only in B"


def _segments(heap: Counter[int], highest: int) -> tuple[Segment, ...]:
    def size(group: int) -> float:
        return round(heap[group] * HEIGHT / highest, 2)

    both, a, b = size(IN_BOTH), size(ONLY_A), size(ONLY_B)
    drawn = (
        Segment(ONLY_A, round(HEIGHT - both - a, 2), a),
        Segment(IN_BOTH, round(HEIGHT - both, 2), round(2 * both, 2)),
        Segment(ONLY_B, round(HEIGHT + both, 2), b),
    )
    return tuple(segment for segment in drawn if segment.height)
