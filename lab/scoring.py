"""How well does a reading of quantities agree with gold: matching, and the counts behind every figure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

Offsets = tuple[int, int]

#: What a peer that knows no persons or households says of a plain count; it stands for all of these.
PLAIN_COUNT = "count"
COUNT_UNITS = frozenset({"person", "household", "building", "item", PLAIN_COUNT})

#: Fields scored over matched quantities, in the order of the tables.
FIELDS = (
    "value", "best", "low", "high", "bound", "unit", "dimension", "precision", "per",
    "counted", "change", "period", "period precision", "place",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """A rise or fall, as far as it is told."""

    direction: str
    from_value: Decimal | None = None
    from_unit: str | None = None
    by_value: Decimal | None = None
    by_unit: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """The words of a period and the days they mean, ISO or None for an open end."""

    span: Offsets
    first_day: str | None
    last_day: str | None
    precision: str | None


@dataclass(frozen=True, slots=True)
class Where:
    """The words of a place and its country (ISO 3166-1 alpha-2)."""

    span: Offsets
    country: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """One quantity as gold, our reader or a peer reads it; offsets are half-open, in the sentence."""

    span: Offsets
    bound: str
    best: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    dimension: str | None = None
    precision: Decimal | None = None
    per: str | None = None
    counted: Offsets | None = None
    change: Change | None = None
    period: When | None = None
    place: Where | None = None


@dataclass(slots=True)
class Tally:
    """Right out of how many."""

    right: int = 0
    of: int = 0

    def count(self, right: bool) -> None:
        """Count one case."""
        self.right += right
        self.of += 1

    @property
    def share(self) -> float | None:
        """Right cases over all, None when there were none."""
        return self.right / self.of if self.of else None


@dataclass(slots=True)
class Found:
    """Quantities right, predicted and in gold, for precision, recall and F1."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Right over predicted; 0 when nothing was predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Right over gold; 0 when there is no gold."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.predicted + self.gold
        return 2 * self.right / both if both else 0.0


@dataclass(slots=True)
class Score:
    """Everything measured over a set of sentences."""

    fields: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    by_span: Found = field(default_factory=Found)
    by_value: Found = field(default_factory=Found)
    by_value_and_unit: Found = field(default_factory=Found)
    by_value_and_kind: Found = field(default_factory=Found)
    """Value and unit, with every count unit (person, household, building, item) taken as one."""
    families: dict[str, Tally] = field(default_factory=dict)
    spurious: Counter[str] = field(default_factory=Counter)
    """Predicted quantities that meet no gold quantity, by family."""

    def add(self, family: str, gold: Sequence[Reading], predicted: Sequence[Reading]) -> None:
        """Score one sentence."""
        pairs = match(gold, predicted)
        of_gold = {id(mine): theirs for mine, theirs in pairs}
        for found in (self.by_span, self.by_value, self.by_value_and_unit, self.by_value_and_kind):
            found.gold += len(gold)
            found.predicted += len(predicted)
        self.by_span.right += len(pairs)
        self.spurious[family] += len(predicted) - len(pairs)
        tally = self.families.setdefault(family, Tally())
        for mine in gold:
            theirs = of_gold.get(id(mine))
            tally.count(theirs is not None and is_all_right(mine, theirs))
        for mine, theirs in pairs:
            value_right = has_same_value(mine, theirs)
            self.by_value.right += value_right
            self.by_value_and_unit.right += value_right and has_same_unit(mine, theirs)
            self.by_value_and_kind.right += value_right and has_same_kind_of_unit(mine, theirs)
            for name, right in judge_fields(mine, theirs).items():
                self.fields[name].count(right)

    @property
    def all_right(self) -> Tally:
        """Gold quantities with value, bound and unit all right, over every family."""
        tallies = self.families.values()
        return Tally(sum(tally.right for tally in tallies), sum(tally.of for tally in tallies))


def score(rows: Iterable[tuple[str, Sequence[Reading], Sequence[Reading]]]) -> Score:
    """Score ``(family, gold, predicted)`` for every sentence."""
    total = Score()
    for family, gold, predicted in rows:
        total.add(family, gold, predicted)
    return total


def overlap(left: Offsets, right: Offsets) -> int:
    """Say how many code points two spans share."""
    return max(0, min(left[1], right[1]) - max(left[0], right[0]))


def match(gold: Sequence[Reading], predicted: Sequence[Reading]) -> list[tuple[Reading, Reading]]:
    """Pair gold with predicted quantities one to one, the largest overlap first, ties by position.

    Spans that share nothing are never paired. The pairs come in the order of gold.
    """
    candidates = sorted(
        (-shared, mine.span, theirs.span, i, j)
        for i, mine in enumerate(gold)
        for j, theirs in enumerate(predicted)
        if (shared := overlap(mine.span, theirs.span))
    )
    taken: dict[int, int] = {}
    for _, _, _, i, j in candidates:
        if i not in taken and j not in taken.values():
            taken[i] = j
    return [(gold[i], predicted[taken[i]]) for i in sorted(taken)]


