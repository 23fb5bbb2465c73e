"""Cells of the admin's tables: links, dates in words, passages."""

from collections.abc import Iterable

from django.db.models import Model, Prefetch
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from timeline import edtf
from timeline.models import Citation

NOTHING = "–"
# Columns that can be megabytes and that no table shows.
ARTICLE_BULK = ("text", "body_spans", "metadata", "notes")


def shorten(text: str, length: int = 120) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def admin_link(row: Model, words: str = "") -> SafeString:
    """A link to the row's own page in the admin."""
    name = f"admin:timeline_{row._meta.model_name}_change"
    return format_html('<a href="{}">{}</a>', reverse(name, args=[row.pk]), words or str(row))


def phrase(value: str) -> str:
    """An EDTF value in words."""
    parsed = edtf.try_parse(value)
    return parsed.phrase() if parsed else (value or NOTHING)


def passage_link(citation: Citation, words: str = "passage") -> SafeString:
    """A link to the passage, marked in the article as it was read."""
    page = f"{reverse('article', args=[citation.article_id])}#cite-{citation.pk}"
    return format_html('<a href="{}">{}</a>', page, words)


def passages(citations: Iterable[Citation]) -> SafeString | str:
    """Each passage by the name of who published it."""
    links = [(passage_link(c, str(c.article.source)),) for c in citations]
    return format_html_join(", ", "{}", links) or NOTHING


def citations_with_sources() -> Prefetch:
    """For `prefetch_related`: what `passages` needs, without the articles' texts."""
    bulk = [f"article__{name}" for name in ARTICLE_BULK]
    rows = Citation.objects.select_related("article__source").defer(*bulk)
    return Prefetch("citations", rows)
