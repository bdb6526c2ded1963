"""Which sign, currency, percent word or measuring unit stands beside a number, and what it makes of it."""

from dataclasses import replace

from models.domain.reading.currencies import SIGNS, CurrencyHint, Money, money_after, money_before
from models.domain.reading.exact import last_place, tidy
from models.domain.reading.function_words import PREPOSITIONS
from models.domain.reading.measured_units import DEGREES, take_degrees, take_measure
from models.domain.reading.mention import Mention
from models.domain.reading.naming import multiply, set_unit
from models.domain.reading.nouns import unit_of_noun
from models.domain.reading.number_words import NUMBER_WORDS, SCALES
from models.domain.reading.tokens import Tokens
from models.domain.reading.unit_words import (
    ABBREVIATIONS,
    is_unit_word,
    unit_at,
)
from models.domain.reading.word_lists import words_of
from models.domain.vocabulary import Dimension

_MINUS = frozenset(["-", "−", "–", "‑"])
_POINTS = frozenset(["point", "points", "pt", "pts"])
_PERCENT = frozenset(["%", "percent", "pct", "percents", "percentage", "％", "per"])
_SMALL_POINTS = dict.fromkeys(("pp", "ppt", "pps"), "percentage_point") | dict.fromkeys(
    ("bp", "bps"), "basis_point"
)
_EXTENTS = frozenset(["long", "deep", "high", "wide", "tall", "thick", "strong", "plus", "old"])
_AGE_UNITS = frozenset(["year", "month", "week", "day", "years", "hour"])
_NO_COMPOUND = words_of(
    """
    plus odd strong to and or fold something ish a an the way dimensional faced edged handed in out of by
    on for with up down off over under at x year
    """
)
_COMPARED = words_of(
    """
    the as more higher larger bigger its that their what less greater faster his her those longer lower
    smaller likelier worse better stronger this last our than
    """
)
_LIMITS = words_of("limit average norm level threshold maximum")
_SHARES = words_of(
    """
    % percent cent turnout poll polls share rating approval rate rates inflation unemployment vote
    majority support lead
    """
)

_MARKETS = words_of(
    """
    index dow nasdaq ftse nikkei dax cac sensex nifty stoxx kospi shares stocks stock market markets
    championship standings league beat beats podium grandprix driver drivers
    exchange scored scoring rebounds averaged standings
    """
)  # fmt: skip


def take_sign(tokens: Tokens, mention: Mention) -> None:
    """Read "minus 12", "-1.3" and "+5": a sign that touches its number, or its word."""
    at = mention.first - 1
    if at < 0:
        return
    sign, word = tokens.raw[at], tokens.words[at]
    is_free = at == 0 or not tokens.touch(at - 1) or tokens.raw[at - 1] in ("(", "[", "“", '"', *SIGNS)
    if (sign == "+" and tokens.touch(at) and is_free) or (word == "plus" and not _is_sum(tokens, at)):
        mention.take(at, mention.last)
    elif word in ("minus", "negative") or (sign in _MINUS and tokens.touch(at) and is_free):
        mention.take(at, mention.last)
        mention.value = -mention.value
        mention.because("sign", "minus", tokens.words[at])


def drop_dash(tokens: Tokens, mention: Mention) -> None:
    """Take the sign off "-17 people": only balances ("net migration") count people below zero."""
    is_dash = mention.value < 0 and mention.core > mention.first and tokens.raw[mention.core - 1] in _MINUS
    if not is_dash or mention.unit not in ("person", "household", "building") or mention.is_range:
        return
    if _BALANCES.isdisjoint(tokens.vocabulary):
        mention.value = -mention.value
        mention.first = mention.core if mention.first == mention.core - 1 else mention.first
        mention.why = [code for code in mention.why if not code.startswith("sign:")]


_CLOSERS = frozenset([",", ".", ";", "", ")", "and"])
_BALANCES = words_of(
    """
    net balance migration change growth difference payroll payrolls employment growth decline saldo
    """
)


def is_temperature(tokens: Tokens, mention: Mention) -> bool:
    """Say whether a bare number is a temperature's: "temperatures fell to -17", "a low of -4"."""
    before = tokens.words[max(mention.first - 8, 0) : mention.first]
    is_near = not _THERMAL.isdisjoint(before) and (mention.value < 0 or before[-1:] in _TO_A_LEVEL)
    return is_near and mention.scale == 1 and abs(mention.value) < 130 and mention.counted is None


_THERMAL = words_of("temperature temperatures mercury thermometer thermometers lows highs")
_TO_A_LEVEL = (["to"], ["of"], ["at"], ["hit"], ["reached"], ["touched"], ["was"], ["were"], ["between"])


