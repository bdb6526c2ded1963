"""Correcting a claim: words selected in the article by code points, and values typed in words."""

import re

from playwright.sync_api import Page, expect

from models.domain.effective import merge
from tests.browser.conftest import LiveDesk, Open

# Astral characters are two units in a browser, and a combining mark is a code point of its own.
STORY = (
    "😀🇵🇱 In Cafe\u0301 Orla 👩‍👩‍👧 near Kyiv, up to 12 houses burned on 3 March 2022 "
    "and 21 people died, the mayor said. Another 300 fled."
)


def select(page: Page, words: str) -> None:
    """Select words as a mouse would, across whatever the article's text is cut into."""
    page.evaluate(
        """(words) => {
            const excerpt = document.querySelector("[data-excerpt]");
            const walker = document.createTreeWalker(excerpt, NodeFilter.SHOW_TEXT);
            const nodes = [];
            while (walker.nextNode()) nodes.push(walker.currentNode);
            const first = nodes.map((node) => node.data).join("").indexOf(words);
            const point = (at) => {
                for (const node of nodes) {
                    if (at <= node.length) return [node, at];
                    at -= node.length;
                }
            };
            getSelection().setBaseAndExtent(...point(first), ...point(first + words.length));
        }""",
        words,
    )
    expect(page.locator("[data-use-selection]")).to_be_visible()


def effective(live: LiveDesk, claim_id: int) -> dict[str, dict[str, object]]:
    claim = live.claim(claim_id)
    return merge(claim.reading, claim.correction)


def test_selected_words_become_fields_behind_emoji_and_combining_marks(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims(STORY)
    page = open_as(live.reviewer, f"/claims/{claim_id}")
    for key, words in (("p", "Kyiv"), ("w", "3 March 2022"), ("b", " the mayor ")):
        select(page, words)
        page.keyboard.press(key)
        expect(page.locator("[data-use-selection]")).to_be_hidden()
        page.keyboard.press("Escape")
    expect(page.get_by_text("Place: nothing is now “Kyiv” (UA)")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Keep this correction")).click()
    expect(page.get_by_text("corrected; the machine's reading stays beside it.")).to_be_visible()
    claim = effective(live, claim_id)
    for name, words in (("place", "Kyiv"), ("period", "3 March 2022"), ("source", "the mayor")):
        start = STORY.index(words)
        assert (claim[name]["start"], claim[name]["end"]) == (start, start + len(words)), name
        assert claim[name]["text"] == words
    assert claim["period"]["first_day"] == "2022-03-03"


def test_a_moved_figure_is_read_from_its_new_words_and_put_back(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims(STORY + " 😀")
    page = open_as(live.reviewer, f"/claims/{claim_id}")
    select(page, "up to 12")
    page.get_by_role("button", name=re.compile("^figure")).click()
    expect(page.get_by_text("(12 buildings or fewer)").first).to_be_visible()
    page.keyboard.press("Control+Enter")
    expect(page.locator("mark.this")).to_have_text("up to 12")
    expect(page.get_by_text("machine read: “21” (21 people)")).to_be_visible()
    quantity = effective(live, claim_id)["quantity"]
    assert (quantity["start"], quantity["high"]) == (STORY.index("up to 12"), "12")
    page.get_by_role("button", name=re.compile("^Put back")).click()
    expect(page.locator("mark.this")).to_have_text("21")
    assert live.claim(claim_id).correction is None


def test_a_value_is_corrected_by_keyboard_alone(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims("Keyed 21 here. Another 300 fled.")
    page = open_as(live.reviewer, f"/claims/{claim_id}")
    page.keyboard.press("c")
    page.keyboard.press("Tab")
    page.keyboard.type("at least 1,000")
    expect(page.get_by_text("(1,000 people or more)")).to_be_visible()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("1,000 people or more")


def test_keys_of_a_selection_do_not_act_on_the_claim(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims("Apart 21 here. Another 300 fled.")
    page = open_as(live.reviewer, f"/claims/{claim_id}")
    page.keyboard.press("p")
    expect(page.locator("#correct")).not_to_have_attribute("open", "")
    select(page, "Apart")
    page.keyboard.press("p")
    expect(page.locator("[name=place_words]")).to_have_value("Apart")
