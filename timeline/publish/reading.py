"""Events with all that is told of them, read a chunk at a time: what each format is made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Prefetch

from timeline.models import Citation, Claim, Conflict, Event, Mention, Participation
from timeline.models.as_known import NEEDED, event_as_known, still_disagree
from timeline.models.event_queries import EventQuerySet
from timeline.vocabulary import Role

# Six queries a chunk, however many events there are.
CHUNK = 250
# Most of an article is its text, which no format has.
_HEAVY = tuple(
    f"article__{column}"
    for column in "text story setting metadata notes body_spans bylines".split()
)


@dataclass(frozen=True, slots=True)
class ToldClaim:
    claim: Claim
    mentions: tuple[Mention, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An event and what tells of it. The rows are for reading: as known on a day, the event
    has the values of that day, which must not be saved.
    """

    event: Event
    parts: tuple[Participation, ...]
    claims: tuple[ToldClaim, ...]
    conflicts: tuple[Conflict, ...]

    def named(self, role: Role) -> list[Participation]:
        return [part for part in self.parts if part.role == role]


def told(
    events: EventQuerySet, known_by: date | None = None, oldest_first: bool = False
) -> Iterator[Told]:
    """In timeline order. By key and not by one long query: memory does not grow with the
    number of events, and a slow reader holds no transaction open.
    """
    key = None
    while True:
        ordered = events.oldest_first(key) if oldest_first else events.newest_first(key)
        rows = list(_with_everything(ordered)[:CHUNK])
        for event in rows:
            yield _told(event, known_by)
        if len(rows) < CHUNK or rows[-1].sort_key is None:
            return
        key = rows[-1].sort_key


def told_at_once(events: EventQuerySet, known_by: date | None = None) -> list[Told]:
    """For the few that fit in memory, in no order."""
    return [_told(event, known_by) for event in _with_everything(events.order_by())]


def _with_everything(events: EventQuerySet) -> EventQuerySet:
    """As lists under names of our own: Django makes a query set a row for its own names."""
    citations = Citation.objects.select_related("article__source", "article__origin")
    parts = Participation.objects.select_related("actor")
    claims = Claim.objects.select_related("attribution_actor").defer("terms")
    mentions = Mention.objects.select_related("actor")
    return events.defer("search_text").prefetch_related(
        Prefetch("participations", parts, to_attr="read_parts"),
        Prefetch("conflicts", Conflict.objects.all(), to_attr="read_conflicts"),
        Prefetch("claims", claims, to_attr="read_claims"),
        Prefetch("read_claims__mentions", mentions, to_attr="read_mentions"),
        Prefetch("read_claims__citations", citations.defer(*_HEAVY), to_attr="read_citations"),
    )


def _told(event: Any, known_by: date | None) -> Told:
    """From the rows fetched with the event, which come in the order of their tables."""
    claims = [
        ToldClaim(each, tuple(each.read_mentions), tuple(each.read_citations))
        for each in event.read_claims
    ]
    parts, conflicts = tuple(event.read_parts), tuple(event.read_conflicts)
    if known_by is None:
        return Told(event, parts, tuple(claims), conflicts)
    kept = [
        replace(each, citations=out)
        for each in claims
        if (out := tuple(row for row in each.citations if _was_out(row, known_by)))
    ]
    _set_as_known(event, kept)
    known = [each.claim.pk for each in kept]
    for conflict in conflicts:
        conflict.values = still_disagree(conflict.values, known)
    return Told(event, parts, tuple(kept), tuple(each for each in conflicts if each.values))


def _was_out(citation: Citation, day: date) -> bool:
    latest = citation.article.published_latest
    return latest is not None and latest <= day


def _set_as_known(event: Event, claims: Sequence[ToldClaim]) -> None:
    """Give the event the values that its claims of the day give it."""
    rows = [_row(each.claim, citation) for each in claims for citation in each.citations]
    now = {
        "title": event.title,
        "date_edtf": event.date_edtf,
        "date_text": event.date_text,
        "date_inferred": event.date_inferred,
        "curated_fields": event.curated_fields,
    }
    then = event_as_known(now, rows)
    if then["date_edtf"] != event.date_edtf:
        giving = (each.claim for each in claims if each.claim.date_edtf == then["date_edtf"])
        event.date_reason = next((claim.date_reason for claim in giving), "")
    for name, value in then.items():
        setattr(event, name, value)
    event.claim_count = len(claims)
    value = event.date
    event.earliest, event.latest = (value.earliest, value.latest) if value else (None, None)


def _row(claim: Claim, citation: Citation) -> dict[str, Any]:
    """The columns that `event_as_known` asks for, named as it names them."""
    row: dict[str, Any] = {}
    for name in NEEDED:
        table, _, column = name.partition("__")
        holder: Any = {"claim": claim, "article": citation.article}.get(table, citation)
        row[name] = getattr(holder, column or table)
    return row
