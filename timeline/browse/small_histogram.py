"""A histogram without its timeline: each bar leads to the timeline filtered to its period."""

from dataclasses import dataclass

from timeline.browse.axis import HEIGHT, Axis, draw, quad_name
from timeline.browse.chosen_events import ChosenEvents
from timeline.browse.filters import Filter, joined
from timeline.browse.page import BarLink, bar_links


@dataclass(frozen=True, slots=True)
class SmallHistogram:
    """`total`: all the events; `not_drawn`: those no bar shows, in words."""

    unit: str
    bars: tuple[BarLink, ...]
    quads: tuple[tuple[int, str], ...]
    total: int
    not_drawn: str
    height: int = HEIGHT


def small_histogram(events: ChosenEvents, chosen: Filter) -> SmallHistogram:
    """One query. `chosen` chooses the `events`."""
    spread = events.spread()
    axis = draw(spread)
    total = spread.total()
    return SmallHistogram(
        unit=axis.unit,
        bars=bar_links(axis.bars, chosen),
        quads=tuple((quad, quad_name(quad)) for quad in axis.quads),
        total=total,
        not_drawn=_not_drawn(axis, total),
    )


def _not_drawn(axis: Axis, total: int) -> str:
    drawn = sum(bar.total for bar in axis.bars)
    undated = total - drawn - axis.earlier - axis.later - axis.inexact
    parts = [
        f"{undated:,} undated" if undated else "",
        f"{axis.earlier:,} earlier" if axis.earlier else "",
        f"{axis.later:,} later" if axis.later else "",
        f"{axis.inexact:,} dated less exactly than a {axis.unit}" if axis.inexact else "",
    ]
    words = joined(part for part in parts if part)
    return f"Not drawn: {words}" if words else ""
