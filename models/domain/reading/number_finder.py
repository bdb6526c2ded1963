"""Where the numbers of a sentence are, dates and names with digits left out."""

from decimal import Decimal

from models.domain.reading.change_words import FOLDS
from models.domain.reading.dates import past_date, past_spelled_year
from models.domain.reading.fractions import read_fraction
from models.domain.reading.function_words import PREPOSITIONS
from models.domain.reading.mention import Mention
from models.domain.reading.names_with_digits import addresses, is_in, past_name
from models.domain.reading.nouns import is_plural_noun
from models.domain.reading.number_words import (
    FRACTION_PARTS,
    FRACTION_SIGNS,
    NUMBER_WORDS,
    ONES,
    PLURAL_SCALES,
    SCALES,
)
from models.domain.reading.numerals import read_number
from models.domain.reading.ones import is_one_a_number
from models.domain.reading.ordinals import past_ordinal
from models.domain.reading.tokens import Tokens
from models.domain.reading.unit_words import WORDS, dimension_of
from models.domain.reading.vague_counts import read_vague
from models.domain.reading.word_lists import words_of
from models.domain.reading.zeros import read_zero
from models.domain.vocabulary import Dimension

_VAGUE = frozenset([*PLURAL_SCALES, "several", "few", "handful", "couple"])
_ZEROS = frozenset(["no", "none", "nobody", "noone", "not"])
_OPENERS = frozenset([*NUMBER_WORDS, *SCALES, *FRACTION_SIGNS, "a", "an", "half", "single",
                      "twice", *_VAGUE, *_ZEROS, *FRACTION_PARTS, *FOLDS])  # fmt: skip
_BEHIND_ARTICLE = frozenset([*SCALES, *FRACTION_PARTS, *WORDS, "score", "single"])
_DIGITS = frozenset("0123456789")
_ZERO_NAMES = words_of(
    """
    tolerance sum covid emission emissions hour - in carbon hours
    """
)
_ALONE_NOT = frozenset(["ground", "net", "sub", "below", "above", "patient", "mid"])
_SINGLE_OF = words_of(
    """
    person soldier civilian vote life shot death casualty case attack strike bomb missile passenger child
    bullet tank house building voter incident payment game
    """
)  # fmt: skip
_NUMBER_NAMES = words_of(
    """
    Formula Force Number Channel Phase Chapter Group Big Five Catch Day Year Part Type Stage Level Tier
    Act
    """
)  # fmt: skip


def find_numbers(tokens: Tokens) -> list[Mention]:
    """Return every number, share, vague count and stated zero of the sentence, in order, not overlapping."""
    found: list[Mention] = []
    masked = addresses(tokens)
    words = tokens.words
    past = 0
    for at in [at for at, word in enumerate(words[: tokens.count]) if word[0] in _DIGITS or word in _OPENERS]:
        if at < past or (words[at] in ("a", "an") and words[at + 1] not in _BEHIND_ARTICLE):
            continue
        if masked and is_in(masked, tokens.starts[at]):
            continue
        take = _take_numeral if tokens.is_numeral(at) else _take_word
        past = take(tokens, at, found)
    return found


def _take_numeral(tokens: Tokens, at: int, found: list[Mention]) -> int:
    """Add the number at the numeral *at*, unless it is a name's or a date's; return where to go on."""
    fraction = read_fraction(tokens, at)
    if fraction is not None:
        found.append(fraction)
        return fraction.last
    if at and tokens.raw[at - 1] == "." and tokens.touch(at - 1) and not (at > 1 and tokens.touch(at - 2)):
        return _take_decimal_point(tokens, at, found)
    is_scaled = tokens.words[at + 1] in SCALES
    past = 0 if is_scaled else past_date(tokens, at)
    past = past or past_name(tokens, at)
    if past:
        return past
    number = read_number(tokens, at)
    if number is None:
        return at + 1
    mention = Mention.of(number)
    mention.because("number", number.shape)
    found.append(mention)
    return number.last


def _take_decimal_point(tokens: Tokens, at: int, found: list[Mention]) -> int:
    """Read ".5" as nought point five."""
    raw = tokens.raw[at]
    if raw.isdigit() and len(raw) < 10:
        mention = Mention(at - 1, at + 1, Decimal(f"0.{raw}"), Decimal(1).scaleb(-len(raw)), "digits")
        mention.because("number", "digits")
        found.append(mention)
    return at + 1


def _take_word(tokens: Tokens, at: int, found: list[Mention]) -> int:
    if past := past_ordinal(tokens, at):
        return past
    mention = _read_word(tokens, at)
    if mention is None:
        return _past_word(tokens, at)
    if not mention.why:
        mention.because("number", mention.shape)
    found.append(mention)
    return mention.last


