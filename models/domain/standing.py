"""How two members of one figure stand to each other, once the definition guard has let them through."""

from collections.abc import Sequence
from decimal import Decimal

from models.domain.definitions import definition_gap
from models.domain.grouping.about import About
from models.domain.grouping.likeness import definition_apart
from models.domain.grouping.relating import relate
from models.domain.relations import Comparison, Relation


def compare_members(
    this: About, other: About, others: Sequence[About] = (), household_size: Decimal | None = None
) -> Comparison:
    """Compare two members of a figure; what the guard keeps apart is incomparable, with the guard's reason.

    Each member of a figure was let through beside the one it came by, and not beside every other: a chain of
    joins, or a person, may have brought together two that count different people.
    """
    gap = definition_apart(this, other)
    if gap is not None and not _is_bridged(this, other, household_size):
        return Comparison(Relation.INCOMPARABLE, gap)
    return relate(this, other, others, household_size)


def _is_bridged(this: About, other: About, household_size: Decimal | None) -> bool:
    """Say whether the desk's household size is what lets the two be compared."""
    if household_size is None or definition_gap(this.stated, other.stated, is_same_event=True) is None:
        return False
    return (
        definition_gap(this.stated, other.stated, is_same_event=True, household_size=household_size) is None
    )
