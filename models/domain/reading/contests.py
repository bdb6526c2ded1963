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
    """
    vote votes voted voting ruling ruled court senate house majority decision ballot referendum bill motion
    amendment parliament lawmakers mps senators deputies councillors law measure treaty resolution assembly
    congress council committee lords commons budget
    """
)
_DECIDED = words_of(
    """
    vote votes voted passed passes pass approved approves rejected rejects carried defeated adopted backed
    failed cleared confirmed by bill motion amendment budget resolution measure deal law senate house
    parliament assembly it split ruled decided
    """
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


def is_vote(tokens: Tokens, low: Mention, high: Mention) -> bool:
    """Say whether two bare numbers are the sides of a vote: "the bill failed 48-52", "voted 45 to 55"."""
    if low.unit or high.unit or low.scale != 1 or high.scale != 1 or low.value == high.value == 0:
        return False
    before = tokens.words[low.first - 1]
    near = tokens.words[max(low.first - 6, 0) : low.first]
    is_told = before in _DECIDED or not _DECIDING.isdisjoint(near)
    is_told = is_told or (before == "," and not _DECIDING.isdisjoint(tokens.vocabulary))
    return is_told and not _BALLOT.isdisjoint(tokens.vocabulary)


_DECIDING = words_of("voted passed approved rejected carried defeated adopted failed confirmed")


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
