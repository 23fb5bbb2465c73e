"""A connection that serves many requests, but none once another file lies at its address.

A kept connection to a SQLite file goes on reading the file it opened, also when that was moved
away and another put in its place. PostgreSQL needs nothing: Django looks whether it still answers.
"""

from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from django.core.signals import request_started
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.backends.sqlite3.base import DatabaseWrapper

# Device and number of the file that each connection opened.
_opened: WeakKeyDictionary[BaseDatabaseWrapper, tuple[int, int] | None] = WeakKeyDictionary()


def watch() -> None:
    connection_created.connect(_remember)
    request_started.connect(close_replaced)


def close_replaced(**signal: Any) -> None:
    """What is closed is opened anew by the next query."""
    for connection in connections.all(initialized_only=True):
        if connection.connection is None or connection not in _opened:
            continue
        if not connection.in_atomic_block and _opened[connection] != _file_of(connection):
            connection.close()


def _remember(connection: BaseDatabaseWrapper, **signal: Any) -> None:
    if isinstance(connection, DatabaseWrapper) and not connection.is_in_memory_db():
        _opened[connection] = _file_of(connection)


def _file_of(connection: BaseDatabaseWrapper) -> tuple[int, int] | None:
    """None when there is no file now."""
    try:
        found = Path(connection.settings_dict["NAME"]).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
