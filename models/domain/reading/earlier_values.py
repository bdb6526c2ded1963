"""What a bare value has from the one that it is set against: "€5, up from 3", "27.5, from 29.8 per cent"."""

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
_ALL = 100
_CONTESTS = words_of(
    "led lead leads leading beat beats won win wins ahead defeated edged margin runoff rival"
)
_SUM_ENDS = frozenset([".", ",", ";", "", ")"])


def complete_earlier_values(tokens: Tokens, mentions: list[Mention]) -> None:
    """Give "from 3" the unit and the scale word written at the level before it."""
    if len(mentions) < 2:
        return
    for named, bare in pairwise(mentions):
        if _is_other_side(tokens, named, bare) or _is_another_sum(tokens, named, bare):
            _take_unit(bare, named)
    if _LINKS.isdisjoint(tokens.vocabulary):
        return
    for level, earlier in pairwise(mentions):
        if _is_level_of(tokens, level, earlier):
            _take_unit(level, earlier)
        if not _is_earlier(tokens, level, earlier):
            continue
        if level.is_named and level.dimension is not Dimension.TIME and not level.is_fraction:
            _take_unit(earlier, level)
        _take_scale(level, earlier)


def _take_unit(bare: Mention, named: Mention) -> None:
    bare.unit, bare.dimension, bare.is_money = named.unit, named.dimension, named.is_money
    bare.because("unit", named.unit, "before" if named.first < bare.first else "lent")


def _is_other_side(tokens: Tokens, winner: Mention, loser: Mention) -> bool:
    """Say whether the bare number is the share of the other side: "led by 47.1% to | 44.9"."""
    is_pair = winner.unit == "percent" and loser.unit == "" and winner.value + loser.value <= _ALL
    is_joined = tokens.words[winner.last : loser.first] == ["to"] and is_bare(tokens, loser)
    return is_pair and is_joined and not _CONTESTS.isdisjoint(tokens.vocabulary)


def _is_another_sum(tokens: Tokens, money: Mention, sum_: Mention) -> bool:
    """Say whether a bare number of a sum's size is one: "at €600m; the premier spoke of | 1.5 billion"."""
    if not money.is_money or sum_.unit or sum_.scale < _LARGE or sum_.dimension is not Dimension.COUNT:
        return False
    gap = tokens.words[money.last : sum_.first]
    is_told = gap[-1:] in (["of"], ["at"], ["to"], ["says"], ["said"], ["is"], ["was"])
    return is_told and tokens.words[sum_.last] in _SUM_ENDS and "." not in gap


def _is_level_of(tokens: Tokens, level: Mention, earlier: Mention) -> bool:
    """Say whether a bare level is told in the unit of the share that it comes from: "27.5 from 29.8%"."""
    is_link = tokens.words[level.last : earlier.first] in (["from"], [",", "from"])
    is_plain = not (level.unit or level.is_vague or level.is_range)
    return is_link and is_plain and earlier.dimension is Dimension.SHARE and not earlier.is_fraction


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
