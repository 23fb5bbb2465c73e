"""What a filter answers: the ids of a page, the totals, the counts and the histogram.

The one place that asks the database for them: an index can take its place without a
change elsewhere. The number of queries does not depend on the rows.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.browse.axis import Axis, MonthCount, draw
from timeline.browse.filters import Filter, narrow, stored_types
from timeline.models import Event
from timeline.models.event_queries import EventQuerySet
from timeline.vocabulary import QUAD_CLASS, EventType

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Page:
    """Ids in the order shown; the keys to give as `before` and `after` for more, or None."""

    ids: tuple[int, ...] = ()
    before: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """Number of events for each value, under the filters other than its own.

    Several actors, like several kinds of evidence, must all hold: there a count says how
    many events are left once the value is chosen too. `actors`, `speakers`, `sources`:
    key, name, number, most first.
    """

    types: Mapping[str, int] = field(default_factory=dict)
    standings: Mapping[str, int] = field(default_factory=dict)
    evidence: Mapping[str, int] = field(default_factory=dict)
    actors: tuple[tuple[str, str, int], ...] = ()
    speakers: tuple[tuple[str, str, int], ...] = ()
    sources: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    page: Page
    total: int = 0
    claims: int = 0
    articles: int = 0
    counts: Counts = field(default_factory=Counts)
    axis: Axis = field(default_factory=Axis)


def answer(chosen: Filter, base: EventQuerySet | None = None) -> Answer:
    """Everything a timeline page says about its filter. `base`: the events to choose from."""
    events = Event.objects.sourced() if base is None else base
    if chosen.problems:
        return Answer(Page())
    filtered = narrow(events, chosen)
    months = list(narrow(events, chosen, skip="type").by_month_and_type())
    types = stored_types(chosen)
    kept = [row for row in months if not types or row["type"] in types]
    return Answer(
        page=page_of(filtered, chosen),
        total=sum(row["n"] for row in kept),
        claims=sum(row["claim_total"] or 0 for row in kept),
        articles=filtered.article_total(),
        counts=Counts(
            types=_summed(months, "type", "n"),
            evidence={
                "agree": sum(row["agree"] for row in kept),
                "disagree": sum(row["disagree"] for row in kept),
                "reviewed": sum(row["reviewed_total"] for row in kept),
            },
            standings=dict(narrow(events, chosen, skip="standing").count_standings()),
            actors=tuple(filtered.count_actors()),
            speakers=tuple(narrow(events, chosen, skip="says").count_speakers()),
            sources=tuple(narrow(events, chosen, skip="source").count_sources()),
        ),
        axis=draw(
            MonthCount(row["first"], row["last"], _quad(row["type"]), row["n"]) for row in kept
        ),
    )


def page_of(events: EventQuerySet, chosen: Filter) -> Page:
    """One page by key. One query: a row more than shown tells whether there are more."""
    if chosen.after is not None:
        backwards = events.oldest_last if chosen.oldest_first else events.newest_last
        rows = list(backwards(chosen.after).values_list("pk", "sort_key")[: PAGE_SIZE + 1])
        shown = rows[:PAGE_SIZE][::-1]
        more_before, more_after = bool(shown), len(rows) > PAGE_SIZE
    else:
        forwards = events.oldest_first if chosen.oldest_first else events.newest_first
        rows = list(forwards(chosen.before).values_list("pk", "sort_key")[: PAGE_SIZE + 1])
        shown = rows[:PAGE_SIZE]
        more_before, more_after = len(rows) > PAGE_SIZE, chosen.before is not None and bool(shown)
    return Page(
        ids=tuple(pk for pk, _ in shown),
        before=shown[-1][1] if more_before else None,
        after=shown[0][1] if more_after else None,
    )


def _summed(rows: list[dict], key: str, value: str) -> dict[str, int]:
    found: Counter[str] = Counter()
    for row in rows:
        found[row[key]] += row[value]
    return dict(found)


def _quad(type: str) -> int:
    return int(QUAD_CLASS[EventType(type)]) if type else 0
