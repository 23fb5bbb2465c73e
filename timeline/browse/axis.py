"""The histogram over a timeline: how many events in each month, year or decade, by quad class."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline import edtf
from timeline.edtf import Edtf
from timeline.vocabulary import QUAD_LABEL, QuadClass

# The widest span, in months and in years, that still gets a bar for each.
MOST_MONTHS = 36
MOST_YEARS = 60
# Labels that fit under the bars of a narrow screen.
MOST_LABELS = 12
# Bars on either side of a chosen range.
LEAST_BESIDE = 2
MOST_BESIDE = 6
HEIGHT = 48
# Share of the events that may be left out at each end to tell the others apart.
MOST_LEFT_OUT = 0.05
# From so many events on, one at each end may go.
ENOUGH_TO_SPARE = 12
UNCODED = 0
_SHORT_MONTH = 3


@dataclass(frozen=True, slots=True)
class MonthCount:
    """Events whose outermost days lie in the months `first` and `last` ("2022-07", or None)."""

    first: str | None
    last: str | None
    quad: int
    n: int


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
        if not self.first or not self.last or _unit(self.first, self.last) == "decade":
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


def draw(
    counts: Iterable[MonthCount],
    around: Iterable[MonthCount] = (),
    chosen: Range = OPEN,
) -> Axis:
    """An event counts in a bar only when all of its possible days lie within it.

    `counts` are of the events in the chosen range; those `around` are drawn beside it.
    """
    rows = [row for row in counts if row.first or row.last]
    months = _months(rows)
    # What reaches into a range from outside is not exact enough to say where to look.
    inside = Counter({month: n for month, n in months.items() if chosen.holds(month)})
    months = inside or Counter(chosen.both_ends) or months
    if not months:
        return Axis()
    low, high, unit = _span(months)
    heaps, inexact = _heaps(rows, unit)
    drawn = {period: heap for period, heap in heaps.items() if low <= period <= high}
    first, last = min(drawn, default=low), max(drawn, default=high)
    shown = drawn | _beside(_heaps(around, unit)[0], first, last, chosen, unit)
    if not shown:
        return Axis(unit=unit, inexact=inexact)
    return Axis(
        unit=unit,
        bars=_bars(_periods(min(shown), max(shown), unit), shown, unit, chosen),
        inexact=inexact,
        earlier=sum(heap.total() for period, heap in heaps.items() if period < low),
        later=sum(heap.total() for period, heap in heaps.items() if period > high),
        quads=tuple(
            sorted(
                {quad for heap in shown.values() for quad in heap}, key=lambda q: (q == UNCODED, q)
            )
        ),
    )


def _heaps(rows: Iterable[MonthCount], unit: str) -> tuple[dict[str, Counter[int]], int]:
    """Events by period and quad class, and how many are less exact than a period."""
    heaps: dict[str, Counter[int]] = {}
    inexact = 0
    for row in rows:
        first, last = _period(row.first, unit), _period(row.last, unit)
        if first is None or first != last:
            inexact += row.n
            continue
        heaps.setdefault(first, Counter())[row.quad] += row.n
    return heaps, inexact


def _beside(
    heaps: dict[str, Counter[int]], low: str, high: str, chosen: Range, unit: str
) -> dict[str, Counter[int]]:
    """The nearest periods on either side of the range, where its bars go up to its end."""
    spare = (MOST_MONTHS - (_place(high, unit) - _place(low, unit) + 1)) // 2
    reach = min(MOST_BESIDE, max(LEAST_BESIDE, spare))
    first, last = _period(chosen.first, unit), _period(chosen.last, unit)
    found = {}
    for period, heap in heaps.items():
        before = first and period < first and _place(low, unit) - _place(period, unit) <= reach
        after = last and period > last and _place(period, unit) - _place(high, unit) <= reach
        if before or after:
            found[period] = heap
    return found


def _months(rows: list[MonthCount]) -> Counter[str]:
    """Events by month: those known to the year, or all when none is."""
    months: Counter[str] = Counter()
    for row in rows:
        if row.first and row.last and row.first[:4] == row.last[:4]:
            months[row.first] += row.n
    for row in rows if not months else ():
        months[row.first or row.last or ""] += row.n
    return months


def _span(months: Counter[str]) -> tuple[str, str, str]:
    """The first and last period to draw, and the unit.

    Two events of the 1950s among six hundred of 2022 would make every bar a decade: the
    outermost few are left out when the rest then get a finer unit.
    """
    inner = _without_outliers(months)
    whole = (min(months), max(months))
    low, high = inner if _unit(*inner) != _unit(*whole) else whole
    unit = _unit(low, high)
    return _period(low, unit) or low, _period(high, unit) or high, unit


def _without_outliers(months: Counter[str]) -> tuple[str, str]:
    """The months between which lie all but MOST_LEFT_OUT of the events at each end."""
    total = months.total()
    spare = max(total * MOST_LEFT_OUT, 1 if total >= ENOUGH_TO_SPARE else 0)
    ends = []
    for order in (sorted(months), sorted(months, reverse=True)):
        passed = 0
        for month in order:
            passed += months[month]
            if passed > spare:
                ends.append(month)
                break
    return ends[0], max(ends)


def _unit(low: str, high: str) -> str:
    years = int(high[:4]) - int(low[:4])
    if years * 12 + int(high[5:7]) - int(low[5:7]) < MOST_MONTHS:
        return "month"
    return "year" if years < MOST_YEARS else "decade"


def _period(month: str | None, unit: str) -> str | None:
    if month is None:
        return None
    if unit == "month":
        return month
    return month[:4] if unit == "year" else f"{month[:3]}X"


def _periods(low: str, high: str, unit: str) -> list[str]:
    """Every period from `low` to `high`, also those without an event."""
    places = range(_place(low, unit), _place(high, unit) + 1)
    if unit == "month":
        return [f"{month // 12:04}-{month % 12 + 1:02}" for month in places]
    return [f"{place:04}" if unit == "year" else f"{place:03}X" for place in places]


def _place(period: str, unit: str) -> int:
    """Where a period stands among all of its kind."""
    if unit == "month":
        return int(period[:4]) * 12 + int(period[5:7]) - 1
    return int(period[:4] if unit == "year" else period[:3])


def _bars(
    periods: list[str], heaps: dict[str, Counter[int]], unit: str, chosen: Range
) -> tuple[Bar, ...]:
    low, high = _period(chosen.first, unit), _period(chosen.last, unit)
    highest = max(heap.total() for heap in heaps.values())
    every = -(-len(periods) // MOST_LABELS)
    year = ""
    bars = []
    for place, period in enumerate(periods):
        heap = heaps.get(period, Counter())
        value = edtf.parse(period)
        first, last = _ends(value, unit)
        label = _label(value, unit, period[:4] != year) if place % every == 0 else ""
        year = period[:4] if label else year
        inside = (low is None or low <= period) and (high is None or period <= high)
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


def _ends(value: Edtf, unit: str) -> tuple[str, str]:
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
    words = f"{value.phrase()}: {total} event{'' if total == 1 else 's'}"
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
