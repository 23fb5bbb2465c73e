"""The lists of actors, sources and articles, each line with what there is behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count, QuerySet
from django.urls import reverse

from timeline.browse.dates_shown import published_words
from timeline.models import Actor, Article, Event, Source
from timeline.models.event_counts import part_totals
from timeline.vocabulary import ActorKind, PublishedBasis

KIND_WORDS = {
    ActorKind.COUNTRY: "Countries",
    ActorKind.GOVERNMENT_BODY: "Government bodies",
    ActorKind.PERSON: "People",
    ActorKind.ORGANISATION: "Organisations",
    ActorKind.ARMED_GROUP: "Armed groups",
    ActorKind.PLACE: "Places",
}


@dataclass(frozen=True, slots=True)
class ActorLine:
    name: str
    url: str
    events: int


@dataclass(frozen=True, slots=True)
class ActorKindShown:
    label: str
    actors: tuple[ActorLine, ...]


@dataclass(frozen=True, slots=True)
class ArticleLine:
    title: str
    url: str
    published: str
    inferred: bool
    claims: int
    events: int


def actors_by_kind() -> list[ActorKindShown]:
    """Actors with a part in an event, most events first, under their kinds. Two queries."""
    counts = {key: n for key, _, n in part_totals(Event.objects.sourced())}
    rows = Actor.objects.filter(key__in=counts).order_by().values_list("kind", "key", "name")
    order = list(KIND_WORDS)
    lines = sorted(
        (order.index(ActorKind(kind)), -counts[key], name, key) for kind, key, name in rows
    )
    return [
        ActorKindShown(
            KIND_WORDS[order[place]],
            tuple(ActorLine(name, reverse("actor", args=[key]), -n) for _, n, name, key in group),
        )
        for place, group in groupby(lines, key=lambda line: line[0])
    ]


def sources_with_counts() -> QuerySet[Source]:
    return Source.objects.annotate(
        article_total=Count("articles", distinct=True),
        event_total=Count("articles__citations__claim__event", distinct=True),
    ).order_by("-event_total", "name")


def articles_of(source: Source) -> list[ArticleLine]:
    """The newest first. One query."""
    rows: Iterable[Article] = (
        source.articles.annotate(
            claim_total=Count("citations__claim", distinct=True),
            event_total=Count("citations__claim__event", distinct=True),
        )
        .defer("text", "body_spans", "notes", "metadata")
        .order_by("-published_latest", "-pk")
    )
    return [
        ArticleLine(
            title=str(article),
            url=article.get_absolute_url(),
            published=published_words(article.published_edtf).removeprefix("published "),
            inferred=article.published_basis == PublishedBasis.INFERRED,
            claims=article.claim_total,  # type: ignore[attr-defined]
            events=article.event_total,  # type: ignore[attr-defined]
        )
        for article in rows
    ]
