"""Per what a figure is counted: "a day", "per 100,000 people", "km/h", "a barrel"."""

from models.domain.reading.mention import Mention
from models.domain.reading.nouns import is_plural_noun, unit_of_noun
from models.domain.reading.tokens import Tokens
from models.domain.reading.unit_words import TIME_UNITS, WORDS, unit_at
from models.domain.reading.word_lists import words_of
from models.domain.vocabulary import Dimension

_NOT_A_RATE = words_of(
    """
    earlier later ago before after old on when of
    """
)
# "62 families who spent | a month in the camp": how long, not how often.
_LASTING = words_of(
    """
    spend spent spends spending last lasts lasted lasting wait waited stay stayed take takes took taking
    taken need needed lose lost miss missed gain gained allow allowed buy bought once twice get got
    """
)
_NO_RATE_PAST = words_of(
    """
    for in within under over half at from by with after before on
    """
)
_ADVERBS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
    "hourly": "hour",
}
_SLASHED = {"h": "hour", "s": "second", "hr": "hour", "d": "day", "sec": "second"}
_RATE_UNITS = words_of(
    """
    barrel tonne ton litre gallon kilogram ounce pound mile kilometre square_kilometre square_mile hectare
    acre cubic_metre bushel megawatt_hour kilowatt_hour metre square_metre gram quintal
    """
)  # fmt: skip
_MONEY_PER = words_of(
    """
    share head person ticket unit family household barrel night vote child student worker pupil piece
    bottle litre dose loaf bag sack cup pint seat room plate tray carton cylinder jar box can
    """
)  # fmt: skip


def take_rates(tokens: Tokens, mentions: list[Mention]) -> list[Mention]:
    """Give every mention its ``per``, and drop the numbers that only name one ("per 100,000")."""
    kept: list[Mention] = []
    base_ahead = ""
    for mention in mentions:
        before = tokens.words[mention.first - 1] if mention.first else ""
        if before == "per" and not kept and mention.value >= 100 and mention.dimension is Dimension.COUNT:
            named = is_plural_noun(tokens.words[mention.last])
            base_ahead = f"{mention.value} {_counted_unit(tokens, mention.last) if named else 'person'}"
            continue  # "Cases per 100,000 rose to 312"
        is_base = (
            before in ("per", "every", "each") and kept and kept[-1].per is None and not mention.is_vague
        )
        if is_base and mention.first - kept[-1].last <= 6 and mention.dimension is not Dimension.MONEY:
            base = mention.unit if mention.unit in WORDS.values() else _counted_unit(tokens, mention.last)
            kept[-1].per = f"{mention.value} {base}" if mention.value != 1 else base
            kept[-1].because(
                "per", kept[-1].per.replace(" ", "_"), tokens.joined(mention.first - 1, mention.last)
            )
            if before == "per" or mention.dimension is not Dimension.COUNT:
                continue
        kept.append(mention)
        if mention.per is None:
            _take_rate(tokens, mention)
        if base_ahead and mention.per is None and not mention.unit:
            mention.per = base_ahead
            mention.because("per", base_ahead.replace(" ", "_"))
    return kept


def _name_of(noun: str) -> str:
    """Return the unit that a counted noun goes by: person, household, building, or the noun itself."""
    unit = unit_of_noun(noun)
    return noun if unit == "item" else unit


def _counted_unit(tokens: Tokens, at: int) -> str:
    word = tokens.words[at]
    if not word.isalpha() or word in ("in", "and", "of", "for", "a", "on", "last", "this"):
        return "person"
    unit = unit_of_noun(word)
    return unit if unit != "item" or not word.isalpha() else word.removesuffix("s")


