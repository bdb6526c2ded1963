"""What a number is to the readers: a value, the tokens that write it, and the unit of its last digit."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the tokens ``[first, last)`` that write it; ``step`` is one unit of its last digit."""

    first: int
    last: int
    value: Decimal
    step: Decimal
    shape: str  # "digits" | "words", with "+scale" behind it where a scale word multiplies
    scale: Decimal = Decimal(1)  # what the scale words behind it multiply by
