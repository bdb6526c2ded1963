"""What a claim says after people have corrected it: the machine's reading under their fields."""

from collections.abc import Mapping
from datetime import date
from typing import Any

# What a person may correct, and what makes a claim's version rise when it changes.
EFFECTIVE_FIELDS = ("measure", "basis", "certainty", "quantity", "place", "period", "source")


def merge(reading: Mapping[str, Any], correction: Mapping[str, Any] | None) -> dict[str, Any]:
    """Put a person's corrected fields, each as a whole, over the machine's reading."""
    return {**reading, **(correction or {})}


def machine_values(reading: Mapping[str, Any], correction: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the machine's value of each corrected field."""
    return {name: reading.get(name) for name in correction or {}}


def difference(reading: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the fields that a person has made other than the machine's; None when there are none."""
    return {name: value for name, value in fields.items() if reading.get(name) != value} or None


def effective_fields(claim: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a change of version is about: the effective fields without the reasons behind them."""
    fields = {name: claim.get(name) for name in EFFECTIVE_FIELDS}
    if fields["quantity"]:
        fields["quantity"] = {k: v for k, v in fields["quantity"].items() if k != "why"}
    return fields


def search_columns(claim: Mapping[str, Any]) -> dict[str, Any]:
    """Return the plain columns by which claims are filtered and ordered, from effective values.

    ``low`` and ``high`` are the comparison interval [low - precision, high + precision] as doubles.
    """
    quantity = claim.get("quantity") or {}
    place, period = claim.get("place") or {}, claim.get("period") or {}
    width = float(quantity.get("precision") or 0)

    def end(name: str, sign: int) -> float | None:
        value = quantity.get(name)
        return None if value is None else float(value) + sign * width

    def day(name: str) -> date | None:
        return date.fromisoformat(period[name]) if period.get(name) else None

    return {
        "standalone": claim["standalone"],
        "check_worthiness": claim["check_worthiness"],
        "measure": claim.get("measure"),
        "unit": quantity.get("unit"),
        "low": end("low", -1),
        "high": end("high", +1),
        "country": place.get("country"),
        "place_text": place.get("text"),
        "first_day": day("first_day"),
        "last_day": day("last_day"),
    }
