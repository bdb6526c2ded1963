"""Which unit a count has once its measure is known: what the number's own words left open."""

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
_OF_BUILDINGS = frozenset({Measure.BUILDINGS_DAMAGED, Measure.BUILDINGS_DESTROYED})


def settle_unit(quantity: Quantity, measure: Measure, counted: Span | None) -> Quantity:
    """Return the quantity with what it counts, and a unit where the reader found only "item".

    "349" in "the number of displaced families is 349" counts families; "20 others" that were injured are
    persons; so are people whose name no word list holds ("35,000 Brus").
    """
    settled = replace(quantity, counted=counted)
    if quantity.unit != "item" or quantity.dimension is not Dimension.COUNT:
        return settled
    unit = unit_of_noun(_head(counted.text).lower()) if counted else "item"
    if unit == "item" and measure in _OF_BUILDINGS and counted is None:
        unit = "building"
    if unit == "item" and measure in _OF_PEOPLE and (counted is None or _head(counted.text)[:1].isupper()):
        unit = "person"
    if unit == "item":
        return settled
    return replace(settled, unit=unit, why=(*quantity.why, f"unit:{unit}:measure"))


def _head(words: str) -> str:
    """Return the noun that a phrase is about: the last word before "of", "in" or a comma."""
    for separator in (",", " of ", " in ", " from ", " who ", " that ", " with ", " fleeing "):
        words = words.split(separator, 1)[0]
    return words.split()[-1] if words.split() else ""
