"""Holds the whole database against what must always be true of it."""

from collections.abc import Iterator
from hashlib import sha256

from django.db.models import Count, Q

from timeline.models import Article, Citation, Claim, Event

_CHUNK = 500


def find_violations() -> Iterator[str]:
    """A sentence for each thing that is not as it must be."""
    yield from _quotes()
    yield from _texts()
    yield from _without_support()
    yield from _columns_out_of_step()


def _quotes() -> Iterator[str]:
    citations = Citation.objects.select_related("article").order_by("article", "start")
    for citation in citations.iterator(chunk_size=_CHUNK):
        if citation.article.text[citation.start : citation.end] != citation.quote:
            yield (
                f"Citation {citation.pk} of article {citation.article_id}: "
                f"the text at {citation.start}-{citation.end} is not the quote."
            )


def _texts() -> Iterator[str]:
    """Bytes are not kept, so the hash can be checked only where decoding lost none."""
    for article in Article.objects.filter(encoding="utf-8").iterator(chunk_size=_CHUNK):
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
    miscounted = Event.objects.annotate(
        claims_there=Count("claims", distinct=True),
        articles_there=Count("claims__citations__article", distinct=True),
        origins_there=Count("claims__citations__article__origin", distinct=True),
    ).exclude(Q(claim_count=0))
    for event in miscounted.iterator(chunk_size=_CHUNK):
        told = (event.claim_count, event.article_count, event.origin_count)
        there = (event.claims_there, event.articles_there, event.origins_there)
        if told != there:
            yield f"Event {event.pk}: it counts {told} claims, articles and origins, not {there}."
