"""What the machine thinks of a claim from how it stands to others: the hint of CONTRACT section 4."""

from collections.abc import Iterable
from typing import Any

from models.domain.relations import Relation
from models.domain.states import Opinion

# The order in which evidence is shown, and in which it decides.
STRENGTH = (
    Relation.CONFLICTS,
    Relation.AGREES,
    Relation.NARROWS,
    Relation.COMPATIBLE,
    Relation.SUPERSEDES,
    Relation.INCOMPARABLE,
)
_OPINION = {
    Relation.CONFLICTS: Opinion.CONFLICTS,
    Relation.AGREES: Opinion.AGREES,
    Relation.NARROWS: Opinion.AGREES,
    Relation.COMPATIBLE: Opinion.COMPATIBLE,
    Relation.SUPERSEDES: Opinion.COMPATIBLE,
}


def opinion_of(relations: Iterable[Relation]) -> Opinion:
    """Return conflicts if any conflicts; else agrees; else compatible; else that nothing was found."""
    found = set(relations)
    return next((_OPINION[r] for r in STRENGTH if r in found and r in _OPINION), Opinion.NOTHING_FOUND)


def hint_object(
    evidence: Iterable[tuple[Relation, float, dict[str, Any]]], model: str, confirms: int | None
) -> dict[str, Any]:
    """Build a hint; *evidence* stands in the order of its strength, each with its score.

    ``score`` is that of the strongest evidence that decides. ``confirms`` is a settled claim with equal
    interval and meaning, which a person may confirm this one by; nothing is applied by itself.
    """
    found = list(evidence)
    opinion = opinion_of(relation for relation, _, _ in found)
    deciding = [score for relation, score, _ in found if _OPINION.get(relation) is opinion]
    return {
        "opinion": opinion.value,
        "score": round(max(deciding, default=0.0), 4),
        "evidence": [item for _, _, item in found],
        "model": model,
        "confirms": confirms,
    }
