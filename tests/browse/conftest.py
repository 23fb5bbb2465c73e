"""What the browser tests of the pages start from."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browse import make, spread


@pytest.fixture
def world(transactional_db: None) -> make.World:
    return make.world()


@pytest.fixture
def months(transactional_db: None) -> None:
    spread.six_months()


@pytest.fixture
def many(transactional_db: None) -> None:
    spread.three_pages()


@pytest.fixture
def watched(page: Page, live_server) -> Iterator[Page]:  # type: ignore[no-untyped-def]
    """A page that may say nothing on the console and ask no other host for anything."""
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    yield page
    assert said == []
    hosts = {urlsplit(url).netloc for url in asked if not url.startswith("data:")}
    assert hosts <= {urlsplit(live_server.url).netloc}
