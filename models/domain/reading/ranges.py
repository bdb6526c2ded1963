"""Which two numbers are the ends of one range, and which are a join, a score or a change."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from models.domain.claim import Interval
from models.domain.reading.change_words import NEUTRAL, change_across, change_before, is_change_near
from models.domain.reading.contests import is_contest, is_vote
from models.domain.reading.exact import times
from models.domain.reading.mention import Mention
from models.domain.reading.tokens import Tokens
from models.domain.vocabulary import Bound

_DASHES = frozenset(["-", "–", "—", "‑", "−", "~"])


_SPREADS = frozenset(["range", "ranges", "ranged", "ranging", "vary", "varies", "varied", "varying"])


def merge_ranges(tokens: Tokens, mentions: list[Mention]) -> list[Mention]:
    """Return *mentions* with the two ends of every range made one mention."""
    merged: list[Mention] = []
    for mention in mentions:
        if merged and (joint := _joint(tokens, merged[-1], mention)) is not None:
            merged[-1] = joint
        else:
            merged.append(mention)
    return merged


def _joint(tokens: Tokens, low: Mention, high: Mention) -> Mention | None:
    """Return the range that the neighbours *low* and *high* make, or None."""
    if low.is_vague or high.is_vague or low.is_range or high.is_range or low.is_zero or high.is_zero:
        return None
    how = _how_joined(tokens, low, high)
    if how is None or not _share_a_kind(low, high):
        return None
    if how in ("-", "to") and is_vote(tokens, low, high):
        return None
    ends = _ends(tokens, low, high)
    if how == "and" and _is_bracket(high, low):
        ends = Interval(ends.high, ends.low)  # "at most 40 and at least 12"
    if ends.low is not None and ends.high is not None and how == "and" and ends.high < ends.low < 0:
        ends = Interval(ends.high, ends.low)  # "between -5 and -10"
    if how == "to" and tokens.words[low.first - 2] in _SPREADS and None not in (ends.low, ends.high):
        ends = Interval(*sorted(end for end in (ends.low, ends.high) if end is not None))  # "from 3 to -7"
    if ends.low is None or ends.high is None or not _are_apart(ends.low, ends.high, how):
        return None
    first = low.first - _opener_length(tokens, low.first)
    return _range(tokens, low, high, replace(ends), first)


def _how_joined(tokens: Tokens, low: Mention, high: Mention) -> str | None:
    """Return the word or dash that makes two numbers a range: "-", "to", "and" behind "between", "or"."""
    gap = tokens.words[low.last : high.first]
    opener = tokens.words[low.first - 1]
    if gap in (["-", "to", "-"], ["-", "to"], ["through"]):
        gap = ["to"]  # "children 5 through 11"
    if len(gap) != 1:
        return None
    word = gap[0]
    if word in _DASHES:
        spaced = not tokens.touch(low.last - 1) or not tokens.touch(low.last)
        if (spaced and word not in ("–", "-")) or is_contest(tokens, low, high):
            return None
        return "-"
    if word == "to":
        if opener == "from" and (is_change_near(tokens, low.first) or tokens.words[low.first - 2] in NEUTRAL):
            return None
        if opener == "from" and _is_from_to_of_change(tokens, low, high):
            return None
        return None if _is_amount_to_level(tokens, low, high) else "to"
    if word == "and":
        is_between = opener == "between" or tokens.words[low.first - 2] == "between"
        return "and" if is_between or _is_bracket(low, high) or _is_bracket(high, low) else None
    if word == "but":
        return "and" if _is_bracket(low, high) or _is_bracket(high, low) else None
    return "or" if word == "or" and _is_small_step(low, high) else None


def _is_from_to_of_change(tokens: Tokens, low: Mention, high: Mention) -> bool:
    """Say whether "cut the rate from 4 to 5" changes something, the change word standing further off."""
    counts_nothing = not tokens.words[high.last][:1].isalpha() or high.unit != ""
    return counts_nothing and change_across(tokens, low.first, 0) is not None


def _is_bracket(low: Mention, high: Mention) -> bool:
    """Say whether "more than 20 but fewer than 30" gives both ends."""
    is_low = low.bound in (Bound.MORE_THAN, Bound.AT_LEAST)
    return is_low and high.bound in (Bound.LESS_THAN, Bound.AT_MOST) and low.value < high.value


def _is_amount_to_level(tokens: Tokens, low: Mention, high: Mention) -> bool:
    """Tell "grew by 5,000 to 25,000" (an amount, then a level) from "grew by 40 to 50" (a range)."""
    is_level = low.value <= 0 or high.value / low.value > Decimal("2.5")
    stands_alone = low.scale == high.scale or low.value >= 1000  # "by 23,000 to 2.41 million"
    return is_level and stands_alone and change_before(tokens, low.first) is not None


def _is_small_step(low: Mention, high: Mention) -> bool:
    """Say whether "a or b" is a guess between neighbours ("two or three", "40 or 50")."""
    if low.value <= 0 or low.unit not in ("", high.unit):
        return False
    ratio = high.value / (times(low.value, high.scale) if low.scale == 1 else low.value)
    return 1 < ratio <= 2


def _share_a_kind(low: Mention, high: Mention) -> bool:
    """Say whether both ends can be of one unit: the same, or the first leaves it to the second."""
    if low.unit == high.unit:
        return low.is_fraction == high.is_fraction
    return low.unit == "" or (low.is_money and high.unit == "")


def _ends(tokens: Tokens, low: Mention, high: Mention) -> Interval:
    """Return both ends, the first with the scale that it leaves to the second ("£3-4m", "10-15,000")."""
    first, second = low.value, high.value
    if low.scale == 1 and high.scale > 1 and first < second / high.scale * 10 and first * high.scale < second:
        return Interval(times(first, high.scale), second)
    lead = tokens.raw[high.core].partition(",")
    grouped = lead[1] and "." not in tokens.raw[low.core] and "," not in tokens.raw[low.core]
    if grouped and low.scale == 1 and lead[0].isdigit() and 0 < first < int(lead[0]):
        return Interval(times(first, Decimal(1000) ** tokens.raw[high.core].count(",")), second)
    if low.is_money and high.unit == "" and low.scale > 1 and high.scale == 1 and second < 1000:
        second = times(second, low.scale)
    return Interval(first, second)


def _are_apart(low: Decimal, high: Decimal, how: str) -> bool:
    """Say whether the ends rise as a range's do; "1-800" and "2 to 4000" are no ranges."""
    if how == "and":
        return low < high
    return low < high and (low == 0 or high / low < 1000 or how != "-")


