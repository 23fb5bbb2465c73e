"""Many rows of one table, the quick way: COPY on PostgreSQL, one prepared statement on SQLite.

Where the ids of new rows are needed at once they are reserved before.
Constraints and triggers hold as for any other row; ids rise in the order of the rows.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import DateField, DateTimeField, Field, JSONField, Model

Value = str | int | float | date | datetime | None
Row = Sequence[Value]
_Plain = Callable[[Any], Value]


@contextmanager
def undo_in_memory() -> Iterator[None]:
    """SQLite: what it takes to undo the statement under way is kept in memory meanwhile.

    After one large statement it would be a file until the transaction ends, and each row that a
    trigger looks at a write to it: three times as long a row. Nothing within a transaction.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA temp_store = MEMORY")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA temp_store = DEFAULT")


def insert(model: type[Model], columns: Sequence[str], rows: Iterable[Row]) -> None:
    """For rows whose ids nobody waits for, of words and numbers.

    Raises DatabaseError or ValueError as any other write does.
    """
    rows = list(rows)
    if not rows:
        return
    quote = connection.ops.quote_name
    into = f"{quote(model._meta.db_table)} ({', '.join(quote(name) for name in columns)})"
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            marks = ", ".join(["%s"] * len(columns))
            # Names of the models' own: nothing of what was read is part of the statement.
            cursor.executemany(f"INSERT INTO {into} VALUES ({marks})", rows)  # noqa: S608
            return
        with connection.wrap_database_errors, cursor.copy(f"COPY {into} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)


def insert_whole(model: type[Model], objects: Sequence[Model]) -> None:
    """Instances with ids of `reserve`, every column as it stands: nothing is set on the way."""
    fields = model._meta.concrete_fields
    columns: list[Iterable[Value]] = []
    for field in fields:
        values = [getattr(row, field.attname) for row in objects]
        plain = _plain(field)
        columns.append(map(plain, values) if plain else values)
    insert(model, [str(field.column) for field in fields], zip(*columns, strict=True))


def _plain(field: Field) -> _Plain | None:
    """How the driver wants a value of the field, where that is not the value itself."""
    if isinstance(field, JSONField):
        return json.dumps
    if isinstance(field, DateTimeField):
        return connection.ops.adapt_datetimefield_value
    if isinstance(field, DateField):
        return connection.ops.adapt_datefield_value
    return None


def reserve(model: type[Model], number: int) -> range | list[int]:
    """Ids for new rows, in rising order. Nobody else gets them: call it in a transaction.

    On SQLite the rows must be written before more are reserved, or those get the same ids.
    """
    if not number:
        return []
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [table, number],
            )
            return sorted(pk for (pk,) in cursor.fetchall())
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = cursor.fetchone()
        first = (last[0] if last else 0) + 1
        return range(first, first + number)
