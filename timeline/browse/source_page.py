"""A source and what its articles amount to; and the list of all sources beside each other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from timeline.browse.bars import SmallBar, plain_bar
from timeline.browse.chosen_events import events_of
from timeline.browse.filters import Filter
from timeline.browse.small_histogram import SmallHistogram, small_histogram
from timeline.browse.source_articles import ArticlesPage, articles_of
from timeline.browse.source_numbers import (
    output_by_source,
    sides_counted,
    sides_of,
    timing_by_source,
)
from timeline.browse.text_fragment import web_address
from timeline.models import Source
from timeline.models.source_figures import Output, SideTaken, Timing
from timeline.vocabulary import ConflictKind

MOST_ACTORS = 10
MOST_SIDES = 10
_ON = {
    ConflictKind.NUMBER: "number",
    ConflictKind.DATE: "date",
    ConflictKind.DENIAL: "whether it is so",
    ConflictKind.ATTRIBUTION: "who did it",
    ConflictKind.RECORD: "date on record",
}


@dataclass(frozen=True, slots=True)
class ActorCount:
    name: str
    href: str
    count: int
    bar: SmallBar


@dataclass(frozen=True, slots=True)
class SideShown:
    on: str
    title: str
    url: str
    label: str
    against: str
    more: int


@dataclass(frozen=True, slots=True)
class SourceLine:
    """The key figures of a source in words and numbers. `lateness`: "" without a delay."""

    source: Source
    output: Output
    timing: Timing
    sides: int

    @property
    def copied(self) -> str:
        return share(self.output.copies, self.output.articles)

    @property
    def first(self) -> str:
        return share(self.timing.first, self.timing.events)

    @property
    def median(self) -> str:
        return _days(self.timing.median)

    @property
    def mean(self) -> str:
        return _days(self.timing.mean)


@dataclass(frozen=True, slots=True)
class SourcePage:
    line: SourceLine
    homepage: str
    articles: ArticlesPage
    histogram: SmallHistogram
    actors: tuple[ActorCount, ...]
    sides: tuple[SideShown, ...]
    timeline: str
    disputed: str


def share(part: int, whole: int) -> str:
    """A percentage in whole numbers; "" of nothing. Never 0% or 100% of less or more."""
    if not whole:
        return ""
    rounded = round(100 * part / whole)
    if part:
        rounded = max(1, rounded)
    return f"{rounded if part == whole else min(99, rounded)}%"


def _days(number: float | None) -> str:
    return "" if number is None else f"{number:.1f}".removesuffix(".0")


def source_page(source: Source, place: str = "") -> SourcePage:
    """Ten queries, fewer with an index.

    Raises ValueError when the list of articles has no such place.
    """
    chosen = Filter(sources=(source.slug,))
    events = events_of(chosen)
    histogram = small_histogram(events, chosen)
    number, sides = sides_of(source.pk, MOST_SIDES)
    timeline = f"{reverse('timeline')}?{urlencode({'source': source.slug})}"
    return SourcePage(
        line=SourceLine(
            source,
            output_by_source(source.pk).get(source.pk, Output()),
            timing_by_source(source.pk).get(source.pk, Timing()),
            number,
        ),
        homepage=web_address(source.homepage),
        articles=articles_of(source, place),
        histogram=histogram,
        actors=tuple(
            ActorCount(
                name,
                f"{reverse('timeline')}?{urlencode({'actor': key, 'source': source.slug})}",
                n,
                plain_bar(n, histogram.total),
            )
            for key, name, n in events.part_totals()[:MOST_ACTORS]
        ),
        sides=tuple(map(_side, sides)),
        timeline=timeline,
        disputed=f"{timeline}&evidence=disagree",
    )


def _side(side: SideTaken) -> SideShown:
    return SideShown(
        on=_ON[ConflictKind(side.kind)],
        title=side.title,
        url=f"{reverse('event', args=[side.event])}#conflict-{side.conflict}",
        label=side.label,
        against=side.against[0] if side.against else "",
        more=max(0, len(side.against) - 1),
    )


def _late(line: SourceLine) -> tuple[bool, float]:
    return line.timing.median is None, line.timing.median or 0


def _of_events(line: SourceLine) -> float:
    return line.timing.first / line.timing.events if line.timing.events else -1


def _of_articles(line: SourceLine) -> float:
    return line.output.copies / line.output.articles if line.output.articles else -1


@dataclass(frozen=True, slots=True)
class Column:
    """A way to sort the list of sources: `key` puts what people look for first."""

    name: str
    label: str
    key: Callable[[SourceLine], object]
    is_number: bool = True
    ascending: bool = False


COLUMNS = (
    Column("name", "Source", lambda line: line.source.name.casefold(), False, True),
    Column("grade", "Reliability", lambda line: line.source.reliability, False, True),
    Column("articles", "Articles", lambda line: -line.output.articles),
    Column("copies", "Same text", lambda line: -_of_articles(line)),
    Column("events", "Events", lambda line: -line.output.events),
    Column("claims", "Claims", lambda line: -line.output.claims),
    Column("first", "First", lambda line: -_of_events(line)),
    Column("late", "Days late", _late, ascending=True),
    Column("sides", "Disagreements", lambda line: -line.sides),
)
USUAL = "events"


@dataclass(frozen=True, slots=True)
class Heading:
    """`order` is the word for aria-sort, "" for a column not sorted by."""

    label: str
    href: str
    order: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class SourceList:
    headings: tuple[Heading, ...]
    lines: tuple[SourceLine, ...]


def source_list(sort: str = "") -> SourceList:
    """Seven queries, fewer with an index. Raises ValueError when there is no such column."""
    chosen = next((column for column in COLUMNS if column.name == (sort or USUAL)), None)
    if chosen is None:
        raise ValueError("There is no such column to sort by.")
    output, timing, sides = output_by_source(), timing_by_source(), sides_counted()
    sources: Iterable[Source] = Source.objects.order_by("name")
    lines = [
        SourceLine(
            source,
            output.get(source.pk, Output()),
            timing.get(source.pk, Timing()),
            sides.get(source.pk, 0),
        )
        for source in sources
    ]
    return SourceList(
        tuple(_heading(column, column is chosen) for column in COLUMNS),
        tuple(sorted(lines, key=chosen.key)),  # type: ignore[arg-type]
    )


def _heading(column: Column, is_chosen: bool) -> Heading:
    query = "" if column.name == USUAL else f"?sort={column.name}"
    order = "ascending" if column.ascending else "descending"
    return Heading(
        column.label, f"{reverse('sources')}{query}", order if is_chosen else "", column.is_number
    )
