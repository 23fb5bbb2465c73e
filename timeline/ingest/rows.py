"""Many rows of one table, the quick way: COPY on PostgreSQL, one prepared statement on SQLite.

For tables whose rows are plain words and numbers and whose ids nobody waits for. Constraints
and triggers hold as for any other row; ids rise in the order of the rows.
"""

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import Model

Row = Sequence[str | int | float | None]


def insert(model: type[Model], columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Raises DatabaseError or ValueError as any other write does."""
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
