"""Many claims at once: chosen by keys, dismissed with one reason, and brought back with one key."""

import re

from playwright.sync_api import expect

from models.domain.states import State
from tests.browser.conftest import LiveDesk, Open


def states(live: LiveDesk, claim_ids: list[int]) -> set[str]:
    return {live.claim(claim_id).state for claim_id in claim_ids}


def test_claims_are_dismissed_together_and_brought_back_together(open_as: Open, live: LiveDesk):
    ids = [claim_id for n in range(3) for claim_id in live.claims(f"Heap{n} 21 wombat. Another 300 wombat.")]
    page = open_as(live.reviewer, "/?text=wombat")
    expect(page.get_by_role("link", name="Unverified 6")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator("[data-picked]")).to_have_text("1")
    page.keyboard.press("X")
    expect(page.locator("[data-picked]")).to_have_text("6")
    page.keyboard.press("d")
    page.keyboard.press("N")
    expect(page.locator("#together select")).to_have_value("not_a_claim")
    page.get_by_role("button", name="Dismiss them").click()
    expect(page.get_by_text("6 claims dismissed.")).to_be_visible()
    expect(page.get_by_role("link", name="Dismissed 6")).to_be_visible()
    assert states(live, ids) == {State.DISMISSED}
    page.keyboard.press("u")
    expect(page.get_by_text("6 claims brought back.")).to_be_visible()
    expect(page.get_by_role("link", name="Unverified 6")).to_be_visible()
    assert states(live, ids) == {State.OPEN}


def test_what_somebody_changed_meanwhile_stays_and_the_rest_goes(open_as: Open, live: LiveDesk):
    first, second = live.claims("Pair 21 quokka. Another 300 quokka.")
    page = open_as(live.reviewer, "/?text=quokka")
    live.decide(live.second, first)
    page.locator("body").press("X")
    page.locator("#together select").select_option("wrong_span")
    page.get_by_role("button", name="Dismiss them").click()
    expect(page.get_by_text("1 claim dismissed.")).to_be_visible()
    expect(page.get_by_text(re.compile(f"Claim {first} was left alone"))).to_be_visible()
    assert live.claim(first).state == State.FINAL
    assert live.claim(second).state == State.DISMISSED


def test_dismissed_claims_are_brought_back_after_logging_in_again(open_as: Open, live: LiveDesk):
    ids = live.claims("Later 21 numbat. Another 300 numbat.")
    page = open_as(live.reviewer, "/?text=numbat")
    page.locator("body").press("X")
    page.locator("#together select").select_option("not_a_claim")
    page.get_by_role("button", name="Dismiss them").click()
    expect(page.get_by_text("2 claims dismissed.")).to_be_visible()
    again = open_as(live.reviewer, "/?text=numbat&status=dismissed")
    again.locator("body").press("X")
    again.get_by_role("button", name="Bring them back").click()
    expect(again.get_by_text("2 claims brought back.")).to_be_visible()
    assert states(live, ids) == {State.OPEN}
