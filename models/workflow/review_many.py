"""What reviewers do to many claims at once: each by itself, so that a refusal costs the others nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from models.data.tables import Claim
from models.domain.errors import ClaimbenchError, Invalid
from models.domain.roles import Actor, Role
from models.domain.states import DismissReason
from models.workflow import review


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one claim of many: how it stands now, or why it was left as it was."""

    claim_id: int
    claim: Claim | None
    refusal: ClaimbenchError | None


MOST_AT_ONCE = 200
"""Claims that one request may change: as many as a list shows, and a writer's lock stays short."""


def dismiss(
    session: Session,
    actor: Actor,
    chosen: Sequence[tuple[int, int]],
    reason: DismissReason,
    duplicate_of: int | None,
    note: str | None,
    now: datetime,
) -> list[Outcome]:
    """Take many claims off the desk, each an (id, version) that was seen; one that cannot be is left alone.

    Every claim has its own event, so each can be undone by itself or all with :func:`undo`. The
    outcomes stand in the order of *chosen*.

    Raises:
        Forbidden: the actor is no reviewer.
        Invalid: nothing was chosen, too much was, or a claim twice.
    """
    actor.require(Role.REVIEWER)
    return _one_by_one(
        session,
        chosen,
        lambda claim_id, version: review.dismiss(
            session, actor, claim_id, version, reason, duplicate_of, note, now
        ),
    )


def undo(session: Session, actor: Actor, chosen: Sequence[tuple[int, int]], now: datetime) -> list[Outcome]:
    """Take back the last step of many claims, each an (id, version) that was seen.

    Raises:
        Forbidden: the actor is no reviewer.
        Invalid: nothing was chosen, too much was, or a claim twice.
    """
    actor.require(Role.REVIEWER)
    return _one_by_one(
        session, chosen, lambda claim_id, version: review.undo(session, actor, claim_id, version, now)
    )


def _one_by_one(
    session: Session, chosen: Sequence[tuple[int, int]], step: Callable[[int, int], Claim]
) -> list[Outcome]:
    """Do one step for each claim, so that what is refused to one costs the others nothing."""
    ids = [claim_id for claim_id, _ in chosen]
    if not 1 <= len(ids) <= MOST_AT_ONCE or len(set(ids)) < len(ids):
        raise Invalid(
            "these claims cannot be taken together", {"claims": [f"Name 1 to {MOST_AT_ONCE}, each once."]}
        )
    outcomes: dict[int, Outcome] = {}
    # Rows are locked in the order of their ids, so that two such requests never wait for each other.
    for claim_id, version in sorted(chosen):
        try:
            with session.begin_nested():
                outcomes[claim_id] = Outcome(claim_id, step(claim_id, version), None)
        except ClaimbenchError as refused:
            outcomes[claim_id] = Outcome(claim_id, None, refused)
    return [outcomes[claim_id] for claim_id in ids]
