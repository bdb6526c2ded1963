"""Exports: every claim once, nothing that a spreadsheet would run, and memory that does not grow."""

import csv
import io
import json
import os
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from sqlalchemy import update

from api import exporting
from lab.bench import desk as bench
from models.data.database import Database
from models.data.queries import ClaimFilter
from models.data.tables import Claim
from models.domain.states import Verdict
from tests.api.client import Caller
from tests.factories import Desk

MANY = int(os.environ.get("EXPORT_CLAIMS", "1000"))
"""The claims of the memory test, kept small for every day; docs/api.md says what 20,000 of them show."""


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-1.3 %", "'-1.3 %"),
        ("-1.3", "-1.3"),
        ("+5", "+5"),
        ("-2e5", "-2e5"),
        ("-1\n=1", "'-1\n=1"),
        ("a=1", "a=1"),
        (None, ""),
        (-3, "-3"),
    ],
)
def test_a_cell_is_no_formula(value, written):
    assert exporting.cell(value) == written


def test_both_forms_say_the_verdict_its_evidence_and_the_way_to_the_trail(api: Caller, desk: Desk):
    first, second = desk.claims()
    desk.decide(desk.reviewer, first, Verdict.REFUTED, note="=HYPERLINK()")
    eve = api.by(desk.editor)
    answer = eve.get("/v1/exports/claims.jsonl")
    assert answer.content_type == "application/x-ndjson; charset=utf-8"
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert [line["id"] for line in lines] == [first, second]
    assert lines[0]["judgements"][0]["evidence"][0]["url"] == "https://example.org/report"
    assert lines[0]["trail"] == f"http://localhost/v1/claims/{first}/events"
    rows = list(csv.DictReader(io.StringIO(eve.get("/v1/exports/claims.csv?status=refuted").text)))
    assert [(row["id"], row["verdict"], row["best"]) for row in rows] == [(str(first), "refuted", "21")]
    assert rows[0]["evidence"] == "https://example.org/report (paragraph 2)"
    assert rows[0]["notes"] == "'=HYPERLINK()"


@pytest.mark.parametrize(
    ("cited", "written"),
    [
        ({"url": "https://example.org"}, "https://example.org (row 1)"),
        ({"claim_id": 7}, "claim 7 (row 1)"),
        ({"reference_id": 3}, "reference 3 (row 1)"),
    ],
)
def test_evidence_names_what_is_cited(cited, written):
    nothing = {"url": None, "claim_id": None, "reference_id": None, "locator": "row 1"}
    assert exporting._evidence({**nothing, **cited}) == written


def test_they_are_an_editors_and_take_the_lists_filters(api: Caller, desk: Desk):
    desk.claims()
    for kind in ("jsonl", "csv"):
        path = f"/v1/exports/claims.{kind}"
        assert api.by(desk.reviewer).get(path).status_code == 403
        assert api.by(desk.editor).get(f"{path}?measure=deaths").status_code == 422
        assert api.by(desk.editor).get(f"{path}?cursor=x").status_code == 422
    only = api.by(desk.editor).get("/v1/exports/claims.jsonl?measure=displaced").text.splitlines()
    assert [json.loads(line)["measure"] for line in only] == ["displaced"]


def test_an_open_first_verdict_leaves_only_with_its_author(api: Caller, desk: Desk):
    desk.set(second_reviewer=True)
    claim_id = desk.claims()[0]
    desk.decide(desk.editor, claim_id)
    own, others = (
        json.loads(api.by(who).get("/v1/exports/claims.jsonl").text.splitlines()[0])["judgements"]
        for who in (desk.editor, desk.admin)
    )
    assert (len(own), others) == (1, [])


@pytest.mark.parametrize("written", [exporting.json_lines, exporting.csv_lines])
def test_memory_does_not_grow_with_the_desk(
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
    written: Callable[[Iterable[dict[str, Any]]], Iterator[str]],
):
    monkeypatch.setattr(exporting, "CHUNK", MANY // 40)

    actor = bench.fill(database, MANY).editor.actor

    def peak(claims: int) -> int:
        tracemalloc.start()
        lines = written(exporting.claims(database, ClaimFilter(), actor, "http://localhost"))
        count = sum(1 for _ in lines)
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == claims + (written is exporting.csv_lines)
        return top

    with database.write() as session:
        session.execute(update(Claim).where(Claim.id % 10 != 0).values(withdrawn=True))
    peak(MANY // 10)  # what is made once in a process is no growth
    small = peak(MANY // 10)
    with database.write() as session:
        session.execute(update(Claim).values(withdrawn=False))
    large = peak(MANY)
    assert large < 1.5 * small
