"""Make timeline.png, the picture in the README, from the samples as the demo shows them.

.venv/bin/python -m docs.screenshots.make     from the top of the checkout

Needs the test requirements and Chromium. Takes its own database and port; touches nothing
but the picture.
"""

import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

import dev
from tests.conftest import CHROMIUM_ARGUMENTS, INSTALL_CHROMIUM, chromium_path

PICTURE = Path(__file__).with_name("timeline.png")
SIZE = {"width": 1360, "height": 1000}
# Filters in force, a histogram, and near its top sources that disagree on a date.
VIEW = "?from=2018-04&to=2018-06-12&actor=north-korea"
PASSAGE_OF = "Tollgate Herald"
PATIENCE = 30  # seconds until the server answers


def main() -> None:
    browser = chromium_path()
    if browser is None:
        sys.exit(f"Chromium is not installed: {INSTALL_CHROMIUM}")
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
            take(browser, f"http://{address}/{VIEW}")
        finally:
            server.terminate()
            server.wait()
    print(f"{PICTURE.relative_to(dev.ROOT)}: {PICTURE.stat().st_size // 1000} kB")


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


def take(browser: str, address: str) -> None:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=CHROMIUM_ARGUMENTS)
        page = chromium.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        page.goto(address)
        event = page.locator("article.event", has=page.locator(".disagree")).first
        event.get_by_label(PASSAGE_OF).first.click()
        page.locator(".slot .passage").wait_for()
        page.mouse.move(0, 0)
        page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
        page.screenshot(path=PICTURE)
        chromium.close()


if __name__ == "__main__":
    main()
