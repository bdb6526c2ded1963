"""What number stands at a token: digits with their separators, number words, scale words and mixed forms."""

import re
from dataclasses import replace
from decimal import Decimal

from models.domain.reading.currencies import is_money_before
from models.domain.reading.digits import power_of
from models.domain.reading.exact import last_place, times
from models.domain.reading.halves import with_half
from models.domain.reading.nouns import is_plural_noun
from models.domain.reading.number import Number
from models.domain.reading.number_words import (
    DOUBTFUL_SCALES,
    FRACTION_SIGNS,
    PLURAL_SCALES,
    SCALES,
    SHORT_SCALES,
)
from models.domain.reading.spelled import spell
from models.domain.reading.tokens import Tokens
from models.domain.reading.word_lists import words_of

_ONE = Decimal(1)

_COMMA_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_POINT_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+")
_COMMA_DECIMAL = re.compile(r"[0-9]+,[0-9]{1,2}")
_GROUP = re.compile(r"[0-9]{3}(?:\.[0-9]{1,6})?")
_MAX_DIGITS = 21  # a longer run of digits is an identifier, whatever stands around it

_PLURALS = frozenset(
    ["dozens", "millions", "billions", "trillions", "lakhs", "crores"]
)  # "5 millions", "three dozens"
_GROUP_SPACES = frozenset("\u0020\u00a0\u2007\u2009\u202f")
# Where a bare "9.2m" is how high, deep or far.
_HEIGHTS = words_of(
    """
    cm centimetres centimeters gauge tide tides floodwater floodwaters snowfall snowdrift depth
    """
)
_LEAPT = words_of("leapt vaulted threw hurled cleared heaved")
_LEAPS = words_of("jump leap throw vault put effort mark best clearance record")
_OWNERS = words_of("his her their world national personal olympic season's winning")
_CALIBRES = words_of("100 105 107 120 122 125 130 152 155 203 220 227 240 300")
_GROUP_SIGNS = frozenset("'’")

_METRE_AFTER = words_of(
    """
    tall high wide deep long above below away race sprint hurdles relay freestyle butterfly backstroke
    breaststroke dash steeplechase final underwater thick radius diameter pool platform springboard
    telescope mark distance crater wall waves wave tower statue asteroid yacht boat vessel ship altitude
    elevation swim run event champion hurdler sprinter runner
    """
)
# Distances that are run or swum: "the 100m".
_RACES = words_of("50 60 100 200 400 800 1500 1,500 3000 3,000 5000 5,000 10000 10,000")
_METRE_BEFORE = frozenset(["within", "x", "by", "every"])


def read_number(tokens: Tokens, at: int) -> Number | None:
    """Return the longest number that begins at token *at*, or None."""
    if tokens.is_numeral(at):
        number = _read_digits(tokens, at)
    elif tokens.words[at] in FRACTION_SIGNS:
        number = Number(at, at + 1, FRACTION_SIGNS[tokens.words[at]], Decimal("0.01"), "digits")
    else:
        return _read_words(tokens, at)
    if number is None:
        return None
    scaled = _scaled(tokens, with_half(tokens, number))
    return with_half(tokens, scaled) if scaled.scale > 1 else scaled


def read_literal(raw: str) -> tuple[Decimal, Decimal] | None:
    """Return value and unit of the last digit of a numeral as news writes it, or None if it is no number.

    "1,234.5", "12,34,567" (Indian), "1.234.567" and "1.234,5" (continental) and "3,5" (decimal comma).
    """
    if len(raw) > _MAX_DIGITS + 8 or sum(map(str.isdigit, raw)) > _MAX_DIGITS:
        return None
    if raw.isdigit():
        return Decimal(raw), _ONE
    plain = _without_separators(raw)
    if plain is None:
        return None
    decimals = len(plain.partition(".")[2])
    return Decimal(plain), _ONE.scaleb(-decimals)


