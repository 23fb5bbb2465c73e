"""One event or article for a program."""

from datetime import date
from typing import Any

from timeline.models import Article, Citation, Event
from timeline.publish.objects import article_object, event_object
from timeline.publish.reading import told_at_once


def find_event(pk: int, known_by: date | None, site: str) -> dict[str, Any] | None:
    """None when there is none, or nothing had been told of it by the day."""
    for found in told_at_once(Event.objects.filter(pk=pk), known_by):
        return event_object(found, site) if found.claims or known_by is None else None
    return None


def find_article(pk: int, site: str) -> dict[str, Any] | None:
    article = Article.objects.select_related("source", "origin").filter(pk=pk).first()
    if article is None:
        return None
    citations = (
        Citation.objects.filter(article=article)
        .select_related("claim__event", "claim__attribution_actor")
        .order_by("start", "-end", "pk")
    )
    return article_object(article, citations, site)


def find_text(pk: int) -> str | None:
    return Article.objects.filter(pk=pk).values_list("text", flat=True).first()
