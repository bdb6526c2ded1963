"""What reviewers do to a claim: judge it, set it aside, open it again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from models.data import direct
from models.data.queries import events_of
from models.data.tables import Claim, Event, Evidence, Judgement, Reference
from models.domain.addresses import ADDRESS_WANTED, is_web_address
from models.domain.errors import Conflict, Forbidden, Invalid
from models.domain.fingerprint import digest
from models.domain.roles import Actor, Role
from models.domain.states import (
    NEEDS_NOTE_INSTEAD_OF_EVIDENCE,
    Action,
    DismissReason,
    RefusedTransition,
    State,
    Verdict,
    move,
)
from models.workflow import claims, desk, extract, leases, staleness, trail


@dataclass(frozen=True, slots=True)
class NewEvidence:
    """What a judgement rests on: a page, a settled claim or a reference, and where in it to look."""

    locator: str
    url: str | None = None
    claim_id: int | None = None
    reference_id: int | None = None
    quote: str | None = None


def step(state: str, action: Action) -> str:
    """Return the next state, or refuse with what is possible."""
    try:
        return move(State(state), action).value
    except RefusedTransition as refused:
        raise Conflict(str(refused)) from refused


def _check_evidence(
    session: Session, claim: Claim, verdict: Verdict, evidence: Sequence[NewEvidence], note: str | None
) -> None:
    errors: dict[str, list[str]] = {}
    if verdict in NEEDS_NOTE_INSTEAD_OF_EVIDENCE:
        if not (note or "").strip():
            errors["note"] = [f"The verdict {verdict.value} needs a note that says why."]
    elif not evidence:
        errors["evidence"] = [f"The verdict {verdict.value} needs at least one piece of evidence."]
    for index, item in enumerate(evidence):
        if problem := _problem_with(session, claim, item):
            errors[f"evidence.{index}"] = [problem]
    if errors:
        raise Invalid("the verdict cannot be taken as it is", errors)


def _problem_with(session: Session, claim: Claim, item: NewEvidence) -> str | None:
    if sum(named is not None for named in (item.url, item.claim_id, item.reference_id)) != 1:
        return "Name exactly one of url, claim_id and reference_id."
    if not item.locator.strip():
        return "Say in locator where to look (a paragraph, a page, a table)."
    if item.url is not None:
        return None if is_web_address(item.url) else ADDRESS_WANTED
    if item.reference_id is not None:
        return _problem_with_reference(session, item.reference_id)
    if item.claim_id == claim.id:
        return "A claim is no evidence for itself."
    cited = session.get(Claim, item.claim_id)
    if cited is None:
        return f"There is no claim {item.claim_id}."
    if cited.state != State.FINAL:
        return f"Claim {item.claim_id} is not settled, so nothing can rest on it."
    return None


def _problem_with_reference(session: Session, reference_id: int) -> str | None:
    reference = session.get(Reference, reference_id)
    if reference is None:
        return f"There is no reference {reference_id}."
    return (
        f"Reference {reference_id} was withdrawn, so nothing can rest on it." if reference.withdrawn else None
    )


def _cited_version(session: Session, item: NewEvidence) -> int | None:
    """Return the version of what the evidence names inside the desk, as it is cited."""
    if item.claim_id is not None:
        return claims.get(session, item.claim_id).version
    return session.get_one(Reference, item.reference_id).version if item.reference_id is not None else None


def decide(
    session: Session,
    actor: Actor,
    claim_id: int,
    version: int | None,
    verdict: Verdict,
    evidence: Sequence[NewEvidence],
    note: str | None,
    now: datetime,
) -> Claim:
    """Judge a claim: settle it, or propose it where the desk wants a second person.

    An open claim is leased and judged in one transaction, as two events. A second person who agrees
    settles it; who disagrees leaves it proposed until a third person (editor) settles it.

    Raises:
        Forbidden, NotFound, PreconditionRequired, VersionMismatch, Invalid, Conflict: in this order.
    """
    actor.require(Role.REVIEWER)
    claim = claims.take(session, claim_id)
    leases.require_right_to_judge(claim, actor)
    claims.check_version(claim, version)
    earlier = staleness.active_judgements(claim)
    _check_evidence(session, claim, verdict, evidence, note)
    if claim.state == State.PROPOSED and any(j.reviewer_id == actor.user_id for j in earlier):
        raise Conflict("you have judged this claim already; someone else gives the next verdict")
    leases.refuse_who_has_seen_anothers(claim, actor)
    action = _action(session, claim, earlier, verdict)
    leases.take_over(session, claim, actor, now)
    next_state = step(claim.state, action)
    judgement = _keep_judgement(session, actor, claim, verdict, evidence, note, now)
    is_final = next_state == State.FINAL
    claim.lease_until = None
    trail.change(
        session,
        claim,
        {Action.SETTLE: "settled", Action.PROPOSE: "proposed", Action.DISAGREE: "disagreed"}[action],
        {
            "state": next_state,
            "verdict": verdict.value if is_final else None,
            "fingerprint": _fingerprint_of_all(session, claim, earlier, judgement) if is_final else None,
            "lease_holder": None,
            "version": claim.version + 1,
        },
        actor.user_id,
        now,
        judgement=judgement.id,
        judged=digest(_judged(judgement)),
    )
    return claim


def _keep_judgement(
    session: Session,
    actor: Actor,
    claim: Claim,
    verdict: Verdict,
    evidence: Sequence[NewEvidence],
    note: str | None,
    now: datetime,
) -> Judgement:
    """Write a judgement with its evidence, bound to what the claim says now."""
    pieces = [
        Evidence(
            url=item.url,
            cited_claim_id=item.claim_id,
            cited_reference_id=item.reference_id,
            cited_version=_cited_version(session, item),
            quote=item.quote,
            locator=item.locator,
        )
        for item in evidence
    ]
    judgement = Judgement(
        claim_id=claim.id,
        reviewer_id=actor.user_id,
        round=claim.round,
        verdict=verdict.value,
        note=note,
        fingerprint=staleness.fingerprint_now(session, claim, pieces),
        created_at=now,
    )
    direct.insert_row(session, judgement)
    for piece in pieces:
        piece.judgement_id = judgement.id
        direct.insert_row(session, piece)
    set_committed_value(judgement, "evidence", pieces)
    set_committed_value(claim, "judgements", [*claim.judgements, judgement])
    return judgement


def _fingerprint_of_all(session: Session, claim: Claim, earlier: list[Judgement], last: Judgement) -> str:
    """Hash what a verdict is bound to with the evidence of all judgements that it rests on."""
    if not earlier:
        return last.fingerprint
    everything = [item for judgement in [*earlier, last] for item in judgement.evidence]
    return staleness.fingerprint_now(session, claim, everything)


def _action(session: Session, claim: Claim, earlier: list[Judgement], verdict: Verdict) -> Action:
    """Choose the step: the first of two proposes, the second agrees or disagrees, a third settles."""
    if claim.state == State.PROPOSED:
        agrees = len(earlier) > 1 or earlier[0].verdict == verdict
        return Action.SETTLE if agrees else Action.DISAGREE
    return Action.PROPOSE if desk.current(session).desk.second_reviewer else Action.SETTLE


def _judged(judgement: Judgement) -> dict[str, object]:
    """Return a judgement as the trail hashes it: its words stay out of the event."""
    return {
        "verdict": judgement.verdict,
        "note": judgement.note,
        "evidence": [
            [e.url, e.cited_claim_id, e.cited_version, e.quote, e.locator] for e in judgement.evidence
        ],
    }


def dismiss(
    session: Session,
    actor: Actor,
    claim_id: int,
    version: int | None,
    reason: DismissReason,
    duplicate_of: int | None,
    note: str | None,
    now: datetime,
) -> Claim:
    """Take a claim off the desk, with the reason; it can be reopened."""
    actor.require(Role.REVIEWER)
    claim = claims.take(session, claim_id)
    claims.check_version(claim, version)
    if (reason is DismissReason.DUPLICATE_OF) != (duplicate_of is not None):
        raise Invalid(
            "the dismissal cannot be taken as it is",
            {"duplicate_of": ["Name the other claim with the reason duplicate_of, and only then."]},
        )
    if duplicate_of is not None:
        _check_that_it_stays(session, claim.id, duplicate_of)
    next_state = step(claim.state, Action.DISMISS)
    leases.refuse_if_anothers(claim, actor, now)
    claim.lease_until = None
    trail.change(
        session,
        claim,
        "dismissed",
        {
            "state": next_state,
            "dismissal": {"reason": reason.value, "duplicate_of": duplicate_of, "note": note},
            "lease_holder": None,
            "version": claim.version + 1,
        },
        actor.user_id,
        now,
    )
    return claim


def _check_that_it_stays(session: Session, claim_id: int, duplicate_of: int) -> None:
    """Refuse a duplicate of what is no other claim or off the desk itself: no claim would be left of both."""
    other = session.get(Claim, duplicate_of)
    problem = None
    if other is None or other.id == claim_id:
        problem = "Must be the id of another claim."
    elif other.withdrawn or other.state == State.DISMISSED:
        problem = f"Claim {other.id} is off the desk itself; name the claim that stays."
    if problem is not None:
        raise Invalid("the dismissal cannot be taken as it is", {"duplicate_of": [problem]})


def reopen(
    session: Session, actor: Actor, claim_id: int, version: int | None, reason: str, now: datetime
) -> Claim:
    """Open a final, stale or dismissed claim for a new round; the old judgements stay in its history."""
    actor.require(Role.EDITOR)
    claim = claims.take(session, claim_id)
    claims.check_version(claim, version)
    if not reason.strip():
        raise Invalid("the claim cannot be reopened", {"reason": ["Say why; the trail keeps it."]})
    reopen_for_new_round(session, claim, actor, now, reason=reason)
    return claim


def reopen_for_new_round(session: Session, claim: Claim, actor: Actor, now: datetime, reason: str) -> None:
    """Move a claim back to open; what rested on its verdict is looked at again."""
    trail.change(
        session,
        claim,
        "reopened",
        {
            "state": step(claim.state, Action.REOPEN),
            "verdict": None,
            "fingerprint": None,
            "dismissal": None,
            "round": claim.round + 1,
            "version": claim.version + 1,
        },
        actor.user_id,
        now,
        reason=reason,
    )
    staleness.check(session, [claim], now)


UNDOABLE = frozenset({"settled", "proposed", "disagreed", "dismissed", "reopened", "corrected"})
_LEASES = frozenset({"leased", "released", "lease_expired"})


def standing_step(events: Sequence[Event], actor: Actor) -> Event | None:
    """Return the last step of a person that still stands, which *actor* could take back; None when none is.

    *events* are a claim's, oldest first. Leases come and go over it, and what was taken back already is
    passed over, so that steps are undone one after the other. Past what somebody else took back only an
    editor goes: their second verdict showed them the first one, which must not be changed after that.
    """
    taken_back: set[int] = set()
    for event in reversed(events):
        if event.kind == "undone" and (event.actor_id == actor.user_id or actor.may(Role.EDITOR)):
            taken_back.add(event.data["undoes"])
        elif event.seq not in taken_back and event.kind not in _LEASES:
            return event if event.kind in UNDOABLE else None
    return None


def require_right_to_undo(session: Session, claim: Claim, actor: Actor) -> None:
    """Raise :class:`Forbidden` unless the claim's last step is *actor*'s own, or *actor* is an editor."""
    _own_step(session, claim, actor)


def _own_step(session: Session, claim: Claim, actor: Actor) -> Event | None:
    step = standing_step(events_of(session, "claim", claim.id), actor)
    if step is not None and step.actor_id != actor.user_id and not actor.may(Role.EDITOR):
        raise Forbidden("only an editor undoes what someone else did")
    return step


def undo(session: Session, actor: Actor, claim_id: int, version: int | None, now: datetime) -> Claim:
    """Take back the last thing that a person did to a claim, as a new event; nothing is erased.

    One's own with reviewer's rights, anybody's with editor's. Done again it takes back the step before.
    """
    actor.require(Role.REVIEWER)
    claim = claims.take(session, claim_id)
    last = _own_step(session, claim, actor)
    claims.check_version(claim, version)
    if last is None:
        raise Conflict(
            "there is nothing to undo: the last step that stands was not a verdict, dismissal or correction"
        )
    leases.refuse_if_anothers(claim, actor, now)
    changes = trail.old_values(session, claim, last)
    changes["version"] = claim.version + 1
    changes["lease_holder"] = None
    # The lease that a verdict took with it has run its course: the claim is free again.
    if changes.get("state", claim.state) == State.IN_REVIEW:
        changes["state"] = State.OPEN.value
    if judgement_id := last.data.get("judgement"):
        session.get_one(Judgement, judgement_id).undone_at = now
    trail.change(session, claim, "undone", changes, actor.user_id, now, undoes=last.seq)
    leases.forget(claim)
    extract.set_search_columns(claim)
    staleness.check(session, [claim], now)
    return claim
