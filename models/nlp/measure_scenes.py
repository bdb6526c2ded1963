"""Whether a word can speak of what is counted: things are not in need, and lifeboats arrest nobody."""

import re

from models.domain.claim import Quantity, Span
from models.domain.reading.nouns import is_person_noun
from models.domain.vocabulary import Dimension, Measure
from models.nlp.measure_cues import Cue, Slot, ends_ahead

_ANIMALS = re.compile(
    r"\b(?:cattle|cows?|sheep|goats?|pigs?|livestock|animals?|birds?|poultry|chickens|fish|horses|dogs|"
    r"trees|cats|"
    r"hens|ducks|camels|whales|dolphins|seals|reindeer|elephants|bees|crops)\b",
    re.IGNORECASE,
)
_ASHORE = re.compile(r"\b(?:vessels?|ships?|helicopters?|beach(?:es)?|roofs?|flood\w*)\b", re.IGNORECASE)
_AT_SEA = re.compile(
    r"\b(?:sea|boats?|dingh(?:y|ies)|rafts?|lifeboats?|coastguards?|rescue\w*|trawlers?|survivors)\b",
    re.IGNORECASE,
)
_BASE = re.compile(r"(?:^|[,;]\s)of (?:the |its |their |those )?(?:\w+ )?$", re.IGNORECASE)
_LOST = re.compile(r"(?:was|were) lost", re.IGNORECASE)
_OF_MEN_AND_THINGS = re.compile(r"swept away|wiped out|buried|burying|fallen|lives", re.IGNORECASE)
_PEOPLES = frozenset(
    (
        Measure.KILLED,
        Measure.INJURED,
        Measure.MISSING,
        Measure.DETAINED,
        Measure.DISPLACED,
        Measure.REFUGEES,
        Measure.EVACUATED,
        Measure.CASUALTIES,
    )
)
_PICKED_UP = re.compile(r"pick(?:ed|ing)\s+up", re.IGNORECASE)
_ARMED = re.compile(
    r"\b(?:soldiers?|troops|forces|fighters|militants|gunmen|rebels|commandos|police)\b", re.IGNORECASE
)
PLACES = re.compile(
    r"\b(?:districts?|villages?|towns?|cit(?:y|ies)|provinces?|communit(?:y|ies)|areas?|regions?|"
    r"municipalit(?:y|ies)|count(?:y|ies)|states?|islands?|neighbou?rhoods?|barangays?|settlements?|"
    r"customers?|hamlets?|wards?|parishes|suburbs?|homes|businesses|households)\b",
    re.IGNORECASE,
)
_WANTS = re.compile(r"(?:need|requir|suffer)\w*", re.IGNORECASE)
_WHOLE = re.compile(r"\b(?:none of the|not one of the|among the|no \w+ among the) $", re.IGNORECASE)


def can_measure(text: str, quantity: Quantity, counted: Span | None, cue: Cue) -> bool:
    """Say whether the cue can speak of this kind of count: things are not in need, countries cast no vote."""
    is_inside = counted is not None and counted.start <= cue.start < counted.end
    if _is_of_other_scene(text, quantity, cue):
        return False
    is_thing = quantity.unit in ("item", "percent") and counted is not None and not is_inside
    is_thing = is_thing and not (counted and is_person_noun(counted.text.split()[-1].lower()))
    if is_thing and _OF_MEN_AND_THINGS.fullmatch(text, cue.start, cue.end):
        return False
    if cue.measure in _PEOPLES and counted is not None and _ANIMALS.search(counted.text):
        return is_inside  # "drowning 1,300 cattle"
    if cue.measure is Measure.VOTES and quantity.dimension is Dimension.COUNT:
        return is_inside or (counted is None and cue.end <= quantity.span.start)
    if cue.measure is Measure.VOTES and quantity.dimension is Dimension.SHARE:
        return counted is None or not is_inside or "vote" in text[cue.start : cue.end]
    if cue.measure is Measure.AFFECTED and counted is None and quantity.dimension is Dimension.SHARE:
        return _WANTS.match(text, cue.start) is None  # "a two-thirds majority was needed"
    if cue.measure is Measure.AFFECTED and counted is not None:
        is_whom = quantity.unit in ("person", "household", "percent", "building")
        return is_whom or is_inside or bool(PLACES.search(counted.text))
    if ends_ahead(_BASE, text, quantity):
        # "of the 52 on board, 38 drowned": the whole has its own words
        return cue.end <= quantity.span.start or "," not in text[quantity.span.end : cue.start]
    if ends_ahead(_WHOLE, text, quantity) is None or not text[quantity.span.end : cue.start].strip():
        return True  # "among the nine killed"
    return counted is not None and cue.start < counted.end


def _is_of_other_scene(text: str, quantity: Quantity, cue: Cue) -> bool:
    """Say whether the word means something else here: the lifeboat's "picked up" is no arrest."""
    if _PICKED_UP.fullmatch(text, cue.start, cue.end):
        is_rescue = _AT_SEA.search(text) is not None
        is_arrest = not is_rescue and _ASHORE.search(text) is None
        return not (is_rescue if cue.measure is Measure.OTHER else is_arrest)
    if cue.measure is Measure.REFUGEES and quantity.counted and _ARMED.search(quantity.counted.text):
        return True  # soldiers who crossed the border seek no refuge
    if quantity.unit in ("person", "household"):
        return False
    if cue.measure is Measure.OTHER and cue.slot is Slot.VERB and quantity.unit == "item":
        return quantity.counted is not None  # vehicles that are freed or trapped are vehicles
    is_holding = cue.measure is Measure.DETAINED and cue.slot is Slot.OBJECT
    return (
        is_holding or _LOST.fullmatch(text, cue.start, cue.end) is not None
    )  # towns are held, harvests lost
