"""How exact decimals are multiplied, written plainly and judged for the width that their writing implies."""

from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import lru_cache

# Wide enough that no product of a literal and its scale words is ever rounded.
EXACT = Context(prec=80, rounding=ROUND_HALF_EVEN)
_ONE = Decimal(1)
_HALF = Decimal("0.5")
_THREE_PLACES = Decimal("0.001")


@lru_cache(maxsize=4096)
def tidy(value: Decimal) -> Decimal:
    """Return *value* without trailing zeros behind the point and never in exponent form."""
    if value == value.to_integral_value(context=EXACT):
        return value.quantize(_ONE, context=EXACT)
    return value.normalize(EXACT)


def times(left: Decimal, right: Decimal) -> Decimal:
    """Return the exact product, tidy."""
    return tidy(EXACT.multiply(left, right))


def percent_of(part: Decimal, whole: Decimal) -> Decimal:
    """Return *part* of *whole* in percent, to three decimals (CONTRACT section 2, units)."""
    share = EXACT.divide(EXACT.multiply(part, Decimal(100)), whole)
    return tidy(share.quantize(_THREE_PLACES, context=EXACT))


def last_place(value: Decimal) -> Decimal:
    """Return the place of the last digit as the tidy *value* is written: 33.333 gives 0.001, 50 gives 1."""
    exponent = int(tidy(value).as_tuple().exponent)
    return _ONE.scaleb(min(exponent, 0), EXACT)


@lru_cache(maxsize=256)
def half_of(step: Decimal) -> Decimal:
    """Return half a unit of the last digit written, *step* being that unit."""
    return times(step, _HALF)


def place_of_last_digit(value: Decimal) -> Decimal:
    """Return the place of the last digit of *value* that is not zero: 3500000 gives 100000, 0 gives 1."""
    if not value:
        return _ONE
    exponent = value.normalize(EXACT).as_tuple().exponent
    return tidy(_ONE.scaleb(int(exponent), EXACT))
