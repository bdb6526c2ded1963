"""Which other figure of the sentence says what this one measures: its earlier state, its whole, its list."""

import re
from collections.abc import Sequence

from models.domain.claim import Quantity
from models.domain.reading.nouns import is_person_noun, is_plural_noun
from models.domain.reading.pairs_again import AGAIN
from models.domain.vocabulary import Dimension

_OF_THEM = re.compile(
    r"\s*(?:(?:or )?[\w%]+ )?of (?:(?:them|whom|which|these|those|the total|it)\b|that(?=\s*(?:[.,;)]|$)))",
    re.IGNORECASE,
)
_AMONG_THEM = re.compile(
    r"\b(?:of them|of whom|among them|including|of which|of these|of those)[, ]+(?:an? \w+ of )?$",
    re.IGNORECASE,
)
# Plain words behind "were": a participle or a preposition begins another thing.
_PREDICATE = re.compile(
    r"\s*,?\s*(?:were|are) (?:all |mostly |also )?"
    r"((?:(?!\w+(?:ed|ing)\b|(?:in|at|on|from|with|by|the|said|under|over|not)\b)[^\W\d]+[ .,;]*){1,3})"
)
_OF_THE = re.compile(
    r"\s+(?:(?:people|men|women|children|members) )?of (?:(?:the|its|their|his|her|those|these|some|our)\s+"
    r"(?:[\w.-]+ ){0,3}?)?(?:[\w.-]+['’]s? )?(?:some |about |around |roughly |original |estimated )?",
)
_ALSO_SHARE = re.compile(
    r",? (?:against|compared (?:with|to)|versus|(?:up|down) from) (?:just |only |about )?", re.IGNORECASE
)
_IN_OTHER_WORDS = re.compile(
    r",? or |,? \(|,? that is,? |,? (?:i\.e\.|equal to|equivalent to|meaning) | [–—-] "
)
_ANOTHERS = re.compile(r"(?:,? and|,|;)[^,;.\d]{1,40}(?:['’]s|s['’]) (?:at|to|by) (?:just |only |about )?")
_AS_MANY = re.compile(r"[\w-]+(?: [\w-]+){0,3}? as many\b")
_OPENS_WITH_WHOLE = re.compile(r"Of (?:the|those|its|some|more than|about|nearly)\b")
_GOES_ON = re.compile(r"\s+(?:(?:have|has|had) \w+|got|hit|struck|fell|landed|crashed)\b")
_THINGS = frozenset({"item", "building"})
_APART = re.compile(r"[,;:)—–]")
_COMPARED = re.compile(r"\s+(?:more|fewer|less) than\b")
_JOIN = re.compile(r"\s*(?:and|or|,|to|against|,? compared (?:with|to)|,? but)\s+(?:\w+ )?$", re.IGNORECASE)
_LISTED = re.compile(
    r"(?: (?:were|was) \w+(?=,))?(?:,| and|;|\(|,? or|,? but)?\s*(?:and |against |another |a further |"
    r"compared (?:with|to) |from |in |"
    r"at )?"
    r"(?:the )?(?:[A-Z][\w.’'-]*\s*){0,4}(?:by |to |at |has |had |of |with )?",
)


def told_like(text: str, quantities: Sequence[Quantity], which: int) -> int | None:
    """Return the figure that this one repeats for another time, another side or in another unit."""
    mine = quantities[which]
    if which > 1 and any(code.endswith(f":{AGAIN}") for code in mine.why):
        return which - 2  # "640 cases and 12 deaths, against | 702 and | 15"
    if not which:
        return None
    before = quantities[which - 1]
    if {before.unit, mine.unit} == {"person", "household"}:  # "4,100 families, or | 19,000 people"
        here = before.counted.end if before.counted else before.span.end
        return which - 1 if _IN_OTHER_WORDS.fullmatch(text, here, mine.span.start) else None
    # "Put rebel dead at 83 and his own side's at | nine"
    is_anothers = _ANOTHERS.fullmatch(text, before.span.end, mine.span.start) is not None
    return which - 1 if is_anothers and before.dimension is mine.dimension else None


def is_as_many(text: str, quantity: Quantity) -> bool:
    """Say whether the figure is a multiple of a count: "injuring | twice as many", "three times as many"."""
    return quantity.unit == "factor" and _AS_MANY.match(text, quantity.span.start) is not None


def linked_to(quantities: Sequence[Quantity], which: int) -> int | None:
    """Return the figure that this one is another state or the change of, or that it goes on from."""
    mine = quantities[which]
    for number, other in enumerate(quantities):
        if number == which or other.change is None:
            continue
        if mine.change is None and other.change.from_value == mine.best and other.unit == mine.unit:
            return number
        if is_amount(mine) and not is_amount(other) and other.change.by_value == mine.best:
            return number
    if mine.change is not None and not is_amount(mine):
        amounts = (
            n for n, one in enumerate(quantities) if n != which and is_amount(one) and one.unit != "factor"
        )
        if (amount := next(amounts, None)) is not None and mine.change.by_value == quantities[amount].best:
            return amount
    goes_on = which and mine.counted is None and any(code.endswith(":before") for code in mine.why)
    return which - 1 if goes_on and quantities[which - 1].dimension is mine.dimension else None