def has_same_value(gold: Reading, predicted: Reading) -> bool:
    """Compare the numbers alone, whatever the bound: the best value, or both ends where gold has no best."""
    if gold.best is not None:
        return predicted.best == gold.best
    return (predicted.low, predicted.high) == (gold.low, gold.high)


def has_same_unit(gold: Reading, predicted: Reading) -> bool:
    """Compare units; "kilometre_per_hour" is "kilometre" per "hour", a peer's plain count any count."""
    if predicted.unit == PLAIN_COUNT:
        return gold.unit in COUNT_UNITS
    mine, _ = split_rate(gold.unit, gold.per)
    theirs, _ = split_rate(predicted.unit, predicted.per)
    return mine == theirs


def has_same_kind_of_unit(gold: Reading, predicted: Reading) -> bool:
    """Compare units with all count units as one, which is all that the peers tell apart."""
    return {gold.unit, predicted.unit} <= COUNT_UNITS or has_same_unit(gold, predicted)


def has_same_rate(gold: Reading, predicted: Reading) -> bool:
    """Compare what the quantity is per, with units such as "kilometre_per_hour" taken apart."""
    return split_rate(gold.unit, gold.per)[1] == split_rate(predicted.unit, predicted.per)[1]


def split_rate(unit: str, per: str | None) -> tuple[str, str | None]:
    """Take a unit that holds its own rate apart: ("kilometre_per_hour", None) is ("kilometre", "hour")."""
    head, separator, tail = unit.replace(" ", "_").partition("_per_")
    return (head, tail) if separator and per is None else (unit, per)


def is_all_right(gold: Reading, predicted: Reading) -> bool:
    """Say whether value, bound and unit are all right, which is what a reviewer needs not to retype."""
    return (
        gold.bound == predicted.bound
        and (gold.best, gold.low, gold.high) == (predicted.best, predicted.low, predicted.high)
        and has_same_unit(gold, predicted)
    )


def judge_fields(gold: Reading, predicted: Reading) -> dict[str, bool]:
    """Judge each field of a matched pair.

    A counted noun is right when the spans share a code point. Change is judged where either side has one,
    period and place only where gold has them.
    """
    judged = {
        "value": has_same_value(gold, predicted),
        "best": gold.best == predicted.best,
        "low": gold.low == predicted.low,
        "high": gold.high == predicted.high,
        "bound": gold.bound == predicted.bound,
        "unit": has_same_unit(gold, predicted),
        "dimension": gold.dimension == predicted.dimension,
        "precision": gold.precision == predicted.precision,
        "per": has_same_rate(gold, predicted),
    }
    if gold.counted:
        judged["counted"] = bool(predicted.counted and overlap(gold.counted, predicted.counted))
    if gold.change or predicted.change:
        judged["change"] = gold.change == predicted.change
    if gold.period:
        judged["period"] = is_same_period(gold.period, predicted.period)
        judged["period precision"] = bool(
            predicted.period and predicted.period.precision == gold.period.precision
        )
    if gold.place:
        judged["place"] = bool(
            predicted.place
            and overlap(gold.place.span, predicted.place.span)
            and predicted.place.country == gold.place.country
        )
    return judged


def is_same_period(gold: When, predicted: When | None) -> bool:
    """Say whether both mean the same days and stand in the same words."""
    return bool(
        predicted
        and overlap(gold.span, predicted.span)
        and (gold.first_day, gold.last_day) == (predicted.first_day, predicted.last_day)
    )


def reading_from_gold(figure: dict[str, Any]) -> Reading:
    """Build a reading from one entry of "figures" in tests/quality/figures.jsonl (numbers are strings)."""
    change, period, place = figure["change"], figure["period"], figure["place"]
    return Reading(
        span=_offsets(figure["quantity"]),
        bound=figure["bound"],
        best=_decimal(figure["best"]),
        low=_decimal(figure["low"]),
        high=_decimal(figure["high"]),
        unit=figure["unit"],
        dimension=figure["dimension"],
        precision=_decimal(figure["precision"]),
        per=figure["per"],
        counted=_offsets(figure["counted"]) if figure["counted"] else None,
        change=change_from_gold(change) if change else None,
        period=When(_offsets(period["span"]), period["first_day"], period["last_day"], period["precision"])
        if period
        else None,
        place=Where(_offsets(place["span"]), place["country"]) if place else None,
    )


def change_from_gold(change: dict[str, Any]) -> Change:
    """Build a change from its JSON form (CONTRACT section 2)."""
    return Change(
        change["direction"],
        _decimal(change["from"]),
        change["from_unit"],
        _decimal(change["by"]),
        change["by_unit"],
    )


def _decimal(number: str | None) -> Decimal | None:
    return None if number is None else Decimal(number)


def _offsets(span: Sequence[int]) -> Offsets:
    return (span[0], span[1])
