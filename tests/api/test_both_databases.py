"""The whole way over HTTP on each database: an article in, its claim judged, its trail read."""

from pathlib import Path

import pytest

from api import create_app, queue
from tests.api.client import Caller
from tests.api.conftest import settings_for
from tests.factories import TEXT
from tests.factories import Desk as DeskOf


@pytest.fixture
def anywhere(database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Caller:
    """A caller of an app on SQLite, then of one on PostgreSQL."""
    monkeypatch.setattr(queue, "_publish", lambda *_: None)
    desk = DeskOf(database)
    app = create_app(settings_for(desk, tmp_path), database)
    return Caller(app, desk)


def test_an_article_becomes_a_settled_claim(anywhere: Caller):
    desk = anywhere.desk
    sue, rob = anywhere.by(desk.submitter), anywhere.by(desk.reviewer)
    assert anywhere.get("/ready").status_code == 200
    submitted = sue.post("/v1/articles", {"text": TEXT, "published_on": "2024-05-01"}, key="k-1")
    assert (
        sue.post("/v1/articles", {"text": TEXT, "published_on": "2024-05-01"}, key="k-1").json
        == submitted.json
    )
    desk.run(submitted.json["job"]["id"])
    assert sue.get(submitted.headers["Location"]).json["state"] == "succeeded"
    found = sue.get(f"/v1/articles/{submitted.json['article']['id']}/claims").json["items"]
    assert [claim["quantity"]["text"] for claim in found] == ["21", "300"]
    claim = rob.post("/v1/queue/next").json
    assert claim["id"] == found[0]["id"]
    path = f"/v1/claims/{claim['id']}"
    page = {"url": "https://example.org/r", "locator": "p. 2"}
    settled = rob.send("PUT", f"{path}/verdict", {"verdict": "refuted", "evidence": [page]}, version=2)
    assert (settled.status_code, settled.json["status"]) == (200, "refuted")
    assert [one["id"] for one in sue.get("/v1/claims?status=refuted").json["items"]] == [claim["id"]]
    undone = rob.post(f"{path}/undo", version=settled.json["version"])
    assert undone.json["status"] == "unverified"
    assert [event["kind"] for event in sue.get(f"{path}/events").json["items"]][-1] == "undone"
    assert sue.get("/v1/claims?text=%F0%9F%92%A5&place=%25&period=2022").json["items"] == []
    assert 'claimbench_claims{state="open"} 2.0' in anywhere.get("/metrics").text


def test_text_that_postgresql_refuses_never_reaches_it(anywhere: Caller):
    desk = anywhere.desk
    admin = anywhere.by(desk.admin)
    for body in (
        {"text": "a\x00"},
        {"text": "One.", "title": "\ud800"},
        {"text": "One.", "source_name": "\x00"},
    ):
        assert admin.post("/v1/articles", body).status_code == 422
    for path in ("/v1/claims?text=%00", "/v1/claims?place=a%00", "/v1/articles?text=%00"):
        assert admin.get(path).status_code == 422
    assert (
        admin.post("/v1/users", {"name": "a\x00", "password": "x" * 12, "role": "editor"}).status_code == 422
    )
    assert admin.post("/v1/tokens", {"name": "\ud800"}).status_code == 422
    claim_id = desk.claims()[0]
    evidence = [{"url": "https://x.org/\x00", "locator": "x", "quote": "\ud800"}]
    body = {"verdict": "refuted", "evidence": evidence, "note": "\x00"}
    refused = admin.send("PUT", f"/v1/claims/{claim_id}/verdict", body, version=1)
    assert sorted(refused.json["errors"]) == ["evidence.0.quote", "evidence.0.url", "note"]
    assert admin.post("/v1/queue/next", {"skip": [2**63 - 1]}).status_code == 200
