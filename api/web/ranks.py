"""Why a claim stands where it stands in the queue, and what a stale verdict no longer fits, in words."""

from datetime import datetime

from sqlalchemy.orm import Session

from api import changed, ranks
from api.web.wording import review
from api.web.wording.trail import FieldChange, changed_fields
from models.data import queries
from models.data.tables import Claim
from models.domain.relations import Relation
from models.domain.states import State
from models.workflow import changes, claims


def reasons(session: Session, claim: Claim, at: datetime) -> list[review.Reason]:
    """Return what speaks for looking at a claim next, the strongest first."""
    is_stale = claim.state == State.STALE
    changed_names = [one.field for one in field_changes_since_settled(session, claim)] if is_stale else []
    return review.why_next(ranks.reasons(claim, at), conflict=_conflict(claim), changed=changed_names)


def _conflict(claim: Claim) -> str:
    """Return the sentence of a hint's first conflict; "" without one."""
    evidence = (claim.hint or {}).get("evidence") or []
    return next((item["reason"] for item in evidence if item["relation"] == Relation.CONFLICTS), "")


def field_changes_since_settled(session: Session, claim: Claim) -> list[FieldChange]:
    """Return what a claim's verdict was given on and what stands now, by field."""
    events = queries.events_of(session, "claim", claim.id)
    version = changed.settled_version(events)
    if version is None:
        return []
    happened = changes.since(session, claim, events, version)
    return changed_fields(happened.before or {}, happened.after) if happened.before else []


def changes_since_settled(session: Session, claim: Claim) -> list[FieldChange]:
    """Return all that a stale verdict no longer fits: its own fields, and the evidence it cites."""
    evidence = [_in_words(session, one) for one in changed.cited(session, claim)]
    return [*field_changes_since_settled(session, claim), *evidence]


def _in_words(session: Session, cited: changed.CitedDifference) -> FieldChange:
    then, now = f"version {cited.version_then}", f"version {cited.version_now}"
    if cited.claim_id is None:
        return FieldChange(f"reference {cited.reference_id}", then, now)
    stands = review.STATE_WORDS[State(claims.get(session, cited.claim_id).state)].rstrip(".")
    return FieldChange(f"claim {cited.claim_id}", then, f"{now}, {stands.lower()}")
