"""What a page says of itself to programs that link to it: title, description, addresses."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse

from timeline.browse.event_page import EventPage
from timeline.browse.page import TimelinePage
from timeline.browse.passages import Passage
from timeline.browse.reader import ReaderPage
from timeline.models import Storyline

# About what programs show of a description.
LONGEST = 280


@dataclass(frozen=True, slots=True)
class Meta:
    """`url`: whole and canonical; `oembed`: where its embedding is described, "" for nowhere."""

    title: str
    description: str
    url: str
    image: str
    type: str = "website"
    oembed: str = ""


def timeline_meta(request: HttpRequest, page: TimelinePage) -> Meta:
    described = f"{page.counts_words}, each claim beside the passage it was read from."
    embeds = not page.chosen.problems
    return _meta(request, page.heading, described, page.closed, embeds=embeds)


def storyline_meta(request: HttpRequest, storyline: Storyline, page: TimelinePage) -> Meta:
    described = storyline.introduction or f"{page.counts_words}, each beside its passage."
    return _meta(request, storyline.title, described, storyline.get_absolute_url(), embeds=True)


def event_meta(request: HttpRequest, page: EventPage) -> Meta:
    told = f"Told by {page.card.support}." if page.card.support else ""
    first = next((claim.shown for claim in page.claims), None)
    said = f"“{first.text}”" if first else ""
    if first and first.who:
        said += f", according to {first.who}"
    described = " ".join(part for part in (f"{said}." if said else page.event.note, told) if part)
    path = page.event.get_absolute_url()
    return _meta(request, page.event.title, described, path, type="article", embeds=True)


def article_meta(request: HttpRequest, page: ReaderPage) -> Meta:
    n = len(page.claims)
    described = f"{page.article.source}, {page.published}. {n} claim{'' if n == 1 else 's'} read"
    described += " from it, each marked in the text."
    path = page.article.get_absolute_url()
    return _meta(request, str(page.article), described, path, type="article")


def passage_meta(request: HttpRequest, passage: Passage) -> Meta:
    citation = passage.citation
    quote = f"“{' '.join(citation.quote.split())}”"
    title = f"A passage of “{citation.article}”"
    return _meta(request, title, quote, reverse("passage", args=[citation.pk]), type="article")


def _meta(
    request: HttpRequest,
    title: str,
    description: str,
    path: str,
    type: str = "website",
    embeds: bool = False,
) -> Meta:
    url = request.build_absolute_uri(path)
    query = urlencode({"url": url, "format": "json"})
    return Meta(
        title=title,
        description=_shorten(description),
        url=url,
        image=request.build_absolute_uri(static("icon.png")),
        type=type,
        oembed=request.build_absolute_uri(f"{reverse('oembed')}?{query}") if embeds else "",
    )


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rsplit(' ', 1)[0].rstrip(' ,;:')}…"
