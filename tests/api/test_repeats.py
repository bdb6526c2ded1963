"""A POST with an Idempotency-Key happens once, however often and however at once it is sent."""

import threading

import pytest
from flask import Flask

from api import queue, repeats
from models.data.tables import IdempotencyKey
from tests.api.client import Caller
from tests.factories import Desk


def test_a_repeated_post_gets_the_first_answer(api: Caller, desk: Desk, sent: list[int]):
    caller = api.by(desk.submitter)
    first = caller.post("/v1/articles", {"text": "One."}, key="k-1")
    again = caller.post("/v1/articles", {"text": "One."}, key="k-1")
    assert (again.status_code, again.json) == (first.status_code, first.json)
    assert again.headers["Location"] == first.headers["Location"]
    assert again.headers["Idempotent-Replayed"] == "true"
    assert len(sent) == 1


def test_the_same_key_for_another_request_is_refused(api: Caller, desk: Desk):
    caller = api.by(desk.submitter)
    caller.post("/v1/articles", {"text": "One."}, key="k-1")
    other = caller.post("/v1/articles", {"text": "Two."}, key="k-1")
    assert (other.status_code, "Idempotency-Key" in other.json["message"]) == (422, True)
    assert caller.post("/v1/tokens", {"name": "x"}, key="k-1").status_code == 422
    assert caller.post("/v1/articles", {"text": "Three."}, key="k" * 256).status_code == 422
    assert len(caller.get("/v1/articles").json["items"]) == 1


def test_a_key_is_its_users_own(api: Caller, desk: Desk):
    api.by(desk.submitter).post("/v1/articles", {"text": "One."}, key="k-1")
    assert api.by(desk.reviewer).post("/v1/articles", {"text": "Two."}, key="k-1").status_code == 202


@pytest.mark.parametrize("step", ["release", "undo", "lease", "dismiss"])
def test_a_repeated_step_is_one_step(api: Caller, desk: Desk, step: str):
    claim_id = desk.claims()[0]
    caller, path = api.by(desk.reviewer), f"/v1/claims/{claim_id}"
    if step == "release":
        caller.post(f"{path}/lease")
    if step == "undo":
        caller.post(f"{path}/dismiss", {"reason": "not_a_claim"}, version=1)
    seen = None if step == "lease" else desk.claim(claim_id).version
    body = {"reason": "not_a_claim"} if step == "dismiss" else None
    first = caller.post(f"{path}/{step}", body, version=seen, key="k-1")
    again = caller.post(f"{path}/{step}", body, version=seen, key="k-1")
    assert first.status_code == again.status_code == 200
    assert (again.json, again.headers["ETag"]) == (first.json, first.headers["ETag"])
    assert desk.claim(claim_id).version == first.json["version"]


def test_a_token_is_made_once_and_its_secret_shown_once(api: Caller, desk: Desk):
    caller = api.by(desk.submitter)
    first = caller.post("/v1/tokens", {"name": "script"}, key="k-1").json
    again = caller.post("/v1/tokens", {"name": "script"}, key="k-1").json
    assert again == {**first, "secret": None}
    with desk.database.read() as session:
        kept = session.get_one(IdempotencyKey, (desk.submitter.user_id, "k-1"))
        assert first["secret"] not in (kept.body or "")


def test_a_refusal_is_kept_and_a_failure_of_ours_is_not(
    api: Caller, desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    caller = api.by(desk.submitter)
    assert caller.post("/v1/articles", {"text": ""}, key="k-1").status_code == 422
    again = caller.post("/v1/articles", {"text": ""}, key="k-1")
    assert (again.status_code, again.headers["Idempotent-Replayed"]) == (422, "true")

    def fall_over(_job_id: int) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(queue, "send_extract", fall_over)
        assert caller.post("/v1/articles", {"text": "One."}, key="k-2").status_code == 500
    assert caller.post("/v1/articles", {"text": "One."}, key="k-2").status_code == 202


def test_a_key_is_looked_at_after_the_right_to_ask_and_before_the_body(api: Caller, desk: Desk):
    claim_id = desk.claims()[0]
    path = f"/v1/claims/{claim_id}/dismiss"
    assert api.post(path, {}, key="k-1").status_code == 401
    assert api.by(desk.submitter).post(path, {}, key="k-1").status_code == 403
    caller = api.by(desk.reviewer)
    caller.post(path, {"reason": "not_a_claim"}, version=1, key="k-1")
    other = {"reason": "wrong_span"}
    assert caller.post("/v1/claims/4242/dismiss", other, key="k-1").status_code == 404
    assert caller.post(path, other, key="k-1").status_code == 428
    assert caller.post(path, other, version=1, key="k-1").status_code == 412
    assert caller.post(path, other, version=2, key="k-1").status_code == 422


def test_two_at_once_make_one(app: Flask, desk: Desk, monkeypatch: pytest.MonkeyPatch):
    at_work, may_go_on = threading.Event(), threading.Event()

    def slowly(_task: str, _arguments: list[int], _queue: str) -> None:
        at_work.set()
        assert may_go_on.wait(10)

    monkeypatch.setattr(queue, "_publish", slowly)
    caller, answers = Caller(app, desk).by(desk.submitter), []

    def send() -> None:
        answers.append(caller.post("/v1/articles", {"text": "One."}, key="k-1"))

    first, second = threading.Thread(target=send), threading.Thread(target=send)
    first.start()
    assert at_work.wait(10)
    with monkeypatch.context() as patch:
        patch.setattr(repeats, "WAIT", 0.0)
        assert caller.post("/v1/articles", {"text": "One."}, key="k-1").status_code == 409
    second.start()
    assert not answers
    may_go_on.set()
    first.join(10)
    second.join(10)
    assert [answer.status_code for answer in answers] == [202, 202]
    assert answers[0].json == answers[1].json
    assert sorted("Idempotent-Replayed" in answer.headers for answer in answers) == [False, True]
