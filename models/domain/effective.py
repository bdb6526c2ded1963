"""What a claim says after people have corrected it: the machine's reading under a merge patch."""

from collections.abc import Mapping
from datetime import date
from typing import Any

# What a person may correct, and what makes a claim's version rise when it changes.
EFFECTIVE_FIELDS = ("measure", "basis", "certainty", "quantity", "place", "period", "source")


def merge(reading: Mapping[str, Any], correction: Mapping[str, Any] | None) -> dict[str, Any]:
    """Apply a JSON merge patch (RFC 7396) of effective fields; the person always wins."""
    merged = dict(reading)
    for name, value in (correction or {}).items():
        old = merged.get(name)
        both_objects = isinstance(value, Mapping) and isinstance(old, Mapping)
        merged[name] = merge(old or {}, value) if both_objects else value
    return merged


def machine_values(reading: Mapping[str, Any], correction: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the machine's value of each corrected field."""
    return {name: reading.get(name) for name in correction or {}}


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
