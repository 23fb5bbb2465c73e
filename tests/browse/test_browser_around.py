"""The pages around the timeline in a browser: axe, the way to a sentence, the search box."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browse import make
from timeline.models import Event, Storyline
from timeline.vocabulary import Role

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESSES = [
    "/",
    "/actors/",
    "/actors/?q=krem",
    "/actors/?q=nobody",
    "/actors/russia/",
    "/actors/body-3/",
    "/sources/",
    "/sources/leos-letter/",
    "/sources/meridian-post/",
    "/storylines/",
    "/storylines/shells/",
]

HEADERS = """() => [...document.querySelectorAll('.ranked')].map((table) =>
  [...table.tHead.rows[0].cells].map((cell) => {
    const words = document.createRange();
    words.selectNodeContents(cell);
    const [around, within] = [cell.getBoundingClientRect(), words.getBoundingClientRect()];
    return [around.left, within.left, within.right, around.right].map(Math.round);
  }))"""


def full_world() -> make.World:
    """With counterparts, a race of sources, several years and an undated event."""
    world = make.world()
    for n in range(14):
        event = make.event(f"Meeting {n}", f"20{n + 9:02}" if n else "", "CONSULT" if n % 2 else "")
        make.part(event, world.russia)
        other = make.actor(f"body-{n}", f"Body {n}")
        make.part(event, other, Role.RECIPIENT if n % 3 else Role.ACTOR)
        for outlet, day in (("Meridian Post", 1), ("Leo’s Letter", 4)):
            text = f"{outlet} on meeting {n}."
            article = make.article(make.source(outlet), text, published_edtf=f"2022-06-0{day}")
            make.claim(event, article, text, attribution_actor=world.russia, attribution_text="x")
        make.settle(event)
    Storyline.objects.create(
        slug="shells", title="Shells", introduction="How it went.", filter="actor=russia"
    )
    return world


@pytest.mark.look
@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1360), ("dark", 1360), ("light", 768), ("dark", 390)]
)
def test_the_pages_have_no_axe_violation_and_fit_the_screen(
    browser: Browser, live_server, transactional_db: None, scheme: str, width: int
) -> None:
    world = full_world()
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url} {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url} {error}"))
    for address in [*ADDRESSES, world.decree.get_absolute_url()]:
        page.goto(f"{live_server.url}{address}")
        for unfold in page.locator("main summary").all():
            if unfold.is_visible():
                unfold.click()
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), address
        assert said == []
        found = Axe().run(page).response["violations"]
        said.clear()  # axe itself may log
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == [], address
    context.close()


@pytest.mark.look
@pytest.mark.parametrize("width", [1400, 1000, 390])
def test_headers_of_counterparts_keep_to_their_columns_and_the_rest_is_aligned_with_them(
    browser: Browser, live_server, transactional_db: None, width: int
) -> None:
    full_world()
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{live_server.url}/actors/russia/")
    page.locator(".ranked + details summary").click()
    first, more = page.evaluate(HEADERS)
    assert len(first) == 6
    for left, begin, end, right in first:
        assert left <= begin < end <= right
    assert [(cell[0], cell[3]) for cell in more] == [(cell[0], cell[3]) for cell in first]
    page.close()


def test_from_the_home_page_one_click_leads_to_who_says_which_day_in_which_sentence(
    page: Page, live_server, transactional_db: None
) -> None:
    world = full_world()
    page.goto(live_server.url)
    page.locator(".lead-disagree a").first.click()
    conflict = page.locator(f"#conflict-{world.decree.conflicts.get().pk}")
    expect(conflict).to_be_in_viewport()
    sides = conflict.locator(".sides > section")
    expect(sides.nth(0).locator("h3")).to_have_text("21 February 2022")
    expect(sides.nth(0).locator(".saying > blockquote")).to_contain_text("On 21 February Vladimir")
    expect(sides.nth(0)).to_contain_text("Harbour Courier")
    expect(sides.nth(1)).to_contain_text("Leo’s Letter")
    sides.nth(1).locator("summary").click()
    expect(sides.nth(1).locator("mark")).to_be_visible()


def test_typing_narrows_the_actors_and_keeps_the_box(
    page: Page, live_server, transactional_db: None
) -> None:
    full_world()
    page.goto(f"{live_server.url}/actors/")
    box = page.get_by_label("Find an actor")
    box.press_sequentially("krem")
    expect(page.locator("#found li span a")).to_have_text(["Russia"])
    expect(page).to_have_url(f"{live_server.url}/actors/?q=krem")
    expect(box).to_be_focused()
    page.reload()
    expect(box).to_have_value("krem")
    expect(page.locator("#found li span a")).to_have_text(["Russia"])


def test_a_year_of_a_storyline_leads_to_its_first_event(
    page: Page, live_server, transactional_db: None
) -> None:
    full_world()
    page.goto(f"{live_server.url}/storylines/shells/")
    page.get_by_role("navigation", name="Years").get_by_role("link", name="2020").click()
    event = Event.objects.get(date_edtf="2020")
    expect(page.locator(f"#event-{event.pk}")).to_be_in_viewport()
