"""What a filter answers: the ids of a page, the totals, the counts and the histogram.

The one place that asks the database for them: an index can take its place without a
change elsewhere. The number of queries does not depend on the rows.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from timeline.browse.axis import Axis, MonthCount, Range, draw
from timeline.browse.filters import Filter, narrow, narrow_claims, stored_types
from timeline.models import Event
from timeline.models.event_counts import (
    Counted,
    Coverage,
    Reach,
    by_claim,
    by_month_and_type,
    by_part,
    coverage,
)
from timeline.models.event_queries import EventQuerySet
from timeline.vocabulary import QUAD_CLASS, EventType, Role

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
    many events are left once the value is chosen too. `actors`, `acting`, `receiving`,
    `speakers`, `sources`: key, name, number, most first.
    """

    types: Mapping[str, int] = field(default_factory=dict)
    standings: Mapping[str, int] = field(default_factory=dict)
    evidence: Mapping[str, int] = field(default_factory=dict)
    actors: tuple[Counted, ...] = ()
    acting: tuple[Counted, ...] = ()
    receiving: tuple[Counted, ...] = ()
    speakers: tuple[Counted, ...] = ()
    sources: tuple[Counted, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """`coverage`: what had told of the events by the day the filter asks for, and what tells
    today of all that it would choose without one.
    """

    page: Page
    total: int = 0
    coverage: Coverage = field(default_factory=lambda: Coverage(Reach(), Reach()))
    counts: Counts = field(default_factory=Counts)
    axis: Axis = field(default_factory=Axis)


def answer(chosen: Filter, base: EventQuerySet | None = None) -> Answer:
    """Everything a timeline page says about its filter. `base`: the events to choose from."""
    events = Event.objects.sourced() if base is None else base
    if chosen.problems:
        return Answer(Page())
    filtered = narrow(events, chosen)
    months, around = _months(events, chosen)
    types = stored_types(chosen)
    kept = [row for row in months if not types or row["type"] in types]
    now = narrow(events, chosen, skip="known") if chosen.known else filtered
    return Answer(
        page=page_of(filtered, chosen),
        total=sum(row["n"] for row in kept),
        coverage=coverage(now, filtered, chosen.known_by),
        counts=_counts(events, filtered, chosen, months, kept),
        axis=draw(month_counts(kept), month_counts(around), _range(chosen)),
    )


def month_counts(rows: Iterable[dict]) -> Iterator[MonthCount]:
    """Rows of `by_month_and_type` as the histogram takes them."""
    for row in rows:
        yield MonthCount(row["first"], row["last"], _quad(row["type"]), row["n"])


def _months(events: EventQuerySet, chosen: Filter) -> tuple[list[dict], list[dict]]:
    """Events by month for every kind; and, when a range is asked for, those around it too."""
    ranged = bool(chosen.start or chosen.end)
    around = narrow(events, chosen, skip="from") if ranged else None
    rows = list(by_month_and_type(narrow(events, chosen, skip="type"), around))
    return [row for row in rows if not row["beside"]], [row for row in rows if row["beside"]]


def _range(chosen: Filter) -> Range:
    start = chosen.start.earliest if chosen.start else None
    end = chosen.end.latest if chosen.end else None
    return Range(f"{start:%Y-%m}" if start else None, f"{end:%Y-%m}" if end else None)


def _counts(
    events: EventQuerySet,
    filtered: EventQuerySet,
    chosen: Filter,
    months: list[dict],
    kept: list[dict],
) -> Counts:
    others = narrow(events, chosen, skip="actor") if chosen.any_actor else filtered
    parts = by_part(others, filtered, filtered)
    asked = {
        name: (narrow(events, chosen, skip=name), narrow_claims(chosen, skip=name))
        for name in ("says", "standing", "source")
    }
    said = by_claim(asked, chosen.known_by)
    return Counts(
        types=_summed(months, "type", "n"),
        evidence={
            "agree": sum(row["agree"] for row in kept),
            "disagree": sum(row["disagree"] for row in kept),
            "reviewed": sum(row["reviewed_total"] for row in kept),
        },
        standings={value: n for value, _, n in said["standing"]},
        actors=tuple(parts[""]),
        acting=tuple(parts[Role.ACTOR.value]),
        receiving=tuple(parts[Role.RECIPIENT.value]),
        speakers=tuple(said["says"]),
        sources=tuple(said["source"]),
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
