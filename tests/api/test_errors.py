"""Every refusal has one shape, whoever raised it, and every answer tells browsers what not to do."""

import io

import pytest
from flask import Flask

from api import bodies
from tests.api.client import Caller
from tests.factories import Desk

SHAPE = {"code", "status", "message", "errors"}


@pytest.mark.parametrize(
    ("method", "path", "status", "word"),
    [
        ("GET", "/v1/nothing", 404, "Not Found"),
        ("GET", "/v1/articles/1/nothing", 404, "Not Found"),
        ("PUT", "/v1/articles", 405, "Method Not Allowed"),
        ("TRACE", "/v1/articles", 405, "Method Not Allowed"),
    ],
)
def test_what_flask_refuses_has_our_shape(
    api: Caller, desk: Desk, method: str, path: str, status: int, word: str
):
    assert api.send(method, path).status_code == 401
    answer = api.by(desk.submitter).send(method, path)
    assert answer.status_code == answer.json["code"] == status
    assert answer.json["status"] == word
    assert set(answer.json) == SHAPE
    assert answer.json["errors"] == {}


def test_a_method_that_is_not_allowed_names_those_that_are(api: Caller, desk: Desk):
    allowed = api.by(desk.submitter).send("PUT", "/v1/articles").headers["Allow"]
    assert {"GET", "POST"} <= set(allowed.replace(" ", "").split(","))


def test_nobody_is_told_how_to_be_somebody(api: Caller):
    answer = api.get("/v1/articles")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert "token new" in answer.json["message"]


def test_our_own_mistake_is_a_500_that_tells_nothing(
    api: Caller, desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    def fall_over(*_: object, **__: object) -> None:
        raise RuntimeError("secret details")

    monkeypatch.setattr("models.data.queries.list_jobs", fall_over)
    answer = api.by(desk.submitter).get("/v1/jobs")
    assert answer.status_code == 500
    assert set(answer.json) == SHAPE
    assert "secret" not in answer.text


def test_a_body_over_the_hard_limit_is_413(api: Caller, desk: Desk):
    answer = api.by(desk.submitter).post("/v1/articles", data=b'"' + b"x" * bodies.LARGEST_BODY)
    assert answer.status_code == 413
    assert "1,000,000" in answer.json["message"]
    assert api.post("/v1/articles", data=b"x" * (bodies.LARGEST_BODY + 1)).status_code == 401


def test_a_body_in_chunks_has_the_same_limit(api: Caller, desk: Desk):
    token = api.by(desk.submitter).token

    def send(size: int) -> int:
        answer = api.app.test_client().post(
            "/v1/articles",
            input_stream=io.BytesIO(b'{"text": "' + b"x" * size + b'"}'),
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
            # What gunicorn says of every body: it ends by itself.
            environ_overrides={"wsgi.input_terminated": True, "CONTENT_LENGTH": ""},
        )
        return answer.status_code

    assert [send(100), send(1_000_001), send(bodies.LARGEST_BODY)] == [202, 422, 413]


@pytest.mark.parametrize(
    ("data", "status", "says"),
    [
        (b'{"text": "\xff"}', 400, "UTF-8"),
        ('{"text": "é"}'.encode("latin-1"), 400, "UTF-8"),
        (b"", 400, "no JSON"),
        (b'{"text": NaN}', 400, "no JSON"),
        (b"[" * 100_000, 400, "no JSON"),
        (b'{"text": ' + b"9" * 5000 + b"}", 400, "no JSON"),
        (b"[]", 422, "fields"),
        (b'"text"', 422, "fields"),
        (b"null", 422, "fields"),
    ],
)
def test_a_body_that_is_no_object_is_refused_with_what_is_wrong(
    api: Caller, desk: Desk, data: bytes, status: int, says: str
):
    answer = api.by(desk.submitter).post("/v1/articles", data=data)
    assert answer.status_code == status
    assert says in answer.json["message"]


@pytest.mark.parametrize("path", ["/v1/articles", "/health", "/docs", "/openapi.json", "/login", "/nothing"])
def test_every_answer_tells_browsers_what_not_to_do(api: Caller, path: str):
    headers = api.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_a_database_that_is_away_is_a_503(
    api: Caller, app: Flask, desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    from sqlalchemy.exc import OperationalError

    caller = api.by(desk.submitter)

    def away(*_: object, **__: object) -> None:
        raise OperationalError("SELECT", {}, Exception("database is locked"))

    monkeypatch.setattr("models.data.queries.list_jobs", away)
    answer = caller.get("/v1/jobs")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
