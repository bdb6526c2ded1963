"""Partners come from indexes and are at most 200, however many claims a block has."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, text

from models.data.partners import MOST, Asked, find_partners
from models.data.tables import Claim, Reference
from models.domain.references.files import rows_of_csv
from models.workflow import references
from tests.factories import Desk
from tests.ferry import DAY, compare_all, tell

KIN = ["killed", "casualties", "injured", "missing"]
COPIES = 150


def at(kin: int, n: int) -> dict[str, int]:
    """A place in the article that no other claim has."""
    return {"anchor_start": 1000 * (kin + 1) + n, "anchor_end": 1000 * (kin + 1) + n + 1}


@pytest.fixture
def block(desk: Desk) -> int:
    """One claim among hundreds of its measure and its kin, its country and its event, and 60 references."""
    claim_id = tell(desk, 17, "Seventeen")
    compare_all(desk)
    rows = [f"Coast Guard;{DAY + timedelta(days=-n)};Greece;killed;{n + 1}" for n in range(60)]
    with desk.database.write() as session:
        one = session.get_one(Claim, claim_id)
        same = {c.key: getattr(one, c.key) for c in Claim.__table__.columns if c.key != "id"}
        copies = [
            {**same, "measure": measure, "as_of": DAY + timedelta(days=n - COPIES // 2)} | at(kin, n)
            for kin, measure in enumerate(KIN)
            for n in range(COPIES)
        ]
        session.execute(insert(Claim), copies)
        file = "\r\n".join(["publisher;as_of;place;measure;value", *rows])
        taken = references.check(rows_of_csv(file.encode()), desk.now)
        references.take(session, desk.editor, taken, desk.now, sha256="0" * 64)
    return claim_id


def test_at_most_200_are_met_of_a_full_block(desk: Desk, block: int) -> None:
    with desk.database.read() as session:
        one = session.get_one(Claim, block)
        asked = Asked(KIN, one.about_country, one.event, one.as_of, None, claim_id=block)
        found = find_partners(session, asked)
    assert len(found) <= MOST == 200
    assert len({(type(c.row), c.row.id) for c in found}) == len(found), "none twice"
    assert block not in [c.row.id for c in found if isinstance(c.row, Claim)]
    assert sum(isinstance(c.row, Reference) for c in found) == 15
    own = [c.row.as_of for c in found if isinstance(c.row, Claim) and c.row.measure == "killed"]
    assert len(own) >= 50
    assert all(day is not None and abs((day - DAY).days) <= 40 for day in own), "the nearest in time"


def test_each_probe_reads_an_index(desk: Desk, block: int) -> None:
    if not desk.database.is_sqlite:
        pytest.skip("a plan of PostgreSQL hangs on its statistics; the bench measures it")
    plan = "EXPLAIN QUERY PLAN SELECT id FROM claims WHERE measure = 'killed' AND about_country = 'GR' {} "
    plan += (
        "AND NOT withdrawn AND state != 'dismissed' AND as_of <= '2024-05-01' ORDER BY as_of DESC LIMIT 30"
    )
    with desk.database.read() as session:
        for more in ("AND event = 'sinking'", ""):
            steps = [row[3] for row in session.execute(text(plan.format(more)))]
            assert all(step.startswith("SEARCH claims USING INDEX") for step in steps), steps
