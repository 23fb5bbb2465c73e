"""The histogram over a timeline: how many events in each month, year or decade, by quad class."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from timeline import edtf
from timeline.edtf import Edtf
from timeline.vocabulary import QUAD_LABEL, QuadClass

# The widest span, in months and in years, that still gets a bar for each.
MOST_MONTHS = 36
MOST_YEARS = 60
# Labels that fit under the bars of a narrow screen.
MOST_LABELS = 12
HEIGHT = 48
# Share of the events that may be left out at each end to tell the others apart.
MOST_LEFT_OUT = 0.05
# From so many events on, one at each end may go.
ENOUGH_TO_SPARE = 12
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


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar, in the units of HEIGHT, from the top."""

    quad: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """`first` and `last` are EDTF: the period to ask for. `label` is "" where none fits."""

    first: str
    last: str
    label: str
    words: str
    total: int
    segments: tuple[Segment, ...]


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


def draw(counts: Iterable[MonthCount]) -> Axis:
    heaps = heaped(counts)
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


def heaped(counts: Iterable[MonthCount]) -> Heaps:
    """An event counts in a period only when all of its possible days lie within it."""
    rows = [row for row in counts if row.first or row.last]
    if not rows:
        return Heaps()
    low, high, unit = _span(_months(rows))
    heaps: dict[str, Counter[int]] = {}
    inexact = 0
    for row in rows:
        first, last = _period(row.first, unit), _period(row.last, unit)
        if first is None or first != last:
            inexact += row.n
            continue
        heaps.setdefault(first, Counter())[row.quad] += row.n
    drawn = {period: heap for period, heap in heaps.items() if low <= period <= high}
    if not drawn:
        return Heaps(unit=unit, inexact=inexact)
    return Heaps(
        unit=unit,
        periods=tuple(_periods(min(drawn), max(drawn), unit)),
        by_period=drawn,
        inexact=inexact,
        earlier=sum(heap.total() for period, heap in heaps.items() if period < low),
        later=sum(heap.total() for period, heap in heaps.items() if period > high),
    )


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
    if unit == "month":
        first = int(low[:4]) * 12 + int(low[5:7]) - 1
        last = int(high[:4]) * 12 + int(high[5:7]) - 1
        return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)]
    if unit == "year":
        return [f"{year:04}" for year in range(int(low), int(high) + 1)]
    return [f"{decade:03}X" for decade in range(int(low[:3]), int(high[:3]) + 1)]


def _bars(heaps: Heaps) -> tuple[Bar, ...]:
    highest = max(heap.total() for heap in heaps.by_period.values())
    bars = []
    for period, label in zip(heaps.periods, labels(heaps), strict=True):
        heap = heaps.by_period.get(period, Counter())
        value = edtf.parse(period)
        first, last = ends(value, heaps.unit)
        bars.append(
            Bar(
                first=first,
                last=last,
                label=label,
                words=_words(value, heap),
                total=heap.total(),
                segments=_segments(heap, highest),
            )
        )
    return tuple(bars)


def labels(heaps: Heaps) -> list[str]:
    """What stands under each bar; "" where there is no room."""
    every = -(-len(heaps.periods) // MOST_LABELS)
    return [
        _label(edtf.parse(period), heaps.unit, place == 0) if place % every == 0 else ""
        for place, period in enumerate(heaps.periods)
    ]


def ends(value: Edtf, unit: str) -> tuple[str, str]:
    """The first and last date to ask for, of all in the period."""
    if unit == "decade" and value.earliest and value.latest:
        return f"{value.earliest.year:04}", f"{value.latest.year:04}"
    return value.text, value.text


def _label(value: Edtf, unit: str, first: bool) -> str:
    if unit != "month":
        return value.phrase()
    month, year = value.phrase().rsplit(" ", 1)
    return (
        f"{month[:_SHORT_MONTH]}\n{year}" if first or month == "January" else month[:_SHORT_MONTH]
    )


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
