"""Holds the whole database against what must always be true of it."""

from collections.abc import Iterator
from hashlib import sha256

from django.db import connection
from django.db.models import Count

from timeline.link.origins import count_independent
from timeline.models import Article, Citation, Claim, Event, OpenStamp, version_triggers

_CHUNK = 500
_DAMAGED = "\ufffd"  # stands where bytes could not be decoded


def find_violations() -> Iterator[str]:
    """A sentence for each thing that is not as it must be."""
    yield from _quotes()
    yield from _mentions()
    yield from _texts()
    yield from _without_support()
    yield from _columns_out_of_step()
    yield from _not_counted()


def _not_counted() -> Iterator[str]:
    if gone := version_triggers.missing(connection):
        yield (
            f"Changes are not counted, so pages may be stale: the trigger {gone[0]}"
            f"{f' and {len(gone) - 1} more' if gone[1:] else ''} is missing or of another version. "
            "Run `migrate timeline 0007`, then `migrate`: no article is lost."
        )
    if OpenStamp.objects.exists():
        yield (
            "Changes are not counted, so pages may be stale: a transaction left its stamp open, "
            "which only happens where foreign keys are not checked. "
            "Run `migrate timeline 0007`, then `migrate`: no article is lost."
        )


def _quotes() -> Iterator[str]:
    citations = Citation.objects.select_related("article").order_by("article", "start")
    for citation in citations.iterator(chunk_size=_CHUNK):
        if citation.article.text[citation.start : citation.end] != citation.quote:
            yield (
                f"Citation {citation.pk} of article {citation.article_id}: "
                f"the text at {citation.start}-{citation.end} is not the quote."
            )


def _mentions() -> Iterator[str]:
    """Mentions are places in the first passage of their claim."""
    claims = Claim.objects.prefetch_related("citations", "mentions")
    for claim in claims.iterator(chunk_size=_CHUNK):
        first = min(claim.citations.all(), key=lambda c: c.pk, default=None)
        for mention in claim.mentions.all():
            if first is None or not first.start <= mention.start < mention.end <= first.end:
                yield f"Claim {claim.pk}: its mention {mention.pk} is not in its first passage."


def _texts() -> Iterator[str]:
    """Bytes are not kept, so the hash can be checked only where decoding lost none."""
    for article in Article.objects.filter(encoding="utf-8").iterator(chunk_size=_CHUNK):
        if _DAMAGED in article.text:
            continue
        if sha256(article.text.encode()).hexdigest() != article.sha256:
            yield f"Article {article.pk} ({article.path}): its text is not the file that was read."


def _without_support() -> Iterator[str]:
    bare = Claim.objects.annotate(n=Count("citations")).filter(n=0)
    for pk in bare.values_list("pk", flat=True):
        yield f"Claim {pk} has no citation."
    untouched = Event.objects.filter(note="", curated_fields=[], reviewed=False, entries=None)
    empty = untouched.annotate(n=Count("claims")).filter(n=0)
    for pk in empty.values_list("pk", flat=True):
        yield f"Event {pk} has no claim."


def _columns_out_of_step() -> Iterator[str]:
    for event in Event.objects.iterator(chunk_size=_CHUNK):
        if event.sort_key != event.order_key():
            yield f"Event {event.pk}: its place in the timeline is not that of its date."
    yield from _miscounted()


def _miscounted() -> Iterator[str]:
    events = Event.objects.prefetch_related("claims__citations__article__source")
    for event in events.iterator(chunk_size=_CHUNK):
        claims = event.claims.all()
        articles = {c.article for claim in claims for c in claim.citations.all()}
        tellers = count_independent(
            (a.origin_id, a.source_id if a.source.is_stated else None) for a in articles
        )
        told = (event.claim_count, event.article_count, event.origin_count)
        there = (len(claims), len(articles), tellers)
        if told != there:
            yield f"Event {event.pk}: it counts {told} claims, articles and origins, not {there}."
