"""A real browser before a real server and worker, with people who can log in."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from models.data.database import Database
from models.domain.roles import Actor
from models.workflow import jobs
from models.workflow.clock import now
from tests.browser.chromium import HOW_TO_GET_ONE, find_chromium, launch
from tests.browser.product import running_product
from tests.factories import PASSWORD, Desk

PATIENCE = 15_000  # ms that a page may take on a machine that others use too


class LiveDesk(Desk):
    """A desk whose clock is the server's, since the server looks at it too."""

    def submit(self, text: str = "", title: str | None = None) -> tuple[int, int]:
        self.now = now()
        return super().submit(text, title)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without one the tests are skipped with how to get it, and fail in CI."""
    with sync_playwright() as playwright:
        path = find_chromium(playwright)
        if path is None:
            if os.environ.get("CI"):
                pytest.fail(HOW_TO_GET_ONE)
            pytest.skip(HOW_TO_GET_ONE)
        expect.set_options(timeout=PATIENCE)
        started = launch(playwright, path)
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[tuple[str, str]]:
    """Where the product listens, and its database's URL."""
    with running_product(tmp_path_factory.mktemp("product")) as settings:
        yield f"http://127.0.0.1:{settings.port}", settings.database_url


@pytest.fixture(scope="session")
def live(address: tuple[str, str], cheap_passwords: None) -> Iterator[LiveDesk]:
    """The people of the desk that the server serves, and a way to bring claims in past the worker."""
    database = Database(address[1])
    yield LiveDesk(database)
    database.close()


@pytest.fixture(autouse=True)
def nothing_left(live: LiveDesk) -> Iterator[None]:
    """Clear the bench after each test: nobody holds a claim, and no job waits."""
    yield
    from sqlalchemy import select

    from models.data.tables import Claim, Job
    from models.workflow import leases

    with live.database.write() as session:
        for claim in session.scalars(select(Claim).where(Claim.lease_holder.is_not(None))):
            leases.expire(session, claim, now())
        for job in session.scalars(select(Job).where(Job.state.in_(["queued", "running"]))):
            jobs.cancel(session, live.admin, job.id, now())


Open = Callable[..., Page]


@pytest.fixture
def open_as(browser: Browser, address: tuple[str, str], live: LiveDesk) -> Iterator[Open]:
    """Open a browser of one's own for a person: ``open_as(live.reviewer, "/jobs", width=390)``.

    Anything that the page reports as an error fails the test, but for refusals that a test asks for.
    """
    contexts: list[BrowserContext] = []
    mishaps: list[str] = []

    def open_page(
        person: Actor | None,
        path: str = "/",
        *,
        width: int = 1280,
        height: int = 900,
        scheme: str = "light",
        scripts: bool = True,
    ) -> Page:
        context = browser.new_context(
            base_url=address[0],
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("pageerror", lambda error: mishaps.append(str(error)))
        page.on("console", lambda line: mishaps.append(line.text) if _is_mishap(line) else None)
        if person is not None:
            page.goto("/login")
            page.get_by_label("Name").fill(person.name)
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("button", name="Log in").click()
            page.wait_for_url("**/")
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not mishaps


def _is_mishap(line: ConsoleMessage) -> bool:
    """Say whether the page complains; that a page is itself a refusal is what some tests are about."""
    if line.type not in ("error", "warning"):
        return False
    if line.text.startswith(("htmx:sendAbort", "htmx:afterRequest")):
        # A newer request took the place of one under way, or the page was left meanwhile.
        return False
    is_refusal = any(f"status of {code}" in line.text for code in (401, 404, 409, 412, 422))
    return not is_refusal or "/assets/" in line.location["url"]
