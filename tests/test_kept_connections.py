"""Connections that serve request after request: to a file only as long as it is the same one."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from pytest_django import DjangoDbBlocker

from timeline import settings as ours

ALIAS = "kept"


def file(path: Path, word: str) -> Path:
    with closing(sqlite3.connect(path)) as made, made:
        made.execute("CREATE TABLE said (word)")
        made.execute("INSERT INTO said VALUES (?)", [word])
    return path


@pytest.fixture
def kept(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[BaseDatabaseWrapper]:
    """A connection to a file, with the settings the site gives it."""
    given = ours._sqlite(str(file(tmp_path / "here.sqlite3", "old")))
    connections.databases[ALIAS] = connections.configure_settings({"default": {}, ALIAS: given})[
        ALIAS
    ]
    with django_db_blocker.unblock():  # it is no database of the tests
        yield connections[ALIAS]
    connections[ALIAS].close()
    del connections[ALIAS], connections.databases[ALIAS]


def answered(connection: BaseDatabaseWrapper) -> str:
    """As in a request, between its signals."""
    request_started.send(None, environ={})
    with connection.cursor() as cursor:
        word = cursor.execute("SELECT word FROM said").fetchone()[0]
    close_old_connections()  # of request_finished, which the test runner takes from it
    request_finished.send(None)
    return word


def test_requests_share_a_connection(kept: BaseDatabaseWrapper) -> None:
    answered(kept)
    first = kept.connection
    answered(kept)
    assert first is not None
    assert kept.connection is first


def test_another_file_in_its_place_is_read_from_the_next_request_on(
    kept: BaseDatabaseWrapper, tmp_path: Path
) -> None:
    assert answered(kept) == "old"
    shutil.move(file(tmp_path / "other.sqlite3", "new"), tmp_path / "here.sqlite3")
    assert answered(kept) == "new"


def test_a_file_that_came_back_is_read(kept: BaseDatabaseWrapper, tmp_path: Path) -> None:
    assert answered(kept) == "old"
    here = tmp_path / "here.sqlite3"
    here.unlink()
    request_started.send(None, environ={})
    assert kept.connection is None
    file(here, "new")
    assert answered(kept) == "new"


def test_a_file_that_is_edited_keeps_its_connection(
    kept: BaseDatabaseWrapper, tmp_path: Path
) -> None:
    assert answered(kept) == "old"
    first = kept.connection
    with closing(sqlite3.connect(tmp_path / "here.sqlite3")) as other, other:
        other.execute("UPDATE said SET word = 'edited'")
    assert answered(kept) == "edited"
    assert kept.connection is first
