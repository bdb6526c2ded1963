"""A figure over time in the browser, from the story of twelve articles: chart, days, decisions, hints."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from models.data.database import Database
from models.domain.states import Verdict
from models.workflow import accounts
from models.workflow.clock import now
from tests.browser.conftest import LiveDesk, Open
from tests.browser.product import running_product
from tests.browser.test_looks import serious_problems
from tests.live.telling import Teller


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[tuple[str, str]]:
    """A product of its own, with the model that it ships, since the rules alone read the story worse."""
    with running_product(tmp_path_factory.mktemp("figures"), "auto") as settings:
        yield f"http://127.0.0.1:{settings.port}", settings.database_url


@pytest.fixture(scope="module")
def live(address: tuple[str, str], cheap_passwords: None) -> Iterator[LiveDesk]:
    database = Database(address[1])
    yield LiveDesk(database)
    database.close()


@pytest.fixture(scope="module")
def told(address: tuple[str, str], live: LiveDesk) -> Teller:
    """The story, told."""
    editor = live.editor
    with live.database.write() as session:
        token = accounts.mint_token(session, None, editor.user_id, "story", now()).secret
    teller = Teller(address[0], token)
    teller.tell_all()
    return teller


@pytest.fixture
def path(told: Teller) -> str:
    """Where the figure of those killed is."""
    return f"/figures/{told.figure_of(told.claim(5, '9', 'killed'))['id']}"


def test_the_list_is_filtered_by_its_address(open_as: Open, live: LiveDesk, told: Teller, path: str):
    page = open_as(live.reviewer, "/")
    page.keyboard.press("f")
    page.wait_for_url("**/figures")
    page.get_by_label("Measure").select_option("killed")
    page.get_by_label("Only with conflicts").check()
    page.wait_for_url("**/figures?*conflicts=1*")
    expect(page.locator("[data-rows] > li")).to_have_count(1)
    row = page.locator("[data-rows] > li")
    expect(row).to_contain_text("3 independent sources")
    expect(row).to_contain_text(re.compile(r"\d conflicts?"))
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{path}")


def test_the_chart_is_drawn_and_the_table_has_the_same(
    open_as: Open, live: LiveDesk, told: Teller, path: str
):
    page = open_as(live.reviewer, path)
    expect(page.locator(".uplot canvas")).to_be_visible()
    expect(page.locator(".over-time")).to_be_hidden()
    rows = page.locator(".tellings tbody tr")
    expect(rows).to_have_count(7)
    expect(rows.filter(has_text="▼ down")).not_to_have_count(0)
    expect(rows.filter(has_text="in conflict")).not_to_have_count(0)
    chart = page.locator("[data-series]")
    chart.focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[data-readout]")).to_contain_text("8 March 2025: 10 people")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[data-readout]")).to_contain_text("7 March 2025: 8 people")


def test_without_a_script_and_on_paper_it_is_an_svg(open_as: Open, live: LiveDesk, told: Teller, path: str):
    plain = open_as(live.reviewer, path, scripts=False)
    expect(plain.locator(".over-time")).to_be_visible()
    assert plain.locator(".over-time .telling").count() == 7
    page = open_as(live.reviewer, path)
    page.emulate_media(media="print")
    expect(page.locator(".over-time")).to_be_visible()
    expect(page.locator(".uplot")).to_be_hidden()
    expect(page.get_by_role("button", name="Pin")).to_be_hidden()


def test_a_day_says_what_counts_and_what_does_not(open_as: Open, live: LiveDesk, told: Teller, path: str):
    page = open_as(live.reviewer, path)
    page.get_by_label("Day", exact=True).fill("2025-03-05")
    page.wait_for_url("**on=2025-03-05")
    day = page.locator("#day-shown")
    expect(day).to_contain_text("9 to 12 people")
    expect(day).to_contain_text("It stands for a later day (2025-03-08).")
    expect(day).to_contain_text("It recalls what the number was before.")


def test_a_member_is_split_out_and_joined_back(open_as: Open, live: LiveDesk, told: Teller, path: str):
    page = open_as(live.reviewer, path)
    member = page.locator(".members > li").filter(has_text="12 people")
    member.get_by_text("Split out").click()
    member.get_by_label(re.compile("^Why")).fill("Another count")
    member.get_by_role("button", name="Split it out").click()
    expect(page.locator(".note.good")).to_contain_text("Taken out of figure")
    own = page.url.rsplit("/", 1)[1]
    page.goto(path)
    expect(page.locator(".members > li").filter(has_text="12 people")).to_have_count(0)
    page.keyboard.press("i")
    page.keyboard.type(own)
    page.keyboard.press("Enter")
    expect(page.locator(".note.good")).to_contain_text("are here now")
    expect(page.locator(".members > li").filter(has_text="12 people")).to_have_count(1)
    page.keyboard.press("p")
    expect(page.locator("h1")).to_contain_text("pinned")
    page.keyboard.press("p")
    expect(page.locator("h1")).not_to_contain_text("pinned")


def test_a_decision_about_a_figure_that_changed_is_refused(
    open_as: Open, live: LiveDesk, told: Teller, path: str
):
    page, other = open_as(live.reviewer, path), open_as(live.second, path)
    other.keyboard.press("p")
    expect(other.locator("h1")).to_contain_text("pinned")
    page.keyboard.press("p")
    expect(page.get_by_role("alert")).to_contain_text("has changed since you read it")
    other.keyboard.press("p")
    expect(other.locator("h1")).not_to_contain_text("pinned")


def test_a_settled_claim_is_offered_and_a_second_key_settles(open_as: Open, live: LiveDesk, told: Teller):
    first, copy = told.claim(7, "8", "killed"), told.claim(8, "8", "killed")
    live.decide(live.second, first["id"], Verdict.SUPPORTED)
    page = open_as(live.reviewer, f"/claims/{copy['id']}")
    expect(page.locator(".hint")).to_contain_text("independent sources")
    page.keyboard.press("y")
    page.wait_for_url("**confirm=1*")
    expect(page.get_by_role("radio", name="Supported")).to_be_checked()
    assert told.read_again(copy)["status"] == "unverified", "one key settles nothing"
    expect(page.get_by_role("button", name="Settle, then next")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".note.good").first).to_contain_text("settled as supported")
    assert told.read_again(copy)["status"] == "verified"


def test_a_document_is_looked_into_and_its_words_become_evidence(open_as: Open, live: LiveDesk, told: Teller):
    claim = told.claim(11, "10", "killed")
    page = open_as(live.reviewer, f"/claims/{claim['id']}")
    page.keyboard.press("v")
    page.keyboard.type("Bulletin 9.\n\nThe ministry counts ten people killed at the terminal in Burgas.")
    page.get_by_label(re.compile("^Its link")).fill("https://example.org/bulletin-9")
    page.get_by_role("button", name=re.compile("^Look for")).click()
    expect(page.locator("#checked")).to_contain_text("The document has this number")
    expect(page.locator("#checked mark").first).to_have_text("ten")
    page.keyboard.press("g")
    expect(page.get_by_label(re.compile("^Link or claim number"))).to_have_value(
        "https://example.org/bulletin-9"
    )
    expect(page.get_by_label(re.compile("^Quote"))).to_have_value(re.compile("ten people killed"))
    expect(page.get_by_label("Where in it")).not_to_have_value("")


ROWS = (
    "publisher,as_of,place,measure,value,statement\n"
    "{},2025-03-08,Burgas,killed,{},killed in the explosion (invented)"
)


def test_references_are_tried_dry_refused_by_row_and_imported(open_as: Open, live: LiveDesk, told: Teller):
    page = open_as(live.editor, "/references/import")
    rows = page.get_by_label(re.compile("^Or its rows"))
    rows.fill(ROWS.format("Ministry (invented)", "ten-ish things"))
    page.get_by_role("button", name="Import all rows").click()
    expect(page.get_by_role("alert")).to_contain_text("No row was taken")
    expect(page.get_by_role("alert").locator("tbody th").first).to_have_text("2")
    rows.fill(ROWS.format("Ministry (invented)", "10"))
    page.get_by_role("button", name="Try it").click()
    expect(page.locator(".note.good")).to_contain_text("1 row would be taken: 1 new")
    page.get_by_role("button", name="Import all rows").click()
    page.wait_for_url("**/references")
    page.locator("[data-row]").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("10 people")
    expect(page.locator("tbody tr")).to_have_count(1)
    assert open_as(live.reviewer).request.get("/references/import").status == 403
    page.get_by_text("Withdraw this reference").click()
    assert not serious_problems(page)
    page.get_by_label(re.compile("^Why")).fill("A misprint (invented).")
    page.get_by_label(re.compile("to confirm$")).fill(f"withdraw {page.url.rsplit('/', 1)[1]}")
    page.get_by_role("button", name="Withdraw it").click()
    expect(page.locator(".note.warn")).to_contain_text("A misprint (invented).")
    page.set_viewport_size({"width": 390, "height": 800})
    assert not serious_problems(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.goto("/references?withdrawn=1")
    expect(page.locator("[data-row]")).to_have_count(1)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_them(
    open_as: Open, live: LiveDesk, told: Teller, path: str, width: int, scheme: str
):
    page = open_as(live.admin, "/figures", width=width, scheme=scheme)
    claim = told.claim(3, "7", "killed")["id"]
    for where in ("/figures?once=1", path, "/references", "/references/import", f"/claims/{claim}"):
        page.goto(where)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert not serious_problems(page), where
        assert page.evaluate("document.documentElement.scrollWidth") <= width, where
