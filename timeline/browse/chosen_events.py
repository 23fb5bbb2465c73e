"""Some events, and what can be asked of them: of the index when there is one, else by SQL."""

from collections import Counter
from dataclasses import dataclass
from typing import Self

from django.db.models import Count, Max, Min, Q

from timeline.browse.answer_records import Page
from timeline.browse.axis import Spread
from timeline.browse.counted import month_counts, page_of
from timeline.browse.filters import Filter, narrow
from timeline.browse.index import selection
from timeline.browse.index.current import current
from timeline.browse.index.selection import Selection
from timeline.browse.storylines import picked, saved_filter, told_by_sql
from timeline.models import Event, Storyline
from timeline.models.event_counts import Counted, by_month_and_type, part_totals
from timeline.models.event_queries import FIRST_DATED_KEY, EventQuerySet

_YEAR_LENGTH = len("2022")


@dataclass(frozen=True, slots=True)
class Extent:
    """How many, and the sort keys of the first and last dated one, None where none is."""

    total: int = 0
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class BySql:
    """Events, and what can be asked of them; one query for each question."""

    events: EventQuerySet

    def narrowed(self, chosen: Filter) -> Self:
        """Those that a filter without problems chooses of them."""
        return type(self)(narrow(self.events, chosen))

    def extent(self) -> Extent:
        dated = Q(sort_key__gte=FIRST_DATED_KEY)
        found = self.events.order_by().aggregate(
            n=Count("pk"), low=Min("sort_key", filter=dated), high=Max("sort_key", filter=dated)
        )
        return Extent(found["n"], found["low"], found["high"])

    def spread(self) -> Spread:
        return month_counts(by_month_and_type(self.events))

    def page(self, chosen: Filter) -> Page:
        """The one that the filter's place and order name."""
        return page_of(self.events, chosen)

    def part_totals(self) -> list[Counted]:
        """Key, name and number of events for each actor with a part, most first."""
        return part_totals(self.events)


@dataclass(frozen=True, slots=True)
class ByIndex:
    """The same as `BySql`, without a query."""

    events: Selection

    def narrowed(self, chosen: Filter) -> Self:
        return type(self)(selection.narrowed(self.events, chosen))

    def extent(self) -> Extent:
        return Extent(len(self.events), *selection.ends_of(self.events))

    def spread(self) -> Spread:
        return selection.spread_of(self.events)

    def page(self, chosen: Filter) -> Page:
        return selection.page_of(self.events, chosen)

    def part_totals(self) -> list[Counted]:
        return selection.part_totals(self.events)


ChosenEvents = BySql | ByIndex


def all_events() -> ChosenEvents:
    """All sourced ones."""
    held = current()
    return BySql(Event.objects.sourced()) if held is None else ByIndex(selection.everything(held))


def events_of(chosen: Filter) -> ChosenEvents:
    """The sourced events that a filter without problems chooses."""
    held = current()
    if held is not None:
        return ByIndex(selection.selected(held, chosen))
    return BySql(narrow(Event.objects.sourced(), chosen))


def events_told(storyline: Storyline) -> ChosenEvents:
    """Those its filter chooses and those picked by hand; without a filter these only."""
    held = current()
    if held is None:
        return BySql(told_by_sql(storyline))
    told = selection.with_pks(held, picked(storyline))
    saved = saved_filter(storyline)
    if storyline.filter and not saved.problems:
        told = told | selection.selected(held, saved)
    return ByIndex(told)


def by_year(spread: Spread) -> Counter[str]:
    """Events by the year they begin in, or end in if that is all that is known; "" undated."""
    years: Counter[str] = Counter()
    for month, n in spread.first_months().items():
        years[month[:_YEAR_LENGTH]] += n
    return years
