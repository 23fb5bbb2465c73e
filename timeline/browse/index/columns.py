"""The rows that the index is made of, read from the database as columns of numbers.

Days are proleptic ordinals (`date.toordinal`). The only module of the index that asks SQL.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Case, F, Func, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from timeline.browse.index.conflicts import Values, ValuesBuilder
from timeline.browse.index.families import AFTER_ALL, BEFORE_ALL
from timeline.browse.index.texts import TextsBuilder, Words, worded
from timeline.models import Article, Citation, Claim, Conflict, Event, Participation
from timeline.models.source_figures import NOT_KNOWN
from timeline.vocabulary import EventType, Role, Standing

TYPES = ("", *(type.value for type in EventType))
STANDINGS = tuple(standing.value for standing in Standing)
ROLES = tuple(role.value for role in Role)
# Rows fetched at once: fewer than make the garbage collector look for circles among them, which
# takes as long again. PostgreSQL is asked for each lot. And ids that one query names.
_FETCHED = {"sqlite": 400, "postgresql": 20_000}
_NAMED = 5_000
Array = np.ndarray
Convert = Callable[[tuple[Any, ...]], Array]
# What the database is asked for, and what becomes of it. The databases do the work: a million
# words and dates take Python seconds.
Column = tuple[Combinable, Convert]


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


class _Ordinal(Func):
    """A day as `date.toordinal` numbers it."""

    output_field = IntegerField()

    def as_sqlite(self, *arguments: Any, **more: Any) -> Any:
        template = "CAST(julianday(%(expressions)s) - 1721424.5 AS INTEGER)"
        return self.as_sql(*arguments, template=template, **more)

    def as_postgresql(self, *arguments: Any, **more: Any) -> Any:
        template = "(%(expressions)s - DATE '0001-01-01' + 1)"
        return self.as_sql(*arguments, template=template, **more)


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
    columns = (
        _number("pk"),
        _number_or_none("sort_key"),
        _day("earliest", BEFORE_ALL),
        _day("latest", AFTER_ALL),
        _place("type", TYPES),
        _number("origin_count"),
        _truth(Q(has_conflict=True)),
        _truth(Q(reviewed=True)),
        (F("search_text"), builder.add),
    )
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
        "claim": _number("pk"),
        "claim_event": _number("event_id"),
        "standing": _place("standing", STANDINGS),
        "speaker": _number_or_none("attribution_actor_id"),
        "own": _truth(Q(attribution_text="")),
    }
    read = _read(Claim.objects.order_by("pk"), ids, "event", columns.values())
    return dict(zip(columns, read, strict=True))


def _passages(ids: Sequence[int] | None) -> Read:
    columns = {"citation_claim": _number("claim_id"), "citation_article": _number("article_id")}
    read = _read(Citation.objects.order_by(), ids, "claim__event", columns.values())
    return dict(zip(columns, read, strict=True))


def _articles(ids: Sequence[int] | None) -> Read:
    columns = (
        _number("pk"),
        _number("source_id"),
        _number("origin_id"),
        _day("published_earliest", BEFORE_ALL),
        _day("published_latest", AFTER_ALL),
        _truth(Q(published_basis__in=NOT_KNOWN)),
    )
    pk, source, origin, earliest, latest, not_known = _read(
        Article.objects.order_by("pk"), ids, "pk", columns
    )
    return {
        "article": pk,
        "article_source": source,
        "article_origin": origin,
        "article_day": latest,
        "article_exact": (earliest == latest) & ~not_known,
    }


def _conflicts(ids: Sequence[int] | None) -> Read:
    builder = ValuesBuilder()
    columns = (_number("pk"), _number("event_id"), (F("values"), builder.add))
    pk, event, _ = _read(Conflict.objects.order_by("pk"), ids, "event", columns)
    return {"conflict": pk, "conflict_event": event, "values": builder.done()}


def _parts(ids: Sequence[int] | None) -> Read:
    columns = {
        "part_event": _number("event_id"),
        "part_actor": _number("actor_id"),
        "part_role": _place("role", ROLES),
    }
    read = _read(Participation.objects.order_by(), ids, "event", columns.values())
    return dict(zip(columns, read, strict=True))


def _read(
    rows: QuerySet[Any, Any], ids: Sequence[int] | None, path: str, columns: Iterable[Column]
) -> list[Array]:
    """The columns, of all rows or of those whose `path` is one of the ids."""
    wanted, converts = zip(*columns, strict=True)
    parts: list[list[Array]] = [[convert(())] for convert in converts]
    for query in _queries(rows, ids, path):
        for fetched in _fetch(query.values_list(*wanted)):
            values = zip(*fetched, strict=True)
            for part, convert, column in zip(parts, converts, values, strict=True):
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
    """As the driver gives them, without the conversions of Django, which take seconds."""
    connection = connections[query.db]
    try:
        sql, params = query.query.get_compiler(using=query.db).as_sql()
    except EmptyResultSet:
        return
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, params)
        while fetched := cursor.fetchmany(_FETCHED[connection.vendor]):
            yield fetched


def _of(kind: type[np.generic] | type[bool]) -> Convert:
    return lambda column: np.fromiter(column, kind, len(column))


def _number(name: str) -> Column:
    return F(name), _of(np.int64)


def _number_or_none(name: str) -> Column:
    return Coalesce(name, 0), _of(np.int64)


def _truth(condition: Q) -> Column:
    when = When(condition, then=Value(1))
    return Case(when, default=Value(0), output_field=IntegerField()), _of(bool)


def _place(name: str, values: Sequence[str]) -> Column:
    whens = (When(**{name: value}, then=Value(place)) for place, value in enumerate(values))
    return Case(*whens, output_field=IntegerField()), _of(np.uint8)


def _day(name: str, unknown: int) -> Column:
    return Coalesce(_Ordinal(name), unknown), _of(np.int32)
