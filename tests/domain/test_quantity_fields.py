"""Quantities: interval, width, policies, reasons and context, beyond what one line can say."""

from decimal import Decimal

import pytest

from models.domain.claim import Interval, Quantity
from models.domain.explain import explain
from models.domain.quantities import read_context, read_quantities
from models.domain.vocabulary import Bound, Dimension, VaguePolicy


def _only(sentence: str) -> Quantity:
    [quantity] = read_quantities(sentence)
    return quantity


@pytest.mark.parametrize(
    ("words", "bound", "best", "low", "high"),
    [
        ("12", Bound.EXACT, 12, 12, 12),
        ("about 12", Bound.ABOUT, 12, 12, 12),
        ("at least 12", Bound.AT_LEAST, 12, 12, None),
        ("more than 12", Bound.MORE_THAN, 12, 12, None),
        ("up to 12", Bound.AT_MOST, 12, None, 12),
        ("fewer than 12", Bound.LESS_THAN, 12, None, 12),
        ("between 10 and 12", Bound.BETWEEN, None, 10, 12),
        ("dozens of", Bound.VAGUE, None, 24, 99),
    ],
)
def test_interval_of_every_bound(
    words: str, bound: Bound, best: int | None, low: int | None, high: int | None
) -> None:
    quantity = _only(f"Police arrested {words} men.")
    assert (quantity.bound, quantity.best, quantity.low, quantity.high) == (bound, best, low, high)


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("2 million", "500000"),
        ("3.5 million", "50000"),
        ("3,500,000", "0.5"),
        ("about 3,500,000", "50000"),
        ("about 20", "5"),
        ("seventeen", "0.5"),
        ("a million", "500000"),
        ("half a million", "50000"),
        ("two dozen", "6"),
        ("twelve hundred", "50"),
        ("three hundred and fifty", "0.5"),
        ("40 to 50", "0.5"),
        ("dozens of", "0"),
    ],
)
def test_width_that_the_writing_implies(words: str, precision: str) -> None:
    assert _only(f"Police arrested {words} men.").precision == Decimal(precision)


@pytest.mark.parametrize(
    ("words", "precision"),
    [("A third", "0.0005"), ("Half", "0.5"), ("One in eight", "0.05"), ("3.5%", "0.05")],
)
def test_width_of_shares(words: str, precision: str) -> None:
    assert _only(f"{words} of the men left.").precision == Decimal(precision)


@pytest.mark.parametrize(
    ("words", "low", "high", "least"),
    [
        ("several", 3, 9, 3),
        ("a handful of", 3, 9, 3),
        ("dozens of", 24, 99, 12),
        ("scores of", 40, 199, 20),
        ("hundreds of", 200, 999, 100),
        ("thousands of", 2000, 9999, 1000),
        ("tens of thousands of", 20_000, 99_999, 10_000),
        ("hundreds of thousands of", 200_000, 999_999, 100_000),
        ("several hundred", 300, 999, 300),
    ],
)
def test_both_policies_of_vague_counts(words: str, low: int, high: int, least: int) -> None:
    quantity = _only(f"Police arrested {words} men.")
    assert quantity.under(VaguePolicy.INTERVAL) == quantity
    assert (quantity.low, quantity.high) == (low, high)
    assert quantity.conservative == Interval(Decimal(least), Decimal(least))
    assert quantity.under(VaguePolicy.CONSERVATIVE).high == least


def test_why_names_rules_and_words() -> None:
    assert _only("It took in more than 2 million refugees.").why == (
        "number:digits+scale",
        "bound:more_than",
        "unit:person:refugees",
    )
    assert "bound:more_than:upwards_of" in _only("Upwards of 30 fled.").why


def test_explains_in_plain_english() -> None:
    sentence = "The toll rose to 21 from 17, and dozens were hurt."
    first, _, last = read_quantities(sentence)
    assert ("rose to", "change", "a rise from 17 person") in explain(sentence, first)
    assert explain(sentence, first)[-1] == ("21", "interval", "21 person, give or take 0.5")
    assert explain(sentence, last)[0] == (
        "dozens",
        "vague",
        "read as 24 to 99, or as 12 by the conservative policy",
    )


def test_dollars_are_the_articles() -> None:
    text = "Ottawa says Canada's provinces share $50m. Ontario gets half. Canadian mayors cheered."
    [quantity] = read_quantities("The provinces share $50m.", read_context(text))
    assert (quantity.unit, quantity.dimension) == ("CAD", Dimension.MONEY)
    assert _only("The provinces share $50m.").unit == "USD"
    [explicit] = read_quantities("The provinces share US$50m.", read_context(text))
    assert explicit.unit == "USD"


def test_pounds_of_an_egyptian_article() -> None:
    context = read_context("Cairo will raise the wage to 3,000 pounds, Egyptian state media said.")
    assert read_quantities("The wage is 3,000 pounds.", context)[0].unit == "EGP"


def test_a_shared_currency_name_is_the_nearest_country_s() -> None:
    assert _only("The Danish state will pay 12 million kroner.").unit == "DKK"
    assert _only("Oslo will lend 12 million kroner.").unit == "NOK"


def test_plain_sentences_cost_nothing() -> None:
    assert read_quantities("") == []
    assert read_quantities("The minister resigned.") == []
