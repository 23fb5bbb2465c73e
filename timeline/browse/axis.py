"""The histogram over a timeline: how many events in each month, year or decade, by quad class."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from timeline import edtf
from timeline.browse.periods import MOST_MONTHS, period_of, periods, place_of, span, unit_of
from timeline.edtf import Edtf
from timeline.vocabulary import QUAD_LABEL, QuadClass

# Labels that fit under the bars of a narrow screen.
MOST_LABELS = 12
# Bars on either side of a chosen range.
LEAST_BESIDE = 2
MOST_BESIDE = 6
HEIGHT = 48
UNCODED = 0
_SHORT_MONTH = 3


@dataclass(frozen=True, slots=True)
class MonthCount:
    """Events whose outermost days lie in the months `first` and `last` ("2022-07", or None).

    `quad`: their class, or whatever else tells the parts of a bar apart.
    """

    first: str | None
    last: str | None
    quad: int
    n: int


class Spread(Protocol):
    """How events spread over time: MonthCounts, however they are held."""

    def total(self) -> int:
        """All of them, also the undated."""

    def first_months(self) -> Counter[str]:
        """By the month they begin in, or end in if the beginning is open; "" undated."""

    def months(self) -> Counter[str]:
        """Events by month: those known to the year, or all dated ones when none is."""

    def by_period(self, unit: str) -> tuple[dict[str, Counter[int]], int]:
        """Events by period and quad class, and how many are dated less exactly than that."""


@dataclass(frozen=True, slots=True)
class Range:
    """The months chosen, both inclusive; None for an open end."""

    first: str | None = None
    last: str | None = None

    def holds(self, month: str) -> bool:
        return (self.first or month) <= month <= (self.last or month)

    @property
    def both_ends(self) -> list[str]:
        """The first and last month of a range that has both and is short enough to draw."""
        if not self.first or not self.last or unit_of(self.first, self.last) == "decade":
            return []
        return [self.first, self.last]


OPEN = Range()


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar, in the units of HEIGHT, from the top."""

    quad: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """`first` and `last` are EDTF: the period to ask for. `label` is "" where none fits.

    `inside`: in the range that is chosen; the bars beside it show what came before and after.
    """

    first: str
    last: str
    period: str
    label: str
    words: str
    total: int
    segments: tuple[Segment, ...]
    inside: bool = True


