"""The pictures of docs/review.md, of the demo articles: `.venv/bin/python -m tests.browser.screenshots`."""

import re
import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from sqlalchemy import select

from models.data.database import Database
from models.data.tables import Claim
from models.domain.states import Verdict
from models.settings import ROOT
from models.workflow import review
from models.workflow.clock import now
from models.workflow.review import NewEvidence
from seeds.load import demo_articles
from tests.browser.chromium import HOW_TO_GET_ONE, find_chromium, launch
from tests.browser.product import running_product
from tests.factories import PASSWORD, Desk

IMAGES = ROOT / "docs" / "images"
WIDE, PHONE = (1280, 660), (390, 844)


def open_page(browser: Browser, address: str, size: tuple[int, int], scheme: str) -> Page:
    """Log in as the demo's admin."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,  # type: ignore[arg-type]
        has_touch=size == PHONE,
        is_mobile=size == PHONE,
    )
    page = context.new_page()
    page.goto("/login")
    page.get_by_label("Name").fill("ada")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/")
    return page


def submit_all(page: Page) -> None:
    """Send the demo articles in by the page, and wait until each has been read."""
    for article in demo_articles():
        page.goto("/submit")
        page.get_by_label(re.compile("^Text Paste")).fill(article.text)
        page.get_by_label(re.compile("^Title")).fill(article.title)
        page.get_by_label(re.compile("^Published")).fill(date.fromisoformat(article.published_on).isoformat())
        page.get_by_label(re.compile("^Source")).fill(article.source_name)
        page.get_by_label(re.compile("^URL")).fill(article.url)
        page.get_by_role("button", name="Submit").click()
        page.get_by_role("link", name="Read the article with its claims").wait_for(timeout=60_000)


def settle_some(desk: Desk) -> tuple[int, int]:
    """Settle one claim and return it with an open one."""
    with desk.database.write() as session:
        killed = session.scalars(select(Claim).where(Claim.measure == "killed").order_by(Claim.id)).all()
        evidence = NewEvidence(
            locator="second paragraph",
            url="https://example.org/demo/agency/bulletin-4",
            quote="17 confirmed dead",
        )
        settled = killed[0]
        note = "Confirmed by the agency's own bulletin of the same day."
        review.decide(
            session, desk.reviewer, settled.id, settled.version, Verdict.SUPPORTED, [evidence], note, now()
        )
        displaced = (
            select(Claim.id).where(Claim.measure == "displaced").order_by(Claim.check_worthiness.desc())
        )
        return settled.id, session.scalars(displaced).first() or killed[1].id


def take(page: Page, name: str, path: str) -> None:
    """Take one picture."""
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=IMAGES / f"{name}.png")


def main() -> None:
    """Take them all."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, running_product(Path(folder), "auto") as settings:
        desk = Desk(Database(settings.database_url))
        with sync_playwright() as playwright:
            chromium = find_chromium(playwright)
            if chromium is None:
                raise SystemExit(HOW_TO_GET_ONE)
            browser = launch(playwright, chromium)
            address = f"http://127.0.0.1:{settings.port}"
            wide = open_page(browser, address, WIDE, "light")
            dark = open_page(browser, address, WIDE, "dark")
            phone = open_page(browser, address, PHONE, "light")
            submit_all(wide)
            settled, open_claim = settle_some(desk)
            with desk.database.read() as session:
                article = session.get_one(Claim, settled).article_id
            take(wide, "queue", "/")
            take(phone, "queue-phone", "/")
            take(wide, "article", f"/articles/{article}")
            take(phone, "article-phone", f"/articles/{article}")
            take(wide, "settled", f"/claims/{settled}")
            take(wide, "submit", "/submit")
            take(phone, "claim-phone", f"/claims/{open_claim}")
            wide.goto(f"/claims/{open_claim}")
            wide.keyboard.press("1")
            wide.keyboard.type("https://example.org/report")
            wide.screenshot(path=IMAGES / "claim.png")
            take(dark, "claim-dark", f"/claims/{open_claim}")
            browser.close()
        desk.database.close()
    for path in sorted(IMAGES.glob("*.png")):
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
