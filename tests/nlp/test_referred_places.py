"""Where a figure stands whose sentence refers to a place instead of naming it."""

import pytest

from models.nlp.pipeline import Pipeline
from models.nlp.rules import RulesFinder

PIPELINE = Pipeline(RulesFinder())


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("Poland hosts many. It is taking in more than 2 million people.", "more than 2 million", "Poland"),
        ("A nurse was shot in Philadelphia. The city has logged 419 homicides.", "419", "Philadelphia"),
        ("Rain hit Beira. Shelters there hold 1,100 people.", "1,100", "Beira"),
        # "There are" says that they exist; a boy of 14 is as old elsewhere; one named has the say.
        ("The president flew to Beira. There are 40 parties.", "40", None),
        ("The town of Beira lay in ruins. A boy there was 14 years old.", "14 years", None),
        ("Rain hit Beira. He spent time in Colombia with 40 pupils there.", "40", "Colombia"),
        # The bus fell, not the place; a metropolis is no town.
        ("A bus left Lima at dawn. It carried 46 pilgrims.", "46", None),
        ("A convoy was seen from New York. Some 14 lorries reached the town.", "Some 14", None),
    ],
)
def test_the_place_is_the_one_referred_to(text: str, number: str, place: str | None) -> None:
    claims = PIPELINE.extract(text).claims
    (claim,) = (one for one in claims if one.quantity and one.quantity.span.text == number)
    assert (claim.place and claim.place.span.text) == place
    if claim.place:
        assert text[claim.place.span.start : claim.place.span.end] == place
