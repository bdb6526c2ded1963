"""The one table of what a claim may become, and the one word that callers poll."""

from enum import StrEnum


class State(StrEnum):
    """Where a claim stands in the review."""

    OPEN = "open"
    IN_REVIEW = "in_review"
    PROPOSED = "proposed"
    FINAL = "final"
    STALE = "stale"
    DISMISSED = "dismissed"


class Verdict(StrEnum):
    """A person's judgement; a machine never sets one."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    OUTDATED = "outdated"
    MISATTRIBUTED = "misattributed"
    MISSING_CONTEXT = "missing_context"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    NOT_CHECKABLE = "not_checkable"


class Opinion(StrEnum):
    """The machine's hint about a claim; never a verdict."""

    CONFLICTS = "conflicts"
    AGREES = "agrees"
    COMPATIBLE = "compatible"
    NOTHING_FOUND = "nothing_found"


class DismissReason(StrEnum):
    """Why a claim is taken off the desk."""

    NOT_A_CLAIM = "not_a_claim"
    WRONG_SPAN = "wrong_span"
    DUPLICATE_OF = "duplicate_of"


class Action(StrEnum):
    """What moves a claim from one state to the next."""

    LEASE = "lease"
    RELEASE = "release"
    EXPIRE = "expire"
    PROPOSE = "propose"
    DISAGREE = "disagree"
    SETTLE = "settle"
    DISMISS = "dismiss"
    INVALIDATE = "invalidate"
    REOPEN = "reopen"


class Status(StrEnum):
    """The one word of a claim that callers poll."""

    UNVERIFIED = "unverified"
    IN_REVIEW = "in_review"
    STALE = "stale"
    DISMISSED = "dismissed"
    VERIFIED = "verified"
    REFUTED = "refuted"
    DISPUTED = "disputed"
    UNVERIFIABLE = "unverifiable"


TRANSITIONS: dict[tuple[State, Action], State] = {
    (State.OPEN, Action.LEASE): State.IN_REVIEW,
    (State.OPEN, Action.DISMISS): State.DISMISSED,
    (State.IN_REVIEW, Action.RELEASE): State.OPEN,
    (State.IN_REVIEW, Action.EXPIRE): State.OPEN,
    (State.IN_REVIEW, Action.PROPOSE): State.PROPOSED,
    (State.IN_REVIEW, Action.SETTLE): State.FINAL,
    (State.IN_REVIEW, Action.DISMISS): State.DISMISSED,
    # Between a first and a second verdict a lease only says who looks at it now.
    (State.PROPOSED, Action.LEASE): State.PROPOSED,
    (State.PROPOSED, Action.RELEASE): State.PROPOSED,
    (State.PROPOSED, Action.EXPIRE): State.PROPOSED,
    (State.PROPOSED, Action.DISAGREE): State.PROPOSED,
    (State.PROPOSED, Action.SETTLE): State.FINAL,
    # A first verdict on values that have since changed is void: the second person would judge another thing.
    (State.PROPOSED, Action.INVALIDATE): State.OPEN,
    (State.FINAL, Action.INVALIDATE): State.STALE,
    (State.FINAL, Action.REOPEN): State.OPEN,
    (State.STALE, Action.REOPEN): State.OPEN,
    (State.DISMISSED, Action.REOPEN): State.OPEN,
}

STATUS_OF_STATE: dict[State, Status] = {
    State.OPEN: Status.UNVERIFIED,
    State.IN_REVIEW: Status.IN_REVIEW,
    State.PROPOSED: Status.IN_REVIEW,
    State.STALE: Status.STALE,
    State.DISMISSED: Status.DISMISSED,
}

STATUS_OF_VERDICT: dict[Verdict, Status] = {
    Verdict.SUPPORTED: Status.VERIFIED,
    Verdict.REFUTED: Status.REFUTED,
    Verdict.CONFLICTING: Status.DISPUTED,
    Verdict.OUTDATED: Status.DISPUTED,
    Verdict.MISATTRIBUTED: Status.DISPUTED,
    Verdict.MISSING_CONTEXT: Status.DISPUTED,
    Verdict.NOT_ENOUGH_EVIDENCE: Status.UNVERIFIABLE,
    Verdict.NOT_CHECKABLE: Status.UNVERIFIABLE,
}

# These two say why no evidence exists, so they need a note in its place.
NEEDS_NOTE_INSTEAD_OF_EVIDENCE = frozenset({Verdict.NOT_ENOUGH_EVIDENCE, Verdict.NOT_CHECKABLE})


# Steps that nobody takes: they follow from a clock, or from what has changed elsewhere.
OF_THE_MACHINE = frozenset({Action.EXPIRE, Action.INVALIDATE})


class RefusedTransition(ValueError):
    """The table has no such step from this state."""


def move(state: State, action: Action) -> State:
    """Return the state that *action* leads to; :class:`RefusedTransition` names what is possible instead."""
    try:
        return TRANSITIONS[state, action]
    except KeyError:
        possible = sorted(a.value for s, a in TRANSITIONS if s is state and a not in OF_THE_MACHINE)
        raise RefusedTransition(
            f"a claim that is {state.value} cannot take the step '{action.value}'; "
            f"possible: {', '.join(possible)}"
        ) from None


def status(state: State, verdict: Verdict | None) -> Status:
    """Return the word that callers poll; a stale claim never shows its old verdict's word."""
    if state is State.FINAL:
        if verdict is None:
            raise ValueError("a final claim has a verdict")
        return STATUS_OF_VERDICT[verdict]
    return STATUS_OF_STATE[state]
