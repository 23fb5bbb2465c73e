"""The reader by keyboard and mouse, the share panel in place, copying where it is not allowed."""

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browse import make

pytestmark = pytest.mark.django_db(transaction=True)
MENU = "".join(f"Menu line {n}\n" for n in range(9))


def test_n_and_p_go_from_passage_to_passage_and_say_which(
    watched: Page, live_server, world: make.World
) -> None:
    made = list(world.first.citations.order_by("start"))
    watched.goto(f"{live_server.url}{world.first.get_absolute_url()}")
    announced = watched.locator("#announce")
    for key, place in (("n", 0), ("n", 1), ("n", 2), ("p", 1)):
        watched.keyboard.press(key)
        expect(announced).to_have_text(
            f"Claim {place + 1} of 3: {made[place].claim.text}", use_inner_text=True
        )
        assert watched.url.endswith(f"#cite-{made[place].pk}")
        expect(watched.locator(".reader mark.on")).to_have_text(made[place].quote)
        expect(watched.locator(".cited li.on .words")).to_have_text(made[place].claim.text)
    watched.keyboard.press("n")
    watched.keyboard.press("n")
    expect(announced).to_have_text("That was the last passage")
    watched.get_by_role("searchbox").press_sequentially("pn")
    expect(announced).to_have_text("That was the last passage")
    assert watched.url.endswith(f"#cite-{made[2].pk}")


def test_passage_and_claim_lead_to_each_other_and_back_returns(
    watched: Page, live_server, world: make.World
) -> None:
    first = world.first.citations.earliest("start")
    watched.goto(f"{live_server.url}{world.first.get_absolute_url()}")
    watched.get_by_role("link", name="Claim 2", exact=True).click()
    expect(watched.locator(".cited li:target .number")).to_have_text("2")
    expect(watched.locator(".reader mark.on")).to_have_count(1)
    watched.get_by_role("link", name="Passage of claim 1").click()
    expect(watched.locator(f"#claim-{first.claim_id}")).to_have_class(re.compile("on"))
    watched.go_back()
    expect(watched.locator(".cited li.on .number")).to_have_text("2")
    watched.locator(".reader mark").first.click()
    expect(watched.locator(".cited li.on .number")).to_have_text("1")


def test_without_script_the_pair_is_linked_and_furniture_opens(
    browser: Browser, live_server, world: make.World
) -> None:
    text = f"{MENU}\nThe ferry sank.\n"
    article = make.article(make.source("Courier"), text, body_spans=[[len(MENU) + 1, len(text)]])
    claim = make.claim(world.sale, article, "The ferry sank.")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}{article.get_absolute_url()}")
    expect(page.get_by_text("Menu line 3")).not_to_be_visible()
    page.get_by_role("link", name="Show all of it").click()
    expect(page.get_by_text("Menu line 3")).to_be_visible()
    page.get_by_role("link", name="Claim 1", exact=True).click()
    expect(page.locator(f"#claim-{claim.pk}:target")).to_be_visible()
    page.get_by_role("link", name="Passage of claim 1").click()
    assert page.url.endswith(f"#cite-{claim.citations.get().pk}")
    context.close()


def test_furniture_opens_in_place_and_the_address_says_so(
    watched: Page, live_server, world: make.World
) -> None:
    text = f"{MENU}\nThe ferry sank.\n"
    article = make.article(make.source("Courier"), text, body_spans=[[len(MENU) + 1, len(text)]])
    watched.goto(f"{live_server.url}{article.get_absolute_url()}")
    watched.get_by_role("link", name="Show all of it").click()
    expect(watched.get_by_text("Menu line 3")).to_be_visible()
    assert "furniture=shown" in watched.url
    watched.get_by_role("link", name="Fold the furniture").click()
    expect(watched.get_by_text("Menu line 3")).not_to_be_visible()
    watched.emulate_media(media="print")
    expect(watched.get_by_text("Page furniture, 9 lines")).to_be_visible()


def test_a_view_gets_its_short_address_in_place(
    watched: Page, live_server, world: make.World
) -> None:
    watched.context.grant_permissions(["clipboard-read", "clipboard-write"])
    watched.goto(f"{live_server.url}/?actor=russia")
    watched.get_by_text("Share", exact=True).click()
    expect(watched.get_by_label("Address of this view")).to_have_value(
        f"{live_server.url}/?actor=russia"
    )
    watched.get_by_role("button", name="Make a short address").click()
    short = watched.get_by_label("Short address")
    expect(short).to_have_value(re.compile(f"^{re.escape(live_server.url)}/v/[a-z2-7]{{8}}$"))
    assert watched.url == f"{live_server.url}/?actor=russia"
    address = short.input_value()
    assert Axe().run(watched, ".share").response["violations"] == []
    watched.get_by_role("button", name="Copy short address").click()
    expect(watched.locator("#announce")).to_have_text("Short address copied")
    assert watched.evaluate("navigator.clipboard.readText()") == address
    watched.goto(address)
    assert watched.url == f"{live_server.url}/?actor=russia"


def test_a_short_address_needs_no_script(browser: Browser, live_server, world: make.World) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/?actor=russia")
    page.get_by_text("Share", exact=True).click()
    page.get_by_role("link", name="Address, short address and code").click()
    page.get_by_role("button", name="Make a short address").click()
    page.goto(page.get_by_label("Short address").input_value())
    assert page.url == f"{live_server.url}/?actor=russia"
    context.close()


def test_what_the_browser_does_not_copy_can_be_taken_by_hand(
    watched: Page, live_server, world: make.World
) -> None:
    watched.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    watched.goto(f"{live_server.url}{world.sale.get_absolute_url()}")
    watched.get_by_role("button", name="Copy address of claim 1").click()
    claim = world.sale.claims.earliest("pk")
    box = watched.get_by_label("To copy by hand")
    expect(box).to_have_value(f"{live_server.url}/c/{claim.pk}")
    expect(box).to_be_focused()


@pytest.fixture
def elsewhere(live_server) -> Iterator[str]:  # type: ignore[no-untyped-def]
    """Another site, whose pages hold a frame with the page of this site of the same path."""

    class Framing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            source = f"{live_server.url}{self.path}"
            self.wfile.write(f'<iframe src="{source}" width="600" height="400">'.encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Framing) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_the_embedded_page_alone_shows_in_a_frame_of_another_site(
    page: Page, elsewhere: str, world: make.World
) -> None:
    heading = page.frame_locator("iframe").get_by_role("heading", level=1)
    page.goto(f"{elsewhere}/embed/?actor=russia")
    expect(heading).to_have_text("Russia")
    page.goto(f"{elsewhere}/?actor=russia", wait_until="networkidle")
    assert heading.all_inner_texts() == []
