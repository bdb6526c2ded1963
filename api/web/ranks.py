"""Why a claim stands where it stands in the queue: what makes it worth a reviewer's next minutes."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from api.web.wording import review
from api.web.wording.trail import FieldChange, changed_fields
from models.data import queries
from models.data.tables import Claim, Reference
from models.domain.relations import Relation
from models.domain.states import State
from models.workflow import changes, claims
from models.workflow.staleness import active_judgements

NEW_FOR = timedelta(days=1)


def reasons(session: Session, claim: Claim, at: datetime) -> list[review.Reason]:
    """Return what speaks for looking at a claim next, the strongest first."""
    state = State(claim.state)
    return review.why_next(
        state,
        claim.check_worthiness,
        (claim.hint or {}).get("opinion"),
        # That a second verdict is in, and another, is no secret any more.
        is_disputed=state is State.PROPOSED and len(active_judgements(claim)) > 1,
        is_new=state is State.OPEN and claim.round == 1 and at - claim.created_at < NEW_FOR,
        conflict=_conflict(claim),
        changed=[c.field for c in field_changes_since_settled(session, claim)]
        if state is State.STALE
        else [],
    )


def _conflict(claim: Claim) -> str:
    """Return the sentence of a hint's first conflict; "" without one."""
    evidence = (claim.hint or {}).get("evidence") or []
    return next((item["reason"] for item in evidence if item["relation"] == Relation.CONFLICTS), "")


def field_changes_since_settled(session: Session, claim: Claim) -> list[FieldChange]:
    """Return what a claim's verdict was given on and what stands now, by field."""
    events = queries.events_of(session, "claim", claim.id)
    settled = [event for event in events if event.kind == "settled"]
    if not settled:
        return []
    version = settled[-1].data["changes"]["version"][1]
    happened = changes.since(session, claim, events, version)
    return changed_fields(happened.before or {}, happened.after) if happened.before else []


def changes_since_settled(session: Session, claim: Claim) -> list[FieldChange]:
    """Return all that a stale verdict no longer fits: its own fields, and the evidence it cites."""
    return [*field_changes_since_settled(session, claim), *_changed_evidence(session, claim)]


def _changed_evidence(session: Session, claim: Claim) -> list[FieldChange]:
    """Return the claims and references that a verdict cites and that have changed since."""
    cited = {
        item.cited_claim_id: item.cited_version
        for judgement in active_judgements(claim)
        for item in judgement.evidence
        if item.cited_claim_id is not None
    }
    found = []
    for claim_id, version in cited.items():
        stands = claims.get(session, claim_id)
        if stands.version != version:
            now_said = review.STATE_WORDS[State(stands.state)].rstrip(".")
            found.append(
                FieldChange(
                    f"claim {claim_id}", f"version {version}", f"version {stands.version}, {now_said.lower()}"
                )
            )
    references = {
        item.cited_reference_id: item.cited_version
        for judgement in active_judgements(claim)
        for item in judgement.evidence
        if item.cited_reference_id is not None
    }
    for reference_id, version in references.items():
        now_version = session.get_one(Reference, reference_id).version
        if now_version != version:
            name = f"reference {reference_id}"
            found.append(FieldChange(name, f"version {version}", f"version {now_version}"))
    return found
