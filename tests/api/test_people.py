"""People, tokens and settings over HTTP: an admin's to change, one's own password and tokens everybody's."""

import pytest

from tests.api.client import Caller
from tests.factories import PASSWORD, Desk


def test_an_admin_adds_changes_and_disables_somebody(api: Caller, desk: Desk):
    admin = api.by(desk.admin)
    made = admin.post("/v1/users", {"name": "zoe", "password": "a good password", "role": "reviewer"})
    assert made.status_code == 201
    path = made.headers["Location"]
    user = admin.get(path)
    assert user.json == made.json
    assert "password" not in made.text
    changed = admin.send("PATCH", path, {"role": "editor", "disabled": True}, version=user.json["version"])
    assert (changed.json["role"], changed.json["disabled_at"] is not None) == ("editor", True)
    assert changed.headers["ETag"] == f'"{changed.json["version"]}"' != user.headers["ETag"]
    assert admin.send("PATCH", path, {"disabled": False}, version=1).status_code == 412
    back = admin.send("PATCH", path, {"disabled": False}, version=changed.json["version"])
    assert back.json["disabled_at"] is None


def test_users_are_listed_page_by_page(api: Caller, desk: Desk):
    first = api.by(desk.admin).get("/v1/users?limit=3").json
    rest = api.by(desk.admin).get(f"/v1/users?limit=3&cursor={first['next']}").json
    assert [user["name"] for user in first["items"] + rest["items"]] == ["ada", "eve", "sam", "rob", "sue"]
    assert rest["next"] is None


def test_everybody_changes_their_own_password_and_nothing_else(api: Caller, desk: Desk):
    rob, path = api.by(desk.reviewer), f"/v1/users/{desk.reviewer.user_id}"
    version = rob.get(path).json["version"]
    assert rob.send("PATCH", path, {"role": "admin"}, version=version).status_code == 403
    assert rob.send("PATCH", path, {"disabled": False}, version=version).status_code == 403
    assert rob.send("PATCH", f"/v1/users/{desk.submitter.user_id}", {"password": PASSWORD}).status_code == 403
    assert rob.get(f"/v1/users/{desk.submitter.user_id}").status_code == 403
    assert rob.send("PATCH", path, {"password": "a new password"}, version=version).status_code == 200


def test_the_last_admin_stays_one(api: Caller, desk: Desk):
    admin, path = api.by(desk.admin), f"/v1/users/{desk.admin.user_id}"
    refused = admin.send("PATCH", path, {"role": "editor"}, version=admin.get(path).json["version"])
    assert (refused.status_code, "last admin" in refused.json["message"]) == (409, True)


def test_a_token_opens_the_door_until_it_is_revoked(api: Caller, desk: Desk):
    made = api.by(desk.reviewer).post("/v1/tokens", {"name": "script"})
    assert made.status_code == 201
    caller = Caller(api.app, desk, made.json["secret"])
    assert caller.get("/v1/session").json["name"] == "rob"
    listed = api.by(desk.reviewer).get("/v1/tokens").json["items"]
    assert [token["name"] for token in listed] == ["script", "test"]
    path = f"/v1/tokens/{made.json['id']}"
    assert api.by(desk.second).send("DELETE", path).status_code == 404
    revoked = caller.send("DELETE", path)
    assert revoked.json["revoked_at"].endswith("Z")
    assert caller.get("/v1/session").status_code == 401


def test_only_an_admin_makes_and_lists_anothers_tokens(api: Caller, desk: Desk):
    theirs = {"name": "for sue", "user": desk.submitter.user_id}
    assert api.by(desk.reviewer).post("/v1/tokens", theirs).status_code == 403
    assert api.by(desk.reviewer).post("/v1/tokens", {**theirs, "user": 4242}).status_code == 403
    assert api.by(desk.admin).post("/v1/tokens", {**theirs, "user": 4242}).status_code == 404
    made = api.by(desk.admin).post("/v1/tokens", theirs).json
    assert Caller(api.app, desk, made["secret"]).get("/v1/session").json["name"] == "sue"
    query = f"/v1/tokens?user={desk.submitter.user_id}"
    assert [token["id"] for token in api.by(desk.admin).get(query).json["items"]] == [made["id"]]
    assert api.by(desk.reviewer).get(query).status_code == 403


def test_settings_are_replaced_as_a_whole_by_who_saw_them(api: Caller, desk: Desk):
    admin = api.by(desk.admin)
    before = api.by(desk.submitter).get("/v1/settings")
    assert (before.json["version"], before.headers["ETag"]) == (0, '"0"')
    changed = admin.send("PUT", "/v1/settings", {"second_reviewer": True, "household_size": 4}, version=0)
    assert (changed.json["second_reviewer"], changed.json["household_size"]) == (True, 4.0)
    assert admin.send("PUT", "/v1/settings", {}, version=0).status_code == 412
    reset = admin.send("PUT", "/v1/settings", {}, version=1).json
    assert {**reset, "version": 0} == before.json


@pytest.mark.parametrize(
    "wrong",
    [
        {"second_reviewer": 1}, {"second_reviewer": "true"}, {"lease_minutes": 1.0}, {"lease_minutes": True},
        {"lease_minutes": 241}, {"check_threshold": "0.5"}, {"check_threshold": 1.1}, {"jump_limit": 10**400},
        {"vague_policy": "strict"}, {"household_size": 0}, {"threshold": 0.5}, {"version": 1},
    ],
    ids=repr,
)  # fmt: skip
def test_a_setting_that_cannot_be_is_named(api: Caller, desk: Desk, wrong: dict[str, object]):
    refused = api.by(desk.admin).send("PUT", "/v1/settings", wrong, version=0)
    assert (refused.status_code, list(refused.json["errors"])) == (422, list(wrong))
