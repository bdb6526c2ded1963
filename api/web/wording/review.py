"""How states, verdicts, hints and reasons are said to a reviewer, and which key gives which verdict."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from api import ranks
from api.ranks import Why
from models.domain.states import (
    NEEDS_NOTE_INSTEAD_OF_EVIDENCE,
    DismissReason,
    Opinion,
    State,
    Status,
    Verdict,
)
from models.workflow.jobs import JobState


@dataclass(frozen=True, slots=True)
class VerdictChoice:
    """A verdict as a button: its key, its name and what it means."""

    verdict: Verdict
    key: str
    name: str
    meaning: str

    @property
    def needs_note(self) -> bool:
        """Whether a note takes the place of evidence."""
        return self.verdict in NEEDS_NOTE_INSTEAD_OF_EVIDENCE


VERDICTS = (
    VerdictChoice(Verdict.SUPPORTED, "1", "Supported", "the evidence says the same"),
    VerdictChoice(Verdict.REFUTED, "2", "Refuted", "the evidence says otherwise"),
    VerdictChoice(Verdict.CONFLICTING, "3", "Conflicting", "good evidence stands on both sides"),
    VerdictChoice(Verdict.OUTDATED, "4", "Outdated", "it was right once, and is no longer"),
    VerdictChoice(Verdict.MISATTRIBUTED, "5", "Misattributed", "somebody else said it, or nobody did"),
    VerdictChoice(Verdict.MISSING_CONTEXT, "6", "Missing context", "true, but it misleads as it stands"),
    VerdictChoice(
        Verdict.NOT_ENOUGH_EVIDENCE, "7", "Not enough evidence", "searched, and nothing settles it"
    ),
    VerdictChoice(Verdict.NOT_CHECKABLE, "8", "Not checkable", "nobody could know, or it is opinion"),
)
NAME_OF_VERDICT = {choice.verdict.value: choice.name for choice in VERDICTS}

STATUS_WORDS = {
    Status.UNVERIFIED: "Unverified",
    Status.IN_REVIEW: "In review",
    Status.STALE: "Stale",
    Status.VERIFIED: "Verified",
    Status.REFUTED: "Refuted",
    Status.DISPUTED: "Disputed",
    Status.UNVERIFIABLE: "Unverifiable",
    Status.DISMISSED: "Dismissed",
}

STATE_WORDS = {
    State.OPEN: "Open: nobody looks at it yet.",
    State.IN_REVIEW: "In review.",
    State.PROPOSED: "One verdict is in; it waits for a second person.",
    State.FINAL: "Settled.",
    State.STALE: "Stale: what the verdict rested on has changed since.",
    State.DISMISSED: "Dismissed: taken off the desk.",
}

DISMISSALS = {
    DismissReason.NOT_A_CLAIM: "Not a claim",
    DismissReason.WRONG_SPAN: "Wrong words marked",
    DismissReason.DUPLICATE_OF: "Duplicate of another claim",
}

OPINIONS = {
    Opinion.CONFLICTS: "Conflicts with another figure",
    Opinion.AGREES: "Agrees with another figure",
    Opinion.COMPATIBLE: "Fits with another figure",
    Opinion.NOTHING_FOUND: "No other figure found",
}

JOB_WORDS = {
    JobState.QUEUED: "Waiting for a worker",
    JobState.RUNNING: "Being read",
    JobState.SUCCEEDED: "Done",
    JobState.FAILED: "Failed",
    JobState.CANCELLED: "Cancelled",
}

CERTAINTIES = {
    "asserted": "stated as a fact",
    "planned": "planned, not yet so",
    "possible": "said to be possible",
    "denied": "denied by the speaker",
}

BASES = {
    "stock": "standing at a time, or a running total",
    "flow": "within a window of time",
}


def worth(check_worthiness: float) -> str:
    """Say how much a desk would want to check a claim."""
    return ranks.worth(check_worthiness).value.partition("_")[0]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a claim stands where it stands in the queue, and whether that is urgent."""

    said: str
    is_urgent: bool = False


WHY = {
    Why.THIRD_VERDICT: Reason("two verdicts disagree, a third settles", is_urgent=True),
    Why.SECOND_VERDICT: Reason("second review wanted", is_urgent=True),
    Why.CONFLICTS: Reason("conflicts with another figure", is_urgent=True),
    Why.HIGH: Reason("high check-worthiness"),
    Why.MEDIUM: Reason("medium check-worthiness"),
    Why.LOW: Reason("low check-worthiness"),
    Why.NEW: Reason("new"),
}


def why_next(reasons: Sequence[Why], *, changed: Sequence[str] = (), conflict: str = "") -> list[Reason]:
    """Say why a claim stands where it stands in the queue, the strongest reason first.

    *conflict* is the sentence that says what a conflict is about, *changed* names a stale claim's fields.
    """
    what = ", ".join(changed).lower() or "its evidence"
    special = {Why.STALE: Reason(f"stale: {what} changed", is_urgent=True)}
    if conflict:
        special[Why.CONFLICTS] = Reason(f"conflicts: {conflict.rstrip('.')}", is_urgent=True)
    return [special.get(why) or WHY[why] for why in reasons]


def moment(at: datetime | None) -> str:
    """Write an instant: 22 Nov 2026, 15:45 UTC."""
    return f"{at.day} {at:%b %Y, %H:%M} UTC" if at else "–"
