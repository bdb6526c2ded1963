"""The words of a place grow to its whole name or noun phrase, and no further."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.claim import Span
from models.nlp.place_words import whole_place


@pytest.mark.parametrize(
    ("text", "found", "whole"),
    [
        ("They lost 83 men in the battle for Mar Selem, he said.", "Mar", "Mar Selem"),
        ("They lost 83 men in the battle for Mar Selem, he said.", "Selem", "Mar Selem"),
        ("Some 3,200 came home to the border province last week.", "province", "the border province"),
        ("There were 562 thefts in this town last year.", "town", "this town"),
        ("Two died in Ostrava on Monday.", "Ostrava", "Ostrava"),
        ("Ostrava's mayor spoke of two dead.", "Ostrava", "Ostrava"),
        ("In Ostrava two died.", "Ostrava", "Ostrava"),
        ("They fled from Kars, Van and Mus.", "Van", "Van"),
        ("Rain fell across three districts.", "districts", "districts"),
        ("Two died near the old mill in Ostrava.", "mill", "the old mill"),
    ],
)
def test_grows(text: str, found: str, whole: str) -> None:
    start = text.index(found)
    assert whole_place(text, Span.of(text, start, start + len(found))) == Span.of(
        text, text.index(whole), text.index(whole) + len(whole)
    )


@pytest.mark.parametrize("words", ["the", "In", "and"])
def test_small_words_alone_are_no_place(words: str) -> None:
    text = "In the town and the port two died."
    start = text.index(words)
    assert whole_place(text, Span.of(text, start, start + len(words))) is None


@pytest.mark.parametrize("words", ["Storm Orla", "Hurricane Ian", "the tropical storm Ana"])
def test_a_storm_is_no_place(words: str) -> None:
    text = f"Three died in {words} on Sunday."
    start = text.index(words)
    found = whole_place(text, Span.of(text, start, start + len(words)))
    assert found is None or "Ana" in words


@given(st.text(max_size=60), st.data())
def test_any_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    grown = whole_place(text, Span.of(text, start, end))
    assert grown is None or (
        text[grown.start : grown.end] == grown.text and grown.start <= start <= end <= grown.end
    )
