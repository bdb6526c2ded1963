"""Withdrawing a reference on its page: who may, what it asks for, and how a withdrawn one is shown."""

from collections.abc import Callable

import pytest

from models.data.tables import Reference
from tests.api.client import Caller
from tests.api.test_references import FILE, send
from tests.api.web.conftest import Visitor
from tests.factories import Desk

Visit = Callable[..., Visitor]
PAGE, STEP = "/references/1", "/references/1/withdraw"
SAID = {"version": "1", "reason": "A misprint in the bulletin.", "confirmation": "withdraw 1"}


@pytest.fixture(autouse=True)
def imported(api: Caller) -> None:
    """Two references of one file."""
    assert send(api, FILE).json["new"] == 2


def stands(desk: Desk) -> bool:
    with desk.database.read() as session:
        return not session.get_one(Reference, 1).withdrawn


def test_only_an_editor_is_offered_it_and_may(desk: Desk, visit: Visit):
    reviewer = visit(desk.reviewer)
    assert STEP not in reviewer.text(PAGE)
    assert reviewer.send(STEP, **SAID).status_code == 403
    assert f'action="{STEP}"' in visit(desk.editor).text(PAGE)
    assert stands(desk)


def test_a_form_of_another_site_is_refused(desk: Desk, visit: Visit):
    assert visit(desk.editor).client.post(STEP, data=SAID).status_code == 403
    assert stands(desk)


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        ({"reason": " "}, 422, "Say why; its versions keep it."),
        ({"confirmation": "yes"}, 422, "Type exactly: withdraw 1"),
        ({"version": "7"}, 412, "has changed since you read it"),
    ],
)
def test_what_is_not_meant_or_not_seen_withdraws_nothing(
    desk: Desk, visit: Visit, typed: dict[str, str], status: int, said: str
):
    answer = visit(desk.editor).send(STEP, **{**SAID, **typed})
    assert answer.status_code == status
    assert said in answer.text
    assert "A misprint" in answer.text or "reason" in typed, "what was typed stays in the form"
    assert stands(desk)


def test_a_withdrawn_reference_says_who_when_and_why_and_is_found_among_its_like(desk: Desk, visit: Visit):
    editor = visit(desk.editor)
    answer = editor.send(STEP, **SAID)
    assert answer.status_code == 200
    assert not stands(desk)
    assert f"Withdrawn by {desk.editor.name}" in answer.text
    assert answer.text.count("A misprint in the bulletin.") >= 2, "in the note and beside its version"
    assert STEP not in answer.text, "once is enough"
    assert editor.send(STEP, **{**SAID, "version": "2"}).status_code == 409
    assert 'href="/references/1"' not in editor.text("/references")
    withdrawn = editor.text("/references?withdrawn=1")
    assert 'href="/references/1"' in withdrawn
    assert 'href="/references/2"' not in withdrawn


def test_it_can_stand_again_by_an_import_and_the_reason_stays_with_its_version(
    api: Caller, desk: Desk, visit: Visit
):
    visit(desk.editor).send(STEP, **SAID)
    assert send(api, FILE).json["changed"] == 1
    page = visit(desk.editor).text(PAGE)
    assert "Withdrawn by" not in page
    assert "A misprint in the bulletin." in page
    assert f'action="{STEP}"' in page


def test_the_api_lists_withdrawn_ones_where_they_are_asked_for(api: Caller, desk: Desk, visit: Visit):
    visit(desk.editor).send(STEP, **SAID)
    reader = api.by(desk.submitter)
    ids = [one["id"] for one in reader.get("/v1/references?withdrawn=true").json["items"]]
    assert ids == [1]
    assert [one["id"] for one in reader.get("/v1/references").json["items"]] == [2]
    versions = reader.get("/v1/references/1").json["versions"]
    assert [version["withdrawn"] for version in versions] == [None, "A misprint in the bulletin."]
