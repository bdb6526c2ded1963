"""What a reviewer reads: quantities, periods, reasons and the trail in plain words."""

from typing import Any

import pytest

from api.web.typed import claim_number
from api.web.wording import figures, reasons, trail
from models.domain.states import Verdict
from models.domain.vocabulary import Measure


def quantity(bound: str, best: str | None, low: str | None, high: str | None, **more: Any) -> dict[str, Any]:
    return {
        "text": "…",
        "bound": bound,
        "best": best,
        "low": low,
        "high": high,
        "precision": "0.5",
        "unit": "person",
        "dimension": "count",
        "counted": None,
        "change": None,
        "per": None,
        **more,
    }


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (quantity("more_than", "2000000", "2000000", None), "above 2,000,000 people"),
        (quantity("exact", "21", "21", "21"), "21 people"),
        (quantity("exact", "1", "1", "1"), "1 person"),
        (quantity("about", "3000", "3000", "3000"), "about 3,000 people"),
        (quantity("at_least", "17", "17", None), "17 people or more"),
        (quantity("at_most", "40", None, "40"), "40 people or fewer"),
        (quantity("at_most", "3.50", None, "3.50", unit="percent", dimension="share"), "3.5% or less"),
        (quantity("less_than", "20", None, "20"), "below 20 people"),
        (quantity("between", None, "19000", "22000"), "19,000 to 22,000 people"),
        (quantity("vague", None, "200", "999"), "200 to 999 people"),
        (quantity("vague", None, "100", "100"), "100 people"),
        (quantity("exact", "0", "0", "0"), "0 people"),
        (quantity("exact", "-12", "-12", "-12", unit="celsius", dimension="temperature"), "-12 °C"),
        (quantity("exact", "50000000", "50000000", "50000000", unit="EUR"), "50,000,000 EUR"),
        (
            quantity("exact", "4", "4", "4", unit="item", counted={"text": "battle\ngroups"}),
            "4 battle groups",
        ),
        (quantity("exact", "30", "30", "30", per="day"), "30 people per day"),
    ],
)
def test_a_quantity_is_said_as_an_interval(said: dict[str, Any], words: str):
    assert figures.interval(said) == words


def test_comparison_widens_both_ends_by_the_precision():
    assert figures.compared_as(quantity("more_than", "2000000", "2000000", None, precision="500000")) == (
        "1,500,000 and up"
    )
    assert figures.compared_as(quantity("about", "3000", "3000", "3000", precision="500")) == "2,500 to 3,500"


def test_a_change_says_where_from_and_by_how_much():
    moved = {"direction": "up", "from": "17", "from_unit": "person", "by": None, "by_unit": None}
    assert figures.change(quantity("exact", "21", "21", "21", change=moved)) == "up from 17"
    moved = {"direction": "down", "from": None, "from_unit": None, "by": "40", "by_unit": "percent"}
    assert figures.change(quantity("exact", "21", "21", "21", change=moved)) == "down by 40 %"


def test_a_period_says_its_days():
    assert figures.days({"first_day": "2022-03-24", "last_day": "2022-03-24"}) == "24 March 2022"
    assert figures.days({"first_day": "2022-03-01", "last_day": "2022-03-31"}) == (
        "1 March 2022 to 31 March 2022 (31 days)"
    )
    assert figures.days({"first_day": None, "last_day": "2022-03-31"}) == "until 31 March 2022"
    assert figures.days({"first_day": None, "last_day": None}) == ""


def test_every_measure_has_a_family_of_its_own():
    for measure in Measure:
        homes = [name for name, (_, measures) in figures.FAMILIES.items() if measure in measures]
        assert len(homes) == 1, measure


def test_reasons_are_sentences_even_when_new():
    assert reasons.in_words(["unit:person:before", "bound:at_most:up_to"]) == [
        "Unit: person, as the figure before it",
        "Bound: at most (“up to”)",
    ]
    assert reasons.in_words(["number:digits+scale", "unit:person:civilians", "words:last March", "new"]) == [
        "Number: digits and a scale word",
        "Unit: person (“civilians”)",
        "From the words “last March”",
        "New",
    ]


def test_field_changes_name_old_and_new():
    before = {"place": {"text": "Velmora", "country": None}, "certainty": "asserted"}
    after = {"place": {"text": "Velmora", "country": "PL"}, "certainty": "denied"}
    assert trail.field_changes(before, after) == [
        "Certainty: asserted is now denied",
        "Place: “Velmora” is now “Velmora” (PL)",
    ]


@pytest.mark.parametrize("words", ["12", "#12", "claim 12", "http://desk/claims/12", "/claims/12#bench"])
def test_a_claim_is_cited_by_number_or_address(words: str):
    assert claim_number(words, "http://desk/") == 12


@pytest.mark.parametrize(
    "words", ["https://example.org/12", "http://other/claims/12", "twelve", "", "12 people"]
)
def test_anything_else_is_no_claim(words: str):
    assert claim_number(words, "http://desk/") is None


def test_every_verdict_has_a_key_of_its_own():
    from api.web.wording.review import VERDICTS

    assert {choice.verdict for choice in VERDICTS} == set(Verdict)
    assert [choice.key for choice in VERDICTS] == list("12345678")
