"""How a claim of the API is said in a table's cells."""

import re
from decimal import Decimal
from typing import Any

from models.domain.wording import number, unit

Json = dict[str, Any]

SIGNS = {"about": "≈ ", "at_least": "≥ ", "more_than": "> ", "at_most": "≤ ", "less_than": "< "}

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What moves a terminal's cursor, changes its colours or turns its line around; an article may hold it."""


def harmless(words: str) -> str:
    """Return *words* so that a terminal shows them and obeys none of them."""
    return _CONTROL.sub("\ufffd", words)


def interval(quantity: Json | None) -> str:
    """Say what a quantity asserts: ≥ 17 people, 19,000 to 22,000 people, ≈ 3,000 ± 500 people."""
    if quantity is None:
        return ""
    bound = quantity["bound"]
    if bound in {"between", "vague"}:
        said = f"{number(quantity['low'])} to {number(quantity['high'])}"
        if quantity["high"] is None:
            said = f"≥ {number(quantity['low'])}"
    else:
        said = SIGNS.get(bound, "") + number(quantity["best"])
        margin = Decimal(quantity.get("precision") or 0)
        if bound == "about" and margin >= 1:
            said += f" ± {number(quantity['precision'])}"
    return f"{said} {unit(quantity)}".strip()


def change(quantity: Json | None) -> str:
    """Say a rise or fall: ↑ from 17."""
    moved = (quantity or {}).get("change")
    if not moved:
        return ""
    arrow = {"up": "↑", "down": "↓"}[moved["direction"]]
    if moved.get("from") is not None:
        return f"{arrow} from {number(moved['from'])}"
    return arrow


RELATIONS = {
    "agrees": "agrees with",
    "compatible": "fits with",
    "narrows": "fits closely with",
    "conflicts": "conflicts with",
    "supersedes": "another report than",
}
"""The relations that a hint can rest on, in words; what cannot be compared says nothing."""


def hint(claim: Json) -> str:
    """Say how the claim stands to what its hint rests on first: conflicts with claim 12."""
    for item in (claim.get("hint") or {}).get("evidence") or []:
        if item["relation"] in RELATIONS:
            other = (
                f"claim {item['claim_id']}" if item.get("claim_id") else f"reference {item['reference_id']}"
            )
            return f"{RELATIONS[item['relation']]} {other}"
    return ""


def quoted(claim: Json) -> str:
    """Quote what the claim rests on: its figure's words with the counted thing, or its sentence."""
    quantity = claim.get("quantity")
    if quantity is None:
        return _shorten(claim["sentence"]["text"], 60)
    sentence = claim["sentence"]
    counted = quantity.get("counted")
    start, end = quantity["start"], quantity["end"]
    if counted and 0 <= counted["start"] - end <= 25:
        end = counted["end"]
    words = sentence["text"][start - sentence["start"] : end - sentence["start"]]
    return _shorten(" ".join((words or quantity["text"]).split()), 60)


def words(span: Json | None) -> str:
    """Quote a span, or nothing."""
    return " ".join(span["text"].split()) if span else ""


def place(claim: Json) -> str:
    """Quote the place, with its country's code where it is known."""
    span = claim.get("place")
    code = span.get("country") if span else None
    return f"{words(span)} ({code})" if code else words(span)


def period(claim: Json) -> str:
    """Say the days a period covers, or its words where they could not be read."""
    span = claim.get("period")
    if span is None:
        return ""
    first, last = span.get("first_day"), span.get("last_day")
    if not first and not last:
        return words(span)
    if first == last:
        return str(first)
    if first and last:
        return f"{first} – {last}"
    return f"from {first}" if first else f"until {last}"


def _shorten(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
