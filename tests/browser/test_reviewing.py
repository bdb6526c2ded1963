"""Settling claims: by keyboard, by two people at once, and after a change of mind."""

import re

from playwright.sync_api import Page, expect

from models.domain.states import State, Verdict
from tests.browser.conftest import LiveDesk, Open

REPORT = "https://example.org/report"


def test_ten_claims_are_settled_by_keyboard_alone(open_as: Open, live: LiveDesk):
    for n in range(5):
        live.claims(f"The mayor said 21 people were killed in Town {n}. Another 300 fled.")
    page = open_as(live.reviewer, "/")
    page.keyboard.press("n")
    settled = []
    for turn in range(10):
        page.wait_for_url("**/claims/*")
        settled.append(int(page.url.split("/claims/")[1].split("#")[0]))
        page.keyboard.press("12345678"[turn % 6])
        expect(page.get_by_label(re.compile("^Link or claim number"))).to_be_focused()
        page.keyboard.type(REPORT)
        page.keyboard.press("Tab")
        page.keyboard.type(f"paragraph {turn}")
        with page.expect_navigation():
            page.keyboard.press("Control+Enter")
        expect(page.get_by_role("status").first).to_contain_text(f"Claim {settled[-1]}: settled as")
    assert len(set(settled)) == 10
    assert all(live.claim(claim_id).state == State.FINAL for claim_id in settled)


def test_a_verdict_that_needs_a_note_puts_one_there(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims("Say 21 here. Another 300 fled.")
    page = open_as(live.reviewer, f"/claims/{claim_id}")
    page.keyboard.press("8")
    expect(page.get_by_label(re.compile("^Note"))).to_be_focused()
    expect(page.get_by_text("none needed with this verdict")).to_be_visible()
    page.keyboard.type("Nobody counts this.")
    page.get_by_role("button", name="Settle", exact=True).click()
    expect(page.get_by_text("Unverifiable").first).to_be_visible()
    assert live.claim(claim_id).verdict == "not_checkable"


def test_what_was_typed_outlives_a_refusal(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims("Typed 21 here. Another 300 fled.")
    page = open_as(live.reviewer, f"/claims/{claim_id}")
    page.keyboard.press("2")
    page.keyboard.type("not a link")
    page.get_by_label(re.compile("^Note")).fill("My words.")
    page.get_by_role("button", name="Settle", exact=True).click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("radio", name="Refuted")).to_be_checked()
    expect(page.get_by_label(re.compile("^Link or claim number"))).to_have_value("not a link")
    expect(page.get_by_label(re.compile("^Link or claim number"))).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label(re.compile("^Note"))).to_have_value("My words.")


def test_two_pieces_of_evidence(open_as: Open, live: LiveDesk):
    claim_id, other = live.claims("Two say 21 here. Another 300 fled.")
    live.decide(live.second, other)
    page = open_as(live.reviewer, f"/claims/{claim_id}")
    page.keyboard.press("1")
    page.keyboard.type(REPORT)
    page.get_by_label("Where in it").fill("page 1")
    page.get_by_role("button", name="Add another piece").click()
    page.keyboard.type(f"#{other}")
    page.get_by_label("Where in it").nth(1).fill("the figure")
    page.get_by_role("button", name="Settle", exact=True).click()
    expect(page.get_by_role("link", name=REPORT)).to_be_visible()
    expect(page.get_by_role("link", name=f"Claim {other}", exact=True)).to_be_visible()


