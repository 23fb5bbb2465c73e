"""A passage or an event as a line for a footnote, and for reference managers."""

import json
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from timeline import edtf
from timeline.browse.event_page import EventPage
from timeline.browse.passages import Passage
from timeline.browse.text_fragment import web_address
from timeline.models import Article
from timeline.vocabulary import PublishedBasis

_TEX = str.maketrans(
    {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    | {sign: f"\\{sign}" for sign in "{}#$%&_"}
)
# Signs that would end or break a field that TeX takes as it is.
_IN_URL = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


@dataclass(frozen=True, slots=True)
class Forms:
    """`address`: the short one, whole. `bibtex` and `csl` are empty for an event."""

    address: str
    text: str
    bibtex: str = ""
    csl: str = ""


def cite_passage(request: HttpRequest, passage: Passage) -> Forms:
    citation = passage.citation
    address = request.build_absolute_uri(reverse("short-passage", args=[citation.pk]))
    quote = " ".join(citation.quote.split())
    note = f"Passage: “{quote}”, {address}"
    if _date_parts(citation.article) is None:
        note = f"Date of publication: {_published(passage)}. {note}"
    key = f"dateline-p{citation.pk}"
    return Forms(
        address,
        passage.as_citation,
        _bibtex(key, citation.article, note, address),
        _csl(key, citation.article, note, address),
    )


def cite_event(request: HttpRequest, page: EventPage) -> Forms:
    """An event is what several articles tell: it is cited as it stood on the day."""
    address = request.build_absolute_uri(reverse("short-event", args=[page.event.pk]))
    when = f" ({page.date_phrase})" if page.event.date else ", date not known"
    told = f", told by {page.card.support}" if page.card.support else ""
    today = edtf.parse(timezone.localdate().isoformat()).phrase()
    title = f"“{page.event.title}”{when}{told}"
    return Forms(address, f"{title}. Dateline, event {page.event.pk}, as on {today}, {address}")


def _published(passage: Passage) -> str:
    inferred = passage.citation.article.published_basis == PublishedBasis.INFERRED
    return f"{passage.published} (inferred)" if inferred else passage.published


def _date_parts(article: Article) -> list[int] | None:
    """Year, month and day as far as the article states them; None for what is inferred."""
    value = article.published
    if value is None or article.published_basis == PublishedBasis.INFERRED or value.qualifier:
        return None
    parts = ("year", "month", "day")
    if value.kind not in parts or value.earliest is None:
        return None
    return [getattr(value.earliest, part) for part in parts[: parts.index(value.kind) + 1]]


def _bibtex(key: str, article: Article, note: str, address: str) -> str:
    parts = _date_parts(article)
    fields = {
        "title": f"{{{str(article).translate(_TEX)}}}",
        "author": " and ".join(f"{{{name.translate(_TEX)}}}" for name in article.bylines),
        "organization": article.source.name.translate(_TEX) if article.source.is_stated else "",
        "date": "-".join(f"{part:02}" for part in parts) if parts else "",
        "url": (web_address(article.url) or address).translate(_IN_URL),
        "note": note.translate(_TEX),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@online{{{key},", *lines, "}"])


def _csl(key: str, article: Article, note: str, address: str) -> str:
    parts = _date_parts(article)
    item: dict[str, Any] = {
        "id": key,
        "type": "webpage",
        "title": str(article),
        "author": [{"literal": name} for name in article.bylines],
        "container-title": article.source.name if article.source.is_stated else "",
        "issued": {"date-parts": [parts]} if parts else None,
        "URL": web_address(article.url) or address,
        "note": note,
    }
    return json.dumps([{k: v for k, v in item.items() if v}], ensure_ascii=False, indent=2)
