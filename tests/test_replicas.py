"""Visitors read from a standby, everybody else from the primary: two real servers, one site.

Replay on the standby is held up, so that what a page shows tells which server it was read from.
"""

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import psycopg
import pytest

from tests import postgresql
from tests.conftest import missing
from tests.curate.forms import form_values
from tests.test_deployment import free_port

ROOT = Path(__file__).resolve().parent.parent
FILL = """
import django
django.setup()
from django.contrib.auth.models import User
from django.core.management import call_command
from tests.browse import make
call_command("migrate", verbosity=0)
make.world()
call_command("reindex", verbosity=0)
User.objects.create_superuser("ann", password="pw")
"""
SOURCE = "/sources/meridian-post/"
EXPORT = "/export/events.jsonl"
OLD, NEW = "Meridian Post", "Meridian Mail"


@pytest.fixture(scope="module")
def primary() -> Iterator[Path]:
    if postgresql.binaries() is None:
        missing("PostgreSQL", postgresql.INSTALL)
    folder = postgresql.new_folder()
    postgresql.start(folder)
    yield folder
    postgresql.stop(folder)


@pytest.fixture(scope="module")
def environment(primary: Path) -> dict[str, str]:
    names = ("PATH", "HOME", "LANG", "VIRTUAL_ENV")
    kept = {name: os.environ[name] for name in names if name in os.environ}
    return kept | {
        "DJANGO_SETTINGS_MODULE": "timeline.settings",
        "DEBUG": "1",
        "DATABASE_URL": postgresql.url(primary),
        "PORT": str(free_port()),
        "WEB_CONCURRENCY": "1",
    }


@pytest.fixture(scope="module")
def standby(primary: Path, environment: dict[str, str]) -> Iterator[Path]:
    """Follows the primary, which holds a small world by now."""
    subprocess.run([sys.executable, "-c", FILL], cwd=ROOT, env=environment, check=True)
    folder = postgresql.new_folder()
    postgresql.start_standby(folder, primary)
    yield folder
    postgresql.stop(folder)


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("site") / "log"


@pytest.fixture(scope="module")
def site(standby: Path, environment: dict[str, str], log: Path) -> Iterator[str]:
    with log.open("wb") as told:
        process = subprocess.Popen(
            [Path(sys.executable).with_name("gunicorn"), "timeline.wsgi"],
            cwd=ROOT,
            env=environment | {"DATABASE_REPLICAS": postgresql.url(standby)},
            stderr=told,
            stdout=told,
        )
    address = f"http://127.0.0.1:{environment['PORT']}"
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/healthz").close()
            break
        except OSError:
            time.sleep(0.1)
    yield address
    process.terminate()
    process.wait(30)


