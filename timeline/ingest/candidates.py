"""Stored rows as records for linking."""

import json
from collections.abc import Sequence
from functools import lru_cache

from django.db.models import TextField
from django.db.models.functions import Cast

from timeline import edtf
from timeline.ingest.pieces import pieces
from timeline.link.reading import ArticleRecord
from timeline.link.records import PARTY, ClaimRecord, EventRecord
from timeline.link.story import StoredStory, Story
from timeline.models import Article, Citation, Claim
from timeline.vocabulary import EventType, Standing

# Article, origin, publication date, setting and story, the last two in JSON.
_Place = tuple[int | None, int | None, str, str, str]
_NOWHERE: _Place = (None, None, "", "[]", "{}")


def article_record(article: Article) -> ArticleRecord:
    """A stored article as linking compares its claims."""
    return ArticleRecord(
        id=article.pk,
        origin=article.origin_id,
        published=article.published,
        setting=frozenset(article.setting),
        story=Story.read(article.story),
    )


def event_records(event_ids: Sequence[int]) -> list[EventRecord]:
    """Stored events with their claims, as they are compared with new ones."""
    return [record for some in pieces(event_ids) for record in _event_records(some)]


def _event_records(event_ids: Sequence[int]) -> list[EventRecord]:
    """Plain rows: model instances would cost more than all the comparing."""
    first = _first_articles(event_ids)
    claims: dict[int, list[ClaimRecord]] = {event_id: [] for event_id in event_ids}
    rows = Claim.objects.filter(event__in=event_ids).order_by("pk")
    rows = rows.annotate(stored_terms=Cast("terms", TextField()))
    for event_id, pk, *row in rows.values_list("event_id", "pk", *_COLUMNS):
        claims[event_id].append(_record(pk, *row, *first.get(pk, _NOWHERE)))
    return [EventRecord(event_id, tuple(records)) for event_id, records in claims.items()]


_COLUMNS = ("text", "stored_terms", "date_edtf", "type", "standing", "point", "heading")


# The same stored rows come up for one article after another.
@lru_cache(maxsize=20_000)
def _record(
    pk: int,
    text: str,
    terms: str,
    date_edtf: str,
    type_: str,
    standing: str,
    point: float,
    heading: bool,
    article: int | None,
    origin: int | None,
    published: str,
    setting: str,
    story: str,
) -> ClaimRecord:
    """A stored row, JSON as it stands there, for comparison."""
    features = json.loads(terms)
    return ClaimRecord(
        id=pk,
        article=article,
        origin=origin,
        text=text,
        parties=parties_in(features),
        terms=words_in(features),
        date=edtf.try_parse(date_edtf),
        published=edtf.try_parse(published),
        type=EventType(type_) if type_ else None,
        setting=_setting(setting),
        standing=Standing(standing),
        story=_story(story),
        point=point,
        heading=heading,
    )


@lru_cache(maxsize=4096)
def _setting(stored: str) -> frozenset[str]:
    return frozenset(json.loads(stored))


@lru_cache(maxsize=4096)
def _story(stored: str) -> Story:
    return StoredStory(stored)


def parties_in(terms: Sequence[str]) -> frozenset[str]:
    return frozenset([term[1:] for term in terms if term[:1] == PARTY])


def words_in(terms: Sequence[str]) -> frozenset[str]:
    return frozenset([term for term in terms if term[:1] != PARTY])


def _first_articles(event_ids: Sequence[int]) -> dict[int, _Place]:
    """By claim: the first article that makes it. Copies say the same."""
    first: dict[int, int] = {}
    # Few claims have several: the first is sooner found here than in a query of its own.
    rows = Citation.objects.filter(claim__event__in=event_ids).order_by("pk")
    for claim, article in rows.values_list("claim", "article"):
        first.setdefault(claim, article)
    articles = Article.objects.filter(pk__in=set(first.values())).order_by()
    articles = articles.annotate(
        stored_setting=Cast("setting", TextField()), stored_story=Cast("story", TextField())
    )
    told: dict[int, _Place] = {
        row[0]: row
        for row in articles.values_list(
            "pk", "origin", "published_edtf", "stored_setting", "stored_story"
        )
    }
    return {claim: told[article] for claim, article in first.items()}