def _take_rate(tokens: Tokens, mention: Mention) -> None:
    """Look for a rate right behind the number, or up to four words on ("14 people a day")."""
    words = tokens.words
    dashed = words[mention.last : mention.last + 4]
    if dashed[::2] == ["-", "-"] and dashed[1] in ("a", "per") and dashed[3] in WORDS:  # "£1.2bn-a-year"
        _set_rate(tokens, mention, WORDS[dashed[3]], mention.last + 1, mention.last + 4)
        return
    for at in range(mention.last, min(mention.last + 6, tokens.count)):
        word = words[at]
        is_formula = at > mention.last and tokens.touch(at - 1) and words[at - 1] in ("co", "h", "ch", "no")
        if word in _NO_RATE_PAST and at > mention.last:
            return
        if word in ("per", "a", "an", "each", "every", "/") or word in _ADVERBS:
            if _read_rate(tokens, mention, at) or word in ("a", "an", "per"):
                return
        elif (
            not (word.isalpha() or word == "-" or is_formula)
            or (tokens.is_numeral(at) and not is_formula)
            or word in ("and", "or", "but", "to", "than")
        ):
            return


def _read_rate(tokens: Tokens, mention: Mention, at: int) -> bool:
    words = tokens.words
    word, unit_word = words[at], words[at + 1]
    if word in _ADVERBS:
        return _set_rate(tokens, mention, _ADVERBS[word], at, at + 1)
    if word == "/":
        unit = _SLASHED.get(unit_word) or (unit_at(words, at + 1) or ("", 0))[0]
        return (
            bool(unit)
            and tokens.touch(at - 1)
            and tokens.touch(at)
            and _set_rate(tokens, mention, unit, at, at + 2)
        )
    if word in ("every", "each") and mention.dimension is Dimension.TIME:
        return False
    if word == "per" and unit_word in ("capita", "head", "person", "people"):
        return _set_rate(tokens, mention, "person", at, at + 2)
    if word == "per" and unit_word in ("million", "thousand", "hundred", "billion"):
        size = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9}[unit_word]
        is_mixture = words[at - 1] in ("parts", "part")
        base = f"{10**size}" if is_mixture else f"{10**size} {_counted_unit(tokens, at + 2)}"
        return _set_rate(tokens, mention, base, at, at + 2)
    named, last = unit_at(words, at + 1) or ("", at + 1)
    if named in TIME_UNITS or named in _RATE_UNITS:
        return _read_unit_rate(tokens, mention, at, named, last)
    if word == "per" and unit_word.isalpha() and unit_word not in ("cent", "se"):
        return _set_rate(tokens, mention, _name_of(unit_word), at, at + 2)
    is_price = mention.dimension is Dimension.MONEY and at == mention.last and unit_word in _MONEY_PER
    return is_price and _set_rate(tokens, mention, _name_of(unit_word), at, at + 2)


def _read_unit_rate(tokens: Tokens, mention: Mention, at: int, unit: str, last: int) -> bool:
    words = tokens.words
    if words[at] in ("a", "an"):
        follows = words[last]
        if (
            follows in _NOT_A_RATE
            or words[last : last + 2] == ["from", "now"]
            or words[at - 1] in _LASTING
            or words[at - 1]
            in (
                "for",
                "in",
                "within",
                "of",
                "over",
                "than",
                "about",
                "as",
            )
        ):
            return False
        if (
            follows == "-"
            or (unit not in TIME_UNITS and mention.dimension is Dimension.TIME)
            or unit == mention.unit
        ):
            return False
    return _set_rate(tokens, mention, unit, at, last)


def _set_rate(tokens: Tokens, mention: Mention, unit: str, first: int, last: int) -> bool:
    mention.per = unit
    is_speed = mention.dimension is Dimension.LENGTH and unit in ("hour", "minute", "second")
    if is_speed:
        mention.dimension = Dimension.SPEED
        if first == mention.last:  # "100 km/h", "60 miles an hour": the unit is both words
            mention.take(mention.first, last)
    mention.because("per", unit.replace(" ", "_"), tokens.joined(first, last))
    return True
