"""Which pairs of numbers are the result of a game, and no quantities: "won 3-1", "a 4–0 defeat"."""

from models.domain.reading.mention import Mention
from models.domain.reading.tokens import Tokens
from models.domain.reading.word_lists import words_of

_DASHES = frozenset(["-", "–", "—", "‑", "−"])
_CONTEST = words_of(
    """
    won win wins winning winner beat beats beating beaten lost lose loses led lead leads leading score
    scored scores scoreline draw draws drew drawn defeat defeated defeats victory victories match game
    games goal goals half-time halftime penalties penalty shootout final aggregate set sets tie tied
    series thrashed edged finished finish ended time half quarter-final semi-final kick-off coach team
    side hosts visitors champions league cup innings playoffs playoff opener equaliser triumph loss
    """
)
_BALLOT = words_of(
    "vote votes voted voting ruling ruled court senate house majority decision ballot referendum"
)


def is_contest(tokens: Tokens, low: Mention, high: Mention) -> bool:
    """Say whether two small bare numbers joined by a dash are a result: contest words near, none of votes."""
    if max(low.value, high.value) > 199 or low.unit or high.unit or low.scale != 1 or high.scale != 1:
        return False
    # Falling numbers are no range, so a contest anywhere in the sentence explains them.
    near = (
        tokens.vocabulary
        if low.value > high.value
        else frozenset(tokens.words[max(low.first - 8, 0) : high.last + 6])
    )
    return not _CONTEST.isdisjoint(near) and _BALLOT.isdisjoint(near)


def drop_results(tokens: Tokens, mentions: list[Mention]) -> list[Mention]:
    """Return *mentions* without the two numbers of every result of a game."""
    dropped: set[int] = set()
    for index in range(len(mentions) - 1):
        low, high = mentions[index], mentions[index + 1]
        is_pair = tokens.words[low.last : high.first] in ([dash] for dash in _DASHES)
        if (
            is_pair
            and tokens.touch(low.last - 1)
            and tokens.touch(low.last)
            and is_contest(tokens, low, high)
        ):
            dropped.update((index, index + 1))
    return [mention for index, mention in enumerate(mentions) if index not in dropped]
