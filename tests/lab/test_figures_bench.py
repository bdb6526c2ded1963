"""The bench of figures in small: a desk five times as large costs about the same."""

from pathlib import Path
from typing import Any

from sqlalchemy import event

from lab.bench.figures import LIMIT, make_desk, measure_desk
from models.data.database import Database
from models.data.migrate import migrate


def test_a_larger_desk_costs_no_more_than_the_limit(tmp_path: Path) -> None:
    timings = []
    # Below some thousands of claims there are too few events for figures to be as large as they are later,
    # and a page of a smaller figure opens sooner whatever the size of the desk.
    for size in (4_000, 20_000):
        url = f"sqlite:///{tmp_path}/{size}.db"
        migrate(url)
        database = Database(url)
        make_desk(database, size, seed=6)
        timings.append(measure_desk(database, size, seed=6, probes=30))
        database.close()
    small, large = timings  # medians: the slow ones of thirty are other work of the machine
    assert large.hint[0] <= LIMIT * small.hint[0]
    assert large.opened[0] <= LIMIT * small.opened[0]


def test_comparing_a_claim_and_drawing_a_figure_scan_no_table(tmp_path: Path) -> None:
    """A scan of the members once made a hint on a million claims four times as slow as on ten thousand."""
    url = f"sqlite:///{tmp_path}/desk.db"
    migrate(url)
    database = Database(url)
    make_desk(database, 2_000, seed=6)
    plans: set[str] = set()

    @event.listens_for(database.reader, "before_cursor_execute")
    @event.listens_for(database.writer, "before_cursor_execute")
    def explain(connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.startswith(("SELECT", "UPDATE", "DELETE")):
            cursor = connection.connection.cursor()
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.update(row[3] for row in cursor.fetchall())

    measure_desk(database, 2_000, seed=6, probes=10)
    database.close()
    assert any(plan.startswith("SEARCH claims") for plan in plans)
    large = ("claims", "articles", "figures", "figure_members", "hint_evidence", "events")
    assert [plan for plan in plans if plan.startswith(tuple(f"SCAN {name}" for name in large))] == []