def _without_separators(raw: str) -> str | None:
    if "," not in raw and raw.count(".") == 1:
        return raw
    if _COMMA_THOUSANDS.fullmatch(raw) or _INDIAN.fullmatch(raw):
        return raw.replace(",", "")
    if _POINT_THOUSANDS.fullmatch(raw):
        return raw.replace(".", "").replace(",", ".")
    if _COMMA_DECIMAL.fullmatch(raw):
        return raw.replace(",", ".")
    return None


def _read_digits(tokens: Tokens, at: int) -> Number | None:
    literal = read_literal(tokens.raw[at])
    if literal is None:
        return None
    value, step = literal
    if (power := _power_at(tokens, at)) is not None:
        return Number(at, power[1], power[0], power[0], "digits+scale", power[0])
    if tokens.raw[at + 1] in _TIMES and (power := _power_at(tokens, at + 2)) is not None:
        return Number(at, power[1], times(value, power[0]), times(step, power[0]), "digits+scale", power[0])
    last = at + 1
    if len(tokens.raw[at]) <= 3 and tokens.raw[at].isdigit() and tokens.raw[at][0] != "0":
        while (after := _group_after(tokens, last)) is not None:
            group = Decimal(tokens.raw[after])
            value, last, step = (
                value * 1000 + group,
                after + 1,
                _ONE.scaleb(-len(tokens.raw[after].partition(".")[2])),
            )
            if value > 10**15:
                return None
    if tokens.touch(last - 1) and tokens.words[last] in FRACTION_SIGNS:
        return Number(at, last + 1, value + FRACTION_SIGNS[tokens.words[last]], Decimal("0.01"), "digits")
    return _with_fraction(tokens, Number(at, last, value, step, "digits"))


def _power_at(tokens: Tokens, at: int) -> tuple[Decimal, int] | None:
    """Return the power of ten written at token *at* ("10⁶", "10^6") and the token behind it, or None."""
    raw = tokens.raw
    if raw[at] != "10" or not tokens.touch(at):
        return None
    exponent, last = power_of(raw[at + 1]), at + 2
    if raw[at + 1] == "^" and raw[at + 2].isdigit() and len(raw[at + 2]) < 3:
        exponent, last = int(raw[at + 2]), at + 3
    return None if exponent is None or exponent > 15 else (_ONE.scaleb(exponent), last)


_TIMES = frozenset(["×", "x", "*", "·", "⋅"])


def _group_after(tokens: Tokens, at: int) -> int | None:
    """Return the token of a further group of three digits ("816 000", "1'000", "61, 000"), or None."""
    if _is_slipped_group(tokens, at):
        return at + 1
    if tokens.raw[at] in _GROUP_SIGNS and tokens.touch(at - 1) and tokens.touch(at):
        at += 1
    elif (
        tokens.starts[at] - tokens.ends[at - 1] != 1 or tokens.text[tokens.ends[at - 1]] not in _GROUP_SPACES
    ):
        return None
    raw = tokens.raw[at]
    touches_word = tokens.touch(at) and tokens.raw[at + 1] in ("/", "-", "–")
    if raw in _CALIBRES and "mm" in tokens.words[at + 1 : at + 3]:
        return None  # "40 155mm shells"
    return at if _GROUP.fullmatch(raw) and not touches_word else None


def _is_slipped_group(tokens: Tokens, at: int) -> bool:
    """Say whether ", 000" stands here: a blank slipped in behind the comma, and no list has a 000."""
    return tokens.raw[at] == "," and tokens.raw[at + 1] == "000" and tokens.touch(at - 1)


def _with_fraction(tokens: Tokens, number: Number) -> Number:
    """Take in "1/2" behind a whole number ("2 1/2")."""
    raw, at = tokens.raw, number.last
    part = _SLASHED.get("".join(raw[at : at + 3]))
    if (
        part is None
        or number.step != 1
        or raw[at + 3] == "/"
        or not (tokens.touch(at) and tokens.touch(at + 1))
    ):
        return number
    return replace(number, last=at + 3, value=number.value + part, step=last_place(part))


