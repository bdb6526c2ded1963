"""What changed about a claim: since a version that somebody saw, or since the verdict that went stale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from models.data.tables import Claim, Event, Reference
from models.domain.effective import EFFECTIVE_FIELDS, effective_fields
from models.workflow import claims
from models.workflow.staleness import active_judgements


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One effective field of a claim, before and after."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class CitedDifference:
    """A claim or reference that the standing verdicts cite, and that has moved on since."""

    claim_id: int | None
    reference_id: int | None
    version_then: int
    version_now: int


def fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[FieldDifference]:
    """Return the effective fields that differ; why a number was read so makes no difference."""
    old, new = effective_fields(before), effective_fields(after)
    values = (FieldDifference(name, old[name], new[name]) for name in EFFECTIVE_FIELDS)
    return [one for one in values if one.before != one.after]


def settled_version(events: Sequence[Event]) -> int | None:
    """Return the version that the last settling made; None where there was none, or it is hidden."""
    moves = [event.data.get("changes", {}).get("version") for event in events if event.kind == "settled"]
    return moves[-1][1] if moves and moves[-1] else None


def cited(session: Session, claim: Claim) -> list[CitedDifference]:
    """Return what the standing verdicts of a claim cite in a version that has passed."""
    found = {}
    for judgement in active_judgements(claim):
        for item in judgement.evidence:
            now = _version_now(session, item.cited_claim_id, item.cited_reference_id)
            then = item.cited_version
            if now is not None and then is not None and now != then:
                key = (item.cited_claim_id, item.cited_reference_id)
                found[key] = CitedDifference(*key, then, now)
    return list(found.values())


def _version_now(session: Session, claim_id: int | None, reference_id: int | None) -> int | None:
    if claim_id is not None:
        return claims.get(session, claim_id).version
    return None if reference_id is None else session.get_one(Reference, reference_id).version
