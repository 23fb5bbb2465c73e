"""Passages as W3C Web Annotations: the claim is the body, the place in the text the target."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.urls import reverse

from timeline.models import Article, Citation
from timeline.publish.about import About
from timeline.publish.objects import as_json
from timeline.publish.reading import Told, ToldClaim
from timeline.vocabulary import PublishedBasis

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_valid = URLValidator(schemes=["http", "https"])


def annotation_page(events: Iterable[Told], about: About) -> Iterator[str]:
    head = {
        "@context": [CONTEXT, {"dateline": f"{about.terms}#"}],
        "id": about.address,
        "type": "AnnotationPage",
        "partOf": {"id": about.page, "type": "AnnotationCollection", "label": about.title},
        "startIndex": 0,
    }
    yield as_json(head)[:-1] + ', "items": ['
    between = "\n"
    for each in events:
        for said in each.claims:
            for citation in said.citations:
                yield between + as_json(annotation(each, said, citation, about.site))
                between = ",\n"
    yield "\n]}\n"


def annotation(of: Told, said: ToldClaim, citation: Citation, site: str) -> dict[str, Any]:
    claim, event = said.claim, of.event
    body: dict[str, Any] = {
        "type": "TextualBody",
        "value": claim.text,
        "format": "text/plain",
        "purpose": "describing",
    }
    if citation.article.language:
        body["language"] = citation.article.language
    linked = {"id": site + event.get_absolute_url(), "type": "Text", "format": "text/html"}
    more = {
        "dateline:claim": claim.pk,
        "dateline:event": site + event.get_absolute_url(),
        "dateline:standing": claim.standing,
        "dateline:attribution": claim.attribution_text,
        "dateline:date": claim.date_edtf,
        "dateline:published": citation.article.published_edtf,
    }
    return {
        "id": f"{site}{reverse('passage', args=[citation.pk])}#annotation",
        "type": "Annotation",
        "motivation": "describing",
        "created": claim.created_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "body": [body, {"type": "SpecificResource", "source": linked, "purpose": "linking"}],
        "target": list(_targets(citation, site)),
        **{name: value for name, value in more.items() if value},
    }


def _targets(citation: Citation, site: str) -> Iterator[dict[str, Any]]:
    """The text as it was read, where the offsets hold; and the live page, where words must do."""
    quote = {
        "type": "TextQuoteSelector",
        "exact": citation.quote,
        "prefix": citation.prefix,
        "suffix": citation.suffix,
    }
    place = {"type": "TextPositionSelector", "start": citation.start, "end": citation.end}
    article = citation.article
    yield {
        "type": "SpecificResource",
        "source": site + reverse("article-text", args=[article.pk]),
        "selector": [quote, place],
    }
    if is_web(article.url):
        live: dict[str, Any] = {
            "type": "SpecificResource",
            "source": article.url,
            "selector": quote,
        }
        if state := _state(article):
            live["state"] = state
        yield live


def _state(article: Article) -> dict[str, Any]:
    """The page as it was when it was published, where somebody said when that was."""
    state: dict[str, Any] = {}
    first, last = article.published_earliest, article.published_latest
    if first and last and article.published_basis != PublishedBasis.INFERRED:
        state |= {
            "sourceDateStart": f"{first.isoformat()}T00:00:00Z",
            "sourceDateEnd": f"{last.isoformat()}T23:59:59Z",
        }
    if is_web(article.archived_url):
        state["cached"] = article.archived_url
    return {"type": "TimeState", **state} if state else {}


def is_web(url: str) -> bool:
    """Whether the address may stand as one: http or https, and well formed."""
    try:
        _valid(url)
    except ValidationError:
        return False
    return True
