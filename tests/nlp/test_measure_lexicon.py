"""Whether the lexicon of measures holds on sentences of its own, each word in the place that it takes."""

from pathlib import Path

import pytest

from models.domain.quantities import read_quantities
from models.nlp.measures import measures_of

SENTENCES = Path(__file__).with_name("measure_lexicon.txt")
"""A sentence a line, and what each of its figures measures."""


def _cases() -> list[tuple[str, str]]:
    rows = (line.rsplit(" | ", 1) for line in SENTENCES.read_text(encoding="utf-8").splitlines())
    return [(sentence, measures) for sentence, measures in rows]


@pytest.mark.parametrize(("sentence", "measures"), _cases())
def test_each_word_speaks_of_the_figure_in_its_place(sentence: str, measures: str):
    found = tuple(read_quantities(sentence))
    read = [measure.value for measure, _ in measures_of(sentence, found)]
    assert " ".join(read) == measures
