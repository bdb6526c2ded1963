"""Trusted figures over HTTP: one or a file in, found again with every version, cited by verdicts."""

from typing import Any

import pytest
from flask import Flask

from models.data.database import Database
from tests.api.client import Caller
from tests.api.conftest import settings_for
from tests.factories import Desk, clear

ONE = {
    "publisher": "Civil Agency",
    "as_of": "2024-05-01",
    "place": "Velmora",
    "measure": "killed",
    "value": "21",
}
FILE = (
    "publisher;as_of;place;measure;value;external_id\r\n"
    "Civil Agency;2024-05-01;Velmora;killed;21;K1\r\n"
    "Civil Agency;2024-05-01;Velmora;displaced;at least 300;K2\r\n"
)
CSV = "text/csv; charset=utf-8"


def send(api: Caller, content: str, kind: str = CSV, query: str = "") -> Any:
    path = f"/v1/references{query}"
    return api.by(api.desk.editor).send("POST", path, data=content.encode("utf-8-sig"), Content_Type=kind)


def test_one_reference_is_kept_and_shown(api: Caller, desk: Desk):
    answer = api.by(desk.editor).post("/v1/references", ONE)
    assert answer.status_code == 201, answer.text
    assert answer.headers["Location"] == "/v1/references/1"
    shown = api.by(desk.submitter).get("/v1/references/1")
    assert shown.headers["ETag"] == '"1"'
    assert shown.json["quantity"]["best"] == "21"
    assert shown.json["external_id"] is None
    assert shown.json["place"] == {"text": "Velmora", "country": None}
    assert [version["changed"] for version in shown.json["versions"]] == [[]]


def test_the_same_reference_with_another_value_is_its_next_version(api: Caller, desk: Desk):
    editor = api.by(desk.editor)
    editor.post("/v1/references", ONE)
    again = editor.post("/v1/references", ONE)
    assert (again.status_code, again.json["version"]) == (200, 1)
    assert again.headers["Location"] == "/v1/references/1"
    other = editor.post("/v1/references", {**ONE, "value": "23"})
    assert (other.status_code, other.json["version"]) == (200, 2)
    versions = editor.get("/v1/references/1").json["versions"]
    assert [(v["quantity"]["best"], v["changed"], v["by"]["name"]) for v in versions] == [
        ("21", [], "eve"), ("23", ["value"], "eve"),
    ]  # fmt: skip


def test_an_excel_file_is_imported_and_reported(api: Caller):
    assert send(api, FILE).json == {
        "rows": 2, "new": 2, "changed": 0, "unchanged": 0, "dry_run": False, "import_id": 1
    }  # fmt: skip
    again = send(api, FILE.replace(";21;", ";23;"), query="?file_name=may.csv").json
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 1, 1)


def test_a_dry_run_keeps_nothing(api: Caller, desk: Desk):
    report = send(api, FILE, query="?dry_run=true").json
    assert (report["new"], report["dry_run"], report["import_id"]) == (2, True, None)
    assert api.by(desk.submitter).get("/v1/references").json["items"] == []


def test_json_lines_are_imported_too(api: Caller):
    line = '{"publisher": "A", "as_of": "2024-05-01", "measure": "killed", "low": 17, "high": null}\n'
    assert send(api, line, "application/x-ndjson").json["new"] == 1


def test_a_file_with_problems_names_each_and_imports_nothing(api: Caller, desk: Desk):
    refused = send(
        api, FILE.replace("killed", "deaths").replace(";2024-05-01;Velmora;disp", ";1.5.24;Velmora;disp")
    )
    assert refused.status_code == 422
    assert sorted(refused.json["errors"]) == ["row.2.measure", "row.3.as_of"]
    assert "nothing was imported" in refused.json["message"]
    assert api.by(desk.submitter).get("/v1/references").json["items"] == []


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        ("", CSV, 422),
        ("publisher,as_of,measure,value,value\n", CSV, 422),
        ("{", "application/x-ndjson", 422),
        ("x", "text/plain", 415),
        ("x" * 10_000_001, CSV, 413),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused(api: Caller, content: str, kind: str, status: int):
    assert send(api, content, kind).status_code == status


def test_what_is_wrong_with_one_reference_is_named_by_field(api: Caller, desk: Desk):
    refused = api.by(desk.editor).post("/v1/references", {**ONE, "as_of": "May", "url": "ftp://x"})
    assert refused.status_code == 422
    assert sorted(refused.json["errors"]) == ["as_of", "url"]


