"""What everybody needs: accessible in light and dark, whole at phone width, and light to load."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Response

from models.domain.states import DismissReason, Verdict
from models.workflow import corrections, jobs, review
from tests.browser.conftest import LiveDesk, Open

AXE = Path(__file__).parent / "axe" / "axe-4.14.1.min.js"
SERIOUS = {"serious", "critical"}
FIRST_VIEW = 100_000  # bytes, all in, as they are once unpacked

LONG = (
    "The mayor said 21 people were killed in Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch. "
    "Another 300 fled to https://example.org/a/very/long/address/that/does/not/break/anywhere/at/all/really."
)


@pytest.fixture(scope="session")
def pages(live: LiveDesk) -> dict[str, str]:
    """Every page, each with something on it; names and addresses."""
    killed, displaced = live.claims(LONG)
    live.decide(live.second, displaced, Verdict.CONFLICTING)
    _, failed = live.submit("Failing 21. Another 300.")
    with live.database.write() as session:
        started = jobs.start(session, failed, "worker", live.now)
        assert started is not None
        jobs.fail(session, started, "the worker's machine lost its power", live.now)
    article = live.claim(killed).article_id
    titled, job = live.submit(f"{LONG} Titled.", title="\u202eVery" * 80)
    live.run(job)
    stale, disputed = live.claims(f"{LONG} Once more.")
    live.decide(live.second, stale)
    with live.database.write() as session:
        patch = {"measure": "injured", "quantity": {"bound": "at_least"}}
        version = live.claim(stale).version
        corrections.apply(session, live.second, stale, version, patch, live.now)
    dismissed, _ = live.claims(f"{LONG} Dismissed.")
    with live.database.write() as session:
        version, reason = live.claim(dismissed).version, DismissReason.NOT_A_CLAIM
        review.dismiss(session, live.second, dismissed, version, reason, None, "Nobody says so.", live.now)
    live.set(second_reviewer=True)
    live.decide(live.reviewer, disputed)
    live.decide(live.second, disputed, Verdict.REFUTED)
    live.set(second_reviewer=False)
    return {
        "login": "/login",
        "queue": "/?status=any",
        "empty queue": "/?text=nothing-says-this",
        "submit": "/submit",
        "jobs": "/jobs",
        "failed job": f"/jobs/{failed}",
        "articles": "/articles",
        "article": f"/articles/{article}",
        "open claim": f"/claims/{killed}",
        "long title": f"/articles/{titled}",
        "claim of a long title": f"/claims/{live.claim_ids(titled)[0]}",
        "stale claim": f"/claims/{stale}",
        "disputed claim": f"/claims/{disputed}",
        "history": f"/claims/{stale}/history?at=2100-01-01",
        "dashboard": "/dashboard",
        "settled claim": f"/claims/{displaced}",
        "dismissed claims": "/?status=dismissed",
        "dismissed claim": f"/claims/{dismissed}",
        "account": "/account",
        "desk": "/desk",
        "not found": "/claims/999999",
    }


def open_details(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 390)])
def test_axe_finds_nothing_serious(
    open_as: Open, live: LiveDesk, pages: dict[str, str], scheme: str, width: int
):
    found: list[str] = []
    page = open_as(live.admin, "/", scheme=scheme, width=width)
    stranger = open_as(None, "/login", scheme=scheme, width=width)
    for name, path in pages.items():
        looked_at = stranger if name == "login" else page
        looked_at.goto(path)
        open_details(looked_at)
        found += [f"{name}: {problem}" for problem in serious_problems(looked_at)]
    assert not found


def serious_problems(page: Page) -> list[str]:
    page.evaluate(AXE.read_text())
    problems = page.evaluate("axe.run()")["violations"]
    return [f"{p['id']}: {p['nodes'][0]['html'][:200]}" for p in problems if p["impact"] in SERIOUS]


def test_axe_finds_what_is_wrong(open_as: Open, live: LiveDesk):
    page = open_as(live.admin, "/")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    page.evaluate("document.querySelector('h1').style.color = '#c8c8c8'")
    assert {problem.split(":")[0] for problem in serious_problems(page)} == {
        "html-has-lang",
        "color-contrast",
    }


@pytest.mark.parametrize("width", [390, 320, 768, 1280])
def test_nothing_sticks_out_sideways(open_as: Open, live: LiveDesk, pages: dict[str, str], width: int):
    page = open_as(live.admin, "/", width=width, height=844)
    wide = {}
    for name, path in pages.items():
        page.goto(path)
        open_details(page)
        reach = page.evaluate("document.documentElement.scrollWidth")
        if reach > width:
            wide[name] = reach
    assert not wide


def test_the_first_view_of_a_long_queue_is_light(open_as: Open, live: LiveDesk):
    for n in range(20):
        live.claims(f"{LONG} Number {n}.")
    page = open_as(live.reviewer, "/login")
    page.wait_for_load_state("networkidle")  # what still comes for the page before does not count
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto("/?low=1&status=any")
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-rows] > li").count() == 25
    # The bodies are unpacked here: what travels is less.
    assert len(answers) >= 4, "the page, its style and its scripts"
    sizes = {answer.url.rpartition("/")[2]: len(answer.body()) for answer in answers}
    assert not any("htmx" in name for name in sizes), "htmx comes with the first touch of a filter"
    assert sum(sizes.values()) < FIRST_VIEW, sizes
    page.get_by_role("link", name="Show more").click()
    page.wait_for_url("**cursor=*")
    assert page.locator("[data-rows] > li").count() > 0


def test_a_filter_works_from_its_first_touch(open_as: Open, live: LiveDesk):
    live.claims(f"{LONG} Touched first.")
    page = open_as(live.reviewer, "/?low=1&status=any")
    assert not page.evaluate("'htmx' in window")
    # Chosen without focus or pointer before it, so while htmx is still on its way.
    page.evaluate(
        "() => { const choice = document.querySelector('[name=measure]'); choice.value = 'killed';"
        " choice.dispatchEvent(new Event('change', { bubbles: true })); }"
    )
    page.wait_for_url("**measure=killed**")
    assert page.evaluate("'htmx' in window")
    assert set(page.locator("[data-rows] .measure").all_inner_texts()) == {"Killed"}
