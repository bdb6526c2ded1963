"""Units once the measure is known: people's measures count people, unless the noun says otherwise."""

from decimal import Decimal

import pytest

from models.domain.claim import Quantity, Span
from models.domain.vocabulary import Bound, Dimension, Measure
from models.nlp.units import settle_unit


def quantity(unit: str = "item") -> Quantity:
    value = Decimal(452)
    return Quantity(
        Span(0, 3, "452"), Bound.EXACT, value, value, value, Decimal("0.5"), unit, Dimension.COUNT
    )


@pytest.mark.parametrize(
    ("noun", "measure", "unit"),
    [
        (None, Measure.DISPLACED, "person"),
        ("displaced", Measure.DISPLACED, "person"),
        ("Brus", Measure.DISPLACED, "person"),
        ("displaced families", Measure.DISPLACED, "household"),
        ("cows", Measure.KILLED, "item"),
        ("villages in the delta", Measure.EVACUATED, "item"),
        ("missiles", Measure.WEAPONS, "item"),
        (None, Measure.BUILDINGS_DESTROYED, "building"),
    ],
)
def test_the_noun_and_the_measure_settle_the_unit(noun: str | None, measure: Measure, unit: str) -> None:
    counted = Span(4, 4 + len(noun), noun) if noun else None
    settled = settle_unit(quantity(), measure, counted)
    assert (settled.unit, settled.counted) == (unit, counted)


def test_a_unit_that_the_words_gave_stays() -> None:
    assert settle_unit(quantity("household"), Measure.KILLED, None).unit == "household"
