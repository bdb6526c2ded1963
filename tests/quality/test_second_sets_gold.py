"""Are the second hard set, the displacement excerpts and further reports frozen and true to their text?"""

import hashlib
import json
import re
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from lab.hard_sentences import SECOND_GOLD, HardScore, hard_table, read_hard
from lab.incidents import EXCERPTS as EXCERPTS_FILE
from lab.incidents import REPORTS, UNSEEN_EXCERPTS, IncidentScore, incident_table
from lab.incidents import read_gold as read_excerpts
from models.domain.vocabulary import Bound, Dimension, Measure

FOLDER = Path(__file__).parent
DECIMAL = re.compile(r"-?(0|[1-9]\d*)(\.\d*[1-9])?")
OPEN_LOW, OPEN_HIGH = {Bound.AT_MOST, Bound.LESS_THAN}, {Bound.AT_LEAST, Bound.MORE_THAN}
MOVED = {Measure.DISPLACED, Measure.EVACUATED, Measure.REFUGEES, Measure.RETURNED}


def read_gold(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


HOUSED = {Measure.BUILDINGS_DAMAGED, Measure.BUILDINGS_DESTROYED}
HARD, EXCERPTS = read_gold("hard2.jsonl"), read_gold("displacement.jsonl")
THIRD, FOURTH, FIFTH = (read_gold(f"hard{number}.jsonl") for number in (3, 4, 5))
UNSEEN, TOLLS = read_gold("displacement2.jsonl"), read_gold("incidents_dev.jsonl")
FIGURES = [(row, figure) for row in HARD + THIRD + FOURTH + FIFTH for figure in row["figures"]]


@pytest.mark.parametrize(
    "name", ["hard2", "hard3", "hard4", "hard5", "displacement", "displacement2", "incidents_dev"]
)
def test_the_file_is_the_frozen_one(name: str) -> None:
    written = (FOLDER / f"{name}.sha256").read_text(encoding="ascii").split()[0]
    assert hashlib.sha256((FOLDER / f"{name}.jsonl").read_bytes()).hexdigest() == written


def test_each_set_is_of_one_half_and_no_text_is_in_another_set() -> None:
    earlier = {row["text"] for name in ("figures", "hard", "incidents") for row in read_gold(f"{name}.jsonl")}
    rows = HARD + THIRD + FOURTH + FIFTH + EXCERPTS + UNSEEN + TOLLS
    texts = [row["text"] for row in rows]
    assert {row["split"] for row in HARD + THIRD + FOURTH + FIFTH + UNSEEN} == {"test"}
    assert {row["split"] for row in EXCERPTS + TOLLS} == {"dev"}
    assert len({row["id"] for row in rows}) == len(set(texts)) == len(texts)
    assert not earlier & set(texts)


def test_there_are_as_many_as_the_readme_says_in_the_families_of_the_first_set() -> None:
    assert (len(HARD), len(THIRD), len(FOURTH), len(FIFTH), len(FIGURES)) == (160, 80, 40, 60, 626)
    assert (len(EXCERPTS), len(TOLLS)) == (138, 20)
    families = Counter(row["family"] for row in HARD)
    assert set(families) == {row["family"] for row in read_gold("hard.jsonl")}
    assert min(families.values()) >= 4


def test_spans_of_figures_slice_back_in_order() -> None:
    for row, figure in FIGURES:
        for span in filter(None, (figure["quantity"], figure["counted"])):
            words = row["text"][slice(*span)]
            assert words == words.strip() != "", row["id"]
    for row in HARD:
        spans = [figure["quantity"] for figure in row["figures"]]
        assert spans, row["id"]
        assert all(left[1] <= right[0] for left, right in pairwise(spans)), row["id"]


def test_numbers_are_canonical_and_lie_in_the_interval_of_their_bound() -> None:
    for row, figure in FIGURES:
        bound, best, low, high = (figure[key] for key in ("bound", "best", "low", "high"))
        change = figure["change"] or {}
        numbers = (best, low, high, figure["precision"], change.get("from"), change.get("by"))
        for number in filter(None, numbers):
            assert DECIMAL.fullmatch(number), (row["id"], number)
        if bound in {Bound.EXACT, Bound.ABOUT}:
            assert best == low == high is not None, row["id"]
        elif bound in OPEN_HIGH:
            assert (best, high) == (low, None), row["id"]
        elif bound in OPEN_LOW:
            assert (best, low) == (high, None), row["id"]
        else:
            assert bound in {Bound.BETWEEN, Bound.VAGUE}, row["id"]
            assert best is None, row["id"]
            assert Decimal(low) < Decimal(high), row["id"]


def test_units_dimensions_and_measures_are_known() -> None:
    dimensions: dict[str, set[str]] = {}
    for row, figure in FIGURES:
        assert figure["measure"] in set(Measure), row["id"]
        assert figure["dimension"] in set(Dimension), row["id"]
        is_currency = bool(re.fullmatch(r"[A-Z]{3}", figure["unit"]))
        assert (figure["dimension"] == "money") == is_currency, row["id"]
        dimensions.setdefault(figure["unit"], set()).add(figure["dimension"])
    earlier = {(f["unit"], f["dimension"]) for row in read_gold("figures.jsonl") for f in row["figures"]}
    assert {unit: found for unit, found in dimensions.items() if len(found) > 1} == {}
    shared = {unit for unit, _ in earlier} & set(dimensions)
    assert all((unit, *dimensions[unit]) in earlier for unit in shared)


def test_an_excerpt_quotes_its_figure_of_people_or_homes() -> None:
    for row in EXCERPTS + UNSEEN:
        gold = row["gold"]
        for span in filter(None, [*row["sentences"], gold["quantity"], gold["place"]]):
            assert row["text"][span["start"] : span["end"]] == span["text"] != "", row["id"]
        assert 1 <= len(row["sentences"]) <= 7, row["id"]
        assert Decimal(gold["value"] or gold["low"]) > 0, row["id"]
        assert gold["group"] in MOVED | HOUSED, row["id"]
        assert (gold["unit"] == "building") == (gold["group"] in HOUSED), row["id"]
        assert gold["unit"] in {"person", "household", "building"}, row["id"]
        assert gold["bound"] in set(Bound), row["id"]
        assert row["kind"] == "displacement", row["id"]
        assert gold["first"], row["id"]


def test_a_report_of_few_who_moved_asks_first_for_the_dead_or_the_hurt_that_it_states() -> None:
    for row in TOLLS:
        gold = row["gold"]
        for sentence in row["sentences"]:
            assert row["text"][sentence["start"] : sentence["end"]] == sentence["text"], row["id"]
        assert row["kind"] == "incident", row["id"]
        assert gold["first"] == ("killed" if gold["killed"] else "injured"), row["id"]
        assert gold[gold["first"]] > 0, row["id"]


def test_the_evaluation_reads_each_set_as_its_half_only_and_lists_no_unseen_misses() -> None:
    sentences = read_hard(SECOND_GOLD, "test")
    assert (len(sentences), len(read_excerpts("dev", EXCERPTS_FILE))) == (160, 138)
    assert len(read_excerpts("test", UNSEEN_EXCERPTS)) == len(UNSEEN) == 70
    assert not read_excerpts("dev", UNSEEN_EXCERPTS)
    assert not read_hard(SECOND_GOLD, "dev")
    assert not read_excerpts("test", EXCERPTS_FILE)
    assert not read_excerpts("test", REPORTS)
    score = HardScore()
    for sentence in sentences:
        score.add(sentence, [])
    assert (score.figures.of, score.misses) == (218, [])


def test_both_sets_stand_in_the_tables_as_rows_of_their_own() -> None:
    table = hard_table({"rules": HardScore()}, {"hard, second set": {"rules": HardScore()}})
    assert "hard, second set" in list(table.columns[0].cells)
    unseen = IncidentScore()
    unseen.value.count(True)
    lines = incident_table({"rules": IncidentScore()}, {"rules": {"unseen": unseen}})
    assert "| unseen excerpt: value found | 1.00 (1 of 1) |" in lines