class Browser:
    def __init__(self, site: str) -> None:
        self.site = site
        jar = urllib.request.HTTPCookieProcessor(CookieJar())
        self.opener = urllib.request.build_opener(jar)

    def get(self, path: str, data: dict[str, str] | None = None) -> tuple[int, str]:
        sent = urlencode(data).encode() if data else None
        try:
            with self.opener.open(self.site + path, sent, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()

    def tag(self) -> str:
        """Of the home page: another one after every change of what it is made from."""
        with self.opener.open(self.site, timeout=20) as answer:
            return answer.headers["ETag"]

    def send(self, path: str, **changes: str) -> tuple[int, str]:
        """Fill in the form of a page, where it stands, and send it."""
        page = self.get(path)[1]
        (token, *_) = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        return self.get(path, form_values(page) | changes | {"csrfmiddlewaretoken": token})


@pytest.fixture
def visitor(site: str) -> Browser:
    return Browser(site)


@pytest.fixture
def curator(site: str) -> Browser:
    browser = Browser(site)
    assert browser.send("/admin/login/", username="ann", password="pw", next="/")[0] == 200
    return browser


@pytest.fixture
def on_primary(primary: Path) -> Iterator[psycopg.Connection]:
    with psycopg.connect(postgresql.url(primary), autocommit=True) as connection:
        yield connection


@contextmanager
def replay_held(standby: Path, primary: Path) -> Iterator[None]:
    """Within, the standby stays as it is; after it, it has all that the primary has."""
    with psycopg.connect(postgresql.url(standby), autocommit=True) as connection:
        assert connection.execute("SELECT pg_is_in_recovery()").fetchone() == (True,)
        catch_up(connection, primary)
        connection.execute("SELECT pg_wal_replay_pause()")
        try:
            yield
        finally:
            connection.execute("SELECT pg_wal_replay_resume()")
        catch_up(connection, primary)


def catch_up(connection: psycopg.Connection, primary: Path) -> None:
    with psycopg.connect(postgresql.url(primary), autocommit=True) as written:
        (goal,) = written.execute("SELECT pg_current_wal_lsn()").fetchone()
    deadline = time.monotonic() + 20
    reached = "SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn"
    while connection.execute(reached, [goal]).fetchone() != (True,):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_an_edit_is_seen_at_once_by_its_curator_and_by_visitors_after_replay(
    visitor: Browser, curator: Browser, standby: Path, primary: Path, on_primary: psycopg.Connection
) -> None:
    (pk,) = on_primary.execute(
        "SELECT id FROM timeline_source WHERE slug = 'meridian-post'"
    ).fetchone()
    with replay_held(standby, primary):
        held_tag = visitor.tag()
        assert NEW in curator.send(f"/admin/timeline/source/{pk}/change/", name=NEW)[1]
        assert NEW in curator.get(SOURCE)[1]
        assert OLD in (shown := visitor.get(SOURCE)[1])
        assert NEW not in shown
        # Read piece by piece after its view has ended.
        assert OLD in (told := visitor.get(EXPORT)[1])
        assert NEW not in told
        assert OLD in visitor.get("/")[1]
        assert visitor.tag() == held_tag
        assert NEW in curator.get(EXPORT)[1]
    assert NEW in visitor.get(SOURCE)[1]
    assert NEW in visitor.get(EXPORT)[1]
    assert NEW in visitor.get("/")[1]
    assert visitor.tag() != held_tag


def test_each_database_is_filtered_by_an_index_of_its_own(
    visitor: Browser, curator: Browser, standby: Path, primary: Path, on_primary: psycopg.Connection
) -> None:
    sale, aid = "prepares to buy shells", "/?type=AID"
    assert sale not in visitor.get(aid)[1]
    with replay_held(standby, primary):
        on_primary.execute("UPDATE timeline_event SET type = 'AID' WHERE title ~ %s", [sale])
        assert sale in curator.get(aid)[1]
        assert sale not in visitor.get(aid)[1]
    assert sale in visitor.get(aid)[1]


def test_what_a_replica_does_not_have_yet_is_found(
    visitor: Browser, standby: Path, primary: Path, on_primary: psycopg.Connection
) -> None:
    assert visitor.get("/sources/northern-echo/")[0] == 404
    with replay_held(standby, primary):
        on_primary.execute(
            "UPDATE timeline_source SET slug = 'northern-echo' WHERE slug = 'harbour-courier'"
        )
        assert visitor.get("/sources/northern-echo/")[0] == 200
        assert "/sources/harbour-courier/" in visitor.get("/sources/")[1]


def test_a_visitor_who_asked_for_a_short_address_is_given_it(
    visitor: Browser, standby: Path, primary: Path
) -> None:
    with replay_held(standby, primary):
        token = re.findall(
            r'name="csrfmiddlewaretoken" value="(\w+)"', visitor.get("/share/?q=shells")[1]
        )[0]
        panel = visitor.get("/share/", {"query": "q=shells", "csrfmiddlewaretoken": token})[1]
        assert re.search(r'value="http://[^"]+/v/[a-z2-7]+"', panel)
        assert "/v/" not in Browser(visitor.site).get("/share/?q=shells")[1]


def test_without_the_primary_visitors_still_read(visitor: Browser, primary: Path) -> None:
    postgresql.halt(primary)
    try:
        assert [visitor.get(path)[0] for path in (SOURCE, "/healthz", "/sources/none/")] == [
            *(200, 200, 404)
        ]
    finally:
        postgresql.resume(primary)


def test_without_the_replica_visitors_read_the_primary(
    visitor: Browser, standby: Path, log: Path
) -> None:
    assert "timeline.replicas" not in log.read_text()
    assert visitor.get(SOURCE)[0] == 200  # over a connection that breaks now
    postgresql.halt(standby)
    try:
        assert [visitor.get(SOURCE)[0] for _ in range(3)] == [200, 200, 200]
        assert log.read_text().count("WARNING timeline.replicas: replica_1 does not answer") == 1
    finally:
        postgresql.resume(standby)