def is_amount(quantity: Quantity) -> bool:
    """Say whether the figure is how much another rose or fell."""
    change = quantity.change
    return change is not None and change.by_value == quantity.best and change.by_unit == quantity.unit


def carried_from(text: str, quantities: Sequence[Quantity], which: int) -> int | None:
    """Return the figure whose measure goes for this one, which says nothing of its own.

    A part of it ("28 of them children"), the next of a list without nouns ("in Gaziantep 3,904 and in
    Osmaniye 1,010"), or the first of two that share a noun ("12 and 17 men").
    """
    mine = quantities[which]
    if which and is_part(text, mine):
        whole = next((n for n in range(which - 1, -1, -1) if _counts_people_or_things(quantities[n])), None)
        if whole is not None:
            return whole
    is_compared = mine.counted is None and which and _COMPARED.match(text, mine.span.end)
    if is_compared and mine.unit in ("percent", quantities[which - 1].unit):
        return which - 1  # "27 lives last year, nine fewer than in 2022", "a third more than in April"
    if mine.counted is None and mine.dimension is Dimension.SHARE and which:
        if _OPENS_WITH_WHOLE.match(text) and quantities[0].dimension is Dimension.SHARE:
            return 0  # "of those displaced, 61% are children and one in ten is disabled"
        return which - 1 if _is_other_share(text, quantities[which - 1], mine) else None
    if mine.counted is not None or mine.dimension is not Dimension.COUNT:
        return None
    if which + 1 < len(quantities) and quantities[which + 1].counted is not None:
        after = quantities[which + 1]
        if _JOIN.fullmatch(text[mine.span.end : after.span.start]):
            return which + 1
    return _before_in_list(text, quantities, which) if which else None


def _before_in_list(text: str, quantities: Sequence[Quantity], which: int) -> int | None:
    """Return the whole that the sentence opens with, or the figure before in a list without nouns."""
    mine = quantities[which]
    if mine.unit == quantities[0].unit == "item" and _OPENS_WITH_WHOLE.match(text):
        return 0  # "of the 114 drones, 98 were shot down and nine lost their way"
    before = quantities[which - 1]
    if before.unit == mine.unit and mine.unit in _THINGS and _GOES_ON.match(text, mine.span.end):
        return which - 1  # "18 drones were downed, but at least eight had struck a depot"
    is_listed = before.unit in (mine.unit, "item", "person") and before.dimension is mine.dimension
    return which - 1 if is_listed and _LISTED.fullmatch(text, before.span.end, mine.span.start) else None


def _is_other_share(text: str, before: Quantity, mine: Quantity) -> bool:
    """Say whether the share stands against the one before: "one in eight, against one in 20 in 2021"."""
    return before.unit == mine.unit and bool(_ALSO_SHARE.search(text[before.span.end : mine.span.start]))


def is_part(text: str, mine: Quantity) -> bool:
    """Say whether the figure is a part of one named before: "28 of them", "among them nine children"."""
    if _OF_THEM.match(text, mine.span.end) or _is_described(text, mine):
        return True
    return _AMONG_THEM.search(text[max(0, mine.span.start - 40) : mine.span.start]) is not None


def is_base(text: str, quantities: Sequence[Quantity], which: int) -> bool:
    """Say whether the figure is the whole that another is a part of: "12 of the 30 hostages" (the 30)."""
    if not which or quantities[which].dimension is not Dimension.COUNT:
        return False
    part = quantities[which - 1]
    if part.dimension not in (Dimension.COUNT, Dimension.SHARE) or part.change is not None:
        return False
    return _OF_THE.fullmatch(text[part.span.end : quantities[which].span.start]) is not None


def _is_described(text: str, mine: Quantity) -> bool:
    """Say whether a count without a noun is told by what they were: "twelve were police officers"."""
    described = _PREDICATE.match(text, mine.span.end) if mine.counted is None else None
    if described is None or mine.dimension not in (Dimension.COUNT, Dimension.SHARE):
        return False
    words = described[1].split()
    return any(is_plural_noun(word.lower()) and is_person_noun(word.lower()) for word in words)


def is_of_a_part(text: str, quantities: Sequence[Quantity], which: int, at: int) -> bool:
    """Say whether what stands at *at* is said of a part named between: "46 men, 39 of whom | were freed"."""
    for number in range(which + 1, len(quantities)):
        part = quantities[number].span
        if part.start >= at:
            return False
        if _OF_THEM.match(text, part.end):
            return _APART.search(text, part.end, at) is None
    return False


def _counts_people_or_things(quantity: Quantity) -> bool:
    return quantity.dimension in (Dimension.COUNT, Dimension.SHARE)
