"""Very many rows into an empty database at once. The one place of its SQL.

Both databases: one transaction, in which indexes, foreign keys and triggers of the timeline's
tables are taken away, the rows written, and the very same definitions put back. Whatever ends the
process before leaves the database as it was. What counts changes by triggers has not seen the rows.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import Model

from timeline.generate.tables import COLUMNS, Row

Write = Callable[[str, Sequence[Row]], None]

# Room for the pages and sorted keys of the load, in KiB.
_CACHE = 700_000

_SQLITE_KEPT = (
    "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL "
    "AND type IN ('index', 'trigger') AND tbl_name LIKE 'timeline\\_%' ESCAPE '\\' ORDER BY rowid"
)
# Foreign keys first: they lean on the others. Primary keys and checks stay.
_POSTGRESQL_KEPT = (
    (
        "SELECT conrelid::regclass, quote_ident(conname), pg_get_constraintdef(oid) "
        "FROM pg_constraint WHERE contype = 'f' AND conrelid::regclass::text LIKE 'timeline\\_%'",
        "ALTER TABLE {0} DROP CONSTRAINT {1}",
        "ALTER TABLE {0} ADD CONSTRAINT {1} {2}",
    ),
    (
        "SELECT conrelid::regclass, quote_ident(conname), pg_get_constraintdef(oid) "
        "FROM pg_constraint WHERE contype = 'u' AND conrelid::regclass::text LIKE 'timeline\\_%'",
        "ALTER TABLE {0} DROP CONSTRAINT {1}",
        "ALTER TABLE {0} ADD CONSTRAINT {1} {2}",
    ),
    (
        "SELECT indrelid::regclass, indexrelid::regclass, pg_get_indexdef(indexrelid) "
        "FROM pg_index WHERE indrelid::regclass::text LIKE 'timeline\\_%' AND NOT EXISTS "
        "(SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)",
        "DROP INDEX {1}",
        "{2}",
    ),
    (
        "SELECT tgrelid::regclass, quote_ident(tgname), pg_get_triggerdef(oid) FROM pg_trigger "
        "WHERE NOT tgisinternal AND tgrelid::regclass::text LIKE 'timeline\\_%'",
        "DROP TRIGGER {1} ON {0}",
        "{2}",
    ),
)


@contextmanager
def loading() -> Iterator[Write]:
    """Yields what writes rows of a model, in the columns of `tables.COLUMNS`."""
    postgresql = connection.vendor == "postgresql"
    bare = _bare_postgresql if postgresql else _bare_sqlite
    with _quick_session(), transaction.atomic(), connection.cursor() as cursor:
        with bare(cursor):
            yield lambda model, rows: _write(cursor, model, rows)
        for statement in connection.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(statement)
        if postgresql:
            # And deferred again, for what else may be written in a transaction around this one.
            connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _models() -> list[type[Model]]:
    return list(apps.get_app_config("timeline").get_models())


def _write(cursor: CursorWrapper, model: str, rows: Sequence[Row]) -> None:
    """Columns that a later version of the tables has beside ours get their defaults."""
    table, columns = apps.get_model("timeline", model)._meta, COLUMNS[model]
    further = [
        field
        for field in table.concrete_fields
        if not field.primary_key and field.column not in columns
    ]
    if further:
        more = tuple(field.get_default() for field in further)
        columns = (*columns, *(field.column for field in further))
        rows = [row + more for row in rows]
    names = ", ".join(map(connection.ops.quote_name, columns))
    name = connection.ops.quote_name(table.db_table)
    with connection.wrap_database_errors:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {name} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join("?" * len(columns))
            connection.connection.executemany(
                f"INSERT INTO {name} ({names}) VALUES ({marks})",  # noqa: S608 our own names
                rows,
            )


@contextmanager
def _quick_session() -> Iterator[None]:
    """Settings of the connection for the time of the load; a test's transaction allows none.

    SQLite: with a rollback journal a transaction that only adds to an empty file costs
    nothing more, where a write-ahead log would be as large as the file.
    """
    if connection.in_atomic_block or connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        journal = _asked(cursor, "journal_mode")
        before = {
            name: _asked(cursor, name)
            for name in ("synchronous", "cache_size", "foreign_keys", "threads")
        }
        quick = {"synchronous": 0, "cache_size": -_CACHE, "foreign_keys": 0, "threads": 2}
        _set(cursor, {**quick, "journal_mode": "DELETE"})
        try:
            yield
        finally:
            _set(cursor, {**before, "journal_mode": journal})


def _set(cursor: CursorWrapper, values: dict[str, object]) -> None:
    for name, value in values.items():
        _asked(cursor, f"{name} = {value}")


def _asked(cursor: CursorWrapper, pragma: str) -> object:
    """Read to its end: a statement under way keeps tables locked."""
    rows = cursor.execute(f"PRAGMA {pragma}").fetchall()
    return rows[0][0] if rows else None


@contextmanager
def _bare_sqlite(cursor: CursorWrapper) -> Iterator[None]:
    kept = cursor.execute(_SQLITE_KEPT).fetchall()
    for kind, name, _ in reversed(kept):
        cursor.execute(f"DROP {kind} {connection.ops.quote_name(name)}")
    yield
    for _, _, definition in kept:
        cursor.execute(definition)


@contextmanager
def _bare_postgresql(cursor: CursorWrapper) -> Iterator[None]:
    cursor.execute("SET LOCAL maintenance_work_mem = '400MB'")
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    again: list[str] = []
    for question, drop, add in _POSTGRESQL_KEPT:
        cursor.execute(question)
        found = cursor.fetchall()
        for row in found:
            cursor.execute(drop.format(*row))
        again += [add.format(*row) for row in found]
    yield
    for statement in reversed(again):
        cursor.execute(statement)
