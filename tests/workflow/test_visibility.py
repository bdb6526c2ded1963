"""Until the second verdict is in, nothing shows the first one to anybody but its author."""

import json

import pytest

from models.data import queries
from models.domain.errors import Conflict
from models.domain.roles import Actor, Role
from models.domain.states import Verdict
from models.workflow import agreement, claims, leases, review, visibility
from tests.factories import PAGE, Desk


def seen(desk: Desk, claim_id: int, actor: Actor) -> tuple[list[str], str]:
    """The verdicts that somebody sees, and all that the trail tells them."""
    with desk.database.read() as session:
        claim = claims.get(session, claim_id)
        verdicts = [judgement.verdict for judgement in visibility.judgements(claim, actor)]
        trail = visibility.events(claim, queries.events_of(session, "claim", claim_id), actor)
        return verdicts, json.dumps([[event.kind, event.data] for event in trail])


def undo(desk: Desk, actor: Actor, claim_id: int) -> None:
    version = desk.claim(claim_id).version
    with desk.database.write() as session:
        review.undo(session, actor, claim_id, version, desk.now)


@pytest.fixture
def claim_id(desk: Desk) -> int:
    desk.set(second_reviewer=True)
    return desk.claims()[0]


def test_only_its_author_sees_a_first_verdict(desk: Desk, claim_id: int):
    desk.decide(desk.reviewer, claim_id, Verdict.REFUTED)
    assert seen(desk, claim_id, desk.reviewer)[0] == ["refuted"]
    for other in (desk.submitter, desk.second, desk.editor, desk.admin):
        verdicts, trail = seen(desk, claim_id, other)
        assert verdicts == []
        assert "proposed" in trail
        assert "judge" not in trail
        assert "refuted" not in trail


def test_reading_a_hidden_event_changes_no_row(desk: Desk, claim_id: int):
    desk.decide(desk.reviewer, claim_id)
    with desk.database.write() as session:
        claim = claims.get(session, claim_id)
        trail = queries.events_of(session, "claim", claim_id)
        shown = visibility.events(claim, trail, desk.second)
        assert [event.seq for event in shown] == [event.seq for event in trail]
        assert [event.actor and event.actor.name for event in shown][-1] == "rob"
    with desk.database.read() as session:
        assert "judgement" in queries.events_of(session, "claim", claim_id)[-1].data


@pytest.mark.parametrize("second_verdict", [Verdict.REFUTED, Verdict.SUPPORTED])
def test_both_are_shown_once_the_second_is_in(desk: Desk, claim_id: int, second_verdict: Verdict):
    desk.decide(desk.reviewer, claim_id, Verdict.REFUTED)
    desk.decide(desk.second, claim_id, second_verdict)
    for anybody in (desk.submitter, desk.reviewer, desk.second, desk.editor):
        verdicts, trail = seen(desk, claim_id, anybody)
        assert verdicts == ["refuted", second_verdict]
        assert trail.count("judged") == 2


def test_a_second_verdict_that_is_undone_is_hidden_with_the_first(desk: Desk, claim_id: int):
    desk.decide(desk.reviewer, claim_id, Verdict.REFUTED)
    desk.decide(desk.second, claim_id, Verdict.REFUTED)
    undo(desk, desk.second, claim_id)
    verdicts, trail = seen(desk, claim_id, desk.editor)
    assert verdicts == []
    assert "refuted" not in trail
    assert seen(desk, claim_id, desk.second)[0] == ["refuted"]


def test_an_editor_who_undoes_a_settled_claim_is_shown_no_verdict(desk: Desk, claim_id: int):
    # They may well be the next to judge it.
    desk.decide(desk.reviewer, claim_id, Verdict.REFUTED)
    desk.decide(desk.second, claim_id, Verdict.REFUTED)
    undo(desk, desk.editor, claim_id)
    verdicts, trail = seen(desk, claim_id, desk.editor)
    assert verdicts == []
    assert "refuted" not in trail


