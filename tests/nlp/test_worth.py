"""Worth: does the measure decide first, size and signals then, and does it stay between 0 and 1 in order?"""

import math

import pytest

from models.domain.claim import Quantity
from models.domain.quantities import read_quantities
from models.domain.vocabulary import Certainty, Measure
from models.nlp.worth import press, terms_of, worth_of_figure
from models.nlp.worth_weights import WEIGHTS


def quantity(text: str) -> Quantity:
    return read_quantities(text)[0]


def worth(text: str, measure: Measure, *signals: str, number: int = 0, sure: float = 1.0) -> float:
    return worth_of_figure(quantity(text), measure, Certainty.ASSERTED, sure, number, signals)


def test_the_measure_decides_first() -> None:
    assert worth("40 people", Measure.KILLED) > worth("40 people", Measure.DETAINED)
    assert worth("40 people", Measure.DETAINED) > worth("40 years", Measure.AGE)


def test_a_bigger_figure_of_a_kind_comes_first() -> None:
    assert worth("4,000 people", Measure.DISPLACED) > worth("40 people", Measure.DISPLACED)


def test_the_dead_come_before_the_few_that_a_fire_moves_and_behind_the_many() -> None:
    assert worth("16 people", Measure.KILLED) > worth("40 people", Measure.EVACUATED)
    assert worth("16 people", Measure.KILLED) < worth("16,000 people", Measure.EVACUATED)


def test_the_part_of_a_count_comes_before_the_population_around_it() -> None:
    assert worth("1,900 people", Measure.RETURNED) > worth("7,200 people", Measure.DISPLACED, "whole")
    assert worth("64 people", Measure.INJURED, "whole") == worth("64 people", Measure.INJURED)


def test_what_is_new_matters_of_moves_only() -> None:
    assert worth("300 people", Measure.DISPLACED, "new") > worth("300 people", Measure.DISPLACED)
    assert worth("300 people", Measure.KILLED, "new") == worth("300 people", Measure.KILLED)


def test_later_sentences_and_those_nobody_would_check_yield() -> None:
    first = worth("300 people", Measure.KILLED)
    assert (
        first > worth("300 people", Measure.KILLED, number=2) > worth("300 people", Measure.KILLED, number=4)
    )
    assert worth("300 people", Measure.KILLED, number=4) == worth("300 people", Measure.KILLED, number=40)
    assert first > worth("300 people", Measure.KILLED, sure=0.3)


def test_a_stated_zero_is_worth_less_than_one() -> None:
    assert worth("no people", Measure.KILLED) < worth("one person", Measure.KILLED)


def test_all_terms_have_a_weight() -> None:
    for measure in Measure:
        for certainty in Certainty:
            terms = terms_of(quantity("40 per cent"), measure, certainty, 0.5, 3, ())
            assert set(terms) <= set(WEIGHTS)


@pytest.mark.parametrize(("low", "high"), [(0.1, 0.2), (0.59, 0.61), (0.9, 0.95), (1.2, 1.3)])
def test_pressing_keeps_the_order_below_one(low: float, high: float) -> None:
    assert 0 < press(low) < press(high) < 1


def test_what_is_low_is_not_pressed() -> None:
    assert math.isclose(press(0.5), 0.5)
