"""What a filter answers, asked of the database: always possible, slow with very many events."""

from collections import Counter
from collections.abc import Iterable

from timeline.browse.answer_records import (
    PAGE_SIZE,
    Answer,
    Counts,
    Page,
    chosen_range,
    listed,
    paged,
)
from timeline.browse.axis import MonthCount, MonthCounts, counted, draw
from timeline.browse.filters import ARTICLE_ITSELF, Filter, narrow, narrow_claims, stored_types
from timeline.models.event_counts import by_claim, by_month_and_type, by_part, coverage
from timeline.models.event_queries import EventQuerySet
from timeline.vocabulary import QUAD_CLASS, EventType, Role


def by_sql(chosen: Filter, events: EventQuerySet) -> Answer:
    """The number of queries does not depend on the rows. `events`: those to choose from."""
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
        axis=draw(month_counts(kept), month_counts(around), chosen_range(chosen)),
    )


def month_counts(rows: Iterable[dict]) -> MonthCounts:
    """Rows of `by_month_and_type` as the histogram takes them."""
    return counted(
        MonthCount(row["first"], row["last"], _quad(row["type"]), row["n"]) for row in rows
    )


def _months(events: EventQuerySet, chosen: Filter) -> tuple[list[dict], list[dict]]:
    """Events by month for every kind; and, when a range is asked for, those around it too."""
    ranged = bool(chosen.start or chosen.end)
    around = narrow(events, chosen, skip="from") if ranged else None
    rows = list(by_month_and_type(narrow(events, chosen, skip="type"), around))
    return [row for row in rows if not row["beside"]], [row for row in rows if row["beside"]]


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
    # The row of the article itself has an empty key.
    speakers = ["" if key == ARTICLE_ITSELF else key for key in chosen.speakers]
    return Counts(
        types=_summed(months, "type", "n"),
        evidence={
            "agree": sum(row["agree"] for row in kept),
            "disagree": sum(row["disagree"] for row in kept),
            "reviewed": sum(row["reviewed_total"] for row in kept),
        },
        standings={value: n for value, _, n in said["standing"]},
        actors=listed(parts[""], chosen.actors),
        acting=listed(parts[Role.ACTOR.value], chosen.acting),
        receiving=listed(parts[Role.RECIPIENT.value], chosen.receiving),
        speakers=listed(said["says"], speakers),
        sources=listed(said["source"], chosen.sources),
    )


def page_of(events: EventQuerySet, chosen: Filter) -> Page:
    """One page by key. One query: a row more than shown tells whether there are more."""
    if chosen.after is not None:
        backwards = events.oldest_last if chosen.oldest_first else events.newest_last
        rows = backwards(chosen.after)
    else:
        forwards = events.oldest_first if chosen.oldest_first else events.newest_first
        rows = forwards(chosen.before)
    return paged(list(rows.values_list("sort_key", "pk")[: PAGE_SIZE + 1]), chosen)


def _summed(rows: list[dict], key: str, value: str) -> dict[str, int]:
    found: Counter[str] = Counter()
    for row in rows:
        found[row[key]] += row[value]
    return dict(found)


def _quad(type: str) -> int:
    return int(QUAD_CLASS[EventType(type)]) if type else 0
