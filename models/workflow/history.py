"""How a claim stood at a time: its events replayed up to then."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from models.data.queries import events_of
from models.data.tables import Content
from models.domain.effective import merge
from models.domain.errors import NotFound
from models.domain.roles import Actor
from models.workflow import claims, trail, visibility


@dataclass(frozen=True, slots=True)
class PastClaim:
    """A claim at an instant; ``reading`` is None where a take-down has erased its words.

    ``verdict`` is None too where it is hidden now from who asks.
    """

    claim_id: int
    article_id: int
    at: datetime
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
    claim = claims.get(session, claim_id)
    # What may be seen is told by the whole trail; only then is it cut.
    trail_seen = visibility.events(claim, events_of(session, "claim", claim_id), actor)
    events = [event for event in trail_seen if event.at <= at]
    if not events:
        raise NotFound(f"claim {claim_id} did not exist yet at {at.isoformat()}")
    columns = trail.replay(events)

    def words(column: str) -> dict[str, Any] | None:
        sha256 = columns[column]
        content = session.get(Content, (claim_id, sha256)) if sha256 else None
        return content.body if content else None

    return PastClaim(
        claim_id=claim_id,
        article_id=claim.article_id,
        at=at,
        state=columns["state"],
        verdict=columns["verdict"],
        version=columns["version"],
        model=columns["model"],
        reading=words("reading"),
        correction=words("correction"),
    )
