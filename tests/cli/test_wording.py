"""What a claim says in a table's cell."""

from typing import Any

import pytest

from cli import wording


def quantity(**fields: Any) -> dict[str, Any]:
    return {
        "bound": "exact", "best": None, "low": None, "high": None, "precision": "0.5", "unit": "person",
        "counted": None, "per": None, "change": None, "start": 0, "end": 2, "text": "17", **fields,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"best": "17", "low": "17", "high": "17"}, "17 people"),
        ({"bound": "at_least", "best": "17", "low": "17"}, "≥ 17 people"),
        ({"bound": "more_than", "best": "2000000", "low": "2000000"}, "> 2,000,000 people"),
        ({"bound": "at_most", "best": "40", "high": "40"}, "≤ 40 people"),
        ({"bound": "less_than", "best": "20", "high": "20"}, "< 20 people"),
        ({"bound": "about", "best": "3000", "precision": "500"}, "≈ 3,000 ± 500 people"),
        ({"bound": "between", "low": "19000", "high": "22000"}, "19,000 to 22,000 people"),
        ({"bound": "vague", "low": "24", "high": "99"}, "24 to 99 people"),
        ({"bound": "vague", "low": "1000", "high": None}, "≥ 1,000 people"),
        ({"best": "14", "unit": "percent"}, "14 %"),
        ({"best": "-1.30", "unit": "percent"}, "-1.3 %"),
        ({"best": "2400", "unit": "EUR", "per": "household"}, "2,400 EUR per household"),
        ({"best": "4", "unit": "item", "counted": {"text": "battle groups"}}, "4 battle groups"),
        ({"best": "1E+6", "unit": "item"}, "1,000,000"),
        ({"best": "61", "unit": "metre"}, "61 metres"),
        ({"best": "1", "unit": "building"}, "1 building"),
        ({"best": "-12", "unit": "celsius"}, "-12 °C"),
        (
            {"bound": "vague", "low": "24", "high": "99", "unit": "item", "counted": {"text": "them"}},
            "24 to 99",
        ),
    ],
)
def test_an_interval_reads_as_what_it_asserts(fields: dict[str, Any], said: str):
    assert wording.interval(quantity(**fields)) == said


def test_a_change_says_from_what():
    change = {"direction": "up", "from": "17", "from_unit": "person", "by": None, "by_unit": None}
    assert wording.change(quantity(change=change)) == "↑ from 17"


def test_the_quote_takes_the_counted_words_in():
    text = "At least 17 people were killed."
    claim = {
        "sentence": {"start": 100, "end": 131, "text": text},
        "quantity": quantity(
            start=100, end=111, text="At least 17", counted={"start": 112, "end": 118, "text": "people"}
        ),
    }
    assert wording.quoted(claim) == "At least 17 people"


def test_a_period_shows_its_days():
    assert wording.period({"period": {"first_day": "2026-03-03", "last_day": "2026-03-03"}}) == "2026-03-03"
    assert wording.period({"period": {"first_day": None, "last_day": "2026-03-03"}}) == "until 2026-03-03"
    assert wording.period({"period": {"first_day": None, "last_day": None, "text": "recently"}}) == "recently"
    assert wording.period({"period": None}) == ""
