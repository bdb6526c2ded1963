"""What a label before a number counts: "Families displaced: 300", "the number of homes lost is 45"."""

from models.domain.reading.function_words import ARTICLES, PREPOSITIONS
from models.domain.reading.mention import Mention
from models.domain.reading.nouns import is_plural_noun, unit_of_noun
from models.domain.reading.tokens import Tokens
from models.domain.reading.word_lists import words_of
from models.domain.vocabulary import Dimension

_LONGEST_LABEL = 7
_FURTHEST = 14
"""Tokens between "number of" and its number: "the number of families who lost everything is put at"."""
_BREAKS = frozenset([".", ";", ",", "|", "-", "–", "•", "*", ")"])
_TOLLS = words_of(
    """
    deaths dead deceased killed fatalities injured wounded missing casualties evacuated displaced
    evacuees homeless
    """
)
_LINKS = words_of(
    """
    is was are were be to at reached hit exceeded exceeds totalled totaled about nearly around over
    """
)


def take_label(tokens: Tokens, mention: Mention) -> None:
    """Name what an unnamed count counts by its label, where that names people, households or buildings."""
    if mention.dimension is not Dimension.COUNT or mention.unit or mention.counted is not None:
        return
    if (noun := _noun_in_all(tokens, mention)) is not None:
        mention.counted = (noun, noun + 1)
        mention.unit = unit_of_noun(tokens.words[noun])
        mention.because("unit", mention.unit, tokens.words[noun])
        return
    label = None if tokens.words[mention.last][:1].isalpha() else _label(tokens, mention.first)
    phrase = label or _number_of(tokens, mention.first)
    if phrase is None:
        return
    words = tokens.words[slice(*phrase)]
    word = next((word for word in words if unit_of_noun(word) != "item"), "")
    toll = next((word for word in words if word in _TOLLS), "")
    if word or toll:
        mention.unit, mention.counted = unit_of_noun(word) if word else "person", label
        mention.because("unit", mention.unit, word or toll)
    elif label:  # "hectares burnt: 12" behind "deaths: 3" counts no people
        mention.unit = "item"
        mention.because("unit", "item", "default")


_IN_ALL = (["in", "all"], ["in", "number"], ["in", "total"])
_HEDGES = frozenset(["perhaps", "maybe", "possibly", "just", "only"])


def _noun_in_all(tokens: Tokens, mention: Mention) -> int | None:
    """Return the noun of "the drones, seven in number", "fighters of the warlord, perhaps 4,000 in all"."""
    words = tokens.words
    if words[mention.last] not in ("in", "altogether"):
        return None
    comma = mention.first - 1 - (words[mention.first - 1] in _HEDGES)
    is_apposed = words[mention.last : mention.last + 2] in _IN_ALL or words[mention.last] == "altogether"
    if not is_apposed or comma < 1 or words[comma] != ",":
        return None
    start = comma
    while start > 0 and comma - start < _FURTHEST and words[start - 1] not in _BREAKS:
        start -= 1
    return next((at for at in range(start, comma) if is_plural_noun(words[at])), None)


def _label(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """Return the words of "Families displaced:" before the number, without "number of"."""
    end = first - 1
    if end < 1 or tokens.words[end] != ":":
        return None
    start = end
    while start > 0 and end - start < _LONGEST_LABEL and tokens.words[start - 1].isalpha():
        start -= 1
    if start and tokens.words[start - 1] not in _BREAKS:
        return None
    if tokens.words[start : start + 2] in (["number", "of"], ["total", "of"]):
        start += 2
    return (start, end) if start < end else None


def _number_of(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """Return the phrase behind "the number of", where a link leads from it to the number."""
    words = tokens.words
    if first < 3 or words[first - 1] not in _LINKS:
        return None
    for at in range(first - 3, max(first - _FURTHEST, -1), -1):
        if words[at : at + 2] == ["number", "of"]:
            start = end = at + 2
            while end < first and words[end].isalpha() and words[end] not in _PHRASE_ENDS:
                end += 1
            return (start, end) if start < end else None
        if words[at] in (".", ";", ":"):
            return None
    return None


_PHRASE_ENDS = (
    PREPOSITIONS
    | (ARTICLES - {"all"})
    | words_of(
        """
        is was are were has have had who that which rose fell stands stood reached hit exceeded exceeds
        totalled totaled could may might will would and or
        """
    )
)
