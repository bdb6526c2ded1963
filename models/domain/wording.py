"""How numbers and units are written for people, on the terminal, on the page and in reasons."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

SIGNS = {
    "percent": "%",
    "percentage_point": "percentage points",
    "basis_point": "basis points",
    "celsius": "°C",
    "fahrenheit": "°F",
}
PLURALS = {"person": "people", "foot": "feet", "inch": "inches"}
# "24 to 99 of them" says less than "24 to 99".
PRONOUNS = frozenset({"them", "these", "those", "they", "it", "us", "others", "whom", "which"})


def number(value: str | Decimal | None) -> str:
    """Write an exact decimal with thousands separators; an open end is …"""
    if value is None:
        return "…"
    written = f"{Decimal(value):,f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def unit(quantity: Mapping[str, Any]) -> str:
    """Name the unit of a quantity object as a reader would: people, %, EUR; for items, what is counted."""
    name = quantity.get("unit") or ""
    said = _counted(quantity) if name == "item" else _unit(name, quantity)
    per = quantity.get("per")
    return f"{said} per {per.replace('_', ' ')}".strip() if per else said


def _counted(quantity: Mapping[str, Any]) -> str:
    counted = quantity.get("counted")
    words = " ".join(counted["text"].split()) if counted else ""
    return "" if words.lower() in PRONOUNS else words


def _unit(name: str, quantity: Mapping[str, Any]) -> str:
    if name in SIGNS:
        return SIGNS[name]
    words = name.replace("_", " ")
    is_one = quantity.get("best") == "1" and quantity.get("bound") in ("exact", "at_least", "at_most")
    if name.isupper() or is_one:  # a currency has no plural
        return words
    head, _, rest = words.partition(" per ")
    plural = PLURALS.get(head) or (head if head.endswith(("s", "z")) else f"{head}s")
    return f"{plural} per {rest}" if rest else plural
