"""The articles of a source by publication, newest first, a page at a time."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q

from timeline.browse.dates_shown import machine_date, published_words
from timeline.models import Article, Citation, Source
from timeline.vocabulary import PublishedBasis

PAGE_SIZE = 50
# The last article shown: the day it was out by and its id.
_PLACE = re.compile(r"(?:(?P<day>\d{4}-\d\d-\d\d)|undated)\.(?P<pk>\d{1,18})", re.ASCII)


@dataclass(frozen=True, slots=True)
class ArticleLine:
    title: str
    url: str
    published: str
    iso: str
    inferred: bool
    shares_text: bool
    claims: int
    events: int


@dataclass(frozen=True, slots=True)
class ArticlesPage:
    """`older`: the place to go on from, "" at the end; `is_first`: nothing stands before."""

    lines: tuple[ArticleLine, ...]
    older: str
    is_first: bool


def articles_of(source: Source, place: str = "") -> ArticlesPage:
    """Those after `place`, dated before undated. Raises ValueError for no such place.

    Two queries.
    """
    articles = Article.objects.filter(source=source)
    if place:
        articles = articles.filter(_after(place))
    order = F("published_latest").desc(nulls_last=True), "-pk"
    # First which they are, which an index says, so that no other text is passed over.
    listed = articles.order_by(*order).values("pk")[: PAGE_SIZE + 1]
    found = list(
        Article.objects.filter(pk__in=listed)
        .annotate(in_origin=Count("origin__articles"))
        .order_by(*order)
        .only("title", "path", "published_edtf", "published_latest", "published_basis", "origin_id")
    )
    shown = found[:PAGE_SIZE]
    told = {
        row["article"]: row
        for row in Citation.objects.filter(article__in=[article.pk for article in shown])
        .order_by()
        .values("article")
        .annotate(claims=Count("claim", distinct=True), events=Count("claim__event", distinct=True))
    }
    none = {"claims": 0, "events": 0}
    return ArticlesPage(
        lines=tuple(_line(article, told.get(article.pk, none)) for article in shown),
        older=_place_of(shown[-1]) if len(found) > PAGE_SIZE else "",
        is_first=not place,
    )


def _line(article: Article, told: Mapping[str, Any]) -> ArticleLine:
    return ArticleLine(
        title=str(article),
        url=article.get_absolute_url(),
        published=published_words(article.published_edtf).removeprefix("published "),
        iso=machine_date(article.published_edtf),
        inferred=article.published_basis == PublishedBasis.INFERRED,
        shares_text=article.in_origin > 1,  # type: ignore[attr-defined]
        claims=told["claims"],
        events=told["events"],
    )


def _place_of(article: Article) -> str:
    return f"{article.published_latest or 'undated'}.{article.pk}"


def _after(place: str) -> Q:
    found = _PLACE.fullmatch(place)
    if found is None:
        raise ValueError("There is no such place in the list of articles.")
    undated = Q(published_latest__isnull=True)
    earlier = Q(pk__lt=int(found["pk"]))
    if found["day"] is None:
        return undated & earlier
    day = date.fromisoformat(found["day"])
    return Q(published_latest__lt=day) | Q(published_latest=day) & earlier | undated
