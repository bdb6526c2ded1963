"""When a verdict no longer stands: what it was bound to has changed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from models.data.tables import Claim, Evidence, Judgement, Reference
from models.domain.effective import merge
from models.domain.fingerprint import fingerprint
from models.domain.states import Action, State, move
from models.workflow import trail


def active_judgements(claim: Claim) -> list[Judgement]:
    """Return the judgements of the claim's present round that were not undone, oldest first."""
    return [j for j in claim.judgements if j.round == claim.round and j.undone_at is None]


def cited_versions(session: Session, evidence: Iterable[Evidence]) -> list[tuple[str, int, int]]:
    """Return what *evidence* names inside the desk, with the versions that stand now."""
    items = list(evidence)
    claims = sorted({item.cited_claim_id for item in items if item.cited_claim_id is not None})
    references = sorted({item.cited_reference_id for item in items if item.cited_reference_id is not None})
    return [
        *(("claim", claim_id, session.get_one(Claim, claim_id).version) for claim_id in claims),
        *(("reference", one, session.get_one(Reference, one).version) for one in references),
    ]


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
            citing_it = _judged_claims_that_cite(session, Evidence.cited_claim_id == claim.id)
            queue += [(citing, False) for citing in citing_it]


def check_citing_references(session: Session, changed: Mapping[int, Sequence[str]], now: datetime) -> None:
    """Let verdicts fall that rest on references which say something else now.

    *changed* maps a reference's id to the columns that changed; the claim's trail keeps both.
    """
    for reference_id, columns in changed.items():
        for claim in _judged_claims_that_cite(session, Evidence.cited_reference_id == reference_id):
            if not _still_holds(session, claim):
                _invalidate(session, claim, now, reference_id=reference_id, changed=list(columns))
                check(session, [claim], now)


def _still_holds(session: Session, claim: Claim) -> bool:
    judgements = active_judgements(claim)
    if claim.state == State.FINAL:
        evidence = [item for judgement in judgements for item in judgement.evidence]
        return claim.fingerprint == fingerprint_now(session, claim, evidence)
    return all(j.fingerprint == fingerprint_now(session, claim, j.evidence) for j in judgements)


def _invalidate(session: Session, claim: Claim, now: datetime, **because: Any) -> None:
    state = move(State(claim.state), Action.INVALIDATE)
    changes: dict[str, object] = {"state": state.value, "version": claim.version + 1}
    if state is State.OPEN:
        changes |= {"round": claim.round + 1, "lease_holder": None}
        claim.lease_until = None
    trail.change(session, claim, "went_stale", changes, None, now, **because)


def _judged_claims_that_cite(session: Session, is_cited: ColumnElement[bool]) -> Sequence[Claim]:
    citing = (
        select(Judgement.claim_id)
        .join(Claim, Claim.id == Judgement.claim_id)
        .join(Evidence, Evidence.judgement_id == Judgement.id)
        .where(
            is_cited,
            Claim.state.in_([State.FINAL, State.PROPOSED]),
            Judgement.round == Claim.round,
            Judgement.undone_at.is_(None),
        )
    )
    return session.scalars(
        select(Claim).where(Claim.id.in_(citing)).order_by(Claim.id).with_for_update()
    ).all()
