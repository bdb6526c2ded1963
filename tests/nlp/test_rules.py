"""The rules reader: what a quantity measures by its words, how certain it is, in which order a desk reads."""

import pytest

from models.domain.claim import Draft
from models.domain.vocabulary import Basis, Certainty
from models.nlp.pipeline import Pipeline
from models.nlp.rules import RulesFinder


def read(text: str) -> dict[str, Draft]:
    claims = Pipeline(RulesFinder()).extract(text).claims
    return {draft.quantity.span.text: draft for draft in claims if draft.quantity is not None}


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Three soldiers died.", {"Three": "killed"}),
        ("3,000 soldiers were deployed.", {"3,000": "troops"}),
        ("The death toll rose to 21.", {"21": "killed"}),
        ("It killed 40 and wounded 200.", {"40": "killed", "200": "injured"}),
        ("Fire gutted 12 houses.", {"12": "buildings_destroyed"}),
        ("The storm damaged 30 shops.", {"30": "buildings_damaged"}),
        ("Some 900 families are homeless.", {"Some 900": "displaced"}),
        ("Chad hosts 400,000 refugees.", {"400,000": "refugees"}),
        ("15 homes were evacuated.", {"15": "evacuated"}),
        ("The plan pledges $61 billion.", {"$61 billion": "money"}),
        ("The 92-year-old walked 3 km.", {"92-year-old": "age", "3 km": "distance"}),
        ("It lasted two hours.", {"two hours": "duration"}),
        ("12 per cent of the population are displaced.", {"12 per cent": "displaced"}),
        ("The motion got 51 votes.", {"51": "votes"}),
    ],
)  # fmt: skip
def test_measures_by_the_words_around(text: str, measures: dict[str, str]) -> None:
    assert {words: str(draft.measure) for words, draft in read(text).items()} == measures


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The army will send 500 troops.", Certainty.PLANNED),
        ("Up to 500 people may have died.", Certainty.POSSIBLE),
        ("The ministry denied that 500 soldiers had died.", Certainty.DENIED),
        ("500 people died.", Certainty.ASSERTED),
        ("500 people died on 2 May 2024.", Certainty.ASSERTED),
    ],
)
def test_certainty_by_its_clause(text: str, certainty: Certainty) -> None:
    (draft,) = read(text).values()
    assert draft.certainty is certainty


def test_basis_is_stock_for_a_running_total_and_flow_for_a_window() -> None:
    assert read("The death toll stands at 21.")["21"].basis is Basis.STOCK
    assert read("Another 21 people were killed overnight.").popitem()[1].basis is Basis.FLOW
    assert read("It cost $5 million.")["$5 million"].basis is None


def test_a_unit_is_settled_by_the_measure() -> None:
    found = read("15 people were hurt and 20 evacuated.")
    units = {words: draft.quantity.unit for words, draft in found.items() if draft.quantity}
    assert units == {"15": "person", "20": "person"}


def test_a_desk_reads_the_dead_before_ages_and_the_many_before_the_few() -> None:
    text = "The 44-year-old said 12 people died in three days and 90,000 fled."
    found = read(text)
    order = sorted(found, key=lambda words: -found[words].check_worthiness)
    assert order == ["90,000", "12", "three days", "44-year-old"]
