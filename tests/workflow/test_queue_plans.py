"""Handing out a claim reads by indexes alone, so that a desk of a hundred thousand claims does not wait."""

from typing import Any

import pytest
from sqlalchemy import event

from models.workflow import leases
from tests.factories import Desk


def test_the_next_claim_is_found_without_reading_all_of_them(desk: Desk) -> None:
    engine = desk.database.writer
    if engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL plans by the size of a table, and this one is small")
    desk.claims()
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    try:
        with desk.database.write() as session:
            leases.next_in_queue(session, desk.reviewer, desk.now)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    selects = [one for one in asked if one[0].startswith("SELECT")]
    assert len(selects) > 3
    with desk.database.engine.connect() as connection:
        for statement, parameters in selects:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            steps = [row[3] for row in plan]
            assert not [step for step in steps if step.startswith(("SCAN claims", "SCAN events"))], statement
            assert not [step for step in steps if "TEMP B-TREE" in step], statement
