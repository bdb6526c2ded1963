"""Who comes in: by token or by cookie with its CSRF header, and how often a wrong password may be tried."""

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from api import create_app
from models.settings import SettingsError
from models.workflow import accounts
from tests.api.client import Caller
from tests.api.conftest import settings_for
from tests.factories import PASSWORD, Desk


def log_in(client: FlaskClient, name: str = "rob", password: str = PASSWORD) -> Any:
    return client.post("/v1/session", json={"name": name, "password": password})


@pytest.mark.parametrize(
    "header", ["Bearer", "Bearer ", "Bearer wrong", "Basic cm9iOng=", "", "Bearer é", "bearer\tx"]
)
def test_only_a_live_token_comes_in(api: Caller, header: str):
    assert api.get("/v1/articles", Authorization=header).status_code == 401


def test_a_token_is_as_good_as_its_user(api: Caller, desk: Desk):
    caller = api.by(desk.reviewer)
    assert caller.get("/v1/session").json == {
        "id": desk.reviewer.user_id, "name": "rob", "role": "reviewer", "csrf_token": None
    }  # fmt: skip
    with desk.database.write() as session:
        accounts.change_user(session, None, desk.reviewer.user_id, desk.now, is_disabled=True)
    assert caller.get("/v1/articles").status_code == 401


def test_a_tokens_use_is_written_down(api: Caller, desk: Desk):
    caller = api.by(desk.reviewer)
    caller.get("/v1/articles")
    token = caller.get("/v1/tokens").json["items"][0]
    assert token["last_used_at"].endswith("Z")
    assert "secret" not in token


def test_a_cookie_reads_and_writes_only_with_its_csrf_token(app: Flask, desk: Desk, sent: list[int]):
    client = app.test_client()
    entered = log_in(client)
    assert (entered.status_code, entered.json["name"]) == (200, "rob")
    assert client.get("/v1/articles").status_code == 200
    new = {"text": "One."}
    assert client.post("/v1/articles", json=new).status_code == 403
    assert client.post("/v1/articles", json=new, headers={"X-CSRF-Token": "x"}).status_code == 403
    assert client.post("/v1/articles", json=new, headers={"X-CSRF-Token": "é"}).status_code == 403
    token = client.get("/v1/session").json["csrf_token"]
    assert token == entered.json["csrf_token"]
    assert client.post("/v1/articles", json=new, headers={"X-CSRF-Token": token}).status_code == 202
    # A cookie does not help a token that is wrong.
    assert client.get("/v1/articles", headers={"Authorization": "Bearer x"}).status_code == 401
    assert client.delete("/v1/session", headers={"X-CSRF-Token": token}).status_code == 204
    assert client.get("/v1/articles").status_code == 401


@pytest.mark.parametrize("change", [{"password": "another password"}, {"is_disabled": True}])
def test_a_session_ends_when_its_user_changes(app: Flask, desk: Desk, change: dict[str, Any]):
    client = app.test_client()
    log_in(client)
    with desk.database.write() as session:
        accounts.change_user(session, None, desk.reviewer.user_id, desk.now, **change)
    assert client.get("/v1/articles").status_code == 401


def test_the_cookie_is_kept_from_scripts_and_other_sites(app: Flask, desk: Desk, tmp_path: Any):
    cookie = log_in(app.test_client()).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie
    from dataclasses import replace

    behind_tls = create_app(replace(settings_for(desk, tmp_path), secure_cookies=True), desk.database)
    assert "Secure" in log_in(behind_tls.test_client()).headers["Set-Cookie"]


def test_no_app_without_a_secret(desk: Desk, tmp_path: Any):
    from dataclasses import replace

    with pytest.raises(SettingsError, match="SECRET_KEY"):
        create_app(replace(settings_for(desk, tmp_path), secret_key="short"), desk.database)


def test_wrong_passwords_are_limited_by_name_and_address(app: Flask, desk: Desk):
    client = app.test_client()
    statuses = [log_in(client, password="wrong").status_code for _ in range(12)]
    assert statuses == [401] * 10 + [429] * 2
    refused = log_in(client)
    assert refused.status_code == 429, "the right password waits too"
    assert 1 <= int(refused.headers["Retry-After"]) <= 300
    assert log_in(client, "ROB ").status_code == 429
    assert log_in(client, "sue").status_code == 200
    elsewhere = app.test_client()
    elsewhere.environ_base["REMOTE_ADDR"] = "10.0.0.9"
    assert log_in(elsewhere).status_code == 200


def test_a_name_that_nobody_has_is_refused_alike(app: Flask, desk: Desk):
    client = app.test_client()
    unknown, wrong = log_in(client, "nobody"), log_in(client, "rob", "wrong")
    assert unknown.json == wrong.json
