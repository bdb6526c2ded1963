"""Which browser the tests drive: the system's Chromium, or the one that Playwright installs."""

import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
HOW_TO_GET_ONE = (
    "no Chromium was found, so the page cannot be tested. Install one with your system's packages"
    " (apt-get install chromium), or with `.venv/bin/playwright install chromium`, or name it in"
    " CHROMIUM=/path/to/chromium"
)
# Root may not use Chromium's sandbox, and containers have a small /dev/shm and no graphics card.
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--force-color-profile=srgb"]


def find_chromium(playwright: Playwright) -> str | None:
    """Return the path of a Chromium, or None when there is none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    own = playwright.chromium.executable_path
    if own and Path(own).exists():
        return own
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def launch(playwright: Playwright, path: str) -> Browser:
    """Start a browser without a window."""
    return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
