"""An extraction as JSON: the stable contract that other programs read (docs/extract.md)."""

from typing import Any

from timeline.records import (
    Attribution,
    ClaimDraft,
    Extraction,
    Mention,
    Participant,
    Span,
    TimeExpression,
)


def to_json(extraction: Extraction) -> dict[str, Any]:
    """Keys in the order of the contract; offsets are code points, end exclusive."""
    document, published = extraction.document, extraction.published
    return {
        "path": document.path,
        "sha256": document.sha256,
        "encoding": document.encoding,
        "title": extraction.title,
        "source": document.metadata.source,
        "url": document.metadata.url,
        "bylines": list(extraction.bylines),
        "published": {
            "edtf": published.edtf,
            "basis": published.basis.value,
            "reason": published.reason,
        },
        "language": extraction.language,
        "body": _spans(extraction.parts.body),
        "sentences": _spans(extraction.sentences),
        "times": [_time(time) for time in extraction.times],
        "mentions": [_mention(mention) for mention in named(extraction)],
        "claims": [_claim(claim) for claim in extraction.claims],
    }


def named(extraction: Extraction) -> list[Mention]:
    """Actors and places of the article in order."""
    return sorted((*extraction.mentions, *extraction.beside), key=lambda m: m.start)


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _time(time: TimeExpression) -> dict[str, Any]:
    return {
        "start": time.start,
        "end": time.end,
        "text": time.text,
        "type": time.type.value,
        "value": time.value,
        "edtf": time.edtf,
        "reason": time.reason,
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "name": mention.name,
        "kind": mention.kind.value,
        "iso3": mention.iso3,
    }


def _claim(claim: ClaimDraft) -> dict[str, Any]:
    return {
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "standing": claim.standing.value,
        "attribution": _attribution(claim.attribution),
        "date": claim.date
        and {"edtf": claim.date.edtf, "text": claim.date.text, "reason": claim.date.reason},
        "actors": [_participant(part) for part in claim.participants],
        "type": claim.coding.type.value if claim.coding else None,
        "mode": claim.coding.mode if claim.coding else None,
    }


def _attribution(said: Attribution | None) -> dict[str, Any] | None:
    if said is None or not said.text:
        return None
    return {"text": said.text, "start": said.start, "end": said.end, "actor": said.actor_name}


def _participant(part: Participant) -> dict[str, Any]:
    mention = part.mention
    return {
        "name": mention.name,
        "role": part.role.value,
        "start": mention.start,
        "end": mention.end,
    }
