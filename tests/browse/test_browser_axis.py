"""The timeline in the hand: brush, slider, keys, the next events, requests that fail."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from tests.browse import make

pytestmark = pytest.mark.django_db(transaction=True)
MONTHS = ("January", "February", "March", "April", "May", "June")


@pytest.fixture
def months(transactional_db: None) -> None:
    """One event in each month from January to June 2022, each in an article of its own."""
    russia = make.actor("russia", "Russia")
    for number, month in enumerate(MONTHS, 1):
        text = f"Russia held talks in {month}."
        day = f"2022-{number:02}-15"
        told = make.article(make.source("Meridian Post"), text, published_edtf=day)
        told.published_latest = day
        told.save()
        event = make.event(f"Talks in {month}", f"2022-{number:02}", "CONSULT")
        make.part(event, russia)
        make.claim(event, told, text)
        make.settle(event)


@pytest.fixture
def many(transactional_db: None) -> None:
    """130 events of one year: three pages, and months that go on from page to page."""
    told = make.article(make.source("Meridian Post"), "It went on and on.")
    for number in range(130):
        month, day = number // 11 + 1, number % 11 + 1
        event = make.event(f"Round {number}", f"2022-{month:02}-{day:02}", "CONSULT")
        make.claim(event, told, "It went on", text=f"Round {number} went on")
        make.settle(event)


@pytest.fixture
def watched(page: Page) -> Iterator[Page]:
    """A page that may say nothing on the console."""
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    assert said == []


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


# --- the histogram -----------------------------------------------------------------


def test_a_drag_over_bars_asks_for_their_dates(watched: Page, live_server, months: None) -> None:
    watched.goto(f"{live_server.url}/?actor=russia")
    drag(watched, "April", "February")
    expect(watched.locator(".histogram output")).to_have_text(
        "February 2022 to April 2022: 3 events"
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
    expect(said).to_have_text("February 2022 to April 2022: 3 events")
    watched.keyboard.press("Escape")
    expect(watched.locator(".bars .picked")).to_have_count(0)
    watched.keyboard.press("Shift+End")
    expect(said).to_have_text("April 2022 to June 2022: 3 events")
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


# --- as it was known on ------------------------------------------------------------


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


# --- keys --------------------------------------------------------------------------


def test_keys_walk_through_events_and_open_passages(
    watched: Page, live_server, months: None
) -> None:
    watched.context.grant_permissions(["clipboard-read", "clipboard-write"])
    watched.goto(live_server.url)
    titles = watched.locator("article.event h3 > a")
    watched.keyboard.press("j")
    expect(titles.nth(0)).to_be_focused()
    watched.keyboard.press("j")
    watched.keyboard.press("j")
    watched.keyboard.press("k")
    expect(titles.nth(1)).to_be_focused()
    expect(titles.nth(1)).to_be_in_viewport()
    watched.keyboard.press("c")
    expect(watched.locator("#announce")).to_have_text("No passage is open: o opens one")
    watched.keyboard.press("o")
    expect(watched.locator(".slot mark")).to_have_text("Russia held talks in May.")
    watched.keyboard.press("c")
    expect(watched.locator("#announce")).to_have_text("Citation copied")
    assert "Russia held talks in May." in watched.evaluate("navigator.clipboard.readText()")
    watched.keyboard.press("o")
    expect(watched.locator(".slot mark")).to_have_count(0)
    watched.keyboard.press("Enter")
    expect(watched).to_have_url(re.compile("/events/"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_parts_that_script_makes(
    browser: Browser, live_server, months: None, scheme: str
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(f"{live_server.url}/?actor=russia&from=2022-02&to=2022-04&known=2022-06")
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("link", name=re.compile("^March 2022")).focus()
    page.keyboard.press("Shift+ArrowRight")
    page.route("**/citations/**", lambda route: route.abort())
    page.locator(".opens").first.click()
    page.get_by_role("alert").wait_for()
    page.route("**/*type=CONSULT*", lambda route: route.abort())
    page.get_by_role("group", name="Kind of event").get_by_label("Talks").check()
    page.locator("#view > .failed").wait_for()
    assert found(page) == []
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Keys").wait_for()
    assert found(page) == []
    context.close()


def found(page: Page) -> list[str]:
    violations = Axe().run(page).response["violations"]
    return [f"{each['id']} {node['html']}" for each in violations for node in each["nodes"]]


def test_keys_are_left_alone_where_something_is_typed(
    watched: Page, live_server, months: None
) -> None:
    watched.goto(live_server.url)
    watched.keyboard.press("/")
    search = watched.locator("#search")
    expect(search).to_be_focused()
    watched.keyboard.type("jo/?")
    expect(search).to_have_value("jo/?")
    expect(watched.get_by_role("dialog")).to_be_hidden()
    watched.goto(f"{live_server.url}/about/")
    prevented = """key => !document.body.dispatchEvent(
        new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}))"""
    assert [watched.evaluate(prevented, key) for key in "jkocnp"] == [False] * 6


def test_the_list_of_keys_opens_by_key_and_button_and_turns_them_off(
    watched: Page, live_server, months: None
) -> None:
    watched.goto(live_server.url)
    watched.keyboard.press("?")
    keys = watched.get_by_role("dialog", name="Keys")
    expect(keys).to_be_visible()
    watched.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    watched.get_by_role("button", name="Keys").click()
    keys.get_by_role("checkbox").uncheck()
    keys.get_by_role("button", name="Close").click()
    watched.reload()
    watched.keyboard.press("?")
    watched.keyboard.press("j")
    expect(keys).to_be_hidden()
    assert watched.evaluate("document.activeElement === document.body")
    watched.get_by_role("button", name="Keys").click()
    keys.get_by_role("checkbox").check()
    watched.keyboard.press("Escape")
    watched.keyboard.press("g")
    watched.keyboard.press("a")
    expect(watched).to_have_url(f"{live_server.url}/actors/")


# --- the next events ---------------------------------------------------------------


def test_the_next_events_join_the_list(watched: Page, live_server, many: None) -> None:
    watched.goto(live_server.url)
    events = watched.locator("article.event")
    expect(events).to_have_count(50)
    assert watched.url == f"{live_server.url}/"
    watched.locator("#more").scroll_into_view_if_needed()
    expect(events).to_have_count(100)
    expect(watched.locator("#announce")).to_have_text("50 more events")
    watched.locator("#more").scroll_into_view_if_needed()
    expect(events).to_have_count(130)
    expect(watched.locator("#more")).to_have_count(0)
    shown = watched.locator(".sheet h2:visible").all_inner_texts()
    assert len(shown) == len(set(shown)) == 12
    numbers = [int(text) for text in watched.locator(".notes .number").all_inner_texts()]
    assert numbers == list(range(1, 131))


def test_the_address_follows_and_back_returns_to_the_place(
    watched: Page, live_server, many: None
) -> None:
    watched.goto(live_server.url)
    watched.locator("#more").scroll_into_view_if_needed()
    event = watched.locator("article.event").nth(70)
    event.evaluate("each => each.scrollIntoView()")
    expect(watched).to_have_url(re.compile(r"\?before=\d+&notes=50$"))
    title = event.locator("h3 > a")
    words, above = title.inner_text(), title.evaluate("each => each.getBoundingClientRect().top")
    title.click()
    expect(watched).to_have_url(re.compile("/events/"))
    watched.go_back()
    same = watched.get_by_role("link", name=words, exact=True)
    expect(same).to_be_in_viewport()
    assert abs(same.evaluate("each => each.getBoundingClientRect().top") - above) < 3
    expect(watched.locator(".notes .number").first).to_have_text("51")
    same.locator("xpath=ancestor::article").locator(".opens").click()
    expect(watched.locator(".slot mark")).to_have_count(1)
    watched.reload()
    expect(watched.locator(".slot mark")).to_be_in_viewport()


def test_a_passage_of_joined_events_can_be_sent_to_somebody(
    watched: Page, live_server, many: None
) -> None:
    watched.goto(live_server.url)
    watched.locator("#more a").focus()
    watched.keyboard.press("Enter")
    expect(watched.locator("article.event")).to_have_count(100)
    expect(watched.locator("article.event").nth(50).locator("h3 > a")).to_be_focused()
    watched.keyboard.press("o")
    expect(watched.locator(".slot mark")).to_have_count(1)
    address = watched.url
    watched.goto("about:blank")
    watched.goto(address)
    expect(watched.locator(".slot mark")).to_be_in_viewport()


# --- requests ----------------------------------------------------------------------


def test_a_failed_request_says_so_and_can_be_asked_again(
    page: Page, live_server, months: None
) -> None:
    page.goto(live_server.url)

    def fail(route: Route) -> None:
        route.fulfill(status=503, body="busy")

    page.route("**/?actor=russia", fail)
    page.get_by_role("group", name="Actors").get_by_label("Russia").check()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("the server answered 503. The list is still the one before.")
    heading(page, "All events")
    page.unroute("**/?actor=russia")
    alert.get_by_role("link", name="Try again").click()
    heading(page, "Russia")
    expect(alert).to_have_count(0)
    page.route("**/citations/**", lambda route: route.abort())
    page.locator(".opens").first.click()
    expect(page.locator(".slot").first).to_contain_text("the server could not be reached")
    page.unroute("**/citations/**")
    page.locator(".slot").get_by_role("link", name="Try again").click()
    expect(page.locator(".slot mark")).to_have_count(1)


def test_a_request_under_way_shows_and_moves_nothing(
    watched: Page, live_server, months: None
) -> None:
    watched.emulate_media(reduced_motion="no-preference")
    watched.goto(live_server.url)
    watched.evaluate(
        """() => {
            window.shift = 0;
            new PerformanceObserver((list) => {
                for (const each of list.getEntries()) window.shift += each.value;
            }).observe({type: "layout-shift", buffered: true});
            window.busy = [];
            new MutationObserver(() => {
                window.busy.push(document.getElementById("view").getAttribute("aria-busy"));
            }).observe(document.getElementById("view"), {attributeFilter: ["aria-busy"]});
        }"""
    )
    watched.get_by_role("group", name="Kind of event").get_by_label("Talks").check()
    heading(watched, "Talks")
    watched.wait_for_function("document.documentElement.classList.contains('busy') === false")
    assert watched.evaluate("window.busy") == ["true", None]
    assert watched.evaluate("window.shift") < 0.1


# --- without script ----------------------------------------------------------------


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
