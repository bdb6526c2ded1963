"""A claim can be shown as it stood at any time."""

from datetime import timedelta

import pytest

from models.domain.errors import NotFound
from models.workflow import corrections, history
from tests.factories import Desk


def test_each_step_can_be_seen_again(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    times = [desk.now]
    desk.later(minutes=1)
    with desk.database.write() as session:
        corrections.apply(session, desk.reviewer, claim_id, 1, {"measure": "injured"}, desk.now)
    times.append(desk.now)
    desk.later(minutes=1)
    desk.decide(desk.reviewer, claim_id)
    times.append(desk.now)
    with desk.database.read() as session:
        then = [history.claim_at(session, claim_id, at, desk.submitter) for at in times]
        with pytest.raises(NotFound, match="did not exist yet"):
            history.claim_at(session, claim_id, times[0] - timedelta(seconds=1), desk.submitter)
    assert [(c.state, c.verdict, c.version) for c in then] == [
        ("open", None, 1),
        ("open", None, 2),
        ("final", "supported", 4),
    ]
    assert [c.effective["measure"] for c in then if c.effective] == ["killed", "injured", "injured"]
    assert then[1].reading is not None
    assert then[1].reading["measure"] == "killed"
