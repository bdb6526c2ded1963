"""What is held and what is typed: leases that tick, run out and are let go, and input that nothing loses."""

import re
from datetime import timedelta

from playwright.sync_api import expect

from models.data.tables import Claim
from models.workflow import leases
from models.workflow.clock import now
from tests.browser.conftest import LiveDesk, Open
from tests.factories import PASSWORD

REPORT = "https://example.org/report"


def set_lease(live: LiveDesk, claim_id: int, seconds: float) -> None:
    with live.database.write() as session:
        session.get_one(Claim, claim_id).lease_until = now() + timedelta(seconds=seconds)


def test_a_lease_ticks_is_told_when_it_runs_out_and_is_taken_again_with_a_key(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims("Ticking 21 here. Another 300 fled.")
    page = open_as(live.reviewer, f"/claims/{claim_id}")
    page.keyboard.press("l")
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"^14:5\d|15:00$"))
    page.keyboard.press("1")
    page.keyboard.type(REPORT)
    with live.database.write() as session:
        leases.expire(session, session.get_one(Claim, claim_id), now())
    page.evaluate("endsAt = Date.now() + 1500")
    expect(page.get_by_text("Your time with this claim has run out.")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("l")
    expect(page.get_by_role("timer")).to_be_visible()
    assert live.claim(claim_id).lease_holder == live.reviewer.user_id
    expect(page.get_by_label(re.compile("^Link or claim number"))).to_have_value(REPORT)
    expect(page.get_by_role("radio", name="Supported")).to_be_checked()


def test_a_claim_that_another_has_taken_meanwhile_is_told_as_lost(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims("Taken 21 here. Another 300 fled.")
    page = open_as(live.reviewer, f"/claims/{claim_id}")
    page.keyboard.press("l")
    expect(page.get_by_role("timer")).to_be_visible()
    with live.database.write() as session:
        leases.expire(session, session.get_one(Claim, claim_id), now())
        leases.lease(session, live.second, claim_id, now())
    page.evaluate("renew()")
    expect(page.get_by_text("Your time with this claim has run out.")).to_be_visible()


def test_leaving_the_page_lets_the_claim_go_and_coming_back_keeps_it(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims("Leaving 21 here. Another 300 fled.")
    page = open_as(live.reviewer, f"/claims/{claim_id}")
    page.keyboard.press("l")
    expect(page.get_by_role("timer")).to_be_visible()
    version = live.claim(claim_id).version
    page.goto("/articles")
    expect(page.get_by_role("heading", name="Articles")).to_be_visible()
    page.wait_for_timeout(500)
    until = live.claim(claim_id).lease_until
    assert until is not None
    assert until <= now() + leases.GRACE
    page.goto(f"/claims/{claim_id}")
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"^14:5\d|15:00$"))
    assert live.claim(claim_id).version == version, "neither leaving nor coming back is a step of the trail"


def test_what_was_typed_outlives_a_log_in_that_has_ended(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims("Ended 21 here. Another 300 fled.")
    page = open_as(live.reviewer, f"/claims/{claim_id}")
    page.keyboard.press("2")
    page.keyboard.type(REPORT)
    page.get_by_label("Where in it").fill("page 4")
    page.get_by_label(re.compile("^Note")).fill("My words.")
    page.context.clear_cookies()
    page.get_by_role("button", name="Settle", exact=True).click()
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    page.get_by_label("Name").fill(live.reviewer.name)
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/claims/{claim_id}")
    expect(page.get_by_text("What you had typed is here again.")).to_be_visible()
    expect(page.get_by_role("radio", name="Refuted")).to_be_checked()
    expect(page.get_by_label("Where in it")).to_have_value("page 4")
    page.get_by_role("button", name="Settle", exact=True).click()
    expect(page.get_by_text("settled as refuted.")).to_be_visible()
    page.keyboard.press("u")
    expect(page.get_by_text("the last step is undone")).to_be_visible()
    expect(page.get_by_label("Where in it")).to_have_value("")


def test_nobody_finds_what_another_person_typed(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims("Other 21 here. Another 300 fled.")
    page = open_as(live.reviewer, f"/claims/{claim_id}")
    page.keyboard.press("2")
    page.keyboard.type(REPORT)
    page.get_by_role("button", name="Log out").click()
    page.get_by_label("Name").fill(live.second.name)
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/")
    page.goto(f"/claims/{claim_id}")
    expect(page.get_by_label(re.compile("^Link or claim number"))).to_have_value("")
    expect(page.get_by_role("radio", name="Refuted")).not_to_be_checked()


def test_a_pasted_link_with_its_quote_is_evidence(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims("Pasted 21 here. Another 300 fled.")
    page = open_as(live.reviewer, f"/claims/{claim_id}")
    page.evaluate(
        """(link) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", link);
            const how = { clipboardData, bubbles: true, cancelable: true };
            document.body.dispatchEvent(new ClipboardEvent("paste", how));
        }""",
        f"{REPORT}#:~:text=21%20people%20died",
    )
    expect(page.get_by_label(re.compile("^Link or claim number"))).to_have_value(REPORT)
    expect(page.get_by_label(re.compile("^Quote"))).to_have_value("21 people died")
    expect(page.get_by_label("Where in it")).to_be_focused()
