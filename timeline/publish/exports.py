"""Events as JSON lines: every claim with its passages, for other programs."""

from collections.abc import Iterator
from typing import Any

from timeline.models import Claim, Event
from timeline.models.event_queries import EventQuerySet

_CHUNK = 200


def event_objects(events: EventQuerySet) -> Iterator[dict[str, Any]]:
    """One object an event, in timeline order; memory does not grow with their number."""
    rows = events.order_by("-sort_key").prefetch_related(
        "participations__actor",
        "claims__citations__article",
        "claims__attribution_actor",
    )
    for event in rows.iterator(chunk_size=_CHUNK):
        yield event_object(event)


def event_object(event: Event) -> dict[str, Any]:
    return {
        "kind": "event",
        "id": event.pk,
        "title": event.title,
        "type": event.type or None,
        "mode": event.mode or None,
        "date": event.date_edtf or None,
        "earliest": event.earliest.isoformat() if event.earliest else None,
        "latest": event.latest.isoformat() if event.latest else None,
        "actors": [
            {
                "key": part.actor.key,
                "name": part.actor.name,
                "iso3": part.actor.iso3 or None,
                "role": part.role,
            }
            for part in event.participations.all()
        ],
        "claims": [_claim(claim) for claim in event.claims.all()],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    said = claim.attribution_actor
    return {
        "text": claim.text,
        "standing": claim.standing,
        "attribution": {"text": claim.attribution_text, "actor": said.name if said else None}
        if claim.attribution_text
        else None,
        "citations": [
            {
                "path": citation.article.path,
                "sha256": citation.article.sha256,
                "url": citation.article.url or None,
                "start": citation.start,
                "end": citation.end,
                "quote": citation.quote,
            }
            for citation in claim.citations.all()
        ],
    }
