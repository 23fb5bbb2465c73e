"""Keys, the next events and requests that fail, in a browser."""

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from tests.browse import make

pytestmark = pytest.mark.django_db(transaction=True)


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


# --- keys ----------------------------------------------------------------------------


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


# --- the next events -----------------------------------------------------------------


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


# --- requests ------------------------------------------------------------------------


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


@pytest.mark.parametrize(("motion", "transitions"), [("no-preference", 1), ("reduce", 0)])
def test_a_swap_is_a_transition_only_where_motion_is_welcome(
    watched: Page, live_server, months: None, motion: Any, transitions: int
) -> None:
    watched.emulate_media(reduced_motion=motion)
    watched.goto(live_server.url)
    watched.evaluate(
        """() => {
            const start = document.startViewTransition.bind(document);
            window.transitions = 0;
            document.startViewTransition = (swap) => {
                window.transitions += 1;
                return start(swap);
            };
        }"""
    )
    watched.get_by_role("group", name="Kind of event").get_by_label("Talks").check()
    heading(watched, "Talks")
    assert watched.evaluate("window.transitions") == transitions


def test_the_first_event_is_the_first_also_below_the_window(
    watched: Page, live_server, transactional_db: None
) -> None:
    make.world()
    watched.set_viewport_size({"width": 1280, "height": 300})
    watched.goto(live_server.url)
    watched.keyboard.press("j")
    expect(watched.locator("article.event h3 a").first).to_be_focused()


def test_a_copied_passage_address_shows_the_passage(
    watched: Page, live_server, transactional_db: None
) -> None:
    citation = make.world().recognition.claims.get().citations.get()
    watched.set_viewport_size({"width": 390, "height": 500})
    watched.goto(f"{live_server.url}/?passage={citation.pk}")
    expect(watched.locator(".slot .passage mark")).to_be_in_viewport()
