"""Which sign, currency, percent word or measuring unit stands beside a number, and what it makes of it."""

from dataclasses import replace
from decimal import Decimal

from models.domain.claim import Interval
from models.domain.reading.currencies import SIGNS, CurrencyHint, Money, money_after, money_before
from models.domain.reading.exact import last_place, tidy, times
from models.domain.reading.mention import Mention
from models.domain.reading.nouns import unit_of_noun
from models.domain.reading.number_words import NUMBER_WORDS, SCALES
from models.domain.reading.tokens import Tokens
from models.domain.reading.unit_words import (
    ABBREVIATIONS,
    SPEED_SHORT,
    dimension_of,
    is_unit_word,
    needs_plural,
    unit_at,
)
from models.domain.reading.word_lists import words_of
from models.domain.vocabulary import Dimension

_MINUS = frozenset(["-", "−", "–", "‑"])
_POINTS = frozenset(["point", "points", "pt", "pts"])
_PERCENT = frozenset(["%", "percent", "pct", "percents", "percentage", "％", "per"])
_SMALL_POINTS = {"pp": "percentage_point", "ppt": "percentage_point", "pps": "percentage_point", "bps": "basis_point",
                 "bp": "basis_point"}  # fmt: skip
_COMPASS = words_of(
    """
    north south east west latitude longitude angle n s e w
    """
)
# Abbreviations of one or two letters that are words or names where they do not touch the number.
_SPANS = words_of(
    """
    period career deadline term sentence ban war siege stay visit stretch window lockdown quarantine
    suspension prison jail supply contract deal history low high peak waiting wait delay old walk drive
    journey trip rule
    """
)
_EXTENTS = frozenset(["long", "deep", "high", "wide", "tall", "thick", "strong", "plus", "old"])
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
_SHARES = words_of(
    """
    % percent cent turnout poll polls share rating approval rate rates inflation unemployment vote
    majority support lead
    """
)
_MUST_TOUCH = frozenset(["g", "l", "st", "mi", "mt", "gal", "m", "sec"])


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
    money = money_before(tokens, mention.first, hint)
    if money is not None and not mention.is_fraction:
        _take_money(tokens, mention, money)
        take_sign(tokens, mention)
        return
    take_sign(tokens, mention)
    takers = (
        (_take_fraction_unit,)
        if mention.is_fraction
        else (_take_percent, _take_points, _take_age, _take_strong)
    )
    for take in takers:
        if take(tokens, mention):
            return
    if mention.is_fraction:
        _take_share(mention)
        return
    if _take_degrees(tokens, mention):
        return
    at = mention.last + (mention.is_vague and tokens.words[mention.last] == "of")
    money = money_after(tokens, at, hint)
    if money is not None and not mention.is_zero:
        _take_money(tokens, mention, money)
        _drop_article(tokens, mention)
    elif _take_measure(tokens, mention, at):
        _take_extent(tokens, mention)
    elif not mention.is_zero:
        _take_compound(tokens, mention)


def _drop_article(tokens: Tokens, mention: Mention) -> None:
    """Leave the article of "a million-dollar reward" to the reward."""
    is_dashed = "-" in tokens.words[mention.core : mention.last]
    if is_dashed and tokens.words[mention.first] in ("a", "an") and mention.first == mention.core:
        mention.first += 1
    mention.is_adjective = is_dashed and not tokens.is_numeral(mention.last)


def _take_extent(tokens: Tokens, mention: Mention) -> None:
    """Take in "-deep" of "40-metre-deep", "-long" of "two-week-long"; note that such a quantity is an adjective."""
    at = mention.last
    mention.is_adjective = "-" in tokens.words[mention.tail : at]
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
    _set_unit(tokens, mention, unit, at + 2)
    mention.dimension = Dimension.COUNT
    _drop_article(tokens, mention)


def _take_money(tokens: Tokens, mention: Mention, money: Money) -> None:
    mention.take(money.first, max(money.last, mention.last) if money.last > mention.first else mention.last)
    mention.unit, mention.dimension, mention.is_money = money.code, Dimension.MONEY, True
    mention.is_named = True
    if money.worth != 1:
        _multiply(mention, money.worth)
    scale = SCALES.get(tokens.words[mention.last])
    if scale is not None and mention.scale == 1 and money.last == mention.last:  # "75 USD million"
        _multiply(mention, scale)
        mention.take(mention.first, mention.last + 1)
    mention.because("unit", money.code, tokens.joined(money.first, money.last))


def _multiply(mention: Mention, factor: Decimal) -> None:
    mention.value, mention.step = times(mention.value, factor), times(mention.step, factor)
    if mention.ends and mention.ends.low is not None and mention.ends.high is not None:
        mention.ends = Interval(times(mention.ends.low, factor), times(mention.ends.high, factor))
        mention.kept = Interval(mention.ends.low, mention.ends.low) if mention.kept else None


