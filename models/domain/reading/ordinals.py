"""Where a spelled ordinal ends: "one hundred twenty-fifth", "the two hundredth"."""

from models.domain.reading.number_words import NUMBER_WORDS, ONES, TENS
from models.domain.reading.spelled import spell
from models.domain.reading.tokens import Tokens
from models.domain.reading.word_lists import words_of

_UNITS = words_of("first second third fourth fifth sixth seventh eighth ninth")
_SCALES = words_of("hundredth thousandth millionth billionth trillionth")


def past_ordinal(tokens: Tokens, at: int) -> int:
    """Return the token behind the ordinal spelled in several words from token *at* on, or 0.

    "Two thirds" and "two second homes" are none: only a ten or a hundred goes on in an ordinal.
    """
    words = tokens.words
    if words[at] not in NUMBER_WORDS:
        return 0
    number = spell(tokens, at)
    if number is None:
        return 0
    last = number.last
    joined = words[last] == "-" and tokens.touch(last - 1) and tokens.touch(last)
    end = last + joined
    if words[end] in _SCALES:
        return end + 1
    is_ten = words[last - 1] in TENS and (joined or number.value > 100) and words[last - 1] not in ONES
    return end + 1 if is_ten and words[end] in _UNITS else 0
