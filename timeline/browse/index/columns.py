"""The rows that the index is made of, read from the database as columns of numbers.

Days are proleptic ordinals (`date.toordinal`). The only module of the index that asks SQL.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet

from timeline.browse.index.conflicts import Values, ValuesBuilder
from timeline.browse.index.texts import TextsBuilder, Words, worded
from timeline.models import Article, Citation, Claim, Conflict, Event, Participation
from timeline.models.source_figures import NOT_KNOWN
from timeline.vocabulary import EventType, PublishedBasis, Role, Standing

# An open or unknown beginning lies before every day, an open or unknown end after it.
BEFORE_ALL, AFTER_ALL = 0, date.max.toordinal() + 1
TYPES = ("", *(type.value for type in EventType))
STANDINGS = tuple(standing.value for standing in Standing)
BASES = tuple(basis.value for basis in PublishedBasis)
ROLES = tuple(role.value for role in Role)
# Rows fetched at once, and ids that one query names.
_FETCHED = 20_000
_NAMED = 5_000
Column = Callable[[tuple[Any, ...]], np.ndarray]
Array = np.ndarray


@dataclass(frozen=True, slots=True)
class Columns:
    """One row an entry; events, claims and articles in the order of their primary keys.

    `type`, `standing`, `role`: places in TYPES, STANDINGS, ROLES. `speaker`: the actor a claim
    is attributed to, 0 for none. `own`: the article itself says so, naming nobody. `order`:
    where the events stand in the rows, by their sort keys; `words` are in that order.
    `article_exact`: its day of publication is known to the day, and not from its own text.
    """

    event: Array
    key: Array
    earliest: Array
    latest: Array
    type: Array
    agreed: Array
    disagreed: Array
    reviewed: Array
    origins: Array
    order: Array
    words: Words
    claim: Array
    claim_event: Array
    standing: Array
    speaker: Array
    own: Array
    citation_claim: Array
    citation_article: Array
    article: Array
    article_source: Array
    article_origin: Array
    article_day: Array
    article_exact: Array
    part_event: Array
    part_actor: Array
    part_role: Array
    conflict: Array
    conflict_event: Array
    values: Values


Read = dict[str, Any]


def read_columns(ids: Sequence[int] | None = None) -> Columns:
    """All events that a timeline shows and what is said of them, or those with the ids alone."""
    return Columns(**read_events(ids), **read_told(ids))


def read_told(ids: Sequence[int] | None = None) -> Read:
    """What stands about events in other tables than their own."""
    passages = _passages(ids)
    articles = None if ids is None else np.unique(passages["citation_article"]).tolist()
    about = {**_claims(ids), **_parts(ids), **_conflicts(ids)}
    return {**about, **passages, **_articles(articles)}


def read_events(ids: Sequence[int] | None = None) -> Read:
    builder = TextsBuilder()
    columns: dict[str, Column] = {
        "pk": _whole,
        "sort_key": _whole_or_none,
        "earliest": _starts,
        "latest": _ends,
        "type": _place_in(TYPES),
        "origin_count": _whole,
        "has_conflict": _truth,
        "reviewed": _truth,
        "search_text": builder.add,
    }
    pk, key, earliest, latest, type, origins, conflict, reviewed, _ = _read(
        Event.objects.sourced().order_by("pk"), ids, "pk", columns
    )
    order = np.argsort(key, kind="stable")
    return {
        "event": pk,
        "key": key,
        "earliest": earliest,
        "latest": latest,
        "type": type,
        "agreed": (origins >= 2) & ~conflict,
        "disagreed": conflict,
        "reviewed": reviewed,
        "origins": origins,
        "order": order,
        "words": worded(builder.done(), order),
    }


def _claims(ids: Sequence[int] | None) -> Read:
    columns = {
        "pk": _whole,
        "event_id": _whole,
        "standing": _place_in(STANDINGS),
        "attribution_actor_id": _whole_or_none,
        "attribution_text": _emptiness,
    }
    read = _read(Claim.objects.order_by("pk"), ids, "event", columns)
    return dict(zip(("claim", "claim_event", "standing", "speaker", "own"), read, strict=True))


def _passages(ids: Sequence[int] | None) -> Read:
    columns = {"claim_id": _whole, "article_id": _whole}
    read = _read(Citation.objects.order_by(), ids, "claim__event", columns)
    return dict(zip(("citation_claim", "citation_article"), read, strict=True))


def _articles(ids: Sequence[int] | None) -> Read:
    columns = {
        "pk": _whole,
        "source_id": _whole,
        "origin_id": _whole,
        "published_earliest": _starts,
        "published_latest": _ends,
        "published_basis": _place_in(BASES),
    }
    pk, source, origin, earliest, latest, basis = _read(
        Article.objects.order_by("pk"), ids, "pk", columns
    )
    return {
        "article": pk,
        "article_source": source,
        "article_origin": origin,
        "article_day": latest,
        "article_exact": (earliest == latest) & ~np.isin(basis, [*map(BASES.index, NOT_KNOWN)]),
    }


def _conflicts(ids: Sequence[int] | None) -> Read:
    builder = ValuesBuilder()
    columns: dict[str, Column] = {"pk": _whole, "event_id": _whole, "values": builder.add}
    pk, event, _ = _read(Conflict.objects.order_by("pk"), ids, "event", columns)
    return {"conflict": pk, "conflict_event": event, "values": builder.done()}


def _parts(ids: Sequence[int] | None) -> Read:
    columns = {"event_id": _whole, "actor_id": _whole, "role": _place_in(ROLES)}
    read = _read(Participation.objects.order_by(), ids, "event", columns)
    return dict(zip(("part_event", "part_actor", "part_role"), read, strict=True))


def _read(
    rows: QuerySet[Any, Any], ids: Sequence[int] | None, path: str, columns: Mapping[str, Column]
) -> list[Array]:
    """The columns named, of all rows or of those whose `path` is one of the ids."""
    parts: list[list[Array]] = [[convert(())] for convert in columns.values()]
    for query in _queries(rows, ids, path):
        for fetched in _fetch(query.values_list(*columns)):
            values = zip(*fetched, strict=True)
            for part, convert, column in zip(parts, columns.values(), values, strict=True):
                part.append(convert(column))
    return [np.concatenate(part) for part in parts]


def _queries(
    rows: QuerySet[Any, Any], ids: Sequence[int] | None, path: str
) -> Iterator[QuerySet[Any, Any]]:
    if ids is None:
        yield rows
        return
    for start in range(0, len(ids), _NAMED):
        yield rows.filter(**{f"{path}__in": list(ids[start : start + _NAMED])})


def _fetch(query: QuerySet[Any, Any]) -> Iterator[list[tuple[Any, ...]]]:
    """As the driver gives them: Django's conversion of a million dates takes seconds."""
    connection = connections[query.db]
    try:
        sql, params = query.query.get_compiler(using=query.db).as_sql()
    except EmptyResultSet:
        return
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, params)
        while fetched := cursor.fetchmany(_FETCHED):
            yield fetched


