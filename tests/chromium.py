"""The browser of the tests and of the pictures. Needs no settings."""

import os
import shutil
from pathlib import Path

INSTALL_CHROMIUM = "apt-get install -y chromium"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


def chromium_path() -> str | None:
    """DATELINE_CHROMIUM, else the usual names, else a browser Playwright downloaded."""
    named = os.environ.get("DATELINE_CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    for name in CHROMIUM_NAMES:
        if found := shutil.which(name):
            return found
    default = Path.home() / ".cache" / "ms-playwright"
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", default))
    return next((str(path) for path in sorted(cache.glob("chromium-*/chrome-*/chrome"))), None)
