"""The databases and the browser of the tests, and what is said when one is missing."""

import os
from collections.abc import Iterator
from typing import Any, NoReturn

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import caches

from tests import postgresql
from tests.chromium import CHROMIUM_ARGUMENTS, INSTALL_CHROMIUM, chromium_path
from timeline.browse import called, freshness

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}


def everything_required() -> bool:
    return os.environ.get("DATELINE_REQUIRE_ALL", "0") not in ("", "0")


# A busy machine is no failure, and what a check found it must find again.
hypothesis.settings.register_profile(
    "dateline", deadline=None, derandomize=everything_required(), print_blob=True
)
hypothesis.settings.load_profile("dateline")


def missing(what: str, install: str) -> NoReturn:
    """Skip, saying what to install; fail instead where everything has to be there."""
    reason = f"{what} is not installed: {install}"
    if everything_required():
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


# --- the database ------------------------------------------------------------------


def _starts_server(config: pytest.Config) -> bool:
    chosen = os.environ.get("DATELINE_TEST_DATABASE") == "postgresql"
    return chosen and not hasattr(config, "workerinput")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "database: uses the database (set by conftest.py)")
    config.addinivalue_line("markers", "look: how pages look, which no database changes")
    if not _starts_server(config):
        return
    if postgresql.binaries() is None:
        raise pytest.UsageError(f"PostgreSQL is not installed: {postgresql.INSTALL}")
    postgresql.start(postgresql.shared_folder())


def pytest_unconfigure(config: pytest.Config) -> None:
    if _starts_server(config) and (postgresql.shared_folder() / "data").exists():
        postgresql.stop(postgresql.shared_folder())


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches the database, so that `-m database` runs just that on the other one."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        uses = fixtures & DATABASE_FIXTURES or item.get_closest_marker("django_db")
        if uses and not item.get_closest_marker("look"):
            item.add_marker("database")


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """The address of an empty PostgreSQL database outside the test runner's own."""
    if postgresql.binaries() is None:
        missing("PostgreSQL", postgresql.INSTALL)
    folder = postgresql.new_folder()
    postgresql.start(folder)
    yield postgresql.url(folder)
    postgresql.stop(folder)


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    """What a process keeps of the data goes with the data of a test."""
    _forget()
    yield
    _forget()


def _forget() -> None:
    freshness.forget()
    called.forget()
    for name in settings.CACHES:
        caches[name].clear()


# --- the browser -------------------------------------------------------------------


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """How pytest-playwright's `browser`, `context` and `page` start Chromium."""
    path = chromium_path()
    if path is None:
        missing("Chromium", INSTALL_CHROMIUM)
    return {"executable_path": path, "headless": True, "args": CHROMIUM_ARGUMENTS}
