"""When a verdict no longer stands: what it was bound to has changed."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.data.tables import Claim, Evidence, Judgement
from models.domain.effective import merge
from models.domain.fingerprint import fingerprint
from models.domain.states import Action, State, move
from models.workflow import trail


def active_judgements(claim: Claim) -> list[Judgement]:
    """Return the judgements of the claim's present round that were not undone, oldest first."""
    return [j for j in claim.judgements if j.round == claim.round and j.undone_at is None]


def cited_versions(session: Session, evidence: Iterable[Evidence]) -> list[tuple[str, int, int]]:
    """Return what *evidence* names inside the desk, with the versions that stand now."""
    cited = sorted({item.cited_claim_id for item in evidence if item.cited_claim_id is not None})
    return [("claim", claim_id, session.get_one(Claim, claim_id).version) for claim_id in cited]


def fingerprint_now(session: Session, claim: Claim, evidence: Iterable[Evidence]) -> str:
    """Hash what a verdict with this *evidence* is bound to, as it stands now."""
    return fingerprint(
        claim.article.text_sha256, merge(claim.reading, claim.correction), cited_versions(session, evidence)
    )


def check(session: Session, changed: Iterable[Claim], now: datetime) -> None:
    """Let verdicts fall that rest on what *changed*: on those claims, and on claims that cite them.

    A final verdict goes stale; a first verdict that waits for its second is void, and the claim is open
    again. A claim that goes stale has changed in its turn, so what cites it is looked at too.
    """
    queue = [(claim, True) for claim in changed]
    while queue:
        claim, has_changed = queue.pop()
        if claim.state in (State.FINAL, State.PROPOSED) and not _still_holds(session, claim):
            _invalidate(session, claim, now)
            has_changed = True
        if has_changed:
            queue += [(citing, False) for citing in _judged_claims_that_cite(session, claim)]


def _still_holds(session: Session, claim: Claim) -> bool:
    judgements = active_judgements(claim)
    if claim.state == State.FINAL:
        evidence = [item for judgement in judgements for item in judgement.evidence]
        return claim.fingerprint == fingerprint_now(session, claim, evidence)
    return all(j.fingerprint == fingerprint_now(session, claim, j.evidence) for j in judgements)


def _invalidate(session: Session, claim: Claim, now: datetime) -> None:
    state = move(State(claim.state), Action.INVALIDATE)
    changes: dict[str, object] = {"state": state.value, "version": claim.version + 1}
    if state is State.OPEN:
        changes |= {"round": claim.round + 1, "lease_holder": None}
        claim.lease_until = None
    trail.change(session, claim, "went_stale", changes, None, now)


def _judged_claims_that_cite(session: Session, claim: Claim) -> Sequence[Claim]:
    citing = (
        select(Judgement.claim_id)
        .join(Claim, Claim.id == Judgement.claim_id)
        .join(Evidence, Evidence.judgement_id == Judgement.id)
        .where(
            Evidence.cited_claim_id == claim.id,
            Claim.state.in_([State.FINAL, State.PROPOSED]),
            Judgement.round == Claim.round,
            Judgement.undone_at.is_(None),
        )
    )
    return session.scalars(
        select(Claim).where(Claim.id.in_(citing)).order_by(Claim.id).with_for_update()
    ).all()
