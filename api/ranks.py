"""Why a claim is worth a reviewer's next minutes, as words that programs and pages share."""

from datetime import datetime, timedelta
from enum import StrEnum

from models.data.tables import Claim
from models.domain.states import Opinion, State
from models.workflow.staleness import active_judgements

NEW_FOR = timedelta(days=1)
WAITING = frozenset({State.OPEN, State.IN_REVIEW, State.PROPOSED, State.STALE})
HIGH, MEDIUM = 0.8, 0.5


class Why(StrEnum):
    """One reason for looking at a claim next."""

    THIRD_VERDICT = "third_verdict_wanted"
    SECOND_VERDICT = "second_verdict_wanted"
    STALE = "stale"
    CONFLICTS = "conflicts"
    HIGH = "high_check_worthiness"
    MEDIUM = "medium_check_worthiness"
    LOW = "low_check_worthiness"
    NEW = "new"


def reasons(claim: Claim, at: datetime) -> list[Why]:
    """Return what speaks for looking at a claim next, the strongest first."""
    state = State(claim.state)
    found = []
    if state is State.PROPOSED:
        # That a second verdict is in, and another, is no secret any more.
        is_disputed = len(active_judgements(claim)) > 1
        found.append(Why.THIRD_VERDICT if is_disputed else Why.SECOND_VERDICT)
    if state is State.STALE:
        found.append(Why.STALE)
    if (claim.hint or {}).get("opinion") == Opinion.CONFLICTS:
        found.append(Why.CONFLICTS)
    found.append(worth(claim.check_worthiness))
    if state is State.OPEN and claim.round == 1 and at - claim.created_at < NEW_FOR:
        found.append(Why.NEW)
    return found


def reasons_while_waiting(claim: Claim, at: datetime) -> list[Why]:
    """Return the reasons of a claim that waits for somebody; of another, none."""
    return reasons(claim, at) if State(claim.state) in WAITING else []


def worth(check_worthiness: float) -> Why:
    """Say how much a desk would want to check a claim."""
    if round(check_worthiness, 2) >= HIGH:
        return Why.HIGH
    return Why.MEDIUM if check_worthiness >= MEDIUM else Why.LOW
