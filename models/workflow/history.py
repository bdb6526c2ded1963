"""How a claim stood at a time or after a step: its events replayed up to then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from models.data.queries import events_of
from models.data.tables import Claim, Content, Event
from models.domain.effective import merge
from models.domain.errors import NotFound
from models.domain.roles import Actor
from models.workflow import claims, trail, visibility


@dataclass(frozen=True, slots=True)
class PastClaim:
    """A claim at an instant, after its step ``seq``.

    ``reading`` is None where a take-down has erased its words.
    ``verdict`` is None too where it is hidden now from who asks.
    """

    claim_id: int
    article_id: int
    at: datetime
    seq: int
    state: str
    verdict: str | None
    version: int
    model: str
    reading: dict[str, Any] | None
    correction: dict[str, Any] | None

    @property
    def effective(self) -> dict[str, Any] | None:
        """The claim object as it was effective then."""
        return None if self.reading is None else merge(self.reading, self.correction)


def claim_at(session: Session, claim_id: int, at: datetime, actor: Actor) -> PastClaim:
    """Rebuild a claim as it stood at an instant, as *actor* may see that now.

    A verdict that has been undone in a blind round is hidden again, so it is no way around that to ask
    how the claim stood before. Raises :class:`NotFound` before the claim's first event.
    """
    claim, events = _seen(session, claim_id, actor)
    # Steps stand in the order of their numbers: clocks of two servers may differ, and one may be put back.
    last = max((event.seq for event in events if event.at <= at), default=0)
    if not last:
        raise NotFound(f"claim {claim_id} did not exist yet at {at.isoformat()}")
    return _stood(session, claim, events, last, at)


def claim_after(session: Session, claim_id: int, seq: int, actor: Actor) -> PastClaim:
    """Rebuild a claim as it stood after the step of that number, as *actor* may see that now.

    Raises :class:`NotFound` where there is no such step, or none that *actor* may see.
    """
    claim, events = _seen(session, claim_id, actor)
    step = next((event for event in events if event.seq == seq), None)
    if step is None:
        raise NotFound(f"claim {claim_id} has no step {seq}")
    return _stood(session, claim, events, seq, step.at)


def _seen(session: Session, claim_id: int, actor: Actor) -> tuple[Claim, Sequence[Event]]:
    """Return a claim with what *actor* may see of its trail; the whole of it tells what that is."""
    claim = claims.get(session, claim_id)
    return claim, visibility.events(claim, events_of(session, "claim", claim_id), actor)


def _stood(session: Session, claim: Claim, events: Sequence[Event], last: int, at: datetime) -> PastClaim:
    columns = trail.replay([event for event in events if event.seq <= last])

    def words(column: str) -> dict[str, Any] | None:
        sha256 = columns[column]
        content = session.get(Content, (claim.id, sha256)) if sha256 else None
        return content.body if content else None

    return PastClaim(
        claim_id=claim.id,
        article_id=claim.article_id,
        at=at,
        seq=last,
        state=columns["state"],
        verdict=columns["verdict"],
        version=columns["version"],
        model=columns["model"],
        reading=words("reading"),
        correction=words("correction"),
    )
