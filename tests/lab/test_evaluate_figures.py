"""Does evaluating figures read the gold, refuse what it does not know, and show mistakes of dev only?"""

import json
from datetime import date
from pathlib import Path

import pytest

from lab.evaluate_figures import GOLD, main, mistakes_of, read_gold
from lab.figure_readers import Answers, Asked, nearest_period, read_periods, read_with_ours
from lab.scoring import Reading, When


def few(tmp_path: Path) -> Path:
    path = tmp_path / "figures.jsonl"
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    chosen = [line for line in lines if json.loads(line)["family"] in {"people", "none"}]
    path.write_text("\n".join(chosen[:20] + chosen[-20:]) + "\n", encoding="utf-8")
    return path


def test_it_prints_every_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(few(tmp_path))]) == 0
    shown = capsys.readouterr().out
    for title in ("Quantities found", "Exact match a field", "by family"):
        assert title in shown


def test_an_unknown_reader_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--readers", "oracle"])
    assert "no such reader: oracle" in capsys.readouterr().err


def test_mistakes_of_the_test_half_stay_unseen() -> None:
    gold = read_gold(GOLD)
    silent = Answers("silent", [[] for _ in gold], 1.0)
    shown = " ".join(mistakes_of(gold, silent))
    assert all(row.asked.text in shown for row in gold if row.split == "dev" and row.figures)
    assert not any(f"{row.id} " in shown for row in gold if row.split == "test")


def test_our_reader_answers_in_order() -> None:
    day = date(2023, 5, 2)
    answers = read_with_ours([Asked("It rained.", day), Asked("More than 2 million people fled.", day)])
    assert answers.readings[0] == []
    (fled,) = answers.readings[1]
    assert (fled.bound, fled.best, fled.unit) == ("more_than", 2_000_000, "person")
    assert answers.sentences_per_second > 0


def test_the_nearest_period_is_chosen() -> None:
    quantity = Reading((20, 22), "exact", None, None, None, "item")
    near, far = When((24, 30), None, None, None), When((0, 5), None, None, None)
    assert nearest_period(quantity, [far, near]) == near
    assert nearest_period(quantity, []) is None


def test_periods_are_resolved_against_publication() -> None:
    (period,) = read_periods(Asked("Six died on 21 March.", date(2023, 5, 4)))
    assert (period.first_day, period.last_day) == ("2023-03-21", "2023-03-21")
