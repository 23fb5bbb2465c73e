"""The histogram and the day as known in a browser; and both without script."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.django_db(transaction=True)


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def middle(page: Page, month: str) -> tuple[float, float]:
    box = page.get_by_role("link", name=re.compile(f"^{month} 2022")).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, start: str, end: str) -> None:
    page.mouse.move(*middle(page, start))
    page.mouse.down()
    page.mouse.move(*middle(page, end), steps=4)


# --- the histogram -------------------------------------------------------------------


def test_a_drag_over_bars_asks_for_their_dates(watched: Page, live_server, months: None) -> None:
    watched.goto(f"{live_server.url}/?actor=russia")
    drag(watched, "April", "February")
    expect(watched.locator(".histogram output")).to_have_text(
        "February 2022 to April 2022: 3 events within it"
    )
    expect(watched.locator(".bars .picked")).to_have_count(3)
    watched.mouse.up()
    heading(watched, "Russia, February to April 2022")
    assert watched.url == f"{live_server.url}/?from=2022-02&to=2022-04&actor=russia"
    expect(watched.locator(".bars li:not(.beside)")).to_have_count(3)
    expect(watched.get_by_role("link", name="January 2022: 1 event")).to_have_attribute(
        "title", re.compile("outside the chosen dates")
    )
    watched.go_back()
    heading(watched, "Russia")
    watched.go_forward()
    heading(watched, "Russia, February to April 2022")
    watched.get_by_role("link", name=re.compile("^May 2022")).click()
    heading(watched, "Russia, May 2022")


def test_a_drag_on_an_actors_page_leads_to_the_timeline(
    watched: Page, live_server, months: None
) -> None:
    watched.goto(f"{live_server.url}/actors/russia/")
    drag(watched, "February", "April")
    watched.mouse.up()
    heading(watched, "Russia, February to April 2022")
    assert watched.url == f"{live_server.url}/?from=2022-02&to=2022-04&actor=russia"


def test_escape_gives_a_drag_up(watched: Page, live_server, months: None) -> None:
    watched.goto(live_server.url)
    drag(watched, "February", "April")
    watched.keyboard.press("Escape")
    watched.mouse.up()
    expect(watched.locator(".histogram output")).to_have_text("No period chosen")
    expect(watched.locator(".bars .picked")).to_have_count(0)
    heading(watched, "All events")


def test_a_range_of_bars_is_chosen_with_the_keyboard(
    watched: Page, live_server, months: None
) -> None:
    watched.goto(live_server.url)
    bar = watched.get_by_role("link", name=re.compile("^January 2022"))
    bar.focus()
    watched.keyboard.press("ArrowRight")
    watched.keyboard.press("Shift+ArrowRight")
    watched.keyboard.press("Shift+ArrowRight")
    said = watched.locator(".histogram output")
    expect(said).to_have_text("February 2022 to April 2022: 3 events within it")
    watched.keyboard.press("Escape")
    expect(watched.locator(".bars .picked")).to_have_count(0)
    watched.keyboard.press("Shift+End")
    expect(said).to_have_text("April 2022 to June 2022: 3 events within it")
    watched.keyboard.press("Enter")
    heading(watched, "Events, April to June 2022")
    expect(watched.get_by_role("heading", level=1)).to_be_focused()


def test_a_range_of_bars_is_chosen_with_a_finger(
    browser: Browser, live_server, months: None
) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(live_server.url)
    start, end = middle(page, "March"), middle(page, "May")
    touch = context.new_cdp_session(page)
    for kind, place in (
        ("touchStart", start),
        ("touchMove", (start[0] + 12, start[1])),
        ("touchMove", end),
        ("touchEnd", None),
    ):
        points = [{"x": place[0], "y": place[1]}] if place else []
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    heading(page, "Events, March to May 2022")
    context.close()


# --- as it was known on --------------------------------------------------------------


def test_the_slider_and_the_box_say_the_same_day(watched: Page, live_server, months: None) -> None:
    watched.goto(f"{live_server.url}/?known=2022-03")
    slider = watched.get_by_label("As it was known on, by day")
    words = watched.locator(".known-on output")
    expect(words).to_have_text("31 March 2022")
    slider.focus()
    watched.keyboard.press("ArrowLeft")
    expect(watched.locator("#known")).to_have_value("2022-03-30")
    heading(watched, "Events, as known on 30 March 2022")
    expect(watched.locator("article.event")).to_have_count(3)
    slider = watched.get_by_label("As it was known on, by day")
    expect(slider).to_be_focused()
    watched.keyboard.press("PageDown")
    heading(watched, "Events, as known on 28 February 2022")
    expect(slider).to_have_attribute("aria-valuetext", "28 February 2022")
    watched.keyboard.press("End")
    expect(words).to_have_text("All that is known today")
    heading(watched, "All events")
    assert watched.url == f"{live_server.url}/"
    watched.go_back()
    heading(watched, "Events, as known on 28 February 2022")
    expect(words).to_have_text("28 February 2022")


def test_a_day_outside_the_slider_is_said_as_it_is(
    watched: Page, live_server, months: None
) -> None:
    watched.goto(f"{live_server.url}/?known=2030")
    words = watched.locator(".known-on output")
    expect(words).to_have_text("31 December 2030")
    box = watched.locator("#known")
    box.fill("Easter")
    expect(words).to_have_text("")
    box.fill("2022-02")
    expect(words).to_have_text("28 February 2022")
    expect(watched.get_by_label("As it was known on, by day")).to_have_attribute(
        "aria-valuetext", "28 February 2022"
    )


def test_days_moved_over_quickly_are_asked_for_once(
    watched: Page, live_server, months: None
) -> None:
    watched.goto(live_server.url)
    asked: list[str] = []
    watched.on("request", lambda request: asked.append(request.url))
    watched.get_by_label("As it was known on, by day").focus()
    for _ in range(4):
        watched.keyboard.press("ArrowLeft")
    heading(watched, "Events, as known on 12 June 2022")
    assert [url for url in asked if "?" in url] == [f"{live_server.url}/?known=2022-06-12"]


# --- without script ------------------------------------------------------------------


def test_bars_dates_days_roles_and_pages_work_without_script(
    browser: Browser, live_server, months: None
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url)
    expect(page.locator("#known-day")).to_have_count(0)
    expect(page.get_by_role("button", name="Keys")).to_be_hidden()
    page.get_by_label("As it was known on").fill("31 March 2022")
    page.get_by_role("button", name="Apply filters").click()
    heading(page, "Events, as known on 31 March 2022")
    page.get_by_role("link", name=re.compile("^February 2022")).click()
    heading(page, "Events, February 2022, as known on 31 March 2022")
    page.get_by_role("group", name="Actors").get_by_label("Russia").check()
    page.get_by_role("button", name="Apply filters").click()
    page.get_by_role("link", name="acted upon").click()
    heading(page, "Events, towards Russia, February 2022, as known on 31 March 2022")
    page.go_back()
    page.get_by_role("link", name="acting").click()
    page.get_by_role("link", name="Passage 1, Meridian Post").click()
    expect(page.locator(".slot mark")).to_have_text("Russia held talks in February.")
    page.context.close()


def test_the_next_page_is_a_plain_link_without_script(
    browser: Browser, live_server, many: None
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url)
    page.get_by_role("link", name="Earlier events").click()
    expect(page.locator("article.event")).to_have_count(50)
    expect(page.locator(".notes .number").first).to_have_text("51")
    page.get_by_role("link", name="Later events").click()
    expect(page.locator(".notes .number").first).to_have_text("1")
    page.context.close()