def _opener_length(tokens: Tokens, first: int) -> int:
    words = tokens.words
    if words[first - 1] not in ("between", "from") or words[first - 2] in _SPREADS:
        return 0
    return 2 if words[first - 2] in ("anywhere", "somewhere", "anything") else 1


def _range(tokens: Tokens, low: Mention, high: Mention, ends: Interval, first: int) -> Mention:
    found = replace(high, first=min(first, low.first), bound=Bound.BETWEEN, ends=ends, why=[])
    found.is_rounded = low.is_rounded or high.is_rounded
    found.core = low.core
    if not found.unit:
        found.unit, found.dimension, found.is_money = low.unit, low.dimension, low.is_money
    words = tokens.joined(low.last, high.first)
    found.because("bound", "between", words if first == low.first else tokens.joined(first, low.first))
    found.why += [code for code in (*low.why, *high.why) if code not in found.why]
    return found


_SIGNS = frozenset(["+", "-", "−", "–", "plus", "minus"])


def lend_units(tokens: Tokens, mentions: list[Mention]) -> None:
    """Give a bare number the unit written behind its neighbour: "23 and 25 years"."""
    for earlier, later in pairwise(mentions):
        if earlier.unit or not later.is_named or earlier.is_vague or later.is_fraction or later.is_adjective:
            continue
        gap = tokens.words[earlier.last : later.first]
        if earlier.value >= 1000 > later.value and "," in gap:
            continue  # "cases passed 10,000, and 2 per cent died"
        if gap in (["to"], ["and"], ["or"], [","], [",", "and"]) and later.tail <= later.last:
            is_behind = later.unit == "percent" or _SIGNS.issuperset(tokens.words[later.first : later.core])
            is_amount = gap == ["to"] and tokens.words[earlier.first - 1] in ("by", "up", "down")
            if is_behind and not (is_amount and earlier.value < later.value):
                earlier.unit, earlier.dimension, earlier.is_money = (
                    later.unit,
                    later.dimension,
                    later.is_money,
                )
                earlier.because("unit", later.unit, "lent")
