"""The values that occur in a database, most frequent first, and a sample of its rows."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from django.db.models import Count, Max, Min, QuerySet

from timeline.browse.filters import ARTICLE_ITSELF, UNDECIDED
from timeline.folding import tokens
from timeline.models import Article, Citation, Claim, Event, Participation
from timeline.vocabulary import Role

SAMPLE = 1000


class NothingToMeasure(Exception):
    """The database holds too little to draw filters from."""


# A shorter word says little.
_SHORTEST_WORD = 4


@dataclass(frozen=True, slots=True)
class Values:
    """Keys as a filter takes them, most frequent first; rows of a random sample.

    `days`: first days of sampled events; `keys`: their sort keys; `titles`: folded words.
    `published`: last possible days of sampled articles.
    """

    actors: tuple[str, ...]
    acting: tuple[str, ...]
    receiving: tuple[str, ...]
    speakers: tuple[str, ...]
    sources: tuple[str, ...]
    types: tuple[str, ...]
    standings: tuple[str, ...]
    words: tuple[str, ...]
    titles: tuple[tuple[str, ...], ...]
    days: tuple[date, ...]
    keys: tuple[int, ...]
    published: tuple[date, ...]
    events: tuple[int, ...]
    articles: tuple[int, ...]
    citations: tuple[int, ...]


def read_values(random: Random) -> Values:
    """Raises NothingToMeasure."""
    parts = Participation.objects.order_by()
    claims = Claim.objects.order_by()
    ids, keys, days, titles = _events(random)
    if not ids or not days:
        raise NothingToMeasure("The database holds no dated events: there is nothing to measure.")
    articles = _sample(Article.objects.order_by(), random, "pk", "published_latest")
    words = Counter(word for title in titles for word in set(title) if len(word) >= _SHORTEST_WORD)
    speakers = _by_number(claims.exclude(attribution_actor=None), "attribution_actor__key")
    return Values(
        actors=_by_number(parts, "actor__key"),
        acting=_by_number(parts.filter(role=Role.ACTOR.value), "actor__key"),
        receiving=_by_number(parts.filter(role=Role.RECIPIENT.value), "actor__key"),
        speakers=(ARTICLE_ITSELF, *speakers),
        sources=_by_number(Article.objects.order_by(), "source__slug"),
        types=tuple(type or UNDECIDED for type in _by_number(Event.objects.order_by(), "type")),
        standings=_by_number(claims, "standing"),
        words=tuple(
            word for word, _ in sorted(words.items(), key=lambda item: (-item[1], item[0]))
        ),
        titles=titles,
        days=days,
        keys=keys,
        published=tuple(day for _, day in articles if day),
        events=ids,
        articles=tuple(pk for pk, _ in articles),
        citations=tuple(pk for (pk,) in _sample(Citation.objects.order_by(), random, "pk")),
    )


def _events(
    random: Random,
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[date, ...], tuple[tuple[str, ...], ...]]:
    rows = _sample(
        Event.objects.sourced().order_by(), random, "pk", "sort_key", "earliest", "title"
    )
    return (
        tuple(pk for pk, *_ in rows),
        tuple(key for _, key, _, _ in rows),
        tuple(day for *_, day, _ in rows if day),
        tuple(tuple(tokens(title)) for *_, title in rows),
    )


def _by_number(rows: QuerySet[Any, Any], column: str) -> tuple[str, ...]:
    counted = rows.values_list(column).annotate(n=Count("pk")).order_by("-n", column)
    return tuple(value for value, _ in counted)


def _sample(rows: QuerySet[Any, Any], random: Random, *columns: str) -> list[tuple[Any, ...]]:
    """Rows at random, in random order; without reading the table."""
    ends = rows.aggregate(low=Min("pk"), high=Max("pk"))
    if ends["low"] is None:
        return []
    ids: Iterable[int] = range(ends["low"], ends["high"] + 1)
    if len(range(ends["low"], ends["high"] + 1)) > SAMPLE:
        ids = random.sample(range(ends["low"], ends["high"] + 1), SAMPLE)
    found = sorted(rows.filter(pk__in=ids).values_list(*columns))
    random.shuffle(found)
    return found