_SLASHED = {
    "1/2": Decimal("0.5"), "1/4": Decimal("0.25"), "3/4": Decimal("0.75"), "1/3": Decimal("0.333"),
    "2/3": Decimal("0.667"), "1/8": Decimal("0.125"), "3/8": Decimal("0.375"), "5/8": Decimal("0.625"),
    "7/8": Decimal("0.875",
)}  # fmt: skip


def _scaled(tokens: Tokens, number: Number) -> Number:
    """Multiply by the scale words and short forms behind the number."""
    scale, last = _ONE, number.last
    while scale < 10**13 and (found := _scale_at(tokens, number.first, last)) is not None:
        factor, last = found
        scale *= factor
    if scale == 1:
        return number
    shape = number.shape.removesuffix("+scale") + "+scale"
    value, step = times(number.value, scale), times(number.step, scale)
    return Number(number.first, last, value, step, shape, number.scale * scale)


def _scale_at(tokens: Tokens, first: int, at: int) -> tuple[Decimal, int] | None:
    words = tokens.words
    if words[at] in ("-", "‑") and tokens.touch(at - 1) and words[at + 1] in SCALES:
        at += 1
    word = words[at]
    if word in SCALES:
        return SCALES[word], at + 1
    if word in _PLURALS and words[at + 1] != "of":
        return PLURAL_SCALES[word], at + 1
    if not tokens.is_numeral(at - 1) or tokens.starts[at] - tokens.ends[at - 1] > 1:
        return None
    if word in SHORT_SCALES and (word != "k" or tokens.touch(at - 1)):
        return SHORT_SCALES[word], at + 1
    if word in DOUBTFUL_SCALES and _is_scale(tokens, first, at):
        return DOUBTFUL_SCALES[word], at + 1
    return None


def _is_scale(tokens: Tokens, first: int, at: int) -> bool:
    """Say whether the letter behind digits ("1.5m", "£3b", "$2t") multiplies, or is a unit or a name."""
    if is_money_before(tokens, first):
        return True
    word, after = tokens.words[at], tokens.words[at + 1]
    if word in ("mil", "mm"):
        return False
    if not tokens.touch(at - 1):
        return False
    if word == "m":
        return _is_million(tokens, first, at)
    return word == "b" and after.isalpha() and after.endswith("s") and tokens.raw[at] == "b"


def _is_million(tokens: Tokens, first: int, at: int) -> bool:
    """Say whether "m" multiplies, or is a metre: "the 100m race", "her jump of 7.02m", "9.2m, 70cm lower"."""
    after = tokens.words[at + 1]
    following = tokens.words[at + 2] if after == "-" else after
    if _is_leap(tokens, first):
        return False
    if following in _METRE_AFTER or (
        tokens.words[first - 1] in _METRE_BEFORE and not is_plural_noun(following)
    ):
        return False
    if tokens.words[first - 1] == "over" and tokens.raw[first] in _RACES and not after[:1].isalpha():
        return False  # "medals over 10,000m"
    if tokens.words[first - 1] in ("the", "women's", "men's") and tokens.raw[first] in _RACES:
        return after in SCALES or after.endswith("s")
    if not following[:1].isalpha() and not _HEIGHTS.isdisjoint(tokens.vocabulary):
        return False  # "the river stood at 9.2m, 70cm lower"
    if after == "of" and any(map(tokens.is_numeral, (at + 3, at + 4))):
        return True  # "1.1m of the 3.4m"
    return not (after in ("from", "off", "of") and tokens.words[at + 2] in ("the", "his", "her", "where"))


def _is_leap(tokens: Tokens, first: int) -> bool:
    """Say whether somebody jumped or threw so far: "her jump of | 7.02m", "she threw | 64.1m"."""
    words = tokens.words
    if words[first - 1] in _LEAPT:
        return True
    is_said = words[first - 1] in ("of", "with", "at") and words[first - 2] in _LEAPS
    return is_said and not _OWNERS.isdisjoint(words[max(first - 5, 0) : first - 2])


def _read_words(tokens: Tokens, at: int) -> Number | None:
    number = spell(tokens, at)
    if number is None or number.scale > 1:
        return number if number is None else with_half(tokens, number)
    half = with_half(tokens, number)
    return _scaled(tokens, half)
