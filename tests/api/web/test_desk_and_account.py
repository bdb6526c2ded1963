"""Administration: people, tokens and settings, each refused to those whose it is not."""

import re
from collections.abc import Callable

from flask import Flask

from models.domain.vocabulary import VaguePolicy
from models.workflow import accounts
from models.workflow.desk import current
from tests.api.web.conftest import CSRF, Visitor
from tests.factories import PASSWORD, Desk

Visit = Callable[..., Visitor]
SETTINGS = {
    "vague_policy": "conservative",
    "check_threshold": "0.25",
    "household_size": "4.5",
    "jump_limit": "3",
    "lease_minutes": "20",
    "second_reviewer": "yes",
}


def test_the_desk_page_is_for_admins(desk: Desk, visit: Visit):
    visitor = visit(desk.editor)
    assert visitor.get("/desk").status_code == 403
    for path in ("/desk/users", f"/desk/users/{desk.editor.user_id}", "/desk/settings"):
        assert visitor.send(path, role="admin", version="0").status_code == 403
    assert 'href="/desk"' not in visitor.text("/")
    assert 'href="/desk"' in visit(desk.admin).text("/")


def test_an_admin_adds_changes_and_shuts_out_people(desk: Desk, visit: Visit, app: Flask):
    admin = visit(desk.admin)
    assert (
        "new can log in now"
        in admin.send("/desk/users", name="new", password="long enough 1", role="reviewer").text
    )
    short = admin.send("/desk/users", name="short", password="short", role="reviewer")
    assert short.status_code == 422
    assert "at least 10 characters" in short.text
    assert 'value="short"' in short.text
    assert admin.send("/desk/users", name="new", password="long enough 1", role="reviewer").status_code == 409
    with desk.database.read() as session:
        new = accounts.user_by_name(session, "new")
        assert new is not None
    assert "new is editor now" in admin.send(f"/desk/users/{new.id}", role="editor").text
    inside = visit(desk.reviewer)
    admin.send(f"/desk/users/{desk.reviewer.user_id}", disable="1")
    assert inside.get("/").status_code == 303, "an open log-in ends at once"
    admin.send(f"/desk/users/{desk.reviewer.user_id}", enable="1")
    assert visit(desk.reviewer).get("/").status_code == 200
    assert admin.send(f"/desk/users/{desk.admin.user_id}", disable="1").status_code == 409, (
        "the last admin stays"
    )


def test_settings_change_as_a_new_version(desk: Desk, visit: Visit):
    admin = visit(desk.admin)
    assert "hold from now on" in admin.send("/desk/settings", version="0", **SETTINGS).text
    with desk.database.read() as session:
        held = current(session)
    assert held.version == 1
    assert held.desk.vague_policy is VaguePolicy.CONSERVATIVE
    assert (held.desk.check_threshold, held.desk.household_size, held.desk.lease_minutes) == (0.25, 4.5, 20)
    assert held.desk.second_reviewer
    assert admin.send("/desk/settings", version="0", **SETTINGS).status_code == 412
    wrong = admin.send(
        "/desk/settings", version="1", **{**SETTINGS, "check_threshold": "2", "jump_limit": "many"}
    )
    assert wrong.status_code == 422
    assert "a number from 0 to 1" in wrong.text
    assert 'value="many"' in wrong.text


def test_a_token_is_shown_once_and_opens_the_api_until_it_is_ended(desk: Desk, visit: Visit, app: Flask):
    visitor = visit(desk.submitter)
    html = visitor.send("/account/tokens", name="import script").text
    secret = re.search(r'<code class="secret">([^<]+)<', html)
    assert secret is not None
    assert secret[1] not in visitor.text("/account")
    header = {"Authorization": f"Bearer {secret[1]}"}
    assert app.test_client().get("/v1/articles", headers=header).status_code == 200
    number = re.search(r"/account/tokens/(\d+)/revoke", html)
    assert number is not None
    assert visit(desk.reviewer).send(f"/account/tokens/{number[1]}/revoke").status_code == 404, (
        "not one's own"
    )
    visitor.send(f"/account/tokens/{number[1]}/revoke")
    assert app.test_client().get("/v1/articles", headers=header).status_code == 401


def test_ones_own_password_needs_the_old_one_and_ends_other_log_ins(desk: Desk, visit: Visit):
    here, elsewhere = visit(desk.reviewer), visit(desk.reviewer)
    assert here.send("/account/password", old="wrong", new="another long one").status_code == 422
    assert here.send("/account/password", old=PASSWORD, new="short").status_code == 422
    assert "password is changed" in here.send("/account/password", old=PASSWORD, new="another long one").text
    assert here.get("/").status_code == 200
    assert elsewhere.get("/").status_code == 303


def test_a_wrong_password_is_refused_and_too_many_have_to_wait(desk: Desk, app: Flask):
    assert desk.reviewer
    client = app.test_client()
    secret = CSRF.search(client.get("/login").text)
    assert secret is not None
    form = {"csrf_token": secret[1], "name": "rob", "password": "wrong"}
    answers = [client.post("/login", data=form) for _ in range(11)]
    assert answers[0].status_code == 401
    assert 'value="rob"' in answers[0].text
    assert "do not belong together" in answers[0].text
    assert answers[-1].status_code == 429
    assert "try again in" in answers[-1].text
    right = client.post("/login", data={**form, "password": PASSWORD})
    assert right.status_code == 429, "not even the right one, until the wait is over"
