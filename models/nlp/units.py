"""Which unit a count has once its measure is known: what the number's own words left open."""

import re
from dataclasses import replace

from models.domain.claim import Quantity, Span
from models.domain.reading.nouns import unit_of_noun
from models.domain.vocabulary import Dimension, Measure

_OF_PEOPLE = frozenset(
    {
        Measure.KILLED,
        Measure.INJURED,
        Measure.CASUALTIES,
        Measure.MISSING,
        Measure.DETAINED,
        Measure.DISPLACED,
        Measure.REFUGEES,
        Measure.RETURNED,
        Measure.EVACUATED,
        Measure.TROOPS,
    }
)
_NO_PEOPLE = frozenset(
    re.findall(
        r"\w+",
        """
        animals animal cattle cows cow livestock sheep goats goat horses dogs cats birds fish pigs
        chickens poultry elephants whales koalas camels buffaloes trees villages village towns cities
        districts areas communities neighbourhoods neighborhoods settlements camps schools hospitals
        shelters centres centers islands provinces homes houses buildings certificates reports cases
        incidents attacks killings
        """,
    )
)
"""What is killed, evacuated or lost besides people; any other noun that no word list holds counts people."""
_OF_BUILDINGS = frozenset({Measure.BUILDINGS_DAMAGED, Measure.BUILDINGS_DESTROYED})


def settle_unit(quantity: Quantity, measure: Measure, counted: Span | None) -> Quantity:
    """Return the quantity with what it counts, and a unit where the reader found only "item".

    "349" in "the number of displaced families is 349" counts families; "20 others" that were injured are
    persons; so is whatever no word list holds and people's measures count ("35,000 Brus", "452 displaced").
    """
    settled = replace(quantity, counted=counted)
    if quantity.unit != "item" or quantity.dimension is not Dimension.COUNT:
        return settled
    # Infections, whoever has them; votes, whoever cast them.
    is_of_acts = measure in (Measure.CASES, Measure.VOTES) and quantity.counted is None
    unit = unit_of_noun(_head(counted.text).lower()) if counted and not is_of_acts else "item"
    if unit == "item" and measure in _OF_BUILDINGS and counted is None:
        unit = "building"
    if (
        unit == "item"
        and measure in _OF_PEOPLE
        and not (counted and _head(counted.text).lower() in _NO_PEOPLE)
    ):
        unit = "person"
    if unit == "item":
        return settled
    return replace(settled, unit=unit, why=(*quantity.why, f"unit:{unit}:measure"))


def _head(words: str) -> str:
    """Return the noun that a phrase is about: the last word before "of", "in" or a comma."""
    for separator in (",", " of ", " in ", " from ", " who ", " that ", " with ", " fleeing "):
        words = words.split(separator, 1)[0]
    return words.split()[-1] if words.split() else ""
