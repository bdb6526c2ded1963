"""Lists of lines: does the label ahead of a number say what it is, and nothing of the lines around it?"""

import pytest

from models.domain.quantities import read_quantities
from models.domain.vocabulary import Measure
from models.nlp.line_labels import named_by_line

LIST = """Deaths: 67
Missing: 30
Houses damaged: 539
Houses fully destroyed: 12
Families affected: 385
of whom displaced: 206
People in relief camps: 350
- Homeless (in shelters): 130
Displacement sites: 47
Livestock lost: 112
Villages hit: 28"""


@pytest.mark.parametrize(
    ("value", "measure"),
    [
        (67, Measure.KILLED),
        (30, Measure.MISSING),
        (539, Measure.BUILDINGS_DAMAGED),
        (12, Measure.BUILDINGS_DESTROYED),
        (385, Measure.AFFECTED),
        (206, Measure.DISPLACED),
        (350, Measure.DISPLACED),
        (130, Measure.DISPLACED),
        (47, None),
        (112, None),
        (28, None),
    ],
)
def test_the_label_of_its_own_line_names_the_number(value: int, measure: Measure | None) -> None:
    quantity = next(q for q in read_quantities(LIST) if q.best == value)
    assert named_by_line(LIST, quantity) is measure


def test_a_sentence_is_no_list() -> None:
    for text in ("Deaths: 67", "Police gave a count:\nMissing: 30 of the crew of 90"):
        assert named_by_line(text, read_quantities(text)[0]) is None
