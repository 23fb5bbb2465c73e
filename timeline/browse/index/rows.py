"""Rows of the database as columns of numbers, and bytes as rows. The one place of the index's SQL.

The databases make the numbers of words, days and truths: Python takes seconds for a million.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.core.exceptions import EmptyResultSet
from django.db import connections, router
from django.db.backends.utils import CursorWrapper
from django.db.models import Case, F, Func, IntegerField, Model, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

Array = np.ndarray
Rows = QuerySet[Any, Any]
# Rows fetched at once: fewer than make the garbage collector look for circles among them, which
# takes as long again. PostgreSQL is asked for each lot.
_FETCHED = {"sqlite": 400, "postgresql": 20_000}
# Rows that PostgreSQL hands over as one, and ids that one query names.
_PACKED = 250_000
_NAMED = 5_000


@dataclass(frozen=True, slots=True)
class Column:
    """`wanted`: what the database is asked for. `kind`: the type of its numbers. `take`: for texts,
    what makes numbers of many."""

    wanted: Combinable
    kind: type[Any] = np.int64
    take: Callable[[Sequence[str]], Array] | None = None

    def read(self, values: Sequence[Any]) -> Array:
        if self.take is not None:
            return self.take(values)
        return np.fromiter(values, self.kind, len(values))


def number(name: str) -> Column:
    return Column(F(name))


def number_or_none(name: str) -> Column:
    """0 for none."""
    return Column(Coalesce(name, 0))


def truth(condition: Q) -> Column:
    when = When(condition, then=Value(1))
    return Column(Case(when, default=Value(0), output_field=IntegerField()), bool)


def place(name: str, values: Sequence[str]) -> Column:
    """Where the value stands among the values it can have."""
    whens = (When(**{name: value}, then=Value(n)) for n, value in enumerate(values))
    return Column(Case(*whens, output_field=IntegerField()), np.uint8)


def day(name: str, unknown: int) -> Column:
    return Column(Coalesce(_Ordinal(name), unknown), np.int32)


def text(name: str, take: Callable[[Sequence[str]], Array]) -> Column:
    return Column(F(name), take=take)


class _Ordinal(Func):
    """A day as `date.toordinal` numbers it."""

    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        template = "CAST(julianday(%(expressions)s) - 1721424.5 AS INTEGER)"
        return self.as_sql(compiler, connection, template=template, **more)

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        template = "(%(expressions)s - DATE '0001-01-01' + 1)"
        return self.as_sql(compiler, connection, template=template, **more)


def read(
    rows: Rows, ids: Sequence[int] | None, path: str, columns: Iterable[Column]
) -> list[Array]:
    """The columns, of all rows or of those whose `path` is one of the ids."""
    columns = list(columns)
    parts = [[column.read(())] for column in columns]
    for lot in _lots(rows, ids, path, columns):
        for part, values in zip(parts, lot, strict=True):
            part.append(values)
    return [np.concatenate(part) for part in parts]


def _lots(
    rows: Rows, ids: Sequence[int] | None, path: str, columns: Sequence[Column]
) -> Iterator[Iterable[Array]]:
    if ids is not None:
        for start in range(0, len(ids), _NAMED):
            named = rows.filter(**{f"{path}__in": list(ids[start : start + _NAMED])})
            yield from _fetched(named, columns)
    elif connections[rows.db].vendor == "sqlite" or any(column.take for column in columns):
        yield from _fetched(rows, columns)
    else:
        yield from _packed(rows, columns)


def _fetched(rows: Rows, columns: Sequence[Column]) -> Iterator[Iterable[Array]]:
    """As the driver gives them, without the conversions of Django, which take seconds."""
    connection = connections[rows.db]
    try:
        sql, params = _asked(rows.values_list(*(column.wanted for column in columns)))
    except EmptyResultSet:
        return
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, params)
        while fetched := cursor.fetchmany(_FETCHED[connection.vendor]):
            values = zip(*fetched, strict=True)
            yield [column.read(of) for column, of in zip(columns, values, strict=True)]


def _packed(rows: Rows, columns: Sequence[Column]) -> Iterator[Iterable[Array]]:
    """By their primary keys, very many as one row of bytes: PostgreSQL's driver takes longer to
    make a million numbers than the database to find them."""
    wanted = rows.order_by("pk").values_list("pk", *(column.wanted for column in columns))
    last = None
    while True:
        lot = wanted if last is None else wanted.filter(pk__gt=last)
        with connections[rows.db].cursor() as cursor:
            pk, *packed = _as_one(cursor, lot[:_PACKED], len(columns) + 1)
        if not len(pk):
            return
        yield [of.astype(column.kind) for column, of in zip(columns, packed, strict=True)]
        last = int(pk[-1])


def _as_one(cursor: CursorWrapper, rows: Rows, size: int) -> list[Array]:
    sql, params = _asked(rows)
    names = [f"c{n}" for n in range(size)]
    packed = ", ".join(f"string_agg(int8send({name}::int8), '')" for name in names)
    cursor.execute(f"SELECT {packed} FROM ({sql}) AS rows ({', '.join(names)})", params)  # noqa: S608
    return [np.frombuffer(value or b"", ">i8") for value in cursor.fetchone()]


def _asked(rows: Rows) -> tuple[str, tuple[Any, ...]]:
    return rows.query.get_compiler(using=rows.db).as_sql()


def insert(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Rows with very many bytes. In a statement PostgreSQL has to read them as letters, which takes
    it four times as long."""
    using = router.db_for_write(model)
    connection = connections[using]
    if connection.vendor != "postgresql":
        for row in rows:
            model._base_manager.using(using).create(**dict(zip(columns, row, strict=True)))
        return
    quote = connection.ops.quote_name
    into = f"{quote(model._meta.db_table)} ({', '.join(map(quote, columns))})"
    with (
        connection.wrap_database_errors,
        connection.cursor() as cursor,
        cursor.copy(f"COPY {into} FROM STDIN (FORMAT BINARY)") as copy,
    ):
        copy.set_types([model._meta.get_field(name).db_type(connection) for name in columns])
        for row in rows:
            copy.write_row(row)
