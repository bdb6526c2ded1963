"""How two quantities about the same figure stand to each other, with the reason in one plain sentence."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from models.domain.definitions import definition_gap
from models.domain.stated import HUMAN, Stated, plain


class Relation(StrEnum):
    """The relations of CONTRACT section 4."""

    AGREES = "agrees"
    COMPATIBLE = "compatible"
    NARROWS = "narrows"
    CONFLICTS = "conflicts"
    SUPERSEDES = "supersedes"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One answer: how the first quantity stands to the second, and why."""

    relation: Relation
    reason: str


# Running totals of one event: they can only rise.
TOLLS = frozenset(
    {"killed", "injured", "casualties", "missing", "buildings_damaged", "buildings_destroyed", "cases"}
)
# People still missing are found or known dead, so their number moves both ways.
MAY_FALL = frozenset({"missing"})
CONVERTED = Decimal("0.02")
"""How much of itself a number loses by rounding when a writer tells it in another unit: 75 m, 250 ft."""


def compare(
    this: Stated, other: Stated, *, is_same_event: bool = False, household_size: Decimal | None = None
) -> Comparison:
    """Compare two quantities about the same figure; *this* is the newer one where that matters.

    *is_same_event* says that both are about one one-off event (a collapse, a strike), whose counts are the
    same thing whether told as a running total or as what happened that night. *household_size* turns
    households into persons, only where a desk has set one.
    """
    gap = definition_gap(this, other, is_same_event=is_same_event, household_size=household_size)
    if gap is not None:
        return Comparison(Relation.INCOMPARABLE, gap)
    put = this.in_unit_of(other, household_size)
    if put.unit != this.unit and {this.unit, other.unit} != HUMAN:
        put = _rounded_in_writing(put)
    found = _compare_in_one_unit(put, other)
    if put.unit == this.unit or {this.unit, other.unit} == HUMAN:
        return found
    return Comparison(found.relation, f"Both told by the {other.unit.replace('_', ' ')}: {found.reason}")


def _rounded_in_writing(converted: Stated) -> Stated:
    """Widen what was turned into another unit by what a writer who did the same would round off."""
    ends = [abs(end) for end in (converted.best, converted.low, converted.high) if end is not None]
    return replace(converted, precision=max(converted.precision, max(ends, default=Decimal(0)) * CONVERTED))


def _compare_in_one_unit(this: Stated, other: Stated) -> Comparison:
    if this.certainty == "denied" or other.certainty == "denied":
        return _compare_denial(this, other)
    if _meet(this, other):
        return _compare_meeting(this, other)
    return _compare_apart(this, other)


def _meet(this: Stated, other: Stated) -> bool:
    """Say whether some value is within both comparison intervals.

    Intervals that precision widened until they touch do not: 16 and 17 dead are not the same number.
    """
    (low, high), (other_low, other_high) = this.reach, other.reach
    ends = [(high, other_low), (other_high, low)]
    is_widened = bool(this.precision or other.precision)
    return not any(
        top is not None and bottom is not None and (top < bottom or (top == bottom and is_widened))
        for top, bottom in ends
    )


def _compare_meeting(this: Stated, other: Stated) -> Comparison:
    if _assert_the_same(this, other):
        return Comparison(
            Relation.AGREES,
            f"{plain(this)} and {plain(other)} are the same within the precision of their writing.",
        )
    earlier, later = _in_order(this, other)
    if earlier is not None and later is not None and _outgrew(later, earlier):
        # "At least 17" still holds when 23 are dead; the news is the new number.
        days = f"{earlier.as_of} to {later.as_of}"
        return Comparison(
            Relation.SUPERSEDES, f"The number rose from {plain(earlier)} to {plain(later)} ({days})."
        )
    for inner, outer in ((this, other), (other, this)):
        if outer.is_closed_range and inner.is_closed and _is_within(inner, outer):
            return Comparison(Relation.NARROWS, f"{plain(inner)} lies inside {plain(outer)}.")
    return Comparison(Relation.COMPATIBLE, f"{plain(this)} and {plain(other)} can both hold.")


def _outgrew(later: Stated, earlier: Stated) -> bool:
    """Say whether a running total that was told as a lower bound has a higher number by now."""
    if later.measure not in TOLLS or earlier.low is None or earlier.high is not None or later.low is None:
        return False
    return later.low - later.precision > earlier.low + earlier.precision


def _assert_the_same(this: Stated, other: Stated) -> bool:
    """Say whether both name values that meet; a bound's own number counts, its open side does not."""
    if this.best is not None and other.best is not None:
        return abs(this.best - other.best) <= this.precision + other.precision and _sides_fit(this, other)
    if this.best is None and other.best is None:
        return (this.low, this.high) == (other.low, other.high)
    return False


def _sides_fit(this: Stated, other: Stated) -> bool:
    """At least 17 and at most 17 name one number and assert opposite things about it."""
    opens_up = {s.high is None for s in (this, other)}
    opens_down = {s.low is None for s in (this, other)}
    return not (True in opens_up and True in opens_down)


def _is_within(inner: Stated, outer: Stated) -> bool:
    (low, high), (outer_low, outer_high) = inner.reach, outer.reach
    assert low is not None
    assert high is not None
    assert outer_low is not None
    assert outer_high is not None
    return outer_low <= low and high <= outer_high


def _compare_denial(this: Stated, other: Stated) -> Comparison:
    if this.certainty == other.certainty:
        return (
            Comparison(Relation.AGREES, "Both reject the figure.")
            if _meet(this, other)
            else Comparison(Relation.INCOMPARABLE, "Each rejects another figure.")
        )
    denied, stated = (this, other) if this.certainty == "denied" else (other, this)
    if _meet(denied, stated):
        return Comparison(
            Relation.CONFLICTS, f"One rejects {plain(denied)}, the other states {plain(stated)}."
        )
    return Comparison(Relation.INCOMPARABLE, f"Rejecting {plain(denied)} says nothing about {plain(stated)}.")


def _compare_apart(this: Stated, other: Stated) -> Comparison:
    """Tell a change over time from a conflict; what cannot both hold on one day may hold on two."""
    earlier, later = _in_order(this, other)
    apart = f"{plain(this)} and {plain(other)} cannot both hold"
    if earlier is None or later is None:
        return Comparison(Relation.CONFLICTS, f"{apart} on the same day.")
    days = f"{earlier.as_of} to {later.as_of}"
    is_rise = _is_above(later, earlier)
    if later.basis == "flow" and earlier.basis == "flow" and later.measure not in TOLLS:
        return Comparison(Relation.INCOMPARABLE, f"They count different times ({days}).")
    if later.measure in TOLLS - MAY_FALL and not is_rise:
        return Comparison(
            Relation.CONFLICTS,
            f"A running total cannot fall: {plain(earlier)} on {earlier.as_of}, then {plain(later)} "
            f"on {later.as_of}.",
        )
    word = "rose" if is_rise else "fell"
    return Comparison(
        Relation.SUPERSEDES, f"The number {word} from {plain(earlier)} to {plain(later)} ({days})."
    )


def _in_order(this: Stated, other: Stated) -> tuple[Stated | None, Stated | None]:
    """Return the earlier and the later report; nothing when they are of one day or undated."""
    one, two = this.as_of, other.as_of
    if one is None or two is None or one == two:
        return None, None
    return (this, other) if one < two else (other, this)


def _is_above(later: Stated, earlier: Stated) -> bool:
    """Say whether the later quantity lies above the earlier one; they do not meet."""
    low, earlier_high = later.reach[0], earlier.reach[1]
    return low is not None and earlier_high is not None and low >= earlier_high
