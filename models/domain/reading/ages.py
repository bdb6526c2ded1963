"""Which bare numbers are ages: "aged 64 to 91", "a man of 70", "those over 65", "Smith, 45,"."""

from models.domain.reading.date_words import MONTHS, WEEKDAYS
from models.domain.reading.function_words import AUXILIARIES, PREPOSITIONS
from models.domain.reading.mention import Mention
from models.domain.reading.nouns import is_person_noun, is_plural_noun
from models.domain.reading.people_context import PARENTS
from models.domain.reading.tokens import Tokens
from models.domain.reading.word_lists import words_of
from models.domain.vocabulary import Bound, Dimension

_OLDEST = 125
_YOUNGEST_PARENT = 14
"""Below it, "a father of four" tells how many children."""
_REACH = 40  # tokens before the number that name who is so old
_WAS = frozenset(["was", "is", "am", "be", "were"])
_PERSONS = words_of(
    """
    man woman boy girl child baby person son daughter mother father teenager pensioner student widow
    veteran driver youth
    """
)  # fmt: skip
_OF_AGES = frozenset(["youngest", "oldest", "eldest", "younger", "elder"])
_GOES_ON = words_of("and held arrested dies died killed dead missing hurt shot stabbed found charged jailed")
_WHO = frozenset(["i", "he", "she", "who", "you", "they"])
_AGED = frozenset(["aged", "age", "ages", "turned", "turns", "turning"])
_AGE_LINKS = frozenset(["of", "between", "from", "at", "is", "was", "to"])
_GROUPS = words_of(
    """
    those anyone everyone anybody people children adults men women aged kids girls boys voters residents
    patients all pupils persons them whom civilians minors
    """
)  # fmt: skip
_JOINS = (["and"], ["or"], ["to"], [","], [",", "and"], ["-"])


def name_ages(tokens: Tokens, mentions: list[Mention]) -> None:
    """Give every bare number that is an age the unit year."""
    for index, mention in enumerate(mentions):
        if tokens.words[mention.last] == "yo" and mention.unit == "":
            mention.take(mention.first, mention.last + 1)  # "an 87 yo man"
            mention.unit, mention.dimension, mention.is_adjective = "year", Dimension.TIME, True
            mention.because("unit", "year", "age")
        if mention.unit or mention.is_vague or not 0 < mention.value <= _OLDEST or mention.scale != 1:
            continue
        before = mentions[index - 1] if index else None
        follows = before is not None and before.unit == "year" and "age" in before.why[-1]
        follows = follows and before is not None and tokens.words[before.last : mention.first] in _JOINS
        if follows or _is_age(tokens, mention):
            mention.unit, mention.dimension = "year", Dimension.TIME
            mention.because("unit", "year", "age")


def _is_age(tokens: Tokens, mention: Mention) -> bool:
    words, first = tokens.words, mention.first
    before = words[first - 1] if first else ""
    if before in _AGED or (
        before in _AGE_LINKS and first > 1 and words[first - 2] in ("aged", "age", "ages")
    ):
        return True
    if any(word in ("older", "younger") for word in words[mention.tail : mention.last]):
        return True
    ends = (
        not words[mention.last][:1].isalpha()
        or words[mention.last] in AUXILIARIES
        or words[mention.last] in PREPOSITIONS
    )
    is_of_children = words[first - 2] in PARENTS and mention.value < _YOUNGEST_PARENT
    if before == "of" and first > 1 and words[first - 2] in _PERSONS and not is_of_children:
        return ends or words[mention.last] in _GOES_ON
    if before in ("both", "all", "each") and words[first - 2] == "," and mention.bound is Bound.EXACT:
        return words[mention.last] in (",", ".", "") and mention.value >= 1  # "two girls, both 14,"
    if before in ("them", "whom") and words[first - 2] == "of" and mention.bound is Bound.EXACT:
        return (
            words[mention.last] in (",", ".", "") and mention.value >= 1
        )  # "two of them 15, are in custody"
    if before in ("were", "are", "was", "is") and words[mention.first] in ("under", "over", "below"):
        return ends and any(is_person_noun(word) for word in words[max(first - _REACH, 0) : first - 1])
    bounded = mention.bound in (Bound.MORE_THAN, Bound.LESS_THAN, Bound.AT_LEAST, Bound.AT_MOST)
    if bounded and before in _GROUPS:
        return ends or not is_plural_noun(words[mention.last])
    return _is_said_of_someone(tokens, mention, ends=ends) or _is_apposition(tokens, mention)


def _is_said_of_someone(tokens: Tokens, mention: Mention, *, ends: bool) -> bool:
    """Say whether somebody is so old: "he is 19 and", "who are 16, 18 and 19", "the judge is 58."."""
    words = tokens.words
    who, verb, after = words[mention.first - 2], words[mention.first - 1], words[mention.last]
    if mention.first < 2 or (verb not in _WAS and verb != "are"):
        return False
    if verb == "are":
        return who == "who" and after in (",", "and", ".")
    if who in _WHO:
        return ends or (after == "and" and mention.bound is Bound.EXACT)
    if who in _OF_AGES:
        return ends
    is_one = is_person_noun(who) and not is_plural_noun(who) and mention.bound is Bound.EXACT
    return is_one and verb in ("is", "was") and after in (".", ";", "") and mention.value >= 10


def _is_apposition(tokens: Tokens, mention: Mention) -> bool:
    """Say whether the number stands between commas behind a name: "Anna Smith, 45, said"."""
    first, last = mention.first, mention.last
    if tokens.words[first - 1] != "," or first < 2 or last - first != 1 or not tokens.is_numeral(first):
        return False
    is_closed = tokens.words[last] in (",", ".", "", ";") or (
        tokens.words[last] == "and" and tokens.is_numeral(last + 1)
    )
    if not is_closed or mention.value < 1 or mention.bound is not Bound.EXACT:
        return False
    name = tokens.words[first - 2]
    if name in MONTHS or name in WEEKDAYS or (tokens.is_numeral(last + 1) and tokens.words[last] != "and"):
        return False
    if _is_place(tokens, first - 2):
        return False
    return tokens.is_capitalised(first - 2) or (is_person_noun(name) and not is_plural_noun(name))


def _is_place(tokens: Tokens, last: int) -> bool:
    """Say whether the name that ends at token *last* is a place's: "230 were buried there; in Kot, 64,"."""
    at = last
    while at > 0 and tokens.is_capitalised(at):
        at -= 1
    return at < last and tokens.words[at] in _PLACE_LINKS


_PLACE_LINKS = frozenset(["in", "at", "near", "nearby", "outside", "neighbouring", "neighboring"])
