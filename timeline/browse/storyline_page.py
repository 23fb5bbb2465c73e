"""What stands around a storyline's events: its years, its span, who is in it; and the list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, IntegerField, Max, Min, Q, Value
from django.urls import reverse

from timeline.browse.chosen_events import (
    BySql,
    ChosenEvents,
    Extent,
    by_year,
    events_told,
)
from timeline.browse.dates_shown import short_phrase
from timeline.browse.page import TimelinePage
from timeline.models import Event, Storyline
from timeline.models.event_queries import FIRST_DATED_KEY
from timeline.models.events import first_key_of, last_key_of

MOST_INVOLVED = 8
# Databases limit how many questions one query may join.
AT_ONCE = 100
_LAST_KEY = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Span:
    """`first`, `last`: when, no more exactly than known; "" without a dated event."""

    events: int = 0
    first: str = ""
    last: str = ""
    newest: str = ""
    newest_url: str = ""

    @property
    def words(self) -> str:
        return self.first if self.first == self.last else f"{self.first} to {self.last}"


@dataclass(frozen=True, slots=True)
class YearLink:
    """`href`: an anchor when the year begins on this page, else the page it begins on."""

    label: str
    events: int
    href: str


@dataclass(frozen=True, slots=True)
class Involved:
    name: str
    url: str
    events: int


@dataclass(frozen=True, slots=True)
class StorylineCard:
    storyline: Storyline
    span: Span


@dataclass(frozen=True, slots=True)
class StorylinePage:
    storyline: Storyline
    span: Span
    years: tuple[YearLink, ...]
    actors: tuple[Involved, ...]
    sources: tuple[Involved, ...]


def storyline_cards() -> list[StorylineCard]:
    """Three queries, for each hundred storylines."""
    storylines = list(Storyline.objects.prefetch_related("entries"))
    found: dict[int, Span] = {}
    for start in range(0, len(storylines), AT_ONCE):
        found |= _spans(storylines[start : start + AT_ONCE])
    return [StorylineCard(storyline, found.get(storyline.pk, Span())) for storyline in storylines]


def storyline_page(
    storyline: Storyline, events: ChosenEvents, timeline: TimelinePage
) -> StorylinePage:
    """`events` are those it tells. Four queries, those of the timeline aside."""
    counts = timeline.answer.counts
    return StorylinePage(
        storyline=storyline,
        span=_spans([storyline]).get(storyline.pk, Span()),
        years=tuple(_years(events, timeline)),
        actors=_involved("actor", counts.actors.rows),
        sources=_involved("source", counts.sources.rows),
    )


def _involved(page: str, counted: Iterable[tuple[str, str, int]]) -> tuple[Involved, ...]:
    rows = [(key, name, n) for key, name, n in counted if n][:MOST_INVOLVED]
    return tuple(Involved(name, reverse(page, args=[key]), n) for key, name, n in rows)


def _spans(storylines: Sequence[Storyline]) -> dict[int, Span]:
    extents = _extents(storylines)
    keys = {key for extent in extents.values() for key in (extent.first, extent.last)}
    ends = {event.sort_key: event for event in Event.objects.filter(sort_key__in=keys)}
    return {
        pk: _span(extent.total, ends.get(extent.first), ends.get(extent.last))
        for pk, extent in extents.items()
    }


def _extents(storylines: Sequence[Storyline]) -> dict[int, Extent]:
    """By the index a query for each; else one for all of them, and none without events."""
    told = {storyline.pk: events_told(storyline) for storyline in storylines}
    by_sql = {pk: events.events for pk, events in told.items() if isinstance(events, BySql)}
    if not by_sql:
        return {pk: events.extent() for pk, events in told.items()}
    dated = Q(sort_key__gte=FIRST_DATED_KEY)
    asked = [
        events.order_by()
        .annotate(storyline=Value(pk, IntegerField()))
        .values("storyline")
        .annotate(
            n=Count("pk"), low=Min("sort_key", filter=dated), high=Max("sort_key", filter=dated)
        )
        .values_list("storyline", "n", "low", "high")
        for pk, events in by_sql.items()
    ]
    return {pk: Extent(n, low, high) for pk, n, low, high in asked[0].union(*asked[1:], all=True)}


def _span(n: int, first: Event | None, last: Event | None) -> Span:
    if first is None or last is None:
        return Span(n)
    return Span(
        events=n,
        first=short_phrase(first.date_edtf),
        last=short_phrase(last.date_edtf),
        newest=last.title,
        newest_url=last.get_absolute_url(),
    )


def _years(events: ChosenEvents, timeline: TimelinePage) -> Iterable[YearLink]:
    """In the order of the timeline, undated last. Two queries."""
    told = by_year(events.spread())
    undated = told.pop("", 0)
    here = _first_of_each_year(timeline)
    ordered = sorted(told, reverse=not timeline.chosen.oldest_first)
    for year in [*ordered, *([""] if undated else [])]:
        yield YearLink(
            label=year or "Undated",
            events=told[year] if year else undated,
            href=here.get(year) or _page_from(timeline, year),
        )


def _first_of_each_year(timeline: TimelinePage) -> dict[str, str]:
    """Anchors of the years that begin on this page, by year; "" for the undated."""
    ids = timeline.answer.page.ids
    rows = Event.objects.filter(pk__in=ids).values_list("pk", "earliest", "latest")
    days = {pk: earliest or latest for pk, earliest, latest in rows}
    found: dict[str, str] = {}
    for pk in ids:
        day = days.get(pk)
        found.setdefault(f"{day.year:04}" if day else "", f"#event-{pk}")
    if timeline.newer and found:
        # It may have begun on the page before.
        found.pop(next(iter(found)))
    return found


def _page_from(timeline: TimelinePage, year: str) -> str:
    """The address of the page that begins with the year."""
    oldest = timeline.chosen.oldest_first
    if not year:
        key = _LAST_KEY if oldest else FIRST_DATED_KEY
    elif oldest:
        key = first_key_of(date(int(year), 1, 1)) - 1
    else:
        key = last_key_of(date(int(year), 12, 31))
    return timeline.place.address(replace(timeline.chosen, before=key, after=None, passage=None))