def _is_sum(tokens: Tokens, at: int) -> bool:
    """Say whether "plus" adds to a number before it ("20 plus 5") rather than being a sign."""
    before = tokens.words[at - 1] if at else ""
    return before.isalnum() or before in ("%", ",", ")") or tokens.is_numeral(at - 1)


def take_unit(tokens: Tokens, mention: Mention, hint: CurrencyHint) -> None:
    """Widen *mention* by the currency, percent word or measuring unit beside it, and set its unit."""
    if mention.unit:
        return
    if mention.first > 1 and tokens.raw[mention.first - 2] in SIGNS:
        take_sign(tokens, mention)  # "$-99.99"
    money = None if mention.is_fraction else money_before(tokens, mention.first, hint)
    if money is not None:
        _take_money(tokens, mention, money)
        take_sign(tokens, mention)
        return
    take_sign(tokens, mention)
    if mention.is_fraction:
        if not _take_fraction_unit(tokens, mention):
            _take_share(mention)
        return
    is_taken = tokens.words[mention.last] in _OPENERS and (
        _take_percent(tokens, mention)
        or _take_points(tokens, mention)
        or _take_age(tokens, mention)
        or _take_strong(tokens, mention)
        or take_degrees(tokens, mention)
    )
    if not is_taken and not mention.is_zero:
        _take_unit_behind(tokens, mention, hint)


# The words that percentages, points, ages, strengths and degrees begin with behind their number.
_OPENERS = frozenset(
    ["-", "basis", "pc", *_SMALL_POINTS, *_PERCENT, *_POINTS, *_AGE_UNITS, "strong", "times", "fold", "x",
     "c", "f", *DEGREES]
)  # fmt: skip


def _take_unit_behind(tokens: Tokens, mention: Mention, hint: CurrencyHint) -> None:
    at = mention.last + (mention.is_vague and tokens.words[mention.last] == "of")
    money = money_after(tokens, at, hint)
    if money is not None:
        _take_money(tokens, mention, money)
        _drop_article(tokens, mention)
    elif take_measure(tokens, mention, at):
        _take_extent(tokens, mention)
    else:
        _take_compound(tokens, mention)


def _drop_article(tokens: Tokens, mention: Mention) -> None:
    """Leave the article of "a million-dollar reward" to the reward."""
    is_dashed = "-" in tokens.words[mention.core : mention.last]
    if is_dashed and tokens.words[mention.first] in ("a", "an") and mention.first == mention.core:
        mention.first += 1
    mention.is_adjective = is_dashed and not tokens.is_numeral(mention.last)


def _take_extent(tokens: Tokens, mention: Mention) -> None:
    """Take in "-deep" of "40-metre-deep"; note that such a quantity is an adjective."""
    at = mention.last
    mention.is_adjective = "-" in tokens.words[mention.tail : at] and tokens.words[at] != "of"
    if mention.is_adjective:
        _drop_article(tokens, mention)
        if tokens.words[at] == "-" and tokens.touch(at - 1) and tokens.words[at + 1] in _EXTENTS:
            mention.take(mention.first, at + 2)


def _take_compound(tokens: Tokens, mention: Mention) -> None:
    """Read "10-storey", "12-member", "1,200-page": the noun joined to the number names what it counts."""
    words, at = tokens.words, mention.last
    if words[at] not in ("-", "‑") or not tokens.touch(at - 1) or not tokens.touch(at) or mention.is_vague:
        return
    noun = words[at + 1]
    if (
        not noun[:1].isalpha()
        or noun in _NO_COMPOUND
        or noun in NUMBER_WORDS
        or tokens.is_capitalised(at + 1)
    ):
        return
    unit = "person" if noun == "member" else unit_of_noun(noun)
    mention.is_adjective = True
    set_unit(tokens, mention, unit, at + 2)
    mention.dimension = Dimension.COUNT
    _drop_article(tokens, mention)


def _take_money(tokens: Tokens, mention: Mention, money: Money) -> None:
    mention.take(money.first, max(money.last, mention.last) if money.last > mention.first else mention.last)
    mention.unit, mention.dimension, mention.is_money = money.code, Dimension.MONEY, True
    mention.is_named = True
    if money.worth != 1:
        multiply(mention, money.worth)
    scale = SCALES.get(tokens.words[mention.last])
    if scale is not None and mention.scale == 1 and money.last == mention.last:  # "75 USD million"
        multiply(mention, scale)
        mention.take(mention.first, mention.last + 1)
    mention.because("unit", money.code, tokens.joined(money.first, money.last))


def _take_share(mention: Mention) -> None:
    mention.unit, mention.dimension = "percent", Dimension.SHARE
    mention.because("unit", "percent", "fraction")


