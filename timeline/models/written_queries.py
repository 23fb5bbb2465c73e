"""Questions of the ORM about rows with given keys, written as SQL once and asked again and again.

The ORM takes longer to write the question about the rows of a page than a database to answer it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.models import QuerySet

from timeline.replicas import reading_from

# Keys are asked for in so many at a time, so that few forms of a question are written.
_STEP = 10


@dataclass(frozen=True, slots=True)
class _Sql:
    """`converters`: by the place of the column, what makes of it what the field holds."""

    text: str
    converters: tuple[tuple[int, Any, Sequence[Callable[..., Any]]], ...]


class WrittenQuery:
    """`about`: the rows for some keys, which are all that it compares with; `names`: their columns.

    Answers are what `about(keys).values(*names)` gives.
    """

    def __init__(
        self,
        about: Callable[[Sequence[int]], QuerySet[Any, Any]],
        names: Sequence[str],
    ) -> None:
        self._about = about
        self._names = tuple(names)
        self._written: dict[tuple[str, int], _Sql] = {}

    def rows(self, keys: Sequence[int], using: str = "") -> list[dict[str, Any]]:
        """One query, of the database that is read now when `using` names none; none for no keys."""
        if not keys:
            return []
        connection = connections[using or reading_from()]
        with connection.cursor() as cursor:
            self.ask(cursor, connection.alias, keys)
            return self.read(cursor, connection)

    def ask(self, cursor: Any, alias: str, keys: Sequence[int]) -> None:
        """The first half of `rows`, of some keys at least."""
        room = _room(keys)
        # One that is asked for twice is found once.
        given = [*keys, *[keys[-1]] * (room - len(keys))]
        cursor.execute(self._sql(alias, room).text, given)

    def read(self, cursor: Any, connection: Any) -> list[dict[str, Any]]:
        """The other half: what was asked with this cursor."""
        names = self._names
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        for place, expression, steps in self._sql(connection.alias, _STEP).converters:
            name = names[place]
            for row in rows:
                value = row[name]
                for step in steps:
                    value = step(value, expression, connection)
                row[name] = value
        return rows

    def _sql(self, alias: str, room: int) -> _Sql:
        key = alias, room
        if key not in self._written:
            self._written[key] = self._write(alias, room)
        return self._written[key]

    def _write(self, alias: str, room: int) -> _Sql:
        sample = list(range(room))
        query = self._about(sample).using(alias).values_list(*self._names).query
        compiler = query.get_compiler(alias)
        text, given = compiler.as_sql()
        if list(given) != sample:
            raise ValueError("A written query compares with keys and with nothing else.")
        columns = [column for column, _, _ in compiler.select]
        converters = compiler.get_converters(columns)
        return _Sql(
            text,
            tuple((place, column, steps) for place, (steps, column) in converters.items()),
        )


def rows_of(
    questions: Sequence[tuple[WrittenQuery, Sequence[int]]],
    meanwhile: Callable[[], object] | None = None,
    using: str = "",
) -> list[list[dict[str, Any]]]:
    """What each of the questions has of its keys, as `rows` tells it.

    `meanwhile`: work that asks no database. PostgreSQL is given all questions at once and is busy
    with them while it is done; elsewhere it is not done here.
    """
    if not any(keys for _, keys in questions):
        return [[] for _ in questions]
    connection = connections[using or reading_from()]
    if connection.vendor != "postgresql" or not _has_pipelines(connection):
        return [query.rows(keys, connection.alias) for query, keys in questions]
    asked = [(query, keys, connection.cursor()) for query, keys in questions]
    with connection.wrap_database_errors, connection.connection.pipeline():
        for query, keys, cursor in asked:
            if keys:
                query.ask(cursor, connection.alias, keys)
        connection.connection.pgconn.send_flush_request()
        connection.connection.pgconn.flush()
        if meanwhile:
            meanwhile()
        return [query.read(cursor, connection) if keys else [] for query, keys, cursor in asked]


def _has_pipelines(connection: Any) -> bool:
    return bool(connection.Database.Pipeline.is_supported())


def _room(keys: Sequence[int]) -> int:
    return -(-len(keys) // _STEP) * _STEP