def _set_unit(tokens: Tokens, mention: Mention, unit: str, last: int) -> None:
    start = mention.last
    mention.take(mention.first, last)
    mention.unit, mention.dimension, mention.is_named = unit, dimension_of(unit), True
    mention.because("unit", unit, tokens.joined(start, last).removeprefix("- ").removeprefix("of "))


def _take_share(mention: Mention) -> None:
    mention.unit, mention.dimension = "percent", Dimension.SHARE
    mention.because("unit", "percent", "fraction")


def _take_percent(tokens: Tokens, mention: Mention) -> bool:
    words, at = tokens.words, mention.last
    if words[at] == "-" and tokens.touch(at - 1):
        at += 1
    word = words[at]
    if word == "basis" and words[at + 1 + (words[at + 1] == "-")] in _POINTS:
        _set_unit(tokens, mention, "basis_point", at + 2 + (words[at + 1] == "-"))
        return True
    if word in _SMALL_POINTS:
        _set_unit(tokens, mention, _SMALL_POINTS[word], at + 1)
        return True
    if word == "pc" and tokens.touch(at - 1):
        _set_unit(tokens, mention, "percent", at + 1)
        return True
    cent = at + 2 if words[at + 1] == "-" else at + 1
    if word not in _PERCENT or (word == "per" and words[cent] != "cent"):
        return False
    last = cent + 1 if word == "per" else at + 1
    joint = last + 1 if words[last] == "-" else last
    if words[joint] in _POINTS:
        _set_unit(tokens, mention, "percentage_point", joint + 1)
        return True
    if word == "percentage":
        return False
    mention.is_adjective = words[at - 1] == "-"
    _set_unit(tokens, mention, "percent", last)
    return True


def _take_points(tokens: Tokens, mention: Mention) -> bool:
    """Read "11 points": percentage points where shares are spoken of, an index's or a game's points elsewhere."""
    at = mention.last + (tokens.words[mention.last] == "-")
    if tokens.words[at] not in _POINTS:
        return False
    if at > mention.last and tokens.words[at] == "point" and tokens.words[at + 1] == "plan":
        return False
    is_share = not _SHARES.isdisjoint(tokens.words)
    _set_unit(tokens, mention, "percentage_point" if is_share else "point", at + 1)
    return True


def _take_age(tokens: Tokens, mention: Mention) -> bool:
    """Read "92-year-old", "18-month-olds"."""
    words, at = tokens.words, mention.last
    dashed = words[at] == "-" and words[at + 1] in ("year", "month", "week", "day", "years", "hour")
    unit = at + 1 if dashed else at
    old = unit + 2 if words[unit + 1] == "-" else unit + 1
    if words[unit] not in ("year", "month", "week", "day", "years", "hour") or words[old] not in (
        "old",
        "olds",
    ):
        return False
    if not dashed and words[unit + 1] != "-":
        return False
    _set_unit(tokens, mention, words[unit].removesuffix("s"), old + 1)
    mention.is_adjective = words[old] == "old"
    return True


def _take_strong(tokens: Tokens, mention: Mention) -> bool:
    """Read "5,000-strong": people, whatever they form; and "tenfold" written as "10-fold"."""
    words, at = tokens.words, mention.last
    if words[at] == "-" and words[at + 1] == "strong":
        _set_unit(tokens, mention, "person", at + 2)
        mention.dimension, mention.is_adjective = Dimension.COUNT, True
        return True
    if words[at] == "times" and words[at + 1] in _COMPARED:
        _set_unit(tokens, mention, "factor", at + 1)
        return True
    at += words[at] == "-"
    if words[at] in ("fold", "x") and tokens.touch(at - 1):
        _set_unit(tokens, mention, "factor", at + 1)
        return True
    return False


def _take_degrees(tokens: Tokens, mention: Mention) -> bool:
    """Read "12 degrees", "35°C", "30C", "12 degrees below zero"; an angle stays a degree."""
    words, at = tokens.words, mention.last
    if tokens.raw[at] in ("C", "F") and tokens.touch(at - 1):
        _set_unit(tokens, mention, "celsius" if words[at] == "c" else "fahrenheit", at + 1)
        return True
    at += words[at] == "-"
    if words[at] not in ("degree", "degrees", "°", "º", "deg"):
        return False
    if (named := unit_at(words, at)) is not None and words[at + 1] != "":
        _set_unit(tokens, mention, named[0], named[1])
    elif words[at + 1] in _COMPASS:
        _set_unit(tokens, mention, "degree", at + 1)
    else:
        _set_unit(tokens, mention, "degree" if words[at - 1] == "-" else "celsius", at + 1)
    if words[mention.last : mention.last + 2] == ["below", "zero"]:
        mention.value = -mention.value
        mention.because("sign", "minus", "below zero")
        mention.take(mention.first, mention.last + 2)
    return True