def test_a_first_verdict_that_is_undone_stays_its_authors(desk: Desk, claim_id: int):
    desk.decide(desk.reviewer, claim_id, Verdict.REFUTED)
    undo(desk, desk.reviewer, claim_id)
    assert seen(desk, claim_id, desk.second)[0] == []
    assert seen(desk, claim_id, desk.reviewer)[0] == ["refuted"]


def test_one_persons_verdict_is_shown_to_all_where_one_is_enough(desk: Desk):
    claim_id = desk.claims()[0]
    desk.decide(desk.reviewer, claim_id, Verdict.REFUTED)
    assert seen(desk, claim_id, desk.second)[0] == ["refuted"]
    undo(desk, desk.reviewer, claim_id)
    assert seen(desk, claim_id, desk.second)[0] == ["refuted"]


def test_a_verdict_that_settles_after_a_proposal_was_undone_is_shown(desk: Desk, claim_id: int):
    desk.decide(desk.reviewer, claim_id, Verdict.REFUTED)
    undo(desk, desk.reviewer, claim_id)
    desk.set(second_reviewer=False)
    desk.decide(desk.second, claim_id, Verdict.SUPPORTED, [PAGE])
    assert seen(desk, claim_id, desk.submitter)[0] == ["refuted", "supported"]


def test_a_settled_round_stays_open_to_all_after_the_claim_is_reopened(desk: Desk, claim_id: int):
    desk.decide(desk.reviewer, claim_id, Verdict.REFUTED)
    desk.decide(desk.second, claim_id, Verdict.REFUTED)
    version = desk.claim(claim_id).version
    with desk.database.write() as session:
        review.reopen(session, desk.editor, claim_id, version, "new report", desk.now)
    desk.decide(desk.editor, claim_id, Verdict.OUTDATED)
    assert seen(desk, claim_id, desk.submitter)[0] == ["refuted", "refuted"]
    assert seen(desk, claim_id, desk.editor)[0] == ["refuted", "refuted", "outdated"]


def test_who_has_seen_the_first_verdict_gives_no_second_one(desk: Desk) -> None:
    desk.set(second_reviewer=True)
    claim_id, other = desk.claims()
    desk.decide(desk.reviewer, claim_id, Verdict.SUPPORTED)
    judged = desk.decide(desk.second, claim_id, Verdict.REFUTED)
    with desk.database.write() as session:
        review.undo(session, desk.second, claim_id, judged.version, desk.now)
    with pytest.raises(Conflict, match="could see the other one"):
        desk.decide(desk.second, claim_id, Verdict.SUPPORTED)
    with desk.database.write() as session, pytest.raises(Conflict, match="could see the other one"):
        leases.lease(session, desk.second, claim_id, desk.now)
    with desk.database.write() as session:
        assert leases.next_in_queue(session, desk.second, desk.now).id == other
    settled = desk.decide(desk.person("tom", Role.REVIEWER), claim_id, Verdict.SUPPORTED)
    assert (settled.state, settled.verdict) == ("final", "supported")


def test_an_editor_who_has_seen_it_may_decide_but_is_no_blind_judge(desk: Desk) -> None:
    desk.set(second_reviewer=True)
    claim_id, _ = desk.claims()
    desk.decide(desk.reviewer, claim_id, Verdict.SUPPORTED)
    judged = desk.decide(desk.editor, claim_id, Verdict.REFUTED)
    with desk.database.write() as session:
        review.undo(session, desk.editor, claim_id, judged.version, desk.now)
    assert desk.decide(desk.editor, claim_id, Verdict.SUPPORTED).state == "final"
    with desk.database.read() as session:
        assert [row.claims for row in agreement.measure(session)] == [0, 0]


def test_the_first_may_still_change_their_mind_before_there_is_a_second(desk: Desk) -> None:
    desk.set(second_reviewer=True)
    claim_id, _ = desk.claims()
    judged = desk.decide(desk.reviewer, claim_id, Verdict.SUPPORTED)
    with desk.database.write() as session:
        review.undo(session, desk.reviewer, claim_id, judged.version, desk.now)
    assert desk.decide(desk.reviewer, claim_id, Verdict.REFUTED).state == "proposed"
