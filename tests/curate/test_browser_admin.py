"""A curator at work in a real browser, under the strict Content-Security-Policy."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from timeline.ingest import Options, ingest
from timeline.models import Article, Claim, Event

TREATY = (
    "River treaty\n\n"
    "Russia and Ukraine signed a treaty on the river on 4 May 2021, officials said.\n"
)
LATER = "The Turkish foreign ministry praised the treaty on 6 May 2021.\n"


@pytest.fixture
def folder(transactional_db: None, tmp_path: Path) -> Path:
    (tmp_path / "treaty.txt").write_text(TREATY)
    assert not ingest(Options(paths=[str(tmp_path)])).failures
    return tmp_path


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """What the browser complains of: errors, refused styles and scripts. Must stay empty."""
    heard: list[str] = []
    page.on("console", lambda m: heard.append(m.text) if m.type in ("error", "warning") else None)
    page.on("response", lambda r: heard.append(f"{r.status} {r.url}") if r.status > 399 else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    yield heard
    assert heard == []


@pytest.fixture
def at_work(
    page: Page, complaints: list[str], live_server: LiveServer, folder: Path, curator: User
) -> Page:
    """Logged in, on the admin's first page."""
    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("Username").fill("ada")
    page.get_by_label("Password").fill("over the river")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="Waiting for a person")).to_be_visible()
    return page


def test_an_edited_event_is_marked_and_survives_the_next_ingest(
    at_work: Page, folder: Path
) -> None:
    page = at_work
    page.get_by_role("link", name="Events", exact=True).first.click()
    page.get_by_role("searchbox").fill("treaty river")
    page.keyboard.press("Enter")
    page.locator("#result_list tbody a").first.click()
    page.get_by_label("Title").fill("The treaty of the river")
    page.get_by_label("Date:", exact=True).fill("2021-05")
    page.get_by_role("link", name="Add another Actor").first.click()
    page.locator(".dynamic-participations .select2-selection").last.click()
    page.keyboard.type("Turkey")
    page.locator(".select2-results__option").filter(
        has_text=re.compile("^(Turkey|Türkiye)$")
    ).click()
    page.get_by_role("button", name="Save and continue editing").first.click()
    expect(page.get_by_text("Decided by you, and left alone by ingest")).to_be_visible()
    expect(page.locator("label .curated-mark")).to_have_count(2)
    expect(page.get_by_text("Title, date, actors", exact=True)).to_be_visible()
    (folder / "treaty.txt").write_text(TREATY + "\n" + LATER)
    assert ingest(Options(paths=[str(folder)])).counts.updated == 1
    event = Event.objects.get(claims__text__contains="signed")
    assert (event.title, event.date_edtf) == ("The treaty of the river", "2021-05")
    assert event.actors.filter(key="turkey").exists()
    page.reload()
    expect(page.get_by_role("textbox", name="Title")).to_have_value("The treaty of the river")


@pytest.mark.parametrize("model", ["claim", "article", "event", "actor", "storyline"])
def test_pages_open_without_a_complaint(model: str, at_work: Page, live_server: LiveServer) -> None:
    page = at_work
    page.goto(f"{live_server.url}/admin/timeline/{model}/")
    expect(page.locator("#changelist")).to_be_visible()
    row = page.locator("#result_list tbody th a").first
    if row.count():
        row.click()
    else:
        page.goto(f"{live_server.url}/admin/timeline/{model}/add/")
    expect(page.locator(".submit-row").first).to_be_visible()


def test_a_claim_leads_to_its_passage_on_the_public_page(
    at_work: Page, live_server: LiveServer
) -> None:
    page, claim = at_work, Claim.objects.get(text__contains="signed")
    page.goto(f"{live_server.url}/admin/timeline/claim/{claim.pk}/change/")
    page.locator("#citations-group .field-found_in a").first.click()
    expect(page.locator("mark").first).to_contain_text("signed a treaty")
    expect(page).to_have_url(re.compile(rf"/articles/{Article.objects.get().pk}/#cite-\d+"))
