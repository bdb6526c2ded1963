"""The desk of the benchmarks is one that the product itself could have made, and the same each time."""

from lab.bench import desk as bench
from models.data import overviews
from models.data.database import Database
from models.data.queries import ClaimFilter, list_claims
from models.workflow import audit


def test_its_trail_holds_and_it_is_the_same_again(sqlite_url: str):
    database = Database(sqlite_url)
    filled = bench.fill(database, 45, seed=7, settled=0.4, reviewers=2)
    with database.read() as session:
        assert list(audit.verify(session)) == []
        counts = overviews.count_claims_by_state(session)
        first = list_claims(session, ClaimFilter(), "text", 1, None).rows[0].standalone
    database.close()
    assert counts == {"open": 45 - filled.settled, "final": filled.settled}
    assert 5 < filled.settled < 30
    assert first == "A hospital said 6 people were injured in Karsk on Tuesday."
