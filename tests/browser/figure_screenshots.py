"""The pictures of docs/figures.md: `.venv/bin/python -m tests.browser.figure_screenshots`."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from models.data.database import Database
from models.domain.states import Verdict
from models.workflow import accounts
from models.workflow.clock import now
from tests.browser.chromium import HOW_TO_GET_ONE, find_chromium, launch
from tests.browser.product import running_product
from tests.browser.screenshots import IMAGES, PHONE, WIDE, Camera, open_page
from tests.factories import Desk
from tests.live.telling import Teller


def show(camera: Camera, wide: Page, dark: Page, phone: Page, told: Teller) -> None:
    """Take the list, the figure in three ways, a hint that offers, and a document looked into."""
    figure = f"/figures/{told.figure_of(told.claim(5, '9', 'killed'))['id']}"
    camera.take(wide, "figures", "/figures?measure=killed")
    for page, name in ((wide, "figure"), (dark, "figure-dark"), (phone, "figure-phone")):
        camera.take(page, name, figure)
    wide.goto(f"{figure}?on=2025-03-05")
    wide.locator("#day").scroll_into_view_if_needed()
    camera.keep(wide, "figure-day")
    camera.take(wide, "hint", f"/claims/{told.claim(8, '8', 'killed')['id']}")
    wide.goto(f"/claims/{told.claim(11, '10', 'killed')['id']}")
    wide.keyboard.press("v")
    wide.keyboard.type("Bulletin 9.\n\nThe ministry counts ten people killed at the terminal in Burgas.")
    wide.get_by_role("button", name="Look for").click()
    wide.locator("#checked").wait_for()
    camera.keep(wide, "source-check")


def main(folder: Path = IMAGES) -> None:
    """Take them all."""
    with tempfile.TemporaryDirectory() as data, running_product(Path(data), "auto") as settings:
        desk = Desk(Database(settings.database_url))
        admin = desk.admin
        with desk.database.write() as session:
            token = accounts.mint_token(session, None, admin.user_id, "pictures", now()).secret
        address = f"http://127.0.0.1:{settings.port}"
        told = Teller(address, token)
        told.tell_all()
        desk.now = now()
        desk.decide(desk.second, told.claim(7, "8", "killed")["id"], Verdict.SUPPORTED)
        with sync_playwright() as playwright:
            chromium = find_chromium(playwright)
            if chromium is None:
                raise SystemExit(HOW_TO_GET_ONE)
            browser = launch(playwright, chromium)
            pages = [
                open_page(browser, address, size, scheme)
                for size, scheme in ((WIDE, "light"), (WIDE, "dark"), (PHONE, "light"))
            ]
            show(Camera(folder, browser.new_page()), *pages, told)
            browser.close()
        desk.database.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES)