def test_references_are_filtered_and_paged(api: Caller, desk: Desk):
    send(api, FILE)
    reader = api.by(desk.submitter)
    first = reader.get("/v1/references?limit=1").json
    assert [item["id"] for item in first["items"]] == [2]
    second = reader.get(f"/v1/references?limit=1&cursor={first['next']}").json
    assert [item["id"] for item in second["items"]] == [1]
    assert second["next"] is None
    for query, ids in (
        ("measure=killed", [1]), ("place=velmora", [2, 1]), ("period=2024-05", [2, 1]), ("period=2025", []),
        ("publisher=Nobody", []), ("text=at%20least", [2]),
    ):  # fmt: skip
        assert [item["id"] for item in reader.get(f"/v1/references?{query}").json["items"]] == ids, query
    assert reader.get("/v1/references?period=May").status_code == 422


def test_what_was_exported_can_be_imported_again(api: Caller, desk: Desk):
    risky = FILE + "Civil Agency;2024-05-01;=cmd()|x;killed;5;K3\r\n"
    send(api, risky)
    exported = api.by(desk.editor).get("/v1/exports/references.csv")
    assert exported.status_code == 200
    assert "'=cmd()|x" in exported.text
    again = send(api, exported.text).json
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, 3)


def test_a_verdict_cites_a_reference_and_falls_with_it(api: Caller, desk: Desk):
    send(api, FILE)
    claim_id = desk.claims()[0]
    body = {"verdict": "supported", "evidence": [{"reference_id": 1, "locator": "row K1"}]}
    settled = api.by(desk.reviewer).send("PUT", f"/v1/claims/{claim_id}/verdict", body, version=1)
    assert settled.status_code == 200, settled.text
    (evidence,) = settled.json["judgements"][0]["evidence"]
    assert (evidence["reference_id"], evidence["reference_version"]) == (1, 1)
    assert (evidence["claim_id"], evidence["claim_version"], evidence["url"]) == (None, None, None)
    send(api, FILE.replace(";21;", ";23;"))
    claim = api.by(desk.reviewer).get(f"/v1/claims/{claim_id}").json
    assert claim["status"] == "stale"
    last = api.by(desk.reviewer).get(f"/v1/claims/{claim_id}/events").json["items"][-1]
    assert (last["kind"], last["data"]["reference_id"], last["data"]["changed"]) == (
        "went_stale",
        1,
        ["value"],
    )


def test_a_verdict_cannot_cite_what_is_not_there(api: Caller, desk: Desk):
    claim_id = desk.claims()[0]
    body = {"verdict": "supported", "evidence": [{"reference_id": 9, "locator": "row 1"}]}
    refused = api.by(desk.reviewer).send("PUT", f"/v1/claims/{claim_id}/verdict", body, version=1)
    assert refused.json["errors"] == {"evidence.0": ["There is no reference 9."]}


def test_a_reference_is_withdrawn_with_the_version_that_was_seen(api: Caller, desk: Desk):
    send(api, FILE)
    path = "/v1/references/1/withdraw"
    assert api.by(desk.reviewer).send("POST", path, {}, version=1).status_code == 403
    assert api.by(desk.editor).send("POST", path, {}).status_code == 428
    assert api.by(desk.editor).send("POST", path, {}, version=9).status_code == 412
    answer = api.by(desk.editor).send("POST", path, {"reason": "A misprint."}, version=1)
    assert answer.status_code == 200, answer.text
    assert (answer.json["withdrawn"], answer.json["version"]) == (True, 2)
    assert answer.json["versions"][-1]["changed"] == ["withdrawn"]
    assert api.by(desk.editor).send("POST", path, {}, version=2).status_code == 409


@pytest.mark.parametrize("engine", ["sqlite_url", "postgresql_url"])
def test_an_import_works_on_both_databases(engine: str, request: pytest.FixtureRequest, tmp_path: Any):
    from api import create_app

    database = Database(request.getfixturevalue(engine))
    desk = Desk(database)
    app: Flask = create_app(settings_for(desk, tmp_path), database)
    try:
        caller = Caller(app, desk)
        assert send(caller, FILE).json["new"] == 2
        assert send(caller, FILE.replace("300", "400")).json["changed"] == 1
        versions = caller.by(desk.submitter).get("/v1/references/2").json["versions"]
        assert [version["quantity"]["low"] for version in versions] == ["300", "400"]
    finally:
        if not database.is_sqlite:
            clear(database)
        database.close()
