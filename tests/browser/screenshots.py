"""The pictures of docs/review.md, of the demo articles: `.venv/bin/python -m tests.browser.screenshots`."""

import re
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.data.database import Database
from models.data.tables import Claim
from models.domain.roles import Actor
from models.domain.states import DismissReason, Verdict
from models.settings import ROOT
from models.workflow import corrections, review
from models.workflow.clock import now
from models.workflow.review import NewEvidence
from seeds.load import demo_articles
from tests.browser.chromium import HOW_TO_GET_ONE, find_chromium, launch
from tests.browser.palette import shrink
from tests.browser.product import running_product
from tests.factories import PASSWORD, Desk

IMAGES = ROOT / "docs" / "images"
WIDE, PHONE = (1280, 760), (390, 844)
SELECT_WORDS = """run => {
    const range = document.createRange();
    range.setStart(run.firstChild, 0);
    range.setEnd(run.firstChild, Math.min(24, run.firstChild.length));
    getSelection().addRange(range);
}"""
BULLETIN = NewEvidence(
    locator="second paragraph",
    url="https://example.org/demo/agency/bulletin-4",
    quote="17 confirmed dead",
)
WIRE = NewEvidence(locator="first sentence", url="https://example.org/demo/wire/tarvenna-2")


def open_page(browser: Browser, address: str, size: tuple[int, int], scheme: str, name: str = "ada") -> Page:
    """Log somebody in."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,  # type: ignore[arg-type]
        has_touch=size == PHONE,
        is_mobile=size == PHONE,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto("/login")
    page.get_by_label("Name").fill(name)
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
        page.get_by_role("link", name="Read the article with its claims").wait_for(timeout=120_000)


@dataclass(frozen=True, slots=True)
class Told:
    """The claims of the story that the pictures show."""

    settled: int
    disputed: int
    stale: int
    waiting: int
    article: int


class Story:
    """Work on a desk: judged, disputed, corrected and stale claims."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.at = now() - timedelta(days=6)

    def later(self) -> datetime:
        """Let some hours pass, but never beyond now: the work is that of a week."""
        self.at = min(self.at + timedelta(hours=9, minutes=7), now())
        return self.at

    def do(self, claim_id: int, step: Callable[[Session, int], Claim]) -> None:
        """Take a step at the version that stands."""
        version = self.desk.claim(claim_id).version
        with self.desk.database.write() as session:
            step(session, version)

    def judge(self, who: Actor, claim_id: int, verdict: Verdict, evidence: NewEvidence, note: str) -> None:
        """Judge a claim."""
        self.do(
            claim_id,
            lambda session, version: review.decide(
                session, who, claim_id, version, verdict, [evidence], note or None, self.later()
            ),
        )

    def tell(self) -> Told:
        """Do all of it; return which claims show what."""
        desk = self.desk
        with desk.database.write() as session:
            # The articles came in over a week, though they were all read just now.
            for claim in session.scalars(select(Claim)):
                claim.created_at = self.at + timedelta(days=claim.article_id - 1.5)
        with desk.database.read() as session:
            worth = Claim.check_worthiness.desc()
            rows = session.scalars(select(Claim).where(~Claim.withdrawn).order_by(worth, Claim.id)).all()
            by_measure: dict[str | None, list[int]] = {}
            for row in rows:
                by_measure.setdefault(row.measure, []).append(row.id)
            articles = {row.id: row.article_id for row in rows}
        killed = sorted(by_measure["killed"])
        displaced = sorted(by_measure.get("displaced", []) + by_measure.get("refugees", []))
        settled, stale, disputed = killed[0], killed[1], killed[2]
        note = "Confirmed by the agency's own bulletin of the same day."
        self.judge(desk.reviewer, settled, Verdict.SUPPORTED, BULLETIN, note)
        for other in killed[3:5]:
            self.judge(desk.second, other, Verdict.SUPPORTED, WIRE, "")
        off = [row for row in rows if row.measure in ("age", "duration")][:2]
        for row in off:
            self.do(
                row.id,
                lambda s, v, i=row.id: review.dismiss(  # type: ignore[misc]
                    s, desk.reviewer, i, v, DismissReason.NOT_A_CLAIM, None, None, self.later()
                ),
            )
        desk.now = now()
        desk.set(second_reviewer=True)
        note = "The agency counts 17 on the first day; the report repeats a figure of the evening before."
        self.judge(desk.reviewer, disputed, Verdict.SUPPORTED, BULLETIN, "The agency's bulletin has it.")
        self.judge(desk.second, disputed, Verdict.OUTDATED, WIRE, note)
        for other in by_measure.get("injured", [])[:2]:
            self.judge(desk.reviewer, other, Verdict.SUPPORTED, BULLETIN, "")
            self.judge(desk.second, other, Verdict.SUPPORTED, WIRE, "")
        if missing := by_measure.get("missing"):
            self.judge(desk.second, missing[0], Verdict.SUPPORTED, WIRE, "")
        desk.set(second_reviewer=False)
        # Its history is shown, so its steps come after the machine's, which is of just now.
        self.at = now()
        self.judge(desk.second, stale, Verdict.SUPPORTED, BULLETIN, "")
        patch = {"quantity": {"bound": "at_least"}, "certainty": "possible"}
        self.do(stale, lambda s, v: corrections.apply(s, desk.second, stale, v, patch, self.later()))
        return Told(settled, disputed, stale, displaced[0], articles[settled])


