"""Make the pictures of every page, from the samples as the demo shows them.

.venv/bin/python -m docs.screenshots.make [name ...]     from the top of the checkout

Needs the test requirements and Chromium. Takes its own database and port; touches nothing
but the pictures. Without names it makes all of them.
"""

import io
import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

import dev
from tests.chromium import CHROMIUM_ARGUMENTS, INSTALL_CHROMIUM, chromium_path

FOLDER = Path(__file__).parent
WIDE, NARROW = (1360, 1000), (390, 844)
PATIENCE = 30  # seconds until the server answers
COLOURS = 160  # text and flat areas need no more
# Filters in force, a histogram, and near its top sources that disagree on a date.
DISPUTED = "/?from=2018-04&to=2018-06-12&actor=north-korea"
PASSAGE_OF = "Tollgate Herald"


def as_it_is(page: Page) -> None:
    """Nothing to do before the picture is taken."""


def open_passage(page: Page) -> None:
    event = page.locator("article.event", has=page.locator(".disagree")).first
    event.get_by_label(PASSAGE_OF).first.click()
    page.locator(".slot .passage").wait_for()


def follow(selector: str) -> Callable[[Page], None]:
    def step(page: Page) -> None:
        page.locator(selector).first.click()
        page.wait_for_load_state()

    return step


def show_filters(page: Page) -> None:
    page.locator(".filters-toggle button").click()


@dataclass(frozen=True, slots=True)
class Picture:
    """`prepare` brings the page at `path` into the state shown."""

    name: str
    path: str
    size: tuple[int, int] = WIDE
    scheme: str = "light"
    prepare: Callable[[Page], None] = as_it_is


PICTURES = (
    Picture("timeline", DISPUTED, prepare=open_passage),
    Picture("timeline-dark", DISPUTED, scheme="dark", prepare=open_passage),
    Picture("timeline-narrow", DISPUTED, NARROW),
    Picture("filters-narrow", DISPUTED, NARROW, prepare=show_filters),
    Picture("home", "/"),
    Picture("search", "/?q=%22grain%22+ship*+-corn"),
    Picture("as-known", "/?actor=ukraine&known=1+August+2022"),
    Picture("event", "/?evidence=disagree", prepare=follow(".disagree a")),
    Picture("article", "/sources/tollgate-herald/", prepare=follow("td a")),
    Picture("compare", "/compare/?a.says=united-states&b.says=north-korea"),
    Picture("actor", "/actors/north-korea/"),
    Picture("actors", "/actors/"),
    Picture("source", "/sources/tollgate-herald/"),
    Picture("sources", "/sources/"),
    Picture("storyline", "/storylines/", prepare=follow("main h2 a")),
    Picture("storylines", "/storylines/"),
    Picture("data", "/data/"),
    Picture("method", "/about/"),
    Picture("embed", "/embed/?actor=north-korea", (720, 600)),
    Picture("mistake", "/?from=soon"),
    Picture("gone", "/e/99999", NARROW),
)


def main(names: list[str]) -> None:
    browser = chromium_path()
    if browser is None:
        sys.exit(f"Chromium is not installed: {INSTALL_CHROMIUM}")
    unknown = set(names) - {picture.name for picture in PICTURES}
    if unknown:
        sys.exit(f"There is no picture called {', '.join(sorted(unknown))}.")
    chosen = [picture for picture in PICTURES if not names or picture.name in names]
    with served() as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=CHROMIUM_ARGUMENTS)
        for picture in chosen:
            width, height = picture.size
            page = chromium.new_page(
                viewport={"width": width, "height": height},
                color_scheme=picture.scheme,
                reduced_motion="reduce",
            )
            size = take(page, address, picture)
            page.close()
            print(f"{picture.name}: {size // 1000} kB")
        chromium.close()


@contextmanager
def served() -> Iterator[str]:
    """The demo on a database of its own; its address."""
    with tempfile.TemporaryDirectory() as data:
        environment = os.environ | {"DEBUG": "1", "DATELINE_DATA_DIR": data}
        environment.pop("DATABASE_URL", None)
        demo = [sys.executable, "dev.py", "demo", "--no-serve"]
        subprocess.run(demo, cwd=dev.ROOT, env=environment, check=True)  # noqa: S603 - our own
        address = f"{dev.HOST}:{dev.free_port(None)}"
        command = [sys.executable, "manage.py", "runserver", "--noreload", address]
        server = subprocess.Popen(command, cwd=dev.ROOT, env=environment)  # noqa: S603
        try:
            wait_for(f"http://{address}/healthz")
            yield f"http://{address}"
        finally:
            server.terminate()
            server.wait()


def wait_for(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            urllib.request.urlopen(address, timeout=PATIENCE).close()  # noqa: S310 - our own address
            return
        except urllib.error.URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def take(page: Page, address: str, picture: Picture) -> int:
    """Write one picture; its size in bytes."""
    page.goto(f"{address}{picture.path}")
    picture.prepare(page)
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    if not page.url.rpartition("#")[1]:
        page.evaluate("window.scrollTo(0, 0)")
    drawn = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    file = FOLDER / f"{picture.name}.png"
    drawn.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        file, optimize=True
    )
    return file.stat().st_size


if __name__ == "__main__":
    main(sys.argv[1:])
