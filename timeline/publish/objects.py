"""Events and articles as JSON objects: everything worked out, with how it is known."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.urls import reverse

from timeline.models import Article, Citation, Claim, Event, Mention
from timeline.models.event_queries import EventQuerySet
from timeline.publish.reading import Told, ToldClaim, told
from timeline.vocabulary import QUAD_LABEL, QuadClass


def event_objects(events: EventQuerySet) -> Iterator[dict[str, Any]]:
    """One object an event, in timeline order; memory does not grow with their number."""
    return (event_object(each) for each in told(events))


def json_lines(events: Iterable[Told], site: str = "") -> Iterator[str]:
    for each in events:
        yield as_json(event_object(each, site)) + "\n"


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def event_object(of: Told, site: str = "") -> dict[str, Any]:
    """`site`: what stands before a path of this site, as in https://example.org."""
    event = of.event
    return {
        "kind": "event",
        "id": event.pk,
        "title": event.title,
        "type": event.type or None,
        "mode": event.mode or None,
        "date": event.date_edtf or None,
        "earliest": _day(event.earliest),
        "latest": _day(event.latest),
        "actors": [
            {
                "key": part.actor.key,
                "name": part.actor.name,
                "iso3": part.actor.iso3 or None,
                "role": part.role,
            }
            for part in of.parts
        ],
        "claims": [_claim(each, site) for each in of.claims],
        "page": site + event.get_absolute_url(),
        "quad": QUAD_LABEL[QuadClass(event.quad)] if event.quad else None,
        "type_reason": event.type_reason or None,
        "date_text": event.date_text or None,
        "date_inferred": event.date_inferred,
        "date_reason": event.date_reason or None,
        "articles": event.article_count,
        "origins": event.origin_count,
        "conflicts": [
            {"kind": each.kind, "subject": each.subject or None, "values": each.values}
            for each in of.conflicts
        ],
        "reviewed": event.reviewed,
        "note": event.note or None,
        "curated": event.curated_fields,
    }


def _claim(of: ToldClaim, site: str) -> dict[str, Any]:
    claim = of.claim
    return {
        "text": claim.text,
        "standing": claim.standing,
        "attribution": _attribution(claim),
        "citations": [_citation(each, site) for each in of.citations],
        "id": claim.pk,
        "heading": claim.heading,
        "standing_reason": claim.standing_reason or None,
        "date": claim.date_edtf or None,
        "earliest": _day(claim.earliest),
        "latest": _day(claim.latest),
        "date_text": claim.date_text or None,
        "date_inferred": claim.date_inferred,
        "date_reason": claim.date_reason or None,
        "recorded": claim.recorded or None,
        "type": claim.type or None,
        "mode": claim.mode or None,
        "type_reason": claim.type_reason or None,
        "link_reason": claim.link_reason or None,
        "point": claim.point,
        "actors": [_mention(each) for each in of.mentions],
        "curated": claim.curated_fields,
        "read": claim.created_at.isoformat(),
    }


def _attribution(claim: Claim) -> dict[str, Any] | None:
    said = claim.attribution_actor
    if not (claim.attribution_text or said):
        return None
    return {
        "text": claim.attribution_text,
        "actor": said.name if said else None,
        "key": said.key if said else None,
        "reason": claim.attribution_reason or None,
    }


def _mention(of: Mention) -> dict[str, Any]:
    return {
        "key": of.actor.key,
        "name": of.actor.name,
        "role": of.role,
        "start": of.start,
        "end": of.end,
        "reason": of.reason or None,
    }


def _citation(of: Citation, site: str) -> dict[str, Any]:
    article = of.article
    return {
        "path": article.path,
        "sha256": article.sha256,
        "url": article.url or None,
        "start": of.start,
        "end": of.end,
        "quote": of.quote,
        "id": of.pk,
        "prefix": of.prefix,
        "suffix": of.suffix,
        "page": site + reverse("passage", args=[of.pk]),
        **_known_of(article),
    }


def _known_of(article: Article) -> dict[str, Any]:
    """What a citation and an article's own object say of it alike."""
    source, origin = article.source, article.origin
    return {
        "article": article.pk,
        "title": article.title or None,
        "source": {
            "slug": source.slug,
            "name": source.name,
            "kind": source.kind,
            "reliability": source.reliability,
        },
        "archived_url": article.archived_url or None,
        "language": article.language or None,
        "published": {
            "date": article.published_edtf or None,
            "earliest": _day(article.published_earliest),
            "latest": _day(article.published_latest),
            "basis": article.published_basis,
            "reason": article.published_reason or None,
        },
        "origin": {
            "id": origin.pk,
            "credit": origin.credit or None,
            "reason": origin.reason or None,
        },
    }


def article_object(article: Article, citations: Iterable[Citation], site: str) -> dict[str, Any]:
    """`citations` come with claim and event, in reading order."""
    return {
        "kind": "article",
        "id": article.pk,
        "page": site + article.get_absolute_url(),
        "text": site + reverse("article-text", args=[article.pk]),
        "length": len(article.text),
        "path": article.path,
        "sha256": article.sha256,
        "encoding": article.encoding,
        "url": article.url or None,
        "bylines": article.bylines,
        **_known_of(article),
        "body_spans": article.body_spans,
        "citations": [_passage(each, site) for each in citations],
        "curated": article.curated_fields,
    }


def _passage(of: Citation, site: str) -> dict[str, Any]:
    claim = of.claim
    return {
        "id": of.pk,
        "start": of.start,
        "end": of.end,
        "quote": of.quote,
        "claim": claim.pk,
        "text": claim.text,
        "standing": claim.standing,
        "attribution": _attribution(claim),
        "date": claim.date_edtf or None,
        "event": claim.event_id,
        "event_title": claim.event.title,
        "event_page": site + Event.get_absolute_url(claim.event),
    }


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
