"""What the home page leads with, above the timeline: where to look first. Four queries, or
none while nothing changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.db import connection
from django.urls import reverse

from timeline.browse.dates_shown import machine_date, short_phrase
from timeline.browse.filters import Filter, joined
from timeline.browse.freshness import look
from timeline.browse.page import TimelinePage
from timeline.browse.release import release
from timeline.models import Storyline
from timeline.models.lead_questions import clearest_conflicts, most_widely_told
from timeline.vocabulary import ConflictKind, SourceKind

MOST_DISAGREEMENTS = 4
# More than are shown: several may be of one event, or told by one source alone.
CANDIDATES = 16
MOST_WIDELY_TOLD = 4
MOST_STORYLINES = 3
# Sides of a disagreement that one line holds, and names of sources beside each.
MOST_SIDES = 2
MOST_NAMES = 2
NAMELESS = "an article whose source is not stated"
_ON = {
    ConflictKind.NUMBER: "Number",
    ConflictKind.DATE: "Date",
    ConflictKind.DENIAL: "Whether it is so",
    ConflictKind.ATTRIBUTION: "Who did it",
    ConflictKind.RECORD: "Date on record",
}
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LeadSide:
    """A value, and by whom; "" for a date on record, which no article gives."""

    label: str
    by: str


@dataclass(frozen=True, slots=True)
class LeadDisagreement:
    on: str
    title: str
    url: str
    sides: tuple[LeadSide, ...]
    more_sides: int


@dataclass(frozen=True, slots=True)
class LeadEvent:
    title: str
    url: str
    when: str
    iso: str
    told: str


@dataclass(frozen=True, slots=True)
class Lead:
    """`articles`, `sources`: those that tell of the events. `newest`: when the newest of all
    articles was read in."""

    disagreements: tuple[LeadDisagreement, ...]
    disagreed: int
    widely_told: tuple[LeadEvent, ...]
    storylines: tuple[Storyline, ...]
    events: int
    articles: int
    sources: int
    newest: datetime | None


def lead_of(page: TimelinePage) -> Lead | None:
    """None on a filtered or paged timeline, and where there is nothing to lead to."""
    everything = Filter(order=page.place.order, passage=page.chosen.passage)
    if page.chosen != everything or not page.answer.total:
        return None
    told, conflicts, storylines = _rows()
    return Lead(
        disagreements=_disagreements(conflicts),
        disagreed=page.answer.counts.evidence.get("disagree", 0),
        widely_told=tuple(_widely_told(row) for row in told if row["origin_count"] > 1),
        storylines=storylines,
        events=page.answer.total,
        articles=page.answer.coverage.now.articles,
        sources=told[0]["sources"] if told else 0,
        newest=told[0]["newest"] if told else None,
    )


def _rows() -> tuple[list[Row], list[Row], tuple[Storyline, ...]]:
    """What it is made of: events, conflicts, storylines. Kept while the data stay as they are."""
    key = f"lead:{release()}:{look().tag}"
    rows = cache.get(key)
    if rows is None:
        rows = (
            list(most_widely_told(MOST_WIDELY_TOLD)),
            clearest_conflicts(CANDIDATES),
            tuple(Storyline.objects.all()[:MOST_STORYLINES]),
        )
        if not connection.in_atomic_block:
            cache.set(key, rows)
    return rows


def _widely_told(row: Row) -> LeadEvent:
    origins, articles = row["origin_count"], row["article_count"]
    return LeadEvent(
        title=row["title"],
        url=reverse("event", args=[row["pk"]]),
        when=short_phrase(row["date_edtf"]) or "undated",
        iso=machine_date(row["date_edtf"]),
        told=f"{origins} origins" + ("" if articles == origins else f", {articles} articles"),
    )


def _disagreements(rows: Iterable[Row]) -> tuple[LeadDisagreement, ...]:
    """The first of each event, in the order they come; those between two sources before
    those that one source has with itself."""
    conflicts: dict[int, list[Row]] = {}
    for row in rows:
        conflicts.setdefault(row["conflict"], []).append(row)
    found: dict[int, tuple[bool, LeadDisagreement]] = {}
    for cited in conflicts.values():
        shown = _disagreement(cited)
        if shown and cited[0]["event"] not in found:
            lone = len({row["source"] for row in _taking_sides(cited)}) < 2
            found[cited[0]["event"]] = lone, shown
    ranked = sorted(found.values(), key=lambda pair: pair[0])
    return tuple(shown for _, shown in ranked[:MOST_DISAGREEMENTS])


def _taking_sides(cited: list[Row]) -> list[Row]:
    claims = {claim for value in cited[0]["values"] for claim in value.get("claims", ())}
    return [row for row in cited if row["claim"] in claims]


def _disagreement(cited: list[Row]) -> LeadDisagreement | None:
    first = cited[0]
    values = first["values"]
    if len(values) < 2:
        return None
    return LeadDisagreement(
        on=_ON[ConflictKind(first["kind"])],
        title=first["title"],
        url=f"{reverse('event', args=[first['event']])}#conflict-{first['conflict']}",
        sides=tuple(
            LeadSide(
                str(value.get("label") or value.get("value")),
                _by(row for row in cited if row["claim"] in value.get("claims", ())),
            )
            for value in values[:MOST_SIDES]
        ),
        more_sides=max(0, len(values) - MOST_SIDES),
    )


def _by(cited: Iterable[Row]) -> str:
    """The sources that publish a value: "Harbour Courier and 2 others"."""
    names = list(
        dict.fromkeys(
            NAMELESS if row["source_kind"] == SourceKind.UNKNOWN else row["source_name"]
            for row in cited
        )
    )
    if len(names) <= MOST_NAMES:
        return joined(names)
    return f"{names[0]} and {len(names) - 1} others"
