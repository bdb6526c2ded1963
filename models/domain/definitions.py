"""Whether two quantities count the same thing at all: the guard that comes before any comparison."""

from decimal import Decimal

from models.domain.stated import HUMAN, Stated, are_convertible

# The same one-off event is told now as a total, now as what happened that night (CONTRACT section 4, which
# does not name the detained and the evacuated: of one protest, one fire they are told in both ways too).
BASIS_IS_NO_GAP = frozenset(
    {
        "killed",
        "injured",
        "casualties",
        "missing",
        "detained",
        "evacuated",
        "buildings_damaged",
        "buildings_destroyed",
        "cases",
    }
)
# "7,040 cases" are as many persons, and "half a million affected" leaves its noun out.
_OF_PERSONS_ANYHOW = frozenset(
    {"killed", "injured", "casualties", "missing", "detained", "evacuated", "affected", "cases"}
)
_OF_BUILDINGS_ANYHOW = frozenset({"buildings_damaged", "buildings_destroyed"})
"""Houses are properties too, which may be land or shops: they go by the item."""

_NAMES = {
    "killed": "people killed",
    "injured": "people injured",
    "casualties": "killed and injured together",
    "missing": "people missing",
    "refugees": "people who crossed a border",
    "displaced": "people displaced, wherever they are",
    "evacuated": "people moved to safety",
    "returned": "people who came back",
    "affected": "people affected in any way",
    "buildings_damaged": "buildings damaged",
    "buildings_destroyed": "buildings destroyed",
}
_BASES = {"stock": "a standing or running total", "flow": "what came in a limited time"}


def definition_gap(
    this: Stated, other: Stated, *, is_same_event: bool = False, household_size: Decimal | None = None
) -> str | None:
    """Return why two quantities cannot be compared, in one plain sentence; None when they can."""
    return (
        _measure_gap(this, other)
        or _unit_gap(this, other, household_size)
        or _basis_gap(this, other, is_same_event=is_same_event)
        or _certainty_gap(this, other)
    )


def _measure_gap(this: Stated, other: Stated) -> str | None:
    if this.measure == other.measure:
        return None
    one, two = (_NAMES.get(str(s.measure), str(s.measure).replace("_", " ")) for s in (this, other))
    return f"One counts {one}, the other {two}."


def _unit_gap(this: Stated, other: Stated, household_size: Decimal | None) -> str | None:
    if this.dimension != other.dimension:
        if "share" in (this.dimension, other.dimension):
            return "One is a share, the other a count."
        return f"One measures {this.dimension}, the other {other.dimension}."
    if this.per != other.per:
        return f"One is per {this.per or 'nothing'}, the other per {other.per or 'nothing'}."
    if this.unit == other.unit:
        return None
    if {this.unit, other.unit} == HUMAN:
        if household_size is not None:
            return None
        return "One counts persons, the other households, and the desk has set no household size."
    if are_convertible(this.unit, other.unit):
        return None
    if this.measure in _OF_PERSONS_ANYHOW and {this.unit, other.unit} == {"person", "item"}:
        return None
    if this.measure in _OF_BUILDINGS_ANYHOW and {this.unit, other.unit} == {"building", "item"}:
        return None
    return f"One is in {this.unit}, the other in {other.unit}."


def _basis_gap(this: Stated, other: Stated, *, is_same_event: bool) -> str | None:
    if this.basis is None or other.basis is None or this.basis == other.basis:
        return None
    if is_same_event and this.measure in BASIS_IS_NO_GAP:
        return None
    return f"One is {_BASES[this.basis]}, the other {_BASES[other.basis]}."


def _certainty_gap(this: Stated, other: Stated) -> str | None:
    kinds = {this.certainty, other.certainty}
    if "planned" in kinds and len(kinds) > 1:
        return "One is pledged or planned, the other has happened or is stated as fact."
    return None
