"""Which measuring unit stands behind a number: "30 km", "12 degrees", "a 6.1-magnitude quake", "55 bcm"."""

from decimal import Decimal

from models.domain.reading.mention import Mention
from models.domain.reading.naming import multiply, set_unit
from models.domain.reading.tokens import Tokens
from models.domain.reading.unit_words import ABBREVIATIONS, RATE_SHORT, TIME_UNITS, needs_plural, unit_at
from models.domain.reading.word_lists import words_of
from models.domain.vocabulary import Dimension

_MUST_TOUCH = frozenset(["g", "l", "st", "mi", "mt", "gal", "m", "sec"])


# Abbreviations of one or two letters that are words or names where they do not touch the number.
_SPANS = words_of(
    """
    period career deadline term sentence ban war siege stay visit stretch window lockdown quarantine
    suspension prison jail supply contract deal history low high peak waiting wait delay old walk drive
    journey trip rule
    """
)


# Billions and millions of cubic metres, as gas is measured.
_GAS = {"bcm": Decimal(10**9), "mcm": Decimal(10**6)}


DEGREES = frozenset(["degree", "degrees", "°", "º", "deg"])
_QUAKES = frozenset(["earthquake", "quake", "tremor", "aftershock", "temblor"])


_COMPASS = words_of(
    """
    north south east west latitude longitude angle n s e w
    """
)


_IN_A_ROW = frozenset(["consecutive", "successive", "straight", "full", "whole", "long", "solid"])
_TIMES_IN_A_ROW = words_of("days nights weeks months years hours minutes decades")


def take_degrees(tokens: Tokens, mention: Mention) -> bool:
    """Read "12 degrees", "35°C", "30C", "12 degrees below zero"; an angle stays a degree."""
    words, at = tokens.words, mention.last
    if tokens.raw[at] in ("C", "F") and tokens.touch(at - 1):
        set_unit(tokens, mention, "celsius" if words[at] == "c" else "fahrenheit", at + 1)
        return True
    at += words[at] == "-"
    if words[at] not in DEGREES:
        return False
    if (named := unit_at(words, at)) is not None and words[at + 1] != "":
        set_unit(tokens, mention, named[0], named[1])
    elif words[at + 1] in _COMPASS:
        set_unit(tokens, mention, "degree", at + 1)
    else:
        set_unit(tokens, mention, "degree" if words[at - 1] == "-" else "celsius", at + 1)
    if words[mention.last : mention.last + 2] == ["below", "zero"]:
        mention.value = -mention.value
        mention.because("sign", "minus", "below zero")
        mention.take(mention.first, mention.last + 2)
    return True


def take_measure(tokens: Tokens, mention: Mention, at: int) -> bool:
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
        multiply(mention, _GAS[word])
        set_unit(tokens, mention, "cubic_metre", at + 1)
        return True
    if word in _IN_A_ROW and not dashed and words[at + 1] in _TIMES_IN_A_ROW:
        at += 1  # "two consecutive months"
    found = unit_at(words, at)
    if word in ("pound", "pounds") and found is None:  # of money they would have been taken as such
        set_unit(tokens, mention, "pound", at + 1)
        return True
    raised = _raised_sign(tokens, at)
    if raised:
        set_unit(tokens, mention, raised, at + 2)
        return True
    if word in RATE_SHORT:
        unit, mention.per = RATE_SHORT[word]
        set_unit(tokens, mention, unit, at + 1)
        if mention.dimension is Dimension.LENGTH and mention.per in TIME_UNITS:
            mention.dimension = Dimension.SPEED
        return True
    if found is None or not _is_unit(tokens, mention, at, dashed):
        return False
    set_unit(tokens, mention, *found)
    return True


def _take_magnitude(tokens: Tokens, mention: Mention, at: int, dashed: bool) -> bool:
    """Read "6.1-magnitude", "magnitude 6.1", "a 5.0 earthquake": the strength of an earthquake."""
    words = tokens.words
    if dashed and words[at] == "magnitude":
        set_unit(tokens, mention, "magnitude", at + 1)
    elif mention.value < 11 and (
        words[mention.first - 1] == "magnitude"
        or words[mention.first - 2 : mention.first] == ["magnitude", "-"]
        or (words[at] == "on" and "richter" in words[at + 1 : at + 4])
        or (mention.step < 1 and words[at] in _QUAKES)
    ):
        mention.unit, mention.dimension = "magnitude", Dimension.OTHER
        mention.because("unit", "magnitude", "magnitude" if words[at] not in _QUAKES else words[at])
    else:
        return False
    return True


def _raised_sign(tokens: Tokens, at: int) -> str:
    """Return the unit of "m2", "km2" and "m3", whose figure is a token of its own, or ""."""
    power = {"2": "square", "3": "cubic"}.get(tokens.raw[at + 1], "")
    is_length = tokens.words[at] in ("m", "km", "cm", "mm") and tokens.touch(at)
    return f"{power}_{ABBREVIATIONS[tokens.words[at]]}" if power and is_length else ""


def _is_unit(tokens: Tokens, mention: Mention, at: int, dashed: bool) -> bool:
    """Say whether the word is the number's unit here: "two second homes" and "3 m people" have none."""
    word = tokens.words[at]
    if word in ABBREVIATIONS:
        if tokens.raw[at].isupper() and word in ("m", "t", "g", "st") and not dashed:
            return False
        touches = tokens.touch(at - 1)
        may_stand_apart = tokens.is_numeral(at - 1) and tokens.raw[at] in ("m", "L", "g", "mi")
        if word in _MUST_TOUCH and not touches and not may_stand_apart:
            return False
        return tokens.raw[at + 1] not in ("'", "’") and mention.shape != "words"
    if needs_plural(word) and not dashed and not mention.is_vague:
        after = tokens.words[at + 1]
        if abs(mention.value) == 1:
            return after not in ("half", "homes", "home", "one")
        return word != "second" and after in _SPANS
    return True
