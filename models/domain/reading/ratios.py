"""Which two numbers are a share: "one in five", "nine out of ten"."""

from decimal import Decimal

from models.domain.reading.dates import is_year_like
from models.domain.reading.exact import last_place, percent_of
from models.domain.reading.mention import Mention
from models.domain.reading.nouns import is_person_noun, is_plural_noun
from models.domain.reading.tokens import Tokens
from models.domain.vocabulary import Dimension

_ROUND = frozenset(
    Decimal(n) for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90)
) | frozenset(Decimal(n) for n in (100, 200, 250, 300, 400, 500, 1000, 2000, 5000, 10000, 100000, 1000000))


def merge_ratios(tokens: Tokens, mentions: list[Mention]) -> list[Mention]:
    """Return *mentions* with both numbers of every ratio made one share in percent, to three decimals."""
    merged: list[Mention] = []
    for mention in mentions:
        if merged and _is_ratio(tokens, merged[-1], mention):
            merged[-1] = _ratio(tokens, merged[-1], mention)
        else:
            merged.append(mention)
    return merged


def _is_ratio(tokens: Tokens, part: Mention, whole: Mention) -> bool:
    if (
        part.unit
        or whole.unit
        or part.is_zero
        or part.is_vague
        or whole.is_vague
        or part.is_range
        or whole.is_range
    ):
        return False
    if not 0 < part.value < whole.value or part.is_fraction or whole.is_fraction:
        return False
    gap = tokens.words[part.last : whole.first]
    if gap in (
        ["out", "of"],
        ["out", "of", "every"],
        ["in", "every"],
        ["of", "every"],
        ["-", "in", "-"],
        ["-", "out", "-", "of", "-"],
    ):
        return True
    if gap[1:] in (["in"], ["in", "every"]) and part.value == 1:
        return _is_one_of_many(tokens, gap[0], whole)
    if gap != ["in"] or whole.first != whole.core or is_year_like(tokens.raw[whole.core]):
        return False
    return part.value == 1 or (whole.value in _ROUND and part.value < 100)


def _is_one_of_many(tokens: Tokens, noun: str, whole: Mention) -> bool:
    """Say whether "one child in six" is a share; "one man in six cars" is none."""
    is_one = (is_person_noun(noun) or noun in _SINGLE) and not is_plural_noun(noun)
    is_whole = whole.first == whole.core and not is_year_like(tokens.raw[whole.core])
    return is_one and is_whole and whole.value >= 2 and not is_plural_noun(tokens.words[whole.last])


_SINGLE = frozenset(
    ["household", "family", "home", "house", "job", "school", "vote", "firm", "company", "case", "death"]
)


def _ratio(tokens: Tokens, part: Mention, whole: Mention) -> Mention:
    share = percent_of(part.value, whole.value)
    found = Mention(
        part.first, whole.last, share, last_place(share), "ratio", core=part.core, tail=whole.tail
    )
    found.bound, found.is_rounded, found.why = part.bound, part.is_rounded, [*part.why]
    found.unit, found.dimension, found.is_fraction = "percent", Dimension.SHARE, True
    found.because("number", "ratio")
    found.because("unit", "percent", tokens.joined(part.last, whole.first))
    return found
