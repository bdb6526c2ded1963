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


def test_a_clock_that_was_put_back_leaves_no_step_out(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    start = desk.now
    desk.later(minutes=10)
    with desk.database.write() as session:
        corrections.apply(session, desk.reviewer, claim_id, 1, {"measure": "injured"}, desk.now)
    desk.later(minutes=-5)
    with desk.database.write() as session:
        corrections.apply(session, desk.reviewer, claim_id, 2, {"certainty": "possible"}, desk.now)
    with desk.database.read() as session:
        between = history.claim_at(session, claim_id, start + timedelta(minutes=7), desk.submitter)
        before = history.claim_at(session, claim_id, start + timedelta(minutes=2), desk.submitter)
    assert between.effective is not None
    assert (between.version, between.effective["measure"], between.seq) == (3, "injured", 3)
    assert (before.version, before.seq) == (1, 1)


def test_steps_of_one_moment_are_told_apart(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    desk.decide(desk.reviewer, claim_id)
    with desk.database.read() as session:
        leased = history.claim_after(session, claim_id, 2, desk.submitter)
        final = history.claim_after(session, claim_id, 3, desk.submitter)
        with pytest.raises(NotFound, match="no step 4"):
            history.claim_after(session, claim_id, 4, desk.submitter)
    assert leased.at == final.at
    assert [(then.seq, then.state) for then in (leased, final)] == [(2, "in_review"), (3, "final")]
