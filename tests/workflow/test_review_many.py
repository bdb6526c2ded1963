"""Many claims at once: each for itself, and all of it can be taken back."""

import pytest

from models.domain.errors import Conflict, Forbidden, Invalid, NotFound, VersionMismatch
from models.domain.states import DismissReason, State
from models.workflow import leases, review_many, trail
from tests.factories import TEXT, Desk


def dismiss(desk: Desk, actor, chosen):
    with desk.database.write() as session:
        return review_many.dismiss(
            session, actor, chosen, DismissReason.NOT_A_CLAIM, None, "adverts", desk.now
        )


def test_what_cannot_be_dismissed_costs_the_others_nothing(desk: Desk):
    first, second = desk.claims()
    third, fourth = desk.claims(f"{TEXT} Again.")
    desk.decide(desk.reviewer, second)
    with desk.database.write() as session:
        leases.lease(session, desk.second, fourth, desk.now)
    chosen = [(9_999, 1), (third, 7), (first, 1), (second, desk.claim(second).version), (fourth, 2)]
    outcomes = dismiss(desk, desk.reviewer, chosen)
    assert [one.claim_id for one in outcomes] == [9_999, third, first, second, fourth]
    refused = [type(one.refusal) for one in outcomes]
    assert refused == [NotFound, VersionMismatch, type(None), Conflict, Conflict]
    states = [desk.claim(one).state for one in (first, second, third, fourth)]
    assert states == [State.DISMISSED, State.FINAL, State.OPEN, State.IN_REVIEW]


def test_it_is_taken_back_as_a_whole_after_which_the_trail_holds(desk: Desk):
    ids = desk.claims()
    outcomes = dismiss(desk, desk.reviewer, [(claim_id, 1) for claim_id in ids])
    seen = [(one.claim_id, one.claim.version) for one in outcomes]
    with desk.database.write() as session:
        undone = review_many.undo(session, desk.reviewer, seen, desk.now)
    assert [one.claim.state for one in undone] == [State.OPEN, State.OPEN]
    with desk.database.read() as session:
        kinds = [trail.last_event(session, "claim", claim_id).kind for claim_id in ids]
    assert kinds == ["undone", "undone"]
    with desk.database.write() as session:
        again = review_many.undo(session, desk.reviewer, seen, desk.now)
    assert {type(one.refusal) for one in again} == {VersionMismatch}


@pytest.mark.parametrize("chosen", [[], [(1, 1), (1, 1)], [(n, 1) for n in range(1, 202)]])
def test_too_few_too_many_or_one_twice_is_refused_whole(desk: Desk, chosen):
    with pytest.raises(Invalid):
        dismiss(desk, desk.reviewer, chosen)


def test_a_submitter_may_not(desk: Desk):
    claim_id, _ = desk.claims()
    with pytest.raises(Forbidden):
        dismiss(desk, desk.submitter, [(claim_id, 1)])
