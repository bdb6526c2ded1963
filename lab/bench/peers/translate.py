"""What a peer's answer means in our words, read in its favour wherever two readings are possible."""

import re
from collections.abc import Callable
from decimal import Context, Decimal, InvalidOperation
from typing import Any

from lab.scoring import PLAIN_COUNT, Reading

#: Peers compute in floats, where 2.3 million is 2299999.9999999995: twelve digits are theirs, the rest noise.
FLOAT_DIGITS = Context(prec=12)

UNIT_NAMES = {
    "": PLAIN_COUNT,
    "dimensionless": PLAIN_COUNT,
    "percentage": "percent",
    "degree_celsius": "celsius",
    "degree_fahrenheit": "fahrenheit",
    "c": "celsius",
    "f": "fahrenheit",
    "degree": "celsius",
    "pound-mass": "pound",
    "pound_mass": "pound",
    "metric_ton": "tonne",
    "short_ton": "ton",
    "dollar": "USD",
}

#: "kilometer", "milliliter".
AMERICAN = re.compile(r"(met|lit)er\b")

ENTITIES = {"currency": "money"} | {
    name: name for name in ("length", "area", "mass", "volume", "time", "speed", "temperature")
}

DIMENSIONS = {"percentage": "share", "currency": "money", "age": "time", "temperature": "temperature"}


def from_quantulum3(told: dict[str, Any]) -> Reading | None:
    """Read one quantulum3 quantity; its uncertainty is a range, "dozen" and bare fractions are worked out."""
    value = _number(told["value"])
    if value is None:
        return None
    name = str(told["unit"]).lower().replace(" ", "_")
    if name == "dozen":
        value, name = value * 12, "dimensionless"
    head, separator, tail = name.partition("per_")
    per = tail if separator else None
    unit = told["currency"] or unit_named(head.rstrip("_"))
    dimension = ENTITIES.get(told["entity"])
    value, unit = as_share(value, unit, told["surface"])
    span = (told["start"], told["end"])
    if told["uncertainty"] is None:
        return _plain(span, value, unit, dimension, per)
    around = _number(told["uncertainty"]) or Decimal(0)
    return Reading(
        span, "between", None, value - around, value + around, unit, dimension_of(unit, dimension), per=per
    )


def from_recognizers(told: dict[str, Any]) -> Reading | None:
    """Read one result of Recognizers-Text; a plain dollar is the American one, plain degrees are Celsius."""
    value = _number(str(told["value"]).rstrip("%"))
    if value is None:
        return None
    kind = told["type"]
    name = str(told["unit"] or "").lower().replace(" ", "_")
    head, separator, tail = name.partition("_per_")
    per = tail if separator else None
    unit = "percent" if kind == "percentage" else (told["currency"] or unit_named(head))
    value, unit = as_share(value, unit, told["surface"])
    return _plain((told["start"], told["end"]), value, unit, DIMENSIONS.get(kind), per)


TRANSLATORS: dict[str, Callable[[dict[str, Any]], Reading | None]] = {
    "quantulum3": from_quantulum3,
    "recognizers": from_recognizers,
}


def unit_named(name: str) -> str:
    """Say our name of a peer's unit: often its own, in British spelling."""
    return UNIT_NAMES.get(name) or AMERICAN.sub(r"\1re", name)


def as_share(value: Decimal, unit: str, surface: str) -> tuple[Decimal, str]:
    """Read a fraction in words ("a third", .333) as the percentage it is in our gold."""
    in_words = unit == PLAIN_COUNT and not any(letter.isdigit() for letter in surface)
    if in_words and 0 < value < 1:
        return round(value * 100, 3), "percent"
    return value, unit


def dimension_of(unit: str, told: str | None) -> str:
    """Say the dimension a peer means: as it told it, or by its unit."""
    if told:
        return told
    if unit == PLAIN_COUNT:
        return "count"
    return "share" if unit in {"percent", "basis_point", "percentage_point"} else "other"


def _plain(
    span: tuple[int, int], value: Decimal, unit: str, dimension: str | None, per: str | None
) -> Reading:
    return Reading(span, "exact", value, value, value, unit, dimension_of(unit, dimension), per=per)


def _number(told: str) -> Decimal | None:
    try:
        return FLOAT_DIGITS.create_decimal(told.replace(",", ""))
    except InvalidOperation:
        return None
