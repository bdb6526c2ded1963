"""What a reviewer's requests ask of the database: one view to read, one turn to write, few questions."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import pytest
from sqlalchemy import event

from tests.api.client import Caller
from tests.ferry import compare_all, tell

PAGE = {"url": "https://example.org/a", "locator": "paragraph 2"}


class Cost:
    """The transactions that were begun, by kind, and the statements in them."""

    def __init__(self) -> None:
        self.transactions: list[str] = []
        self.statements: list[str] = []


@pytest.fixture
def caller(api: Caller) -> Caller:
    caller = api.by(api.desk.reviewer)
    caller.get("/v1/session")  # the first use of a token is written down
    return caller


@contextmanager
def counted(caller: Caller) -> Iterator[Cost]:
    cost, database = Cost(), caller.desk.database

    def counting(kind: str) -> Any:
        begin = getattr(database, kind)

        def begun() -> Any:
            cost.transactions.append(kind)
            return begin()

        return begun

    def asked(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        cost.statements.append(statement)

    for engine in (database.reader, database.writer):
        event.listen(engine, "before_cursor_execute", asked)
    try:
        with (
            patch.object(database, "read", counting("read")),
            patch.object(database, "write", counting("write")),
        ):
            yield cost
    finally:
        for engine in (database.reader, database.writer):
            event.remove(engine, "before_cursor_execute", asked)


def test_a_verdict_reads_once_and_writes_once(caller: Caller) -> None:
    claim_id = caller.desk.claims()[0]
    leased = caller.send("POST", f"/v1/claims/{claim_id}/lease")
    body = {"verdict": "supported", "evidence": [PAGE]}
    with counted(caller) as cost:
        answer = caller.send(
            "PUT", f"/v1/claims/{claim_id}/verdict", body, version=leased.get_json()["version"]
        )
    assert answer.status_code == 200
    assert cost.transactions == ["read", "write"]
    assert len(cost.statements) <= 9, "\n".join(cost.statements)
    assert [one["reviewer"]["name"] for one in answer.get_json()["judgements"]] == [caller.desk.reviewer.name]


def test_the_next_claim_reads_once_and_writes_once(caller: Caller) -> None:
    caller.desk.claims()
    with counted(caller) as cost:
        answer = caller.send("POST", "/v1/queue/next")
    assert answer.status_code == 200
    assert cost.transactions == ["read", "write"]
    assert len(cost.statements) <= 9, "\n".join(cost.statements)


def test_a_claim_is_read_in_one_transaction_and_loaded_once(caller: Caller) -> None:
    claim_id = caller.desk.claims()[0]
    with counted(caller) as cost:
        answer = caller.get(f"/v1/claims/{claim_id}")
    assert answer.status_code == 200
    assert cost.transactions == ["read"]
    assert sum("FROM claims" in statement for statement in cost.statements) == 1


def test_a_reading_transaction_ends_with_its_request(caller: Caller) -> None:
    """Else the log of SQLite would grow, and the next request of the thread would see an old desk."""
    claim_id = caller.desk.claims()[0]
    for path in (f"/v1/claims/{claim_id}", "/v1/claims/99999", "/v1/claims?limit=0"):
        caller.get(path)
        caller.send("PUT", f"{path}/verdict", {"verdict": "nonsense"}, version=1)
    assert caller.desk.database.reader.pool.checkedout() == 0  # type: ignore[attr-defined]


def test_a_figure_asks_no_more_for_more_members(caller: Caller) -> None:
    desk = caller.desk
    for value, words in ((17, "Seventeen"), (17, "17")):
        tell(desk, value, words, source=words)
    compare_all(desk)
    with counted(caller) as few:
        assert caller.get("/v1/figures/1").status_code == 200
    for number in range(4):
        tell(desk, 17, "Seventeen", source=f"Paper {number}")
    compare_all(desk)
    with counted(caller) as many:
        assert len(caller.get("/v1/figures/1").get_json()["tellings"]) == 6
    assert len(many.statements) == len(few.statements), "\n".join(many.statements)