def _take_percent(tokens: Tokens, mention: Mention) -> bool:
    words, at = tokens.words, mention.last
    if words[at] == "-" and tokens.touch(at - 1):
        at += 1
    word = words[at]
    if word == "basis" and words[at + 1 + (words[at + 1] == "-")] in _POINTS:
        set_unit(tokens, mention, "basis_point", at + 2 + (words[at + 1] == "-"))
        return True
    if word in _SMALL_POINTS:
        set_unit(tokens, mention, _SMALL_POINTS[word], at + 1)
        return True
    if word == "pc" and tokens.touch(at - 1):
        set_unit(tokens, mention, "percent", at + 1)
        return True
    cent = at + 2 if words[at + 1] == "-" else at + 1
    if word not in _PERCENT or (word == "per" and words[cent] != "cent"):
        return False
    last = cent + 1 if word == "per" else at + 1
    joint = last + 1 if words[last] == "-" else last
    if words[joint] in _POINTS:
        set_unit(tokens, mention, "percentage_point", joint + 1)
        return True
    if word == "percentage":
        return False
    mention.is_adjective = words[at - 1] == "-"
    set_unit(tokens, mention, "percent", last)
    return True


def _take_points(tokens: Tokens, mention: Mention) -> bool:
    """Read "11 points": percentage points where shares are spoken of, an index's points elsewhere."""
    at = mention.last + (tokens.words[mention.last] == "-")
    if tokens.words[at] not in _POINTS:
        return False
    if at > mention.last and tokens.words[at] == "point" and tokens.words[at + 1] == "plan":
        return False
    is_share = not _SHARES.isdisjoint(tokens.vocabulary) and _MARKETS.isdisjoint(tokens.vocabulary)
    set_unit(tokens, mention, "percentage_point" if is_share else "point", at + 1)
    return True


def _take_age(tokens: Tokens, mention: Mention) -> bool:
    """Read "92-year-old", "18-month-olds"."""
    words, at = tokens.words, mention.last
    dashed = words[at] == "-" and words[at + 1] in _AGE_UNITS
    unit = at + 1 if dashed else at
    old = unit + 2 if words[unit + 1] == "-" else unit + 1
    if words[unit] not in _AGE_UNITS or words[old] not in ("old", "olds"):
        return False
    if not dashed and words[unit + 1] != "-":
        return False
    set_unit(tokens, mention, words[unit].removesuffix("s"), old + 1)
    mention.is_adjective = words[old] == "old"
    return True


def _take_strong(tokens: Tokens, mention: Mention) -> bool:
    """Read "5,000-strong": people, whatever they form; and "tenfold" written as "10-fold"."""
    words, at = tokens.words, mention.last
    dashed = words[at] == "-" and words[at + 1] == "strong"
    is_strong = words[at] == "strong" and (words[at + 1] in _CLOSERS or words[at + 1] in PREPOSITIONS)
    if dashed or is_strong:  # "the caravan, 7,000 strong, …"
        set_unit(tokens, mention, "person", at + 1 + dashed)
        mention.dimension, mention.is_adjective = Dimension.COUNT, True
        return True
    if words[at] == "times" and (words[at + 1] in _COMPARED or _is_over_limit(words, at)):
        set_unit(tokens, mention, "factor", at + 1)
        return True
    at += words[at] == "-"
    if words[at] in ("fold", "x") and tokens.touch(at - 1):
        set_unit(tokens, mention, "factor", at + 1)
        return True
    return False


def _is_over_limit(words: list[str], at: int) -> bool:
    """Say whether the factor is of a limit: "three times | over the limit"."""
    is_over = words[at + 1 : at + 3] in (["over", "the"], ["above", "the"])
    return is_over and not _LIMITS.isdisjoint(words[at : at + 6])


def _take_fraction_unit(tokens: Tokens, mention: Mention) -> bool:
    """Read "half an hour", "half a percentage point": part of one unit, not a share."""
    words, at = tokens.words, mention.last
    at += words[at] == "of"
    slashed = tokens.is_numeral(mention.first) and is_unit_word(words[at])
    if (
        not slashed
        and words[at] not in ("a", "an", "-", "one")
        and words[mention.first : mention.last] not in (["a", "half"], ["one", "-", "half"])
    ):
        return False
    at += words[at] in ("a", "an", "-", "one")
    part = tidy(mention.value / 100)
    trial = replace(mention, value=part, is_fraction=False, last=at, step=last_place(part), why=[])
    if not _take_percent(tokens, trial) and not _take_points(tokens, trial):
        found = unit_at(words, at)
        if found is None or words[at] in ABBREVIATIONS:
            return False
        set_unit(tokens, trial, *found)
    mention.value, mention.step, mention.is_fraction = part, last_place(part), False
    mention.unit, mention.dimension = trial.unit, trial.dimension
    mention.take(mention.first, trial.last)
    mention.why += trial.why
    return True
