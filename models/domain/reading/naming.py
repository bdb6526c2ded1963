"""How a mention gets its unit, and how it is multiplied by what stands beside it."""

from decimal import Decimal

from models.domain.claim import Interval
from models.domain.reading.exact import times
from models.domain.reading.mention import Mention
from models.domain.reading.tokens import Tokens
from models.domain.reading.unit_words import dimension_of


def multiply(mention: Mention, factor: Decimal) -> None:
    """Multiply value, width and ends by *factor*."""
    mention.value, mention.step = times(mention.value, factor), times(mention.step, factor)
    if mention.ends and mention.ends.low is not None and mention.ends.high is not None:
        mention.ends = Interval(times(mention.ends.low, factor), times(mention.ends.high, factor))
        mention.kept = Interval(mention.ends.low, mention.ends.low) if mention.kept else None


def set_unit(tokens: Tokens, mention: Mention, unit: str, last: int) -> None:
    """Widen *mention* to token *last*, the end of the words that name *unit*, and set it."""
    start = mention.last
    mention.take(mention.first, last)
    mention.unit, mention.dimension, mention.is_named = unit, dimension_of(unit), True
    mention.because("unit", unit, tokens.joined(start, last).removeprefix("- ").removeprefix("of "))
