"""Which two bare numbers say again what two counted ones said: "97 cases and 8 deaths, against 112 and 9"."""

from models.domain.reading.counted_nouns import is_bare
from models.domain.reading.mention import Mention
from models.domain.reading.tokens import Tokens
from models.domain.vocabulary import Dimension

AGAIN = "pair"
"""What the reason of the unit says instead of words: it is that of the figure two before."""
_COMPARING = (
    ["against"],
    ["versus"],
    ["from"],
    ["up", "from"],
    ["down", "from"],
    ["compared", "with"],
    ["compared", "to"],
    ["after"],
    ["following"],
)
_LONGEST_GAP = 12


def pairs_again(tokens: Tokens, mentions: list[Mention]) -> set[int]:
    """Return which mentions stand for the one two before them, and count what that does."""
    again: set[int] = set()
    for at in range(len(mentions) - 3):
        first, second, third, fourth = mentions[at : at + 4]
        joints = tokens.words[first.last : second.first], tokens.words[third.last : fourth.first]
        is_told = first.counted is not None and second.counted is not None and "and" in joints[0]
        is_open = joints[1] == ["and"] and _is_open(tokens, third) and _is_open(tokens, fourth)
        if is_told and is_open and _is_compared(tokens.words[second.last : third.first]):
            again |= {at + 2, at + 3}
    return again


def _is_open(tokens: Tokens, mention: Mention) -> bool:
    """Say whether the number names nothing itself."""
    return mention.unit == "" and mention.dimension is Dimension.COUNT and is_bare(tokens, mention)


def _is_compared(gap: list[str]) -> bool:
    """Say whether the words between set the second pair against the first, in the same sentence."""
    is_near = len(gap) <= _LONGEST_GAP and not {".", ";"} & set(gap)
    return is_near and any(gap[-len(words) :] == words for words in _COMPARING)
