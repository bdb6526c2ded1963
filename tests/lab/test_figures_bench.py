"""The bench of figures in small: a desk five times as large costs about the same."""

from pathlib import Path

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
    small, large = timings
    assert large.hint[1] <= LIMIT * small.hint[1]
    assert large.opened[1] <= LIMIT * small.opened[1]
