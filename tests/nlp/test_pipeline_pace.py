"""Reading an article costs what its length does: twice the text makes at most about twice the calls."""

import sys
from itertools import pairwise
from types import FrameType
from typing import Any

import pytest

from models.domain.explain import explain
from models.nlp.pipeline import Pipeline
from models.nlp.rules import RulesFinder
from models.nlp.sentences import LONGEST, split
from tests.domain.pace import grows_linearly

_PIPELINE = Pipeline(RulesFinder())
_SHAPES = {
    "no stops": "officials said that at least 12 people were killed and 30 hurt in Paris while 8 miners and ",
    "digits": "1",
    "numbers": "12 ",
    "separators": ", ",
    "and": "and ",
    "ranges": "between 3 and ",
    "quotes": '" ',
    "open quotes": "“",
    "parentheses": "( ",
    "titles": "The Gorge Three And ",
    "marks": "e\u0301\u0301",
    "emoji": "🙂 ",
    "lists": "3 of them ",
    "labels": "Deaths: 3 ",
    "rupees": "Rs 3 ",
    "tags": "#ab 3 ",
    "from": "up 3% to 4 million from ",
}


def _read(text: str) -> None:
    for claim in _PIPELINE.extract(text).claims:
        if claim.quantity is not None:
            explain(text, claim.quantity)


def _calls(text: str) -> int:
    """Count the calls of functions, ours and the interpreter's, that the reading makes."""
    count = 0

    def counting(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counting)
    try:
        _read(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", _SHAPES.values(), ids=_SHAPES)
def test_twice_the_text_makes_about_twice_the_calls(unit: str) -> None:
    _read(unit)
    once, twice = (_calls((unit * size)[:size]) for size in (1_200, 2_400))
    assert twice < 2.6 * once


@pytest.mark.parametrize("shape", ["no stops", "open quotes", "numbers"])
def test_the_time_grows_with_the_text(shape: str) -> None:
    unit = _SHAPES[shape]
    assert grows_linearly(_read, unit, times=600 // len(unit))


@pytest.mark.parametrize("unit", ["12 ", "a, ", "one; two\n", "x", "é"])
def test_a_run_without_an_end_is_cut_and_nothing_lost(unit: str) -> None:
    text = unit * (5 * LONGEST // len(unit))
    spans = split(text)
    assert all(span.text == text[span.start : span.end] and len(span.text) <= LONGEST for span in spans)
    assert all(not text[a.end : b.start].strip() for a, b in pairwise(spans))
    assert sum(len(span.text.split()) for span in spans) >= len(text.split())


def test_a_number_is_not_cut_in_a_long_list() -> None:
    text = "killed 1,200 in Aleppo, 3,400 in Homs, " * 100
    assert {span.text[0] for span in split(text)} <= {"k", "3"}
