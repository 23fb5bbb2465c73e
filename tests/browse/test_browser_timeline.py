"""The timeline in a real browser: filter, open a passage, Back; with and without script."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browse import make

pytestmark = pytest.mark.django_db(transaction=True)


def actor_box(page: Page) -> Locator:
    return page.get_by_role("group", name="Actors").get_by_label("North Korea")


def test_a_filter_is_one_click_and_back_takes_it_off(
    watched: Page, live_server, world: make.World
) -> None:
    watched.goto(live_server.url)
    expect(watched.locator("article.event")).to_have_count(3)
    actor_box(watched).check()
    expect(watched.get_by_role("heading", level=1)).to_have_text("North Korea")
    expect(watched.locator("article.event")).to_have_count(2)
    assert watched.url == f"{live_server.url}/?actor=north-korea"
    expect(watched).to_have_title("North Korea · Dateline")
    expect(watched.locator("#announce")).to_have_text(re.compile("North Korea: 2 events"))
    expect(actor_box(watched)).to_be_focused()
    watched.go_back()
    expect(watched.locator("article.event")).to_have_count(3)
    expect(actor_box(watched)).not_to_be_checked()
    watched.go_forward()
    expect(watched.locator("article.event")).to_have_count(2)
    expect(actor_box(watched)).to_be_checked()


def test_two_quick_clicks_both_count(watched: Page, live_server, world: make.World) -> None:
    watched.goto(live_server.url)
    boxes = "['actor-north-korea', 'actor-russia']"
    watched.evaluate(f"for (const id of {boxes}) document.getElementById(id).click()")
    expect(watched.get_by_role("heading", level=1)).to_have_text("North Korea and Russia")
    expect(watched.locator("article.event")).to_have_count(1)


def test_a_citation_is_copied_as_a_line_of_text(
    watched: Page, live_server, world: make.World
) -> None:
    watched.context.grant_permissions(["clipboard-read", "clipboard-write"])
    watched.goto(f"{live_server.url}{world.sale.get_absolute_url()}")
    watched.get_by_role("button", name="Copy citation").first.click()
    expect(watched.locator("#announce")).to_have_text("Citation copied")
    assert watched.evaluate("navigator.clipboard.readText()") == (
        "Meridian Post, “Moscow and Pyongyang open talks on shells”, 6 Sep 2022, "
        "https://meridian.example/shells?id=1&x=2: "
        "“The Kremlin will buy artillery shells from North Korea”"
    )


def test_a_chip_and_a_bar_and_a_search_change_the_view(
    watched: Page, live_server, world: make.World
) -> None:
    watched.goto(f"{live_server.url}/?actor=russia&q=shells")
    expect(watched.locator("#search")).to_have_value("shells")
    watched.get_by_role("link", name="Remove “shells”").click()
    expect(watched.locator("#search")).to_have_value("")
    expect(watched.locator("article.event")).to_have_count(2)
    watched.get_by_role("link", name="September 2022: 1 event").click()
    expect(watched.get_by_role("heading", level=1)).to_have_text("Russia, September 2022")
    expect(watched.get_by_role("heading", level=1)).to_be_focused()
    watched.locator("#search").fill("pyongyang")
    watched.locator("#search").press("Enter")
    expect(watched.get_by_text("No event matches all of this.")).to_be_visible()
    watched.locator("#from").fill("soon")
    watched.locator("#from").press("Tab")
    expect(watched.locator("#from-wrong")).to_contain_text("is no date I can read")


def test_a_passage_opens_in_place_and_lives_in_the_address(
    watched: Page, live_server, world: make.World
) -> None:
    watched.goto(live_server.url)
    link = watched.get_by_role("link", name="Passage 1, Meridian Post")
    link.click()
    passage = watched.locator(".slot .passage")
    expect(passage.locator("mark")).to_have_text(
        "The Kremlin will buy artillery shells from North Korea"
    )
    expect(passage).to_contain_text("“on Monday” + published Tue 6 Sep 2022 = 5 Sep 2022")
    expect(link).to_have_attribute("aria-expanded", "true")
    opened = watched.url
    assert "passage=" in opened
    watched.go_back()
    expect(passage).to_have_count(0)
    watched.goto(opened)
    expect(passage).to_have_count(1)
    passage.get_by_role("link", name="Close").click()
    expect(passage).to_have_count(0)
    expect(link).to_be_focused()
    assert "passage=" not in watched.url
    link.press("Enter")
    expect(passage).to_have_count(1)
    link.press("Enter")
    expect(passage).to_have_count(0)


def test_one_passage_is_open_at_a_time(watched: Page, live_server, world: make.World) -> None:
    watched.goto(live_server.url)
    watched.get_by_role("link", name="Passage 1, Meridian Post").click()
    expect(watched.locator(".slot mark")).to_have_text(re.compile("The Kremlin"))
    watched.get_by_role("link", name="Passage 3, Leo’s Letter").click()
    expect(watched.locator(".slot mark")).to_have_text(re.compile("Russia is in the process"))


def test_the_filters_fold_away_on_a_narrow_screen(
    watched: Page, live_server, world: make.World
) -> None:
    watched.set_viewport_size({"width": 390, "height": 800})
    watched.goto(f"{live_server.url}/?actor=russia")
    expect(watched.locator("#filters")).to_be_hidden()
    button = watched.get_by_role("button", name="Filters (1)")
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    actor_box(watched).check()
    expect(watched.locator("#filters")).to_be_visible()
    expect(watched.get_by_role("button", name="Filters (2)")).to_have_attribute(
        "aria-expanded", "true"
    )
    width = watched.evaluate("document.documentElement.scrollWidth")
    assert width == 390
    watched.get_by_role("button", name="Show the event").click()
    expect(watched.locator("#filters")).to_be_hidden()
    expect(watched.get_by_role("heading", level=1)).to_be_in_viewport()


def test_everything_works_without_script(browser: Browser, live_server, world: make.World) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url)
    actor_box(page).check()
    page.get_by_label("From").fill("Sep 2022")
    page.get_by_role("button", name="Apply filters").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("North Korea, since September 2022")
    page.get_by_role("link", name="Passage 1, Meridian Post").click()
    expect(page.locator(".slot mark")).to_have_text(re.compile("The Kremlin"))
    page.locator(".slot").get_by_role("link", name="Close").click()
    expect(page.locator(".slot mark")).to_have_count(0)
    page.get_by_role("link", name="Remove North Korea").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Events, since September 2022")
    page.get_by_label("Search").fill("narwhal")
    page.get_by_label("Search").press("Enter")
    expect(page.get_by_text("No event matches all of this.")).to_be_visible()
    page.context.close()


def test_a_claim_is_reached_and_opened_with_the_keyboard_alone(
    watched: Page, live_server, world: make.World
) -> None:
    watched.goto(live_server.url)
    watched.keyboard.press("Tab")
    expect(watched.get_by_role("link", name="Skip to the content")).to_be_focused()
    watched.keyboard.press("Enter")
    for _ in range(80):
        watched.keyboard.press("Tab")
        if watched.evaluate("document.activeElement.getAttribute('data-passage')"):
            break
    watched.keyboard.press("Enter")
    expect(watched.locator(".slot mark")).to_have_count(1)


def test_a_click_path_of_three_from_the_first_page_to_the_source_that_disagrees(
    watched: Page, live_server, world: make.World
) -> None:
    watched.goto(live_server.url)
    watched.get_by_label("Sources disagree").check()
    watched.get_by_role("link", name="Compare the passages").click()
    expect(watched.get_by_role("heading", name="Sources disagree on the date")).to_be_visible()
    sides = watched.locator(".sides section")
    expect(sides.nth(0)).to_contain_text("Harbour Courier")
    expect(sides.nth(1).locator("mark")).to_have_text(re.compile("Vladimir Putin declared"))


def tab_to(page: Page, selector: str, most: int = 80) -> None:
    """By the Tab key alone, as somebody without a mouse goes there."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"{selector} is not reached by {most} steps of Tab")


def test_search_filter_brush_and_passages_by_keyboard_alone(
    watched: Page, live_server, world: make.World
) -> None:
    watched.goto(live_server.url)
    watched.keyboard.press("/")
    watched.keyboard.type("donetsk")
    watched.keyboard.press("Enter")
    expect(watched.get_by_role("heading", level=1)).to_have_text("Events, “donetsk”")
    watched.goto(live_server.url)
    tab_to(watched, "#actor-north-korea")
    watched.keyboard.press("Space")
    expect(watched.get_by_role("heading", level=1)).to_have_text("North Korea")
    watched.keyboard.press("j")
    watched.keyboard.press("o")
    expect(watched.locator(".slot .passage mark")).to_be_visible()
    watched.keyboard.press("o")
    expect(watched.locator(".slot .passage")).to_have_count(0)
    watched.goto(f"{live_server.url}/?actor=north-korea")
    tab_to(watched, ".bars a")
    watched.keyboard.press("Home")
    watched.keyboard.press("Shift+ArrowRight")
    watched.keyboard.press("Enter")
    expect(watched.get_by_role("heading", level=1)).to_have_text("North Korea, July to August 2022")
    watched.go_back()
    expect(watched.get_by_role("heading", level=1)).to_have_text("North Korea")
