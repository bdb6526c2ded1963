"""Which two numbers are the ends of one range, and which are a join, a score or a change."""

from dataclasses import replace
from decimal import Decimal

from models.domain.claim import Interval
from models.domain.reading.change_words import is_change_near
from models.domain.reading.exact import times
from models.domain.reading.mention import Mention
from models.domain.reading.tokens import Tokens
from models.domain.reading.word_lists import words_of
from models.domain.vocabulary import Bound

_DASHES = frozenset(["-", "–", "—", "‑", "−", "~"])
_CONTEST = words_of(
    """
    won win wins winning beat beats beating lost lose loses lead led leads leading score scored scores
    scoreline draw drew drawn defeat defeated defeats victory match game games goal goals half-time
    halftime penalties shootout final vote voted votes ruling ruled aggregate set sets tie tied series
    beaten thrashed edged
    """
)


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
    ends = _ends(tokens, low, high)
    if ends.low is None or ends.high is None or not _are_apart(ends.low, ends.high, how):
        return None
    first = low.first - _opener_length(tokens, low.first)
    return _range(tokens, low, high, replace(ends), first)


def _how_joined(tokens: Tokens, low: Mention, high: Mention) -> str | None:
    """Return the word or dash that makes two numbers a range: "-", "to", "and" behind "between", "or"."""
    gap = tokens.words[low.last : high.first]
    opener = tokens.words[low.first - 1]
    if gap == ["-", "to", "-"] or gap == ["-", "to"]:
        gap = ["to"]
    if len(gap) != 1:
        return None
    word = gap[0]
    if word in _DASHES:
        spaced = not tokens.touch(low.last - 1) or not tokens.touch(low.last)
        if (spaced and word != "–") or _is_score(tokens, low, high):
            return None
        return "-"
    if word == "to":
        if is_change_near(tokens, low.first) and opener == "from":
            return None
        return None if _is_score(tokens, low, high) else "to"
    if word == "and":
        return "and" if opener == "between" or tokens.words[low.first - 2] == "between" else None
    return "or" if word == "or" and _is_small_step(low, high) else None


def _is_small_step(low: Mention, high: Mention) -> bool:
    """Say whether "a or b" is a guess between neighbours ("two or three", "40 or 50")."""
    if low.value <= 0 or low.unit not in ("", high.unit):
        return False
    ratio = high.value / (times(low.value, high.scale) if low.scale == 1 else low.value)
    return 1 < ratio <= 2


def _is_score(tokens: Tokens, low: Mention, high: Mention) -> bool:
    """Say whether "3-1" is a result: words of contests near it and two small whole numbers."""
    if max(low.value, high.value) > 150 or low.unit or high.unit:
        return False
    near = tokens.words[max(low.first - 8, 0) : high.last + 6]
    return not _CONTEST.isdisjoint(near)


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
    if words[first - 1] not in ("between", "from"):
        return 0
    return 2 if words[first - 2] in ("anywhere", "somewhere") else 1


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
