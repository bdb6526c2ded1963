"""What a bare earlier value has from the level before it: "€5, up from 3", "27%, down from 31"."""

from decimal import Decimal
from itertools import pairwise

from models.domain.reading.counted_nouns import is_bare
from models.domain.reading.mention import Mention
from models.domain.reading.naming import multiply
from models.domain.reading.nouns import is_plural_noun
from models.domain.reading.tokens import Tokens
from models.domain.reading.word_lists import words_of
from models.domain.vocabulary import Dimension

_LINKS = frozenset(["from", "against"])
_TURNS = words_of("up down from against versus compared with to")
_TIMES = words_of("a an one two three last this earlier before year month week")
_ENDS = frozenset([".", ";", ":", "(", ")"])
_FURTHEST = 12
_LARGE = Decimal(10) ** 6


def complete_earlier_values(tokens: Tokens, mentions: list[Mention]) -> None:
    """Give "from 3" the unit and the scale word written at the level before it."""
    if len(mentions) < 2 or _LINKS.isdisjoint(tokens.vocabulary):
        return
    for level, earlier in pairwise(mentions):
        if not _is_earlier(tokens, level, earlier):
            continue
        if level.is_named and level.dimension is not Dimension.TIME and not level.is_fraction:
            earlier.unit, earlier.dimension, earlier.is_money = level.unit, level.dimension, level.is_money
            earlier.because("unit", level.unit, "before")
        _take_scale(level, earlier)


def _is_earlier(tokens: Tokens, level: Mention, earlier: Mention) -> bool:
    """Say whether only words of comparing stand between, and nothing behind names the value."""
    gap = tokens.words[level.last : earlier.first]
    if not 0 < len(gap) <= _FURTHEST or gap[-1] not in _LINKS or not _ENDS.isdisjoint(gap):
        return False
    comma = len(gap) - gap[::-1].index(",") if "," in gap else 0
    if (
        not _TURNS.issuperset(gap[comma:])
        or earlier.unit
        or earlier.is_vague
        or level.is_vague
        or level.is_range
    ):
        return False
    after = tokens.words[earlier.last]
    return (is_bare(tokens, earlier) or after in _TIMES) and not is_plural_noun(after)


def _take_scale(level: Mention, earlier: Mention) -> None:
    """Read "3.2 million, up from 2.8" as 2.8 million: nothing else is of the level's size."""
    if level.scale < _LARGE or earlier.scale != 1 or earlier.shape != "digits" or earlier.value <= 0:
        return
    ratio = earlier.value * level.scale / level.value if level.value else Decimal(0)
    if earlier.value < 1000 and Decimal("0.05") < ratio < 20:
        multiply(earlier, level.scale)
