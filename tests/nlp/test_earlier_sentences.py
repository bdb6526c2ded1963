"""A part of a whole that the sentence before names measures what the whole does."""

import pytest

from models.nlp.pipeline import Pipeline
from models.nlp.rules import RulesFinder

_PIPELINE = Pipeline(RulesFinder())


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The blast killed 31 people. Twelve were police officers.", ["killed", "killed"]),
        ("Floods displaced 4,000. Half of them are children.", ["displaced", "displaced"]),
        ("Thirty people were killed and 12 hurt. Five were nurses.", ["killed", "injured", "other"]),
        ("The blast killed 31 people. Police came. Twelve were officers.", ["killed", "other"]),
        ("The blast killed 31 people. Twelve shops were open.", ["killed", "other"]),
        ("Nine camps ring the town. They hold 4,100 people.", ["other", "displaced"]),
        ("Rebels run the nine camps. Police said they hold 4,100 people.", ["other", "detained"]),
        ("Rebels run the town. They hold 4,100 people.", ["detained"]),
        ("Some 300 people work there. Twelve were engineers.", ["other", "other"]),
    ],
)
def test_the_sentence_before_says_what_its_parts_measure(text: str, measures: list[str]) -> None:
    claims = [claim for claim in _PIPELINE.extract(text).claims if claim.quantity is not None]
    assert [claim.measure.value for claim in claims if claim.measure] == measures


def test_a_carried_measure_has_its_basis_and_is_less_sure() -> None:
    part = _PIPELINE.extract("The blast killed 31 people. Twelve were police officers.").claims[1]
    assert part.basis is not None
    assert part.confidence["measure"] == 0.5
