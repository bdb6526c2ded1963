"""Verdicts, leases, second persons, dismissals and undo: each rule of the contract's section 3."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import text

from models.domain.errors import Conflict, Forbidden, Invalid, NotFound, PreconditionRequired, VersionMismatch
from models.domain.states import DismissReason, State, Verdict
from models.workflow import audit, corrections, leases, review
from models.workflow.review import NewEvidence
from tests.factories import PAGE, Desk

MACHINE_ONLY = [v for v in Verdict if v not in (Verdict.NOT_CHECKABLE, Verdict.NOT_ENOUGH_EVIDENCE)]


def dismiss(
    desk: Desk, claim_id: int, reason: DismissReason = DismissReason.NOT_A_CLAIM, **extra: int
) -> None:
    version = desk.claim(claim_id).version
    with desk.database.write() as session:
        duplicate_of = extra.get("duplicate_of")
        review.dismiss(session, desk.reviewer, claim_id, version, reason, duplicate_of, None, desk.now)


def reopen(desk: Desk, claim_id: int, reason: str = "new facts") -> None:
    version = desk.claim(claim_id).version
    with desk.database.write() as session:
        review.reopen(session, desk.editor, claim_id, version, reason, desk.now)


def undo(desk: Desk, actor: object, claim_id: int) -> None:
    version = desk.claim(claim_id).version
    with desk.database.write() as session:
        review.undo(session, actor, claim_id, version, desk.now)  # type: ignore[arg-type]


def kinds(desk: Desk, claim_id: int) -> list[str]:
    with desk.database.read() as session:
        rows = session.execute(
            text("SELECT kind FROM events WHERE subject = 'claim' AND subject_id = :id ORDER BY seq"),
            {"id": claim_id},
        )
        return [row.kind for row in rows]


@pytest.fixture(autouse=True)
def the_trail_stays_whole(desk: Desk) -> Iterator[None]:
    yield
    with desk.database.read() as session:
        assert list(audit.verify(session)) == []


def test_a_verdict_on_an_open_claim_leases_and_settles_it_as_two_events(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    claim = desk.decide(desk.reviewer, claim_id)
    assert (claim.state, claim.verdict, claim.lease_holder) == ("final", "supported", None)
    assert kinds(desk, claim_id) == ["extracted", "leased", "settled"]


@pytest.mark.parametrize("verdict", MACHINE_ONLY)
def test_a_verdict_needs_evidence_with_a_locator(desk: Desk, verdict: Verdict) -> None:
    claim_id = desk.claims()[0]
    with pytest.raises(Invalid, match="cannot be taken") as refused:
        desk.decide(desk.reviewer, claim_id, verdict, evidence=(), note="just so")
    assert "evidence" in refused.value.fields
    with pytest.raises(Invalid):
        desk.decide(desk.reviewer, claim_id, verdict, evidence=[NewEvidence(" ", url="https://example.org")])
    assert desk.claim(claim_id).state == "open"


@pytest.mark.parametrize("verdict", [Verdict.NOT_CHECKABLE, Verdict.NOT_ENOUGH_EVIDENCE])
def test_two_verdicts_need_a_note_instead(desk: Desk, verdict: Verdict) -> None:
    claim_id = desk.claims()[0]
    with pytest.raises(Invalid) as refused:
        desk.decide(desk.reviewer, claim_id, verdict, evidence=[PAGE])
    assert list(refused.value.fields) == ["note"]
    assert (
        desk.decide(desk.reviewer, claim_id, verdict, evidence=(), note="nobody counts this").state == "final"
    )


def test_evidence_is_never_the_claim_itself_nor_one_that_is_not_settled(desk: Desk) -> None:
    first, second = desk.claims()
    for claim_id in (first, second, 999):
        with pytest.raises(Invalid):
            desk.decide(desk.reviewer, first, evidence=[NewEvidence("there", claim_id=claim_id)])
    for url in ("javascript:alert(1)", "file:///etc/passwd", "http://"):
        with pytest.raises(Invalid):
            desk.decide(desk.reviewer, first, evidence=[NewEvidence("there", url=url)])
    with pytest.raises(Invalid):
        desk.decide(
            desk.reviewer, first, evidence=[NewEvidence("both", url="https://a.org", claim_id=second)]
        )
    desk.decide(desk.reviewer, second)
    assert (
        desk.decide(desk.reviewer, first, evidence=[NewEvidence("there", claim_id=second)]).state == "final"
    )


def test_refusals_come_in_the_contracts_order(desk: Desk) -> None:
    claim_id = desk.claims()[0]

    def refused(actor: object, claim: int, version: int | None, evidence: object) -> type[Exception]:
        with pytest.raises(Exception) as caught, desk.database.write() as session:  # noqa: PT011
            review.decide(session, actor, claim, version, Verdict.SUPPORTED, evidence, None, desk.now)  # type: ignore[arg-type]
        return caught.type

    with desk.database.write() as session:
        leases.lease(session, desk.second, claim_id, desk.now)
    version = desk.claim(claim_id).version
    assert refused(desk.submitter, 999, None, ()) is Forbidden
    assert refused(desk.reviewer, 999, None, ()) is NotFound
    assert refused(desk.reviewer, claim_id, None, ()) is PreconditionRequired
    assert refused(desk.reviewer, claim_id, version - 1, ()) is VersionMismatch
    assert refused(desk.reviewer, claim_id, version, ()) is Invalid
    assert refused(desk.reviewer, claim_id, version, [PAGE]) is Conflict
    assert kinds(desk, claim_id) == ["extracted", "leased"], "a refusal leaves nothing behind"


def test_a_lease_keeps_others_out_until_it_runs_out(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    with desk.database.write() as session:
        version = leases.lease(session, desk.reviewer, claim_id, desk.now).version
    desk.later(minutes=14)
    with desk.database.write() as session:
        assert leases.lease(session, desk.reviewer, claim_id, desk.now).version == version, "a renewal"
    desk.later(minutes=14)
    with pytest.raises(Conflict, match="in review by someone else"):
        desk.decide(desk.second, claim_id)
    with desk.database.write() as session, pytest.raises(Conflict):
        leases.lease(session, desk.second, claim_id, desk.now)
    desk.later(minutes=2)
    assert desk.decide(desk.second, claim_id).state == "final"
    assert kinds(desk, claim_id) == ["extracted", "leased", "lease_expired", "leased", "settled"]


def test_the_sweep_ends_leases_and_release_gives_them_back(desk: Desk) -> None:
    first, second = desk.claims()
    with desk.database.write() as session:
        leases.lease(session, desk.reviewer, first, desk.now)
        leases.lease(session, desk.second, second, desk.now)
    with desk.database.write() as session, pytest.raises(Conflict, match="held by someone else"):
        leases.release(session, desk.reviewer, second, desk.claim(second).version, desk.now)
    with desk.database.write() as session:
        leases.release(session, desk.second, second, desk.claim(second).version, desk.now)
        assert leases.expire_all(session, desk.now) == 0
    desk.later(minutes=16)
    with desk.database.write() as session:
        assert leases.expire_all(session, desk.now) == 1
    assert {desk.claim(i).state for i in (first, second)} == {"open"}


def test_the_queue_never_hands_one_claim_to_two_people(desk: Desk) -> None:
    first, second = desk.claims()
    with desk.database.write() as session:
        mine = leases.next_in_queue(session, desk.reviewer, desk.now).id
    with desk.database.write() as session:
        theirs = leases.next_in_queue(session, desk.second, desk.now).id
    assert (mine, theirs) == (first, second), "the more check-worthy one comes first"
    with desk.database.write() as session:
        assert leases.next_in_queue(session, desk.reviewer, desk.now).id == mine, "one's own comes again"
        with pytest.raises(NotFound, match="queue is empty"):
            leases.next_in_queue(session, desk.editor, desk.now)


def test_a_second_person_settles_what_the_first_proposed(desk: Desk) -> None:
    desk.set(second_reviewer=True)
    claim_id = desk.claims()[0]
    claim = desk.decide(desk.reviewer, claim_id)
    assert (claim.state, claim.verdict) == ("proposed", None)
    with pytest.raises(Conflict, match="someone else"):
        desk.decide(desk.reviewer, claim_id)
    with desk.database.write() as session:
        assert leases.next_in_queue(session, desk.second, desk.now).id == claim_id, "it waits for a second"
    claim = desk.decide(desk.second, claim_id)
    assert (claim.state, claim.verdict) == ("final", "supported")


def test_two_who_disagree_need_a_third_with_an_editors_rights(desk: Desk) -> None:
    desk.set(second_reviewer=True)
    claim_id = desk.claims()[0]
    desk.decide(desk.reviewer, claim_id, Verdict.SUPPORTED)
    claim = desk.decide(desk.second, claim_id, Verdict.REFUTED)
    assert (claim.state, claim.verdict) == ("proposed", None)
    with pytest.raises(Forbidden, match="editor"):
        desk.decide(desk.second, claim_id, Verdict.SUPPORTED)
    claim = desk.decide(desk.editor, claim_id, Verdict.OUTDATED)
    assert (claim.state, claim.verdict) == ("final", "outdated")


def test_a_dismissal_has_a_reason_and_can_be_reopened(desk: Desk) -> None:
    first, second = desk.claims()
    for reason, other in [(DismissReason.DUPLICATE_OF, None), (DismissReason.NOT_A_CLAIM, second)]:
        with pytest.raises(Invalid):
            dismiss(desk, first, reason, **({"duplicate_of": other} if other else {}))
    with pytest.raises(Invalid):
        dismiss(desk, first, DismissReason.DUPLICATE_OF, duplicate_of=first)
    dismiss(desk, first, DismissReason.DUPLICATE_OF, duplicate_of=second)
    assert desk.claim(first).state == "dismissed"
    with pytest.raises(Conflict, match="cannot take the step"):
        desk.decide(desk.reviewer, first)
    reopen(desk, first)
    assert (desk.claim(first).state, desk.claim(first).dismissal) == ("open", None)


def test_reopening_needs_a_reason_and_starts_a_new_round(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    desk.decide(desk.reviewer, claim_id)
    with pytest.raises(Invalid):
        reopen(desk, claim_id, " ")
    reopen(desk, claim_id)
    claim = desk.claim(claim_id)
    assert (claim.state, claim.verdict, claim.fingerprint, claim.round) == ("open", None, None, 2)
    assert desk.decide(desk.reviewer, claim_id, Verdict.REFUTED).verdict == "refuted"


def test_what_rests_on_a_claim_goes_stale_with_it(desk: Desk) -> None:
    first, second = desk.claims()
    desk.decide(desk.reviewer, second)
    desk.decide(desk.reviewer, first, evidence=[NewEvidence("there", claim_id=second)])
    reopen(desk, second)
    assert desk.claim(first).state == State.STALE


def test_undo_is_an_inverse_event_for_ones_own_and_for_editors(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    with pytest.raises(Conflict, match="nothing to undo"):
        undo(desk, desk.reviewer, claim_id)
    desk.decide(desk.reviewer, claim_id)
    with pytest.raises(Forbidden):
        undo(desk, desk.second, claim_id)
    undo(desk, desk.reviewer, claim_id)
    claim = desk.claim(claim_id)
    assert (claim.state, claim.verdict, claim.lease_holder) == ("open", None, None)
    assert kinds(desk, claim_id) == ["extracted", "leased", "settled", "undone"]
    desk.decide(desk.second, claim_id, Verdict.REFUTED)
    undo(desk, desk.editor, claim_id)
    assert desk.claim(claim_id).state == "open"
    dismiss(desk, claim_id)
    undo(desk, desk.reviewer, claim_id)
    assert (desk.claim(claim_id).state, desk.claim(claim_id).dismissal) == ("open", None)


def test_steps_are_undone_one_after_the_other(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    for measure in ("injured", "missing"):
        version = desk.claim(claim_id).version
        with desk.database.write() as session:
            corrections.apply(session, desk.reviewer, claim_id, version, {"measure": measure}, desk.now)
    desk.decide(desk.reviewer, claim_id)
    seen = []
    for _ in range(3):
        undo(desk, desk.reviewer, claim_id)
        claim = desk.claim(claim_id)
        seen.append((claim.state, claim.verdict, claim.measure))
    assert seen == [("open", None, "missing"), ("open", None, "injured"), ("open", None, "killed")]
    with pytest.raises(Conflict, match="nothing to undo"):
        undo(desk, desk.reviewer, claim_id)


def test_an_undone_correction_frees_the_claim_that_was_held_for_it(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    with desk.database.write() as session:
        leases.lease(session, desk.reviewer, claim_id, desk.now)
    version = desk.claim(claim_id).version
    with desk.database.write() as session:
        corrections.apply(session, desk.reviewer, claim_id, version, {"measure": "injured"}, desk.now)
    undo(desk, desk.reviewer, claim_id)
    assert (desk.claim(claim_id).state, desk.claim(claim_id).lease_holder) == ("open", None)


def test_nobody_undoes_under_the_hands_of_who_holds_the_claim(desk: Desk) -> None:
    desk.set(second_reviewer=True)
    claim_id = desk.claims()[0]
    desk.decide(desk.reviewer, claim_id)
    with desk.database.write() as session:
        leases.lease(session, desk.second, claim_id, desk.now)
    with pytest.raises(Conflict, match="in review by someone else"):
        undo(desk, desk.reviewer, claim_id)


def test_a_first_verdict_stands_once_a_second_person_has_seen_it(desk: Desk) -> None:
    """Else the second could take back theirs, have the first one gone, and judge with it in mind."""
    desk.set(second_reviewer=True)
    claim_id = desk.claims()[0]
    desk.decide(desk.reviewer, claim_id)
    desk.decide(desk.second, claim_id)
    undo(desk, desk.second, claim_id)
    with pytest.raises(Conflict, match="nothing to undo"):
        undo(desk, desk.reviewer, claim_id)
    undo(desk, desk.editor, claim_id)
    assert desk.claim(claim_id).state == "open"


def test_undoing_a_second_verdict_leaves_the_first_one_standing(desk: Desk) -> None:
    desk.set(second_reviewer=True)
    claim_id = desk.claims()[0]
    desk.decide(desk.reviewer, claim_id)
    desk.decide(desk.second, claim_id)
    undo(desk, desk.second, claim_id)
    assert (desk.claim(claim_id).state, desk.claim(claim_id).verdict) == ("proposed", None)
    with pytest.raises(Conflict, match="someone else"):
        desk.decide(desk.second, claim_id)  # who has seen the first verdict gives no second opinion
    assert desk.decide(desk.editor, claim_id).state == "final"


def test_a_row_changed_behind_the_trails_back_is_named(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    desk.decide(desk.reviewer, claim_id)
    with desk.database.write() as session:
        session.execute(text("UPDATE claims SET verdict = 'refuted' WHERE id = :id"), {"id": claim_id})
    with desk.database.read() as session:
        (difference,) = audit.verify(session)
    assert (difference.subject_id, difference.what) == (
        claim_id,
        "verdict is 'refuted', its events say 'supported'",
    )
    with desk.database.write() as session:
        session.execute(text("UPDATE claims SET verdict = 'supported' WHERE id = :id"), {"id": claim_id})


def test_a_claim_whose_page_was_left_waits_again_soon_without_an_event(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    with desk.database.write() as session:
        version = leases.lease(session, desk.reviewer, claim_id, desk.now).version
        leases.leave(session, desk.second, claim_id, desk.now)
    assert desk.claim(claim_id).lease_until == desk.now + timedelta(minutes=15)
    with desk.database.write() as session:
        leases.leave(session, desk.reviewer, claim_id, desk.now)
    claim = desk.claim(claim_id)
    assert (claim.version, claim.lease_until) == (version, desk.now + leases.GRACE)
    with desk.database.write() as session:
        given = leases.next_in_queue(session, desk.second, desk.later(seconds=16))
        assert given.id == claim_id