def _take_fraction_unit(tokens: Tokens, mention: Mention) -> bool:
    """Read "half an hour", "a quarter of a mile", "half a percentage point": part of one unit, not a share."""
    words, at = tokens.words, mention.last
    at += words[at] == "of"
    slashed = tokens.is_numeral(mention.first) and is_unit_word(words[at])
    if (
        not slashed
        and words[at] not in ("a", "an", "-", "one")
        and words[mention.first : mention.last] != ["a", "half"]
    ):
        return False
    at += words[at] in ("a", "an", "-", "one")
    part = tidy(mention.value / 100)
    trial = replace(mention, value=part, is_fraction=False, last=at, step=last_place(part), why=[])
    if not _take_percent(tokens, trial) and not _take_points(tokens, trial):
        found = unit_at(words, at)
        if found is None or words[at] in ABBREVIATIONS:
            return False
        _set_unit(tokens, trial, *found)
    mention.value, mention.step, mention.is_fraction = part, last_place(part), False
    mention.unit, mention.dimension = trial.unit, trial.dimension
    mention.take(mention.first, trial.last)
    mention.why += trial.why
    return True


def _take_measure(tokens: Tokens, mention: Mention, at: int) -> bool:
    """Read a measuring unit: "30 km", "30-kilometre", "3 square miles", "100 km/h"."""
    words = tokens.words
    if mention.is_zero:
        return False
    dashed = words[at] in ("-", "‑") and tokens.touch(at - 1)
    at += dashed
    word = words[at]
    if _take_magnitude(tokens, mention, at, dashed):
        return True
    if word in _GAS:
        _multiply(mention, _GAS[word])
        _set_unit(tokens, mention, "cubic_metre", at + 1)
        return True
    raised = _raised_sign(tokens, at)
    if raised:
        _set_unit(tokens, mention, raised, at + 2)
        return True
    if word in SPEED_SHORT:
        unit, mention.per = SPEED_SHORT[word]
        _set_unit(tokens, mention, unit, at + 1)
        mention.dimension = Dimension.SPEED if unit != "barrel" else Dimension.VOLUME
        return True
    found = unit_at(words, at)
    if found is None or not _is_unit(tokens, mention, at, dashed):
        return False
    _set_unit(tokens, mention, *found)
    return True


def _raised_sign(tokens: Tokens, at: int) -> str:
    """Return the unit of "m2", "km2" and "m3", whose figure is a token of its own, or ""."""
    power = {"2": "square", "3": "cubic"}.get(tokens.raw[at + 1], "")
    is_length = tokens.words[at] in ("m", "km", "cm", "mm") and tokens.touch(at)
    return f"{power}_{ABBREVIATIONS[tokens.words[at]]}" if power and is_length else ""


def _take_magnitude(tokens: Tokens, mention: Mention, at: int, dashed: bool) -> bool:
    """Read "6.1-magnitude", "magnitude 6.1", "a 5.0 earthquake": the strength of an earthquake."""
    words = tokens.words
    if dashed and words[at] == "magnitude":
        _set_unit(tokens, mention, "magnitude", at + 1)
    elif mention.value < 11 and (
        words[mention.first - 1] == "magnitude" or (mention.step < 1 and words[at] in _QUAKES)
    ):
        mention.unit, mention.dimension = "magnitude", Dimension.OTHER
        mention.because("unit", "magnitude", "magnitude" if words[at] not in _QUAKES else words[at])
    else:
        return False
    return True


_QUAKES = frozenset(["earthquake", "quake", "tremor", "aftershock", "temblor"])
# Billions and millions of cubic metres, as gas is measured.
_GAS = {"bcm": Decimal(10**9), "mcm": Decimal(10**6)}


def _is_unit(tokens: Tokens, mention: Mention, at: int, dashed: bool) -> bool:
    """Say whether the word is the number's unit here: "two second homes" and "3 m people" have none."""
    word = tokens.words[at]
    if word in ABBREVIATIONS:
        if tokens.raw[at].isupper() and word in ("m", "t", "g", "st") and not dashed:
            return False
        touches = tokens.touch(at - 1)
        may_stand_apart = tokens.is_numeral(at - 1) and tokens.raw[at] in ("m", "L", "g")
        if word in _MUST_TOUCH and not touches and not may_stand_apart:
            return False
        return tokens.raw[at + 1] not in ("'", "’") and mention.shape != "words"
    if needs_plural(word) and not dashed and not mention.is_vague:
        after = tokens.words[at + 1]
        if abs(mention.value) == 1:
            return after not in ("half", "homes", "home", "one")
        return word != "second" and after in _SPANS
    return True