def _past_word(tokens: Tokens, at: int) -> int:
    """Step over a number word that counts nothing, and over what is spelled together with it."""
    past = past_spelled_year(tokens, at)
    if past or tokens.words[at] not in NUMBER_WORDS:
        return past or at + 1
    number = read_number(tokens, at)
    return number.last if number else at + 1


def _read_word(tokens: Tokens, at: int) -> Mention | None:
    word = tokens.words[at]
    if word in _VAGUE:
        return read_vague(tokens, at)
    if word in FOLDS:
        return Mention(
            at, at + 1, Decimal(FOLDS[word]), Decimal(1), "words", unit="factor", dimension=Dimension.OTHER
        )
    if word in _ZEROS:
        return read_zero(tokens, at)
    if word == "twice":
        return _read_twice(tokens, at)
    if word in ("a", "an") and (one := _read_one_unit(tokens, at)) is not None:
        return one
    fraction = read_fraction(tokens, at)
    if fraction is not None:
        return fraction
    if word in NUMBER_WORDS and _is_name_or_date(tokens, at):
        return None
    if word == "a" and tokens.words[at + 1] == "single":
        return _read_single(tokens, at)
    number = read_number(tokens, at)
    return None if number is None else Mention.of(number)


def _is_name_or_date(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if word == "zero":
        return tokens.words[at + 1] in _ZERO_NAMES or tokens.words[at - 1] in _ALONE_NOT
    if word == "one" and not is_one_a_number(tokens, at):
        return True
    if at and tokens.is_capitalised(at) and _is_in_a_name(tokens, at):
        return True
    if word in ONES and (tokens.words[at + 1] == "o'clock" or _is_counted_off(tokens, at)):
        return True
    return bool(past_spelled_year(tokens, at))


def _is_counted_off(tokens: Tokens, at: int) -> bool:
    """Say whether the word says the how manieth: "on day two", "in week three"."""
    is_named = tokens.words[at - 1] in _COUNTED_OFF and tokens.words[at - 2] in PREPOSITIONS
    return at > 1 and is_named and not is_plural_noun(tokens.words[at + 1])


_COUNTED_OFF = words_of("day week month year phase chapter stage part round episode act game quarter leg lap")
_HEADLINE = 40  # tokens on either side that a headline is looked for in


def _is_in_a_name(tokens: Tokens, at: int) -> bool:
    """Say whether a capital makes the number word part of a name ("Formula One", "the Three Gorges")."""
    before = tokens.raw[at - 1]
    if before in _NUMBER_NAMES:
        return True
    if not before[:1].isalpha() or tokens.words[at + 1] == "-":
        return False
    around = tokens.raw[max(at - _HEADLINE, 0) : at + _HEADLINE]
    # A headline has capitals throughout.
    return any(len(word) > 3 and word.isalpha() and word.islower() for word in around)


def _read_single(tokens: Tokens, at: int) -> Mention | None:
    """Read "a single vote" as one; "a single currency" counts nothing."""
    if tokens.words[at + 2] not in _SINGLE_OF:
        return None
    return Mention(at, at + 2, Decimal(1), Decimal(1), "words")


def _read_twice(tokens: Tokens, at: int) -> Mention | None:
    """Read "twice as many" as the factor two; "arrested twice" counts no thing."""
    if tokens.words[at + 1] not in ("as", "the", "that", "its", "what", "their", "his", "more"):
        return None
    return Mention(at, at + 1, Decimal(2), Decimal(1), "words", unit="factor", dimension=Dimension.OTHER)


def _read_one_unit(tokens: Tokens, at: int) -> Mention | None:
    """Read "a year and a half", and the "an hour" of "under an hour": an article that counts one unit."""
    words = tokens.words
    unit = WORDS.get(words[at + 1])
    if unit is None or words[at + 1].endswith("s"):
        return None
    if words[at + 2 : at + 5] == ["and", "a", "half"]:
        found = Mention(at, at + 5, Decimal("1.5"), Decimal("0.1"), "words")
    elif words[at + 2] in ("before", "earlier", "ago", "later"):
        return None
    elif words[at - 1] in _BOUNDS_OF_ONE or words[at - 2 : at] == ["at", "least"]:
        found = Mention(at, at + 2, Decimal(1), Decimal(1), "words")
    else:
        return None
    found.unit, found.dimension, found.is_named = unit, dimension_of(unit), True
    found.because("number", "words")
    found.because("unit", unit, words[at + 1])
    return found


_BOUNDS_OF_ONE = frozenset(["than", "under", "over", "nearly", "almost"])
