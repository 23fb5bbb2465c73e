"""The rows that the cards of some events are made of, in three queries, and two more when names
were changed.

Who speaks, who has a part and which source it is are named by `called`: joined to rows, they
would take PostgreSQL as long as all the rest.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from timeline.browse.called import Names, called
from timeline.browse.freshness import look
from timeline.browse.notes import CITATION as NOTE
from timeline.models import Citation, Event, Participation
from timeline.models.written_queries import WrittenQuery, rows_of

Row = Mapping[str, Any]
Meanwhile = Callable[[], object] | None
_NOBODY = None, None
EVENT = (
    "pk title type mode quad date_edtf date_text date_inferred reviewed note "
    "curated_fields article_count origin_count conflicts__pk conflicts__kind conflicts__values"
).split()
CITATION = (
    "claim_id claim__text claim__heading claim__standing claim__attribution_text claim__event_id "
    "claim__attribution_actor_id article__language"
).split() + NOTE
PART = "event_id role actor_id".split()


@dataclass(frozen=True, slots=True)
class CardRows:
    """By the id of the event. `events`: one row for each conflict, at least one."""

    events: Mapping[int, list[Row]] = field(default_factory=dict)
    citations: Mapping[int, list[Row]] = field(default_factory=dict)
    parts: Mapping[int, list[Row]] = field(default_factory=dict)


def card_rows(
    ids: Sequence[int], more: Iterable[str] = (), meanwhile: Meanwhile = None
) -> CardRows:
    """`more`: what the rows of citations hold besides. `meanwhile`: work that asks no database,
    which may be done while that has these questions."""
    state = look()  # before the rows
    questions = (_EVENTS, _PARTS, _citations(tuple(more)))
    events, parts, citations = rows_of([(question, ids) for question in questions], meanwhile)
    actors = {row["actor_id"] for row in parts}
    actors |= {row["claim__attribution_actor_id"] for row in citations}
    names = called(state, actors - {None}, {row["article__source_id"] for row in citations})
    return CardRows(
        _by(events, "pk"),
        _by(_sourced(citations, names), "claim__event_id"),
        _by(_named(parts, names), "event_id"),
    )


def _named(parts: Iterable[dict[str, Any]], names: Names) -> Iterator[Row]:
    """Without those of an actor that was removed meanwhile."""
    for row in parts:
        if who := names.actors.get(row["actor_id"]):
            row["actor__key"], row["actor__name"] = who
            yield row


def _sourced(citations: Iterable[dict[str, Any]], names: Names) -> Iterator[Row]:
    """Without those of a source that was removed meanwhile."""
    for row in citations:
        source = row["article__source_id"]
        if its := names.sources.get(source):
            row["article__source__slug"], row["article__source__name"] = its
            row["article__source__kind"] = names.kinds[source]
            who = names.actors.get(row["claim__attribution_actor_id"], _NOBODY)
            row["claim__attribution_actor__key"], row["claim__attribution_actor__name"] = who
            yield row


_EVENTS = WrittenQuery(
    lambda ids: Event.objects.filter(pk__in=ids).order_by("conflicts__pk"), EVENT
)
_PARTS = WrittenQuery(lambda ids: Participation.objects.filter(event__in=ids).order_by("pk"), PART)


@cache
def _citations(more: tuple[str, ...]) -> WrittenQuery:
    return WrittenQuery(
        lambda ids: Citation.objects.filter(claim__event__in=ids).order_by(
            "claim__heading",  # what is told before how it is headed
            "claim_id",
            "pk",
        ),
        [*CITATION, *more],
    )


def _by(rows: Iterable[Row], key: str) -> Mapping[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found
