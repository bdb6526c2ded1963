"""Windows: sentences side by side behind the title, each found again under its own range of tokens."""

import pytest

from models.nlp.encoding import Encoded
from models.nlp.windows import LONGEST_TITLE, Part, windows_of

CLS, SEP = 101, 102


def sentence(*words: int, kind: int = 0) -> Encoded:
    size = len(words) + 2
    types = [0, *[kind] * len(words), 0]
    return Encoded([CLS, *words, SEP], types, [(0, 0)] * size)


def test_neighbours_share_a_window_and_their_separators() -> None:
    (window,) = windows_of([sentence(1, 2, kind=5), sentence(3, kind=6)], sentence(9), 20)
    assert window.ids == [CLS, 9, SEP, 1, 2, SEP, 3, SEP]
    assert window.types == [0, 0, 0, 5, 5, 0, 6, 0]
    assert window.parts == [Part(0, 2, 6), Part(1, 5, 8)]


def test_every_part_is_as_long_as_its_sentence_and_holds_its_words() -> None:
    sentences = [sentence(*range(1, size + 1)) for size in (3, 1, 7, 2, 2, 40, 1)]
    for title in (None, sentence(50, 51)):
        for longest in (0, 12, 30, 500):
            windows = windows_of(sentences, title, longest)
            parts = [(window, part) for window in windows for part in window.parts]
            assert [part.number for _, part in parts] == list(range(len(sentences)))
            for window, part in parts:
                own = sentences[part.number].ids
                assert window.ids[part.start : part.end][1:] == own[1:]
                assert part.end - part.start == len(own)


@pytest.mark.parametrize("longest", [0, 9, 10])
def test_no_window_of_several_is_longer_than_asked(longest: int) -> None:
    windows = windows_of([sentence(1, 2), sentence(3, 4), sentence(5)], sentence(9), longest)
    assert all(len(window.ids) <= longest or len(window.parts) == 1 for window in windows)


def test_without_a_title_the_first_sentence_keeps_its_own_start() -> None:
    (window,) = windows_of([sentence(1), sentence(2)], None, 20)
    assert window.ids == [CLS, 1, SEP, 2, SEP]
    assert window.parts == [Part(0, 0, 3), Part(1, 2, 5)]


def test_a_long_title_is_cut_and_an_empty_one_left_out() -> None:
    (window,) = windows_of([sentence(1)], sentence(*range(100)), 200)
    assert len(window.ids) == LONGEST_TITLE + 2
    assert window.ids[LONGEST_TITLE - 1] == SEP
    (window,) = windows_of([sentence(1)], sentence(), 200)
    assert window.ids == [CLS, 1, SEP]