@dataclass(frozen=True, slots=True)
class Camera:
    """Takes pictures into a folder, each in few colours."""

    folder: Path
    blank: Page

    def keep(self, page: Page, name: str) -> None:
        """Take the page as it is."""
        page.wait_for_load_state("networkidle")
        (self.folder / f"{name}.png").write_bytes(shrink(page.screenshot(), self.blank))

    def take(self, page: Page, name: str, path: str) -> None:
        """Go somewhere and take it."""
        page.goto(path)
        self.keep(page, name)


def show_claims(camera: Camera, wide: Page, phone: Page, dark: Page, told: Told) -> None:
    """Take a claim on the bench: at work, corrected by selecting, disputed, stale, settled."""
    claim = f"/claims/{told.waiting}"
    camera.take(phone, "claim-phone", claim)
    camera.take(dark, "claim-dark", claim)
    wide.goto(claim)
    wide.keyboard.press("l")
    wide.get_by_role("timer").wait_for()
    wide.keyboard.press("1")
    wide.keyboard.type("https://example.org/report")
    camera.keep(wide, "claim")
    wide.goto(claim)
    words = wide.locator("[data-excerpt] .focus").first
    words.evaluate(SELECT_WORDS)
    wide.locator("[data-use-selection]").wait_for()
    camera.keep(wide, "selecting")
    wide.evaluate("getSelection().removeAllRanges()")
    wide.keyboard.press("c")
    wide.get_by_label(re.compile("^Value")).fill("more than 40,000")
    wide.get_by_text("It will read:").wait_for()
    wide.locator("#correct").scroll_into_view_if_needed()
    wide.evaluate("document.querySelector('#correct').scrollIntoView()")
    camera.keep(wide, "correcting")
    camera.take(wide, "disagreement", f"/claims/{told.disputed}")
    camera.take(phone, "disagreement-phone", f"/claims/{told.disputed}")
    camera.take(wide, "stale", f"/claims/{told.stale}")
    camera.take(wide, "settled", f"/claims/{told.settled}")
    wide.goto(f"/claims/{told.stale}/history")
    wide.locator("[data-row]").nth(2).click()
    wide.locator("#then table").wait_for()
    camera.keep(wide, "history")


def show_lists(camera: Camera, wide: Page, phone: Page, dark: Page, told: Told) -> None:
    """Take the queue, the article, the dashboard and the desk."""
    camera.take(wide, "queue", "/")
    camera.take(phone, "queue-phone", "/")
    wide.goto("/?low=1")
    for row in (1, 2, 3):
        wide.locator(".pick input").nth(row).check()
    wide.locator("#together select").select_option("not_a_claim")
    camera.keep(wide, "choosing")
    camera.take(wide, "article", f"/articles/{told.article}")
    camera.take(phone, "article-phone", f"/articles/{told.article}")
    camera.take(wide, "submit", "/submit")
    camera.take(wide, "dashboard", "/dashboard?days=7")
    camera.take(phone, "dashboard-phone", "/dashboard?days=7")
    camera.take(dark, "dashboard-dark", "/dashboard?days=7")
    camera.take(wide, "desk", "/desk")


def main(folder: Path = IMAGES) -> None:
    """Take them all."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, running_product(Path(data), "auto") as settings:
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
            told = Story(desk).tell()
            camera = Camera(folder, browser.new_page())
            show_lists(camera, wide, phone, dark, told)
            show_claims(camera, wide, phone, dark, told)
            browser.close()
        desk.database.close()
    for path in sorted(folder.glob("*.png")):
        print(f"{path.name}  {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES)
