"""How the app behaves towards what stands around it: proxies, a broker that hangs, slips in addresses."""

import socket
import time
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from api import create_app
from tests.api.client import Caller
from tests.api.conftest import settings_for
from tests.factories import Desk

FORWARDED = {
    "X-Forwarded-For": "203.0.113.7",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "desk.example",
}


def test_a_broker_that_takes_the_call_and_says_nothing_costs_two_seconds_at_most(desk: Desk, tmp_path: Path):
    path = tmp_path / "mute.sock"
    with socket.socket(socket.AF_UNIX) as mute:
        mute.bind(str(path))
        mute.listen(16)
        settings = replace(settings_for(desk, tmp_path), broker_url=f"redis+socket://{path}")
        caller = Caller(create_app(settings, desk.database), desk).by(desk.submitter)
        begun = time.monotonic()
        answer = caller.post("/v1/articles", {"text": "One."})
        took = time.monotonic() - begun
    assert answer.status_code == 202
    assert took < 2.5, "two seconds, and what this machine is busy with"


@pytest.mark.parametrize(("hops", "address"), [(0, "http://localhost"), (1, "https://desk.example")])
def test_only_a_proxy_that_is_vouched_for_says_where_we_are(
    desk: Desk, tmp_path: Path, hops: int, address: str
):
    desk.claims()
    settings = replace(settings_for(desk, tmp_path), trusted_proxies=hops)
    caller = Caller(create_app(settings, desk.database), desk).by(desk.editor)
    line = caller.get("/v1/exports/claims.jsonl", **FORWARDED).text.splitlines()[0]
    assert f'"trail": "{address}/v1/claims/' in line


def test_a_parameter_that_a_route_does_not_know_is_refused(api: Caller, desk: Desk):
    claim_id = desk.claims()[0]
    for path in (f"/v1/claims/{claim_id}/events", f"/v1/claims/{claim_id}", "/v1/session", "/v1/agreement"):
        refused = api.by(desk.reviewer).get(f"{path}?surprise=1")
        assert (refused.status_code, refused.json["errors"]) == (422, {"surprise": ["Unknown field."]})


def test_an_address_that_is_none_is_said_in_our_words(api: Caller, desk: Desk):
    refused = api.by(desk.submitter).get("/v1/claimz")
    assert refused.status_code == 404
    assert refused.json["message"] == "there is no route /v1/claimz; /openapi.json names all of them"


def test_a_refusal_names_only_what_people_can_do(api: Caller, desk: Desk):
    claim_id = desk.claims()[0]
    version = desk.decide(desk.reviewer, claim_id).version
    body = {"reason": "not_a_claim"}
    refused = api.by(desk.reviewer).post(f"/v1/claims/{claim_id}/dismiss", body, version=version)
    assert refused.status_code == 409
    assert refused.json["message"].endswith("possible: reopen")


def test_logging_out_ends_a_cookie_that_was_copied(app: Flask, desk: Desk):
    here, elsewhere = app.test_client(), app.test_client()
    who = {"name": desk.reviewer.name, "password": "correct horse battery"}
    token = here.post("/v1/session", json=who).json["csrf_token"]
    elsewhere.post("/v1/session", json=who)
    copied = here.get_cookie("claimbench")
    assert copied is not None
    assert here.delete("/v1/session", headers={"X-CSRF-Token": token}).status_code == 204
    thief = app.test_client()
    thief.set_cookie("claimbench", copied.value)
    assert thief.get("/v1/session").status_code == 401
    assert elsewhere.get("/v1/session").status_code == 200, "the other browser stays in"