def _whole(column: tuple[Any, ...]) -> Array:
    return np.fromiter(column, np.int64, len(column))


def _whole_or_none(column: tuple[Any, ...]) -> Array:
    return np.fromiter((value or 0 for value in column), np.int64, len(column))


def _truth(column: tuple[Any, ...]) -> Array:
    return np.fromiter(column, bool, len(column))


def _emptiness(column: tuple[Any, ...]) -> Array:
    return np.fromiter((not text for text in column), bool, len(column))


def _place_in(values: Sequence[str]) -> Column:
    places = {value: place for place, value in enumerate(values)}

    def convert(column: tuple[Any, ...]) -> Array:
        return np.fromiter(map(places.__getitem__, column), np.uint8, len(column))

    return convert


class _Ordinals(dict[Any, int]):
    """Days as the drivers give them: text from SQLite, dates from PostgreSQL."""

    def __missing__(self, day: Any) -> int:
        known = date.fromisoformat(day) if isinstance(day, str) else day
        self[day] = known.toordinal()
        return self[day]


def _days(unknown: int) -> Column:
    ordinals = _Ordinals({None: unknown})

    def convert(column: tuple[Any, ...]) -> Array:
        return np.fromiter(map(ordinals.__getitem__, column), np.int32, len(column))

    return convert


_starts, _ends = _days(BEFORE_ALL), _days(AFTER_ALL)
