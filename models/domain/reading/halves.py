"""What "and a half" behind a number adds to it: "two and a half million", "a million and a half"."""

from dataclasses import replace
from decimal import Decimal

from models.domain.reading.exact import times
from models.domain.reading.number import Number
from models.domain.reading.tokens import Tokens

_PARTS: dict[tuple[str, ...], tuple[Decimal, Decimal]] = {
    ("and", "a", "half"): (Decimal("0.5"), Decimal("0.1")),
    ("and", "one", "half"): (Decimal("0.5"), Decimal("0.1")),
    ("and", "a", "quarter"): (Decimal("0.25"), Decimal("0.01")),
    ("and", "one", "quarter"): (Decimal("0.25"), Decimal("0.01")),
    ("and", "three", "quarters"): (Decimal("0.75"), Decimal("0.01")),
    ("and", "a", "third"): (Decimal("0.333"), Decimal("0.001")),
    ("and", "two", "thirds"): (Decimal("0.667"), Decimal("0.001")),
}


def with_half(tokens: Tokens, number: Number) -> Number:
    """Return *number* with the part behind it, of its scale word where it ends in one."""
    words, at = tokens.words, number.last
    if words[at] not in ("and", "-") or number.step < number.scale:
        return number
    dashed = words[at] == "-"
    part = _PARTS.get(tuple(words[at + 1 : at + 6 : 2] if dashed else words[at : at + 3]))
    last = at + (6 if dashed else 3)
    if part is None or words[last] == "of":  # "12 and a third of them" are two quantities
        return number
    value, step = times(part[0], number.scale), times(part[1], number.scale)
    return replace(number, last=last, value=number.value + value, step=step)
