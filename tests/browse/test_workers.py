"""Four workers, each with what it keeps: an edit by whatever hand is on the next page of all."""

import os
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection

from tests.browse import make
from tests.test_deployment import ROOT, environment, free_port

WORKERS = 4
EDITS = 3


@pytest.fixture
def database(transactional_db: None, tmp_path: Path) -> tuple[str, Callable[[str], None]]:
    """The address of a database that other processes can open, and SQL for it."""
    make.world()
    if connection.vendor == "postgresql":
        given = urlsplit(os.environ["DATABASE_URL"])
        return given._replace(path=f"/{connection.settings_dict['NAME']}").geturl(), execute
    file = tmp_path / "world.sqlite3"
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)

    def in_file(statement: str) -> None:
        with closing(sqlite3.connect(file, timeout=30)) as shell, shell:
            shell.execute(statement)

    return f"sqlite:///{file}", in_file


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def server(database: tuple[str, Callable[[str], None]]) -> Iterator[str]:
    port = free_port()
    settings = environment(DATABASE_URL=database[0], DEBUG="1", PORT=str(port))
    command = [sys.executable, "-m", "gunicorn", "--workers", str(WORKERS), "timeline.wsgi"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=ROOT, env=settings, **quiet)
    address = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        with suppress(OSError):
            if get(f"{address}/healthz")[0] == 200:
                break
        time.sleep(0.1)
    yield f"{address}/"
    process.terminate()
    process.wait(timeout=30)


def get(address: str, tag: str = "") -> tuple[int, str, str]:
    request = urllib.request.Request(address, headers={"If-None-Match": tag} if tag else {})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers.get("ETag", ""), answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get("ETag", ""), ""


def test_an_edit_is_on_the_next_page_of_every_worker(
    server: str, database: tuple[str, Callable[[str], None]]
) -> None:
    _, run = database
    with ThreadPoolExecutor(2 * WORKERS) as readers:

        def all_get(tag: str = "") -> set[tuple[int, str, str]]:
            return set(readers.map(lambda _: get(server, tag), range(2 * WORKERS)))

        for number in range(EDITS):
            # Whatever each of them saw of the edits before, all answer the same.
            found = all_get()
            assert len(found) == 1
            ((_, tag, _),) = found
            assert {status for status, _, _ in all_get(tag)} == {304}
            run(f"UPDATE timeline_event SET title = 'Edited {number} times' WHERE type = 'SUPPORT'")
            assert all(f"Edited {number} times" in page for _, _, page in all_get(tag))
