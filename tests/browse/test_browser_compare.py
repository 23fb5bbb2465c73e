"""A comparison in a real browser: no axe violation, nothing on the console, asked by the form."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browse import make

pytestmark = pytest.mark.django_db(transaction=True)
CONDITIONS = [(scheme, width) for scheme in ("light", "dark") for width in (1360, 390)]
ADDRESSES = (
    "/compare/?from=2022",
    "/compare/?a.source=harbour-courier&b.source=leos-letter",
    "/compare/?a.known=2022-09-07",
    "/compare/?a.actor=russia&b.actor=north-korea&show=both",
    "/compare/?a.known=soon&b.source=leos-letter",
    "/compare/?a.q=icebergs",
)


@pytest.mark.look
@pytest.mark.parametrize(("scheme", "width"), CONDITIONS)
def test_a_comparison_has_no_axe_violation_and_fits_the_screen(
    browser: Browser, live_server, transactional_db: None, scheme: str, width: int
) -> None:
    make.world()
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url} {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url} {error}"))
    for address in ADDRESSES:
        page.goto(f"{live_server.url}{address}")
        for unfold in page.locator("summary").all():
            unfold.click()
        overflow = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not overflow, f"{address} is wider than the screen"
        assert said == []
        found = Axe().run(page).response["violations"]
        said.clear()  # axe itself may log
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == [], address
    context.close()


def test_two_sources_are_chosen_and_compared_without_script(
    browser: Browser, live_server, transactional_db: None
) -> None:
    make.world()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/?from=2022")
    page.get_by_role("link", name="Compare", exact=True).click()
    for letter, source in (("A", "harbour-courier"), ("B", "leos-letter")):
        page.get_by_role("group", name=f"Side {letter}").get_by_label("Source").select_option(
            source
        )
    page.get_by_role("button", name="Compare").click()
    address = "/compare/?from=2022&a.source=harbour-courier&b.source=leos-letter"
    assert page.url == f"{live_server.url}{address}"
    expect(page.locator(".disagree")).to_contain_text("A and B disagree on the date")
    page.get_by_role("link", name="they disagree on 1", exact=True).click()
    expect(page.locator("article.event")).to_have_count(1)
    context.close()


def test_both_sides_of_an_event_stand_beside_each_other_where_there_is_room(
    browser: Browser, live_server, transactional_db: None
) -> None:
    make.world()
    for width, beside in ((1360, True), (390, False)):
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto(f"{live_server.url}{ADDRESSES[1]}")
        left, right = (half.bounding_box() for half in page.locator(".halves > section").all())
        assert left and right
        assert (left["y"] == right["y"]) is beside
        page.locator(".halves").get_by_role("link", name="Passage").last.click()
        expect(page.locator(".halves > section").last.locator("mark")).to_be_visible()
        page.get_by_role("link", name="1 only in B", exact=True).click()
        expect(page.locator("article.event.in-b")).to_have_count(1)
        expect(page.locator(".halves")).to_have_count(0)
        assert page.url == f"{live_server.url}{ADDRESSES[1]}&show=b"
        page.close()
