"""From a pasted text to its claims, through the real worker."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import LiveDesk, Open

# Astral characters are two units in a browser, and a combining mark is a code point of its own.
STORY = (
    "😀🇵🇱 Cafe\u0301 owners wept. At least 17 people were killed and 64 were injured in Tarvenna, "
    "the agency said.\n\nMore than 2 million people fled the war. <b>Another 300 came back.</b>"
)


def submit(page: Page, text: str, **fields: str) -> None:
    page.get_by_label(re.compile("^Text Paste")).fill(text)
    for label, value in fields.items():
        page.get_by_label(re.compile(label)).fill(value)
    page.get_by_role("button", name="Submit").click()


def test_a_text_becomes_an_article_with_its_claims_in_place(open_as: Open, live: LiveDesk):
    page = open_as(live.submitter, "/submit")
    submit(
        page,
        STORY,
        Title="Dam breaks",
        Published="2026-03-03",
        Source="The Courier",
        URL="https://example.org/a",
    )
    expect(page.get_by_role("heading", name="Reading Dam breaks")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"Done.*\d+ claims found", re.DOTALL))
    page.get_by_role("link", name="Read the article with its claims").click()
    expect(page.get_by_role("heading", name="Dam breaks")).to_be_visible()
    if (hidden := page.get_by_role("link", name=re.compile("below the desk's threshold"))).count():
        hidden.click()
    words = page.locator("article .words")
    assert "".join(words.evaluate_all("all => all.map(one => one.textContent)")) == STORY
    marked = page.locator("article a.hl[id]").all_text_contents()
    for figure in ("17", "64", "2 million", "300"):
        assert any(figure in quoted for quoted in marked), f"{figure} is not among {marked}"
    assert page.locator("article b").count() == 0, "the text is no HTML"
    cards = page.locator("article .cards a")
    assert cards.count() == page.locator("article a.hl[id]").count()


def test_offsets_stay_right_behind_emoji_and_combining_marks(open_as: Open, live: LiveDesk):
    claim_id, _ = live.claims("😀 e\u0301 🏳️‍🌈 21 people died. Another 300 fled.")
    article_id = live.claim(claim_id).article_id
    page = open_as(live.reviewer, f"/articles/{article_id}")
    assert page.locator("article a.hl").all_text_contents() == ["21", "300"]
    page.goto(f"/claims/{claim_id}")
    assert page.locator("mark.this").text_content() == "21"


def test_what_is_wrong_with_a_submission_stands_beside_the_field(open_as: Open, live: LiveDesk):
    page = open_as(live.submitter, "/submit")
    submit(page, "   ", Title="Kept")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("The text is empty")
    expect(page.get_by_label(re.compile("^Text Paste"))).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label(re.compile("Title"))).to_have_value("Kept")


def test_a_file_is_read_like_a_pasted_text(open_as: Open, live: LiveDesk):
    page = open_as(live.submitter, "/submit")
    page.get_by_label(re.compile("text file")).set_input_files(
        files=[
            {
                "name": "a.txt",
                "mimeType": "text/plain",
                "buffer": b"Officials said 12,345 people fled Oria.\r\n",
            }
        ]
    )
    page.get_by_role("button", name="Submit").click()
    page.get_by_role("link", name="Read the article with its claims").click()
    expect(page.locator("article a.hl").first).to_have_text("12,345")


def test_from_highlight_to_claim_and_back_by_keyboard(open_as: Open, live: LiveDesk):
    first, second = live.claims("In Ust 21 people died. Another 300 fled.")
    page = open_as(live.reviewer, f"/articles/{live.claim(first).article_id}")
    page.keyboard.press("j")
    expect(page.locator(f"#at-{first}")).to_be_focused()
    expect(page.locator(f"#claim-{first}")).to_have_class(re.compile(r"\bsame\b"))
    page.keyboard.press("j")
    expect(page.locator(f"#at-{second}")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/claims/{second}")
    page.keyboard.press("t")
    page.wait_for_url(f"**/articles/*#at-{second}")