def test_a_stale_write_is_refused_with_what_changed(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims("Stale 21 here. Another 300 fled.")
    page = open_as(live.reviewer, f"/claims/{claim_id}")
    live.decide(live.second, claim_id, Verdict.OUTDATED)
    page.keyboard.press("1")
    page.keyboard.type(REPORT)
    page.get_by_label("Where in it").fill("page 1")
    page.get_by_role("button", name="Settle", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("has changed since you read it")
    expect(page.get_by_role("alert")).to_contain_text("sam settled it. Verdict: Outdated.")
    expect(page.get_by_label(re.compile("^Link or claim number"))).to_have_value(REPORT)
    assert live.claim(claim_id).verdict == "outdated"


def test_two_reviewers_are_never_given_the_same_claim(open_as: Open, live: LiveDesk):
    for n in range(3):
        live.claims(f"Shared {n}: 21 people. Another 300 fled.")
    one, other = open_as(live.reviewer), open_as(live.second)
    one.keyboard.press("n")
    other.keyboard.press("n")
    one.wait_for_url("**/claims/*")
    other.wait_for_url("**/claims/*")
    assert one.url != other.url
    other.goto(one.url)
    expect(other.get_by_text(f"{live.reviewer.name} looks at it")).to_be_visible()
    expect(other.get_by_role("radio")).to_have_count(0)


def test_undo_works_after_logging_in_again(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims("Undo 21 here. Another 300 fled.")
    page = open_as(live.reviewer, f"/claims/{claim_id}")
    page.keyboard.press("1")
    page.keyboard.type(REPORT)
    page.get_by_label("Where in it").fill("page 1")
    page.get_by_role("button", name="Settle", exact=True).click()
    expect(page.get_by_text("settled as supported.")).to_be_visible()
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    assert live.claim(claim_id).state == State.FINAL
    page = open_as(live.reviewer, f"/claims/{claim_id}")
    page.keyboard.press("u")
    expect(page.get_by_text("the last step is undone")).to_be_visible()
    assert live.claim(claim_id).state == State.OPEN


def test_a_double_click_settles_once(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims("Twice 21 here. Another 300 fled.")
    page = open_as(live.reviewer, f"/claims/{claim_id}")
    page.keyboard.press("1")
    page.keyboard.type(REPORT)
    page.get_by_label("Where in it").fill("page 1")
    page.get_by_role("button", name="Settle", exact=True).dblclick()
    expect(page.get_by_text("settled as supported.")).to_be_visible()
    assert len(judgements_of(live, claim_id)) == 1


def judgements_of(live: LiveDesk, claim_id: int) -> list[str]:
    from models.data.tables import Claim

    with live.database.read() as session:
        return [judgement.verdict for judgement in session.get_one(Claim, claim_id).judgements]


def test_single_keys_can_be_turned_off(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims("Keys 21 here. Another 300 fled.")
    page = open_as(live.reviewer, f"/claims/{claim_id}")
    page.get_by_label("Single keys work on this device").uncheck()
    page.keyboard.press("1")
    expect(page.get_by_role("radio", name="Supported")).not_to_be_checked()
    page.reload()
    page.keyboard.press("1")
    expect(page.get_by_role("radio", name="Supported")).not_to_be_checked()


def filtered(page: Page) -> list[str]:
    return page.locator("[data-rows] [data-row]").all_text_contents()


def test_the_queue_narrows_while_typing_and_its_address_says_so(open_as: Open, live: LiveDesk):
    live.claims("Quincunx 21 here. Another 300 fled from Quincunx.")
    live.claims("Zanzibar 21 here. Another 300 fled from Zanzibar.")
    page = open_as(live.reviewer, "/")
    page.keyboard.press("/")
    page.keyboard.type("quincunx")
    page.wait_for_url("**/?text=quincunx")
    expect(page.locator("[data-rows] > li")).to_have_count(2)
    page.get_by_label("Measure").select_option("killed")
    page.wait_for_url(re.compile(r"measure=killed"))
    expect(page.locator("[data-rows] > li")).to_have_count(1)
    page.reload()
    assert filtered(page) == ["Quincunx 21 here."]
    page.go_back()
    expect(page.locator("[data-rows] > li")).to_have_count(2)


def test_it_works_without_javascript(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims("Plain 21 here. Another 300 fled.")
    page = open_as(live.reviewer, f"/claims/{claim_id}", scripts=False)
    page.get_by_role("radio", name="Supported").check()
    page.get_by_label(re.compile("^Link or claim number")).fill(REPORT)
    page.get_by_label("Where in it").fill("page 1")
    page.get_by_role("button", name="Settle", exact=True).click()
    expect(page.get_by_text("settled as supported.")).to_be_visible()
    page.goto("/?text=plain")
    page.get_by_role("button", name="Next claim").click()
    page.wait_for_url("**/claims/*")


def test_a_lease_is_renewed_while_the_page_is_in_use(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims("Lease 21 here. Another 300 fled.")
    page = open_as(live.reviewer, f"/claims/{claim_id}")
    page.keyboard.press("l")
    expect(page.get_by_text("Yours until")).to_be_visible()
    before, events = live.claim(claim_id).lease_until, page.get_by_text(re.compile(r"Trail: \d+ steps"))
    steps = events.text_content()
    with page.expect_response("**/lease") as renewed:
        page.evaluate("document.querySelector('[data-renew]').dispatchEvent(new Event('renew'))")
    assert renewed.value.status == 200
    after = live.claim(claim_id).lease_until
    assert before is not None
    assert after is not None
    assert after > before
    page.reload()
    assert events.text_content() == steps, "a renewal writes no event"
    page.keyboard.press("r")
    expect(page.get_by_text("given back to the queue.")).to_be_visible()


def test_a_second_person_judges_blind_and_a_third_settles(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims("Blind 21 here. Another 300 fled.")
    live.set(second_reviewer=True)
    try:
        judge(open_as(live.reviewer, f"/claims/{claim_id}"), "1")
        second = open_as(live.second, f"/claims/{claim_id}")
        expect(second.get_by_text("You see it when the second one is in too")).to_be_visible()
        assert REPORT not in second.content()
        judge(second, "2")
        expect(second.get_by_text(f"{live.reviewer.name},")).to_be_visible()
        assert live.claim(claim_id).state == State.PROPOSED
        third = open_as(live.editor, f"/claims/{claim_id}")
        expect(third.locator("article.note")).to_have_count(2)
        judge(third, "2")
        expect(third.get_by_text("settled as refuted.")).to_be_visible()
    finally:
        live.set(second_reviewer=False)


def judge(page: Page, key: str) -> None:
    page.keyboard.press(key)
    page.keyboard.type(REPORT)
    page.get_by_label("Where in it").fill("page 1")
    with page.expect_navigation():
        page.get_by_role("button", name="Settle", exact=True).click()
