"""Every public page: no axe violation, light and dark, wide and narrow; nothing on the console."""

import gzip
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from playwright.sync_api import Browser

from tests.browse import make
from timeline.models import Storyline

pytestmark = pytest.mark.django_db(transaction=True)
STATIC = Path(__file__).resolve().parents[2] / "static"
CONDITIONS = [(scheme, width) for scheme in ("light", "dark") for width in (1360, 768, 390)]
TWICE = """() => {
  const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}"""


def addresses(world: make.World) -> list[str]:
    citation = world.first.citations.earliest("pk").pk
    return [
        "/",
        f"/?passage={citation}&actor=russia",
        "/?from=soon&type=PICNIC",
        "/?q=icebergs",
        "/?q=shells+nort*&known=2022&by=russia",
        "/compare/",
        "/compare/?a.source=meridian-post&b.source=leos-letter",
        world.sale.get_absolute_url(),
        world.decree.get_absolute_url(),
        world.first.get_absolute_url(),
        world.russia.get_absolute_url(),
        "/actors/",
        "/sources/",
        "/sources/meridian-post/",
        "/storylines/",
        "/storylines/shells/",
        f"/citations/{citation}/",
        f"{world.first.get_absolute_url()}?furniture=shown#cite-{citation}",
        "/share/?actor=russia",
        "/embed/?actor=russia",
        f"/embed/events/{world.decree.pk}/",
        "/about/",
        "/data/?actor=russia",
        "/data/?from=soon",
    ]


@pytest.mark.look
@pytest.mark.parametrize(("scheme", "width"), CONDITIONS)
def test_no_page_has_an_axe_violation_or_a_console_message(
    browser: Browser, live_server, transactional_db: None, scheme: str, width: int
) -> None:
    world = make.world()
    for n in range(12):
        extra = make.actor(f"body-{n}", f"Body {n}")
        make.part(world.sale, extra)
    Storyline.objects.create(
        slug="shells", title="Shells", introduction="How it went.", filter="actor=north-korea"
    )
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url} {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url} {error}"))
    axe = Axe()
    for address in addresses(world):
        page.goto(f"{live_server.url}{address}")
        for unfold in page.locator("summary").all():
            if unfold.is_visible():
                unfold.click()
        page.wait_for_load_state("networkidle")
        overflow = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not overflow, f"{address} is wider than the screen"
        assert page.evaluate(TWICE) == [], address
        assert said == []
        found = axe.run(page).response["violations"]
        said.clear()  # axe itself may log
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == [], address
    context.close()


def test_an_empty_site_and_a_wrong_address_are_pages_too(
    browser: Browser, live_server, transactional_db: None
) -> None:
    page = browser.new_page()
    for address, words in (
        ("/", "There are no events yet"),
        ("/nowhere", "nothing at this address"),
        ("/e/999999999", "There is no event 999999999"),
        ("/v/zzzzzzzz", "No view was kept"),
        ("/share/?from=soon", "cannot be shared"),
        ("/embed/?from=soon", "no date I can read"),
    ):
        page.goto(f"{live_server.url}{address}")
        assert words in page.content()
        assert Axe().run(page).response["violations"] == []
    page.close()


def test_styles_and_scripts_stay_under_forty_kilobytes() -> None:
    own = [path for path in STATIC.iterdir() if path.suffix in (".css", ".js")]
    files = [path for path in own if not path.name.startswith("admin-")]
    files.append(Path(finders.find("django_htmx/htmx-2.min.js")))
    assert len(files) > 5
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) < 40_000
