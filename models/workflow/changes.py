"""What happened to a claim since somebody read it: the events after a version, and the fields before them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from models.data.tables import Claim, Content, Event
from models.domain.effective import merge
from models.workflow import trail


@dataclass(frozen=True, slots=True)
class Since:
    """The events after a version, oldest first, and the claim object before and after them.

    ``before`` is None where the version never was, or a take-down has erased its words.
    """

    events: Sequence[Event]
    before: dict[str, Any] | None
    after: dict[str, Any]


def since(session: Session, claim: Claim, events: Sequence[Event], version: int) -> Since:
    """Say what *events*, the claim's whole trail, did to it after *version*."""
    seen, stands = 0, False
    for index, event in enumerate(events):
        moved = event.data.get("changes", {}).get("version")
        stands = moved[1] <= version if moved else stands
        if stands:
            seen = index + 1
    return Since(
        events=events[seen:],
        before=_fields_after(session, claim, list(events[:seen])),
        after=merge(claim.reading, claim.correction),
    )


def _fields_after(session: Session, claim: Claim, events: list[Event]) -> dict[str, Any] | None:
    columns = trail.replay(events)

    def words(column: str) -> dict[str, Any] | None:
        sha256 = columns.get(column)
        content = session.get(Content, (claim.id, sha256)) if sha256 else None
        return content.body if content else None

    reading = words("reading")
    return merge(reading, words("correction")) if reading is not None else None
