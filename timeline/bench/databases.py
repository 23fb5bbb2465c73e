"""Databases made for measuring: with so many events, or empty and thrown away after use."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.conf import settings
from psycopg import sql

from timeline.bench.limits import POSTGRESQL
from timeline.bench.surroundings import (
    Failed,
    Target,
    configured,
    in_folder,
    manage,
    measured_in_a_process,
)

# Below the folder of the usual SQLite file.
_KEPT = "bench"


@contextmanager
def generated(
    events: int, seed: int, keep: bool, environment: Mapping[str, str]
) -> Iterator[Target]:
    """A database of `generate`, of the kind that is configured.

    SQLite: a file in a temporary folder; PostgreSQL: a new database on the same server. With
    `keep` it stays, and is used as it is the next time. Raises Failed.
    """
    name = f"{_KEPT}_{events}_{seed}"
    with _kept(name) if keep else thrown_away(name) as target:
        its = {**environment, **target.environment}
        held = _held(target, its) if keep else 0
        if not held:
            manage(its, "generate", "--events", str(events), "--seed", str(seed))
        elif held != events:
            raise Failed(
                f"{target.file or name} holds {held:,} events, not {events:,}. "
                "Delete it and start again, or leave out --keep."
            )
        manage(its, "reindex")
        yield target


def _held(target: Target, environment: Mapping[str, str]) -> int:
    """The events of a database that was kept; 0 for one that is new."""
    if target.file and not target.file.exists():
        return 0
    manage(environment, "migrate", "--verbosity", "0")
    events: int = measured_in_a_process("size", {}, environment)["events"]
    return events


@contextmanager
def _kept(name: str) -> Iterator[Target]:
    if configured().engine == POSTGRESQL:
        with _server() as server, suppress(psycopg.errors.DuplicateDatabase):
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield _on_server(name)
    else:
        yield in_folder(Path(settings.DATA_DIR) / _KEPT / name)


@contextmanager
def thrown_away(name: str) -> Iterator[Target]:
    """A database without a table, beside the one that is configured."""
    if configured().engine != POSTGRESQL:
        folder = Path(tempfile.mkdtemp(prefix="dateline-bench-"))
        try:
            yield in_folder(folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        return
    name = f"{name}_{os.getpid()}"
    with _server() as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield _on_server(name)
    finally:
        with _server() as server:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _server() -> psycopg.Connection:
    try:
        return psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)
    except psycopg.OperationalError as error:
        raise Failed(f"The database does not answer: {' '.join(str(error).split())}") from None


def _on_server(name: str) -> Target:
    address = urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))
    return Target(POSTGRESQL, {"DATABASE_URL": address})
