"""Conversion of units: exact decimals, and refusals that say what to do."""

from decimal import Decimal

import pytest

from models.domain.errors import Invalid
from models.domain.units import convert


@pytest.mark.parametrize(
    ("value", "from_unit", "to_unit", "expected"),
    [
        ("10", "mile", "kilometre", "16.09344"),
        ("1", "acre", "hectare", "0.40468564224"),
        ("10", "celsius", "fahrenheit", "50"),
        ("60", "mile_per_hour", "kilometre_per_hour", "96.56064"),
        ("1", "barrel", "litre", "158.987294928"),
        ("1", "square_kilometre", "hectare", "100"),
        ("1", "cubic_metre", "litre", "1000"),
        ("2", "percent", "basis_point", "200"),
        ("3", "quintal", "tonne", "0.3"),
        ("2", "hour", "minute", "120"),
        ("7", "person", "person", "7"),
    ],
)
def test_converts(value: str, from_unit: str, to_unit: str, expected: str) -> None:
    assert str(convert(Decimal(value), from_unit, to_unit)) == expected


@pytest.mark.parametrize(
    ("from_unit", "to_unit", "message"),
    [
        ("USD", "EUR", "exchange rates"),
        ("mile", "hour", "cannot be converted"),
        ("person", "household", "count different things"),
        ("mile", "smoot_", "small letters"),
        ("mile", "nosuchunit", "cannot be converted"),
    ],
)
def test_refuses(from_unit: str, to_unit: str, message: str) -> None:
    with pytest.raises(Invalid, match=message):
        convert(Decimal(1), from_unit, to_unit)