@dataclass(frozen=True, slots=True)
class Axis:
    """`unit` is month, year or decade; `inexact`: dated events too inexact for one bar.

    `earlier`, `later`: the few outliers left out so that the rest can be told apart.
    """

    unit: str = "month"
    bars: tuple[Bar, ...] = ()
    inexact: int = 0
    earlier: int = 0
    later: int = 0
    quads: tuple[int, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Heaps:
    """The numbers behind a histogram: for each of the `periods`, how many of each class."""

    unit: str = "month"
    periods: tuple[str, ...] = ()
    by_period: Mapping[str, Counter[int]] = field(default_factory=dict)
    inexact: int = 0
    earlier: int = 0
    later: int = 0
    chosen: Range = OPEN


@dataclass(frozen=True, slots=True)
class MonthCounts:
    rows: tuple[MonthCount, ...]

    def total(self) -> int:
        return sum(row.n for row in self.rows)

    def first_months(self) -> Counter[str]:
        months: Counter[str] = Counter()
        for row in self.rows:
            months[row.first or row.last or ""] += row.n
        return months

    def months(self) -> Counter[str]:
        months: Counter[str] = Counter()
        for row in self.rows:
            if row.first and row.last and row.first[:4] == row.last[:4]:
                months[row.first] += row.n
        if not months:
            months = self.first_months()
            months.pop("", None)
        return months

    def by_period(self, unit: str) -> tuple[dict[str, Counter[int]], int]:
        heaps: dict[str, Counter[int]] = {}
        inexact = 0
        for row in self.rows:
            first, last = period_of(row.first, unit), period_of(row.last, unit)
            if first is not None and first == last:
                heaps.setdefault(first, Counter())[row.quad] += row.n
            elif first or last:
                inexact += row.n
        return heaps, inexact


NOTHING = MonthCounts(())


def counted(rows: Iterable[MonthCount]) -> MonthCounts:
    return MonthCounts(tuple(rows))


def draw(counts: Spread, around: Spread = NOTHING, chosen: Range = OPEN) -> Axis:
    """`counts` are of the events in the chosen range; those `around` are drawn beside it."""
    heaps = heaped(counts, around, chosen)
    if not heaps.periods:
        return Axis(unit=heaps.unit, inexact=heaps.inexact)
    return Axis(
        unit=heaps.unit,
        bars=_bars(heaps),
        inexact=heaps.inexact,
        earlier=heaps.earlier,
        later=heaps.later,
        quads=tuple(
            sorted(
                {quad for heap in heaps.by_period.values() for quad in heap},
                key=lambda q: (q == UNCODED, q),
            )
        ),
    )


def heaped(counts: Spread, around: Spread = NOTHING, chosen: Range = OPEN) -> Heaps:
    """An event counts in a period only when all of its possible days lie within it."""
    months = counts.months()
    # What reaches into a range from outside is not exact enough to say where to look.
    inside = Counter({month: n for month, n in months.items() if chosen.holds(month)})
    months = inside or Counter(chosen.both_ends) or months
    if not months:
        return Heaps()
    low, high, unit = span(months)
    heaps, inexact = counts.by_period(unit)
    drawn = {period: heap for period, heap in heaps.items() if low <= period <= high}
    first, last = min(drawn, default=low), max(drawn, default=high)
    shown = drawn | _beside(around.by_period(unit)[0], first, last, chosen, unit)
    if not shown:
        return Heaps(unit=unit, inexact=inexact)
    return Heaps(
        unit=unit,
        periods=tuple(periods(min(shown), max(shown), unit)),
        by_period=shown,
        inexact=inexact,
        earlier=sum(heap.total() for period, heap in heaps.items() if period < low),
        later=sum(heap.total() for period, heap in heaps.items() if period > high),
        chosen=chosen,
    )


def _beside(
    heaps: dict[str, Counter[int]], low: str, high: str, chosen: Range, unit: str
) -> dict[str, Counter[int]]:
    """The nearest periods on either side of the range, where its bars go up to its end."""
    spare = (MOST_MONTHS - (place_of(high, unit) - place_of(low, unit) + 1)) // 2
    reach = min(MOST_BESIDE, max(LEAST_BESIDE, spare))
    first, last = period_of(chosen.first, unit), period_of(chosen.last, unit)
    found = {}
    for period, heap in heaps.items():
        before = first and period < first and place_of(low, unit) - place_of(period, unit) <= reach
        after = last and period > last and place_of(period, unit) - place_of(high, unit) <= reach
        if before or after:
            found[period] = heap
    return found


def _bars(heaps: Heaps) -> tuple[Bar, ...]:
    low, high = period_of(heaps.chosen.first, heaps.unit), period_of(heaps.chosen.last, heaps.unit)
    highest = max(heap.total() for heap in heaps.by_period.values())
    bars = []
    for period, label in zip(heaps.periods, labels(heaps), strict=True):
        heap = heaps.by_period.get(period, Counter())
        value = edtf.parse(period)
        first, last = ends(value, heaps.unit)
        inside = (low or period) <= period <= (high or period)
        bars.append(
            Bar(
                first=first,
                last=last,
                period=value.phrase(),
                label=label,
                words=_words(value, heap) + ("" if inside else ", outside the chosen dates"),
                total=heap.total(),
                segments=_segments(heap, highest),
                inside=inside,
            )
        )
    return tuple(bars)


def labels(heaps: Heaps) -> list[str]:
    """What stands under each bar; "" where there is no room."""
    every = -(-len(heaps.periods) // MOST_LABELS)
    year = ""
    found = []
    for place, period in enumerate(heaps.periods):
        if place % every:
            found.append("")
            continue
        found.append(_label(edtf.parse(period), heaps.unit, period[:4] != year))
        year = period[:4]
    return found


def ends(value: Edtf, unit: str) -> tuple[str, str]:
    """The first and last date to ask for, of all in the period."""
    if unit == "decade" and value.earliest and value.latest:
        return f"{value.earliest.year:04}", f"{value.latest.year:04}"
    return value.text, value.text


def _label(value: Edtf, unit: str, with_year: bool) -> str:
    if unit != "month":
        return value.phrase()
    month, year = value.phrase().rsplit(" ", 1)
    return f"{month[:_SHORT_MONTH]}\n{year}" if with_year else month[:_SHORT_MONTH]


def _words(value: Edtf, heap: Counter[int]) -> str:
    total = heap.total()
    words = f"{value.phrase()}: {total} event{'' if total == 1 else 's'} within it"
    parts = [f"{n} {quad_name(quad).lower()}" for quad, n in sorted(heap.items())]
    return f"{words} ({', '.join(parts)})" if parts else words


def quad_name(quad: int | None) -> str:
    return QUAD_LABEL[QuadClass(quad)] if quad else "Kind not decided"


def _segments(heap: Counter[int], highest: int) -> tuple[Segment, ...]:
    """Stacked from the bottom, in the order of the classes, the undecided on top."""
    y = float(HEIGHT)
    segments = []
    for quad, n in sorted(heap.items(), key=lambda item: (item[0] == UNCODED, item[0])):
        height = round(n * HEIGHT / highest, 2)
        y = round(y - height, 2)
        segments.append(Segment(quad, max(y, 0.0), height))
    return tuple(segments)
