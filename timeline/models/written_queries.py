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
        room = -(-len(keys) // _STEP) * _STEP
        sql = self._sql(connection.alias, room)
        with connection.cursor() as cursor:
            # One that is asked for twice is found once.
            given: list[Any] = [*keys, *[keys[-1]] * (room - len(keys))]
            cursor.execute(sql.text, given)
            found = cursor.fetchall()
        names, converters = self._names, sql.converters
        rows = [dict(zip(names, row, strict=True)) for row in found]
        for place, expression, steps in converters:
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
