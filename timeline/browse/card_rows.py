"""The rows that the cards of some events are made of, in three queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from timeline.browse.notes import CITATION as NOTE
from timeline.models import Citation, Event, Participation
from timeline.models.written_queries import WrittenQuery

Row = Mapping[str, Any]
EVENT = (
    "pk title type mode quad date_edtf date_text date_inferred reviewed note "
    "curated_fields article_count origin_count conflicts__pk conflicts__kind conflicts__values"
).split()
CITATION = (
    "claim_id claim__text claim__heading claim__standing claim__attribution_text claim__event_id "
    "claim__attribution_actor__key claim__attribution_actor__name article__language"
).split() + NOTE
PART = "event_id role actor__key actor__name".split()


@dataclass(frozen=True, slots=True)
class CardRows:
    """By the id of the event. `events`: one row for each conflict, at least one."""

    events: Mapping[int, list[Row]] = field(default_factory=dict)
    citations: Mapping[int, list[Row]] = field(default_factory=dict)
    parts: Mapping[int, list[Row]] = field(default_factory=dict)


def card_rows(ids: Sequence[int], more: Iterable[str] = ()) -> CardRows:
    """`more`: what the rows of citations hold besides."""
    return CardRows(
        _by(_EVENTS.rows(ids), "pk"),
        _by(_citations(tuple(more)).rows(ids), "claim__event_id"),
        _by(_PARTS.rows(ids), "event_id"),
    )


_EVENTS = WrittenQuery(
    lambda ids: Event.objects.filter(pk__in=ids).order_by("conflicts__pk"), EVENT, key=int
)
_PARTS = WrittenQuery(
    lambda ids: Participation.objects.filter(event__in=ids).order_by("pk"), PART, key=int
)


@cache
def _citations(more: tuple[str, ...]) -> WrittenQuery:
    return WrittenQuery(
        lambda ids: Citation.objects.filter(claim__event__in=ids).order_by(
            "claim__heading",  # what is told before how it is headed
            "claim_id",
            "pk",
        ),
        [*CITATION, *more],
        key=int,
    )


def _by(rows: Iterable[Row], key: str) -> Mapping[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found
