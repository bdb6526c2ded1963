"""Are the hard sentences that the reader is worked on with well-formed, all dev, and in no other set?"""

import json
from itertools import pairwise
from pathlib import Path

from lab.hard_sentences import WORKED_ON, read_hard
from models.domain.vocabulary import Bound, Dimension, Measure

FOLDER = Path(__file__).parent
ROWS = [json.loads(line) for line in (FOLDER / "hard_dev.jsonl").read_text(encoding="utf-8").splitlines()]
FIGURES = [(row, figure) for row in ROWS for figure in row["figures"]]


def test_all_rows_are_dev_and_stand_in_no_other_set() -> None:
    others = {
        json.loads(line)["text"]
        for name in ("figures", "hard", "hard2", "hard3", "hard4", "hard5")
        for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    }
    texts = [row["text"] for row in ROWS]
    assert {row["split"] for row in ROWS} == {"dev"}
    assert len({row["id"] for row in ROWS}) == len(set(texts)) == len(texts) == 672
    assert not others & set(texts)
    assert not read_hard(WORKED_ON, "test")


def test_spans_slice_back_in_order() -> None:
    for row in ROWS:
        spans = [figure["quantity"] for figure in row["figures"]]
        assert spans, row["id"]
        assert all(row["text"][a:b] == row["text"][a:b].strip() != "" for a, b in spans), row["id"]
        assert all(left[1] <= right[0] for left, right in pairwise(spans)), row["id"]


def test_the_vocabulary_is_known_and_ends_follow_the_bound() -> None:
    for row, figure in FIGURES:
        assert figure["measure"] in set(Measure), row["id"]
        assert figure["dimension"] in set(Dimension), row["id"]
        best, low, high = (figure[key] for key in ("best", "low", "high"))
        match Bound(figure["bound"]):
            case Bound.EXACT | Bound.ABOUT:
                assert best == low == high is not None, row["id"]
            case Bound.AT_LEAST | Bound.MORE_THAN:
                assert (best, high) == (low, None), row["id"]
            case Bound.AT_MOST | Bound.LESS_THAN:
                assert (best, low) == (high, None), row["id"]
            case _:
                assert best is None, row["id"]
                assert None not in (low, high), row["id"]
