"""What a claim or reference states, reduced to what a comparison needs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from models.domain.errors import Invalid
from models.domain.units import convert
from models.domain.wording import number

HUMAN = frozenset({"person", "household"})


@dataclass(frozen=True, slots=True)
class Stated:
    """One quantity with its definition; days are inclusive, None is open or unknown.

    ``as_of`` is the day for which the quantity stands: its period's last day, else the day of publication.
    """

    measure: str | None
    unit: str
    dimension: str
    bound: str
    best: Decimal | None
    low: Decimal | None
    high: Decimal | None
    precision: Decimal
    basis: str | None = None
    certainty: str = "asserted"
    per: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    as_of: date | None = None

    @property
    def reach(self) -> tuple[Decimal | None, Decimal | None]:
        """The comparison interval [low - precision, high + precision]; None is an open end."""
        low = None if self.low is None else self.low - self.precision
        high = None if self.high is None else self.high + self.precision
        return low, high

    @property
    def is_closed(self) -> bool:
        """Whether both ends are known."""
        return self.low is not None and self.high is not None

    @property
    def is_closed_range(self) -> bool:
        """Whether it is a range rather than a single number."""
        return self.is_closed and self.low != self.high

    def in_unit_of(self, other: "Stated", household_size: Decimal | None) -> "Stated":
        """Return it in the other's unit; what cannot be converted stays as it is, for the guard.

        Households become persons only by a size that the desk has set.
        """
        if self.unit == other.unit:
            return self
        if {self.unit, other.unit} == HUMAN:
            return self if household_size is None else self._resized(other.unit, household_size)
        if not are_convertible(self.unit, other.unit):
            return self

        def converted(value: Decimal | None) -> Decimal | None:
            return None if value is None else convert(value, self.unit, other.unit)

        # A width is a difference: only the scale changes it, also where units begin at different zeros.
        width = convert(self.precision, self.unit, other.unit) - convert(Decimal(0), self.unit, other.unit)
        return replace(
            self,
            unit=other.unit,
            best=converted(self.best),
            low=converted(self.low),
            high=converted(self.high),
            precision=width,
        )

    def _resized(self, unit: str, size: Decimal) -> "Stated":
        factor = size if self.unit == "household" else 1 / size

        def scaled(value: Decimal | None) -> Decimal | None:
            return None if value is None else value * factor

        return replace(
            self,
            unit=unit,
            best=scaled(self.best),
            low=scaled(self.low),
            high=scaled(self.high),
            precision=self.precision * factor,
        )


@lru_cache(maxsize=1024)
def are_convertible(one: str, other: str) -> bool:
    """Say whether a value of one unit is a value of the other without anything else being known.

    A per cent is no percentage point, though both are hundredths: one is a share, the other a difference.
    """
    if "percent" in (one, other):
        return one == other
    try:
        convert(Decimal(1), one, other)
    except Invalid:
        return False
    return True


def stated(claim: Mapping[str, Any], published_on: date | None) -> Stated:
    """Reduce a figure's claim object (effective values) to what is compared."""
    quantity, period = claim["quantity"], claim.get("period") or {}

    def number(name: str) -> Decimal | None:
        return None if quantity[name] is None else Decimal(quantity[name])

    def day(name: str) -> date | None:
        return date.fromisoformat(period[name]) if period.get(name) else None

    return Stated(
        measure=claim.get("measure"),
        unit=quantity["unit"],
        dimension=quantity["dimension"],
        bound=quantity["bound"],
        best=number("best"),
        low=number("low"),
        high=number("high"),
        precision=number("precision") or Decimal(0),
        basis=claim.get("basis"),
        certainty=claim["certainty"],
        per=quantity.get("per"),
        first_day=day("first_day"),
        last_day=day("last_day"),
        as_of=day("last_day") or published_on,
    )


_SAID_AS = {
    "about": "about {best}",
    "at_least": "at least {low}",
    "more_than": "more than {low}",
    "at_most": "up to {high}",
    "less_than": "less than {high}",
    "between": "{low} to {high}",
    "vague": "{low} to {high}",
}


def plain(quantity: Stated) -> str:
    """Say a quantity in a few words, as a reason quotes it."""

    pattern = _SAID_AS.get(quantity.bound, "{best}")
    return pattern.format(best=number(quantity.best), low=number(quantity.low), high=number(quantity.high))
