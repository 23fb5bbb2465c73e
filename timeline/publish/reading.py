"""Events with all that is told of them, read a chunk at a time: what each format is made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch

from timeline.models import Citation, Claim, Conflict, Event, Mention, Participation
from timeline.models.as_known import NEEDED, event_as_known, still_disagree
from timeline.models.event_queries import EventQuerySet
from timeline.vocabulary import Role

# Six queries a chunk, however many events there are.
CHUNK = 250


@dataclass(frozen=True, slots=True)
class ToldClaim:
    claim: Claim
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


def told_by_id(
    events: EventQuerySet, ids: Sequence[int], known_by: date | None = None
) -> list[Told]:
    """Those with these ids, in their order."""
    found = {event.pk: event for event in _with_everything(events.with_ids(ids))}
    return [_told(found[pk], known_by) for pk in ids if pk in found]


def _with_everything(events: EventQuerySet) -> EventQuerySet:
    return events.defer("search_text").prefetch_related(
        Prefetch("participations", Participation.objects.select_related("actor")),
        "conflicts",
        Prefetch("claims", Claim.objects.select_related("attribution_actor").defer("terms")),
        Prefetch("claims__mentions", Mention.objects.select_related("actor")),
        # Without the texts of the articles, which are by far the most of it.
        Prefetch(
            "claims__citations",
            Citation.objects.select_related("article__source", "article__origin").defer(
                *(
                    f"article__{column}"
                    for column in "text story setting metadata notes body_spans bylines".split()
                )
            ),
        ),
    )


def _told(event: Event, known_by: date | None) -> Told:
    """From the rows fetched with the event, which come in the order of their tables."""
    claims = [ToldClaim(each, tuple(each.citations.all())) for each in event.claims.all()]
    parts = tuple(event.participations.all())
    conflicts = tuple(event.conflicts.all())
    if known_by is None:
        return Told(event, parts, tuple(claims), conflicts)
    kept = [
        ToldClaim(each.claim, out)
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
