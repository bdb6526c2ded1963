"""What a value in one unit is in another, in exact decimals."""

import re
from decimal import Context, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from models.domain.errors import Invalid
from models.domain.reading.exact import tidy

if TYPE_CHECKING:
    from pint import UnitRegistry

# Twelve significant digits: more than any news figure has, fewer than where pint's constants end.
_SIGNIFICANT = Context(prec=12)
# Our names where pint's differ or mean another thing: news measures oil in barrels of 42 gallons.
_PINT_NAMES = {
    "celsius": "degC",
    "fahrenheit": "degF",
    "barrel": "oil_barrel",
    "ton": "short_ton",
    "acre": "international_acre",
    "square_metre": "metre ** 2",
    "percentage_point": "percent",
    "person": "count",
    "item": "count",
    "household": "count",
    "building": "count",
}
_DEFINITIONS = (
    "international_acre = 4046.8564224 * meter ** 2",
    "quintal = 100 * kilogram",
    "basis_point = 0.01 * percent",
)
_NAME = re.compile("[a-z]+(?:_[a-z]+)*")
_UNCONVERTIBLE = frozenset(["person", "household", "building", "item", "factor", "point", "magnitude"])


def convert(value: Decimal, from_unit: str, to_unit: str) -> Decimal:
    """Return *value* of *from_unit* in *to_unit*, to twelve digits; "kilometre_per_hour" works too.

    Raises Invalid for units of different dimensions, and for currencies, whose rates change daily.
    """
    if from_unit == to_unit:
        return value
    if _is_currency(from_unit) or _is_currency(to_unit):
        raise Invalid(f"no exchange rates are known here: convert {from_unit} to {to_unit} before importing")
    if from_unit in _UNCONVERTIBLE or to_unit in _UNCONVERTIBLE:
        raise Invalid(f"{from_unit} cannot be converted to {to_unit}: they count different things")
    if not (_NAME.fullmatch(from_unit) and _NAME.fullmatch(to_unit)):
        raise Invalid(f"{from_unit!r} to {to_unit!r}: unit names are small letters and underscores")
    registry = _registry()
    import pint

    try:
        found = registry.Quantity(value, _pint_name(from_unit)).to(_pint_name(to_unit)).magnitude
    except (pint.UndefinedUnitError, pint.DimensionalityError) as error:
        raise Invalid(f"{from_unit} cannot be converted to {to_unit}: {error}") from error
    return tidy(_SIGNIFICANT.plus(Decimal(found)))


def _is_currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _pint_name(unit: str) -> str:
    """Return the unit as pint writes it: "square_mile" is "mile ** 2", "mile_per_hour" is "mile / hour"."""
    if unit in _PINT_NAMES:
        return _PINT_NAMES[unit]
    if "_per_" in unit:
        above, _, below = unit.partition("_per_")
        return f"({_pint_name(above)}) / ({_pint_name(below)})"
    for prefix, power in (("square_", 2), ("cubic_", 3)):
        if unit.startswith(prefix):
            return f"{_pint_name(unit.removeprefix(prefix))} ** {power}"
    return unit


@lru_cache(maxsize=1)
def _registry() -> "UnitRegistry[Decimal]":
    """Load pint once, on the first conversion: it costs most of a second."""
    from pint import UnitRegistry

    registry: UnitRegistry[Decimal] = UnitRegistry(non_int_type=Decimal)
    for definition in _DEFINITIONS:
        registry.define(definition)
    return registry
