"""Coming in and going out."""

from playwright.sync_api import expect

from tests.browser.conftest import LiveDesk, Open
from tests.factories import PASSWORD


def test_a_reviewer_logs_in_and_out_again(open_as: Open, live: LiveDesk):
    page = open_as(None, "/jobs")
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    expect(page.get_by_label("Name")).to_be_focused()
    page.get_by_label("Name").fill(live.reviewer.name)
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Jobs", exact=True)).to_be_visible()
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    page.goto("/")
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()


def test_a_wrong_password_is_said_and_the_name_kept(open_as: Open, live: LiveDesk):
    page = open_as(None, "/")
    page.get_by_label("Name").fill(live.reviewer.name)
    page.get_by_label("Password").fill("not this one")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("do not belong together")
    expect(page.get_by_label("Name")).to_have_value(live.reviewer.name)
    expect(page.get_by_label("Password")).to_be_focused()
