"""The marked corpus: it holds, its split is frozen, and what does not hold is refused by name."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from lab.corpus import documents, splits, validate
from lab.corpus.documents import CorpusError, document_of, read_corpus, read_rows
from lab.corpus.sheet import compile_sheet
from lab.corpus.splits import choose, freeze, split_of
from lab.corpus.validate import faults_of

SHEET = """
{"doc":"w9-001","title":"T","date":"2023-05-02","genre":"wire"}
{"s":"Kyiv said on Monday that 14 civilians and 14 soldiers had died.","c":2,"src":"Kyiv","f":[FIRST,OTHER]}
{"s":"A day later it was 15.","c":2,"p":1,"f":[{"q":"15","m":"killed","where":"Kyiv@-1","chg":"up"}]}
"""
FIRST = '{"q":"14","n":"civilians","m":"killed","b":"stock","when":"Monday","src":"Kyiv","cue":"said"}'
OTHER = '{"q":"14#2","n":"soldiers","m":"killed","where":"Kyiv"}'
LINES = SHEET.replace("FIRST", FIRST).replace("OTHER", OTHER).strip().splitlines()


@pytest.fixture
def row() -> dict[str, Any]:
    (compiled,), errors = compile_sheet(LINES, {})
    assert errors == []
    return compiled


def test_the_committed_corpus_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert validate.main() == 0
    assert "0 faults" in capsys.readouterr().out


def test_no_wikinews_text_is_in_the_repository() -> None:
    for row in read_rows(documents.WIKINEWS):
        assert set(row) == {"id", "sha256", "sentences"}


def test_every_document_stands_in_the_part_its_name_says() -> None:
    frozen = json.loads(documents.SPLITS.read_text())
    known = {row["id"] for path in (documents.WRITTEN, documents.WIKINEWS) for row in read_rows(path)}
    parts = {name: set(part["documents"]) for name, part in frozen.items()}
    assert set().union(*parts.values()) == known
    assert sum(map(len, parts.values())) == len(known)
    assert all(split_of(one) == name for name, part in parts.items() for one in part)


def test_a_split_changed_by_hand_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "splits.json"
    freeze([f"w1-{n:03d}" for n in range(40)], path)
    frozen = json.loads(path.read_text())
    frozen["train"]["documents"].append(frozen["test"]["documents"].pop())
    path.write_text(json.dumps(frozen))
    with pytest.raises(CorpusError, match="checksum"):
        choose([], "train", path)


def test_quoted_words_become_offsets_that_slice_back(row: dict[str, Any]) -> None:
    document = document_of(row)
    first, second = document.sentences[0].figures
    cut = [document.text[slice(*span)] for span in (first.quantity, first.counted, second.counted) if span]
    assert cut == ["14", "civilians", "soldiers"]
    assert first.quantity[0] < second.quantity[0]
    (later,) = document.sentences[1].figures
    assert later.place == document.sentences[0].source


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda r: r["sentences"][0]["figures"][0].update(measure="deads"), "'deads' is no measure"),
        (lambda r: r["sentences"][0]["figures"][0].update(basis="steady"), "'steady' is no basis"),
        (lambda r: r["sentences"][0].update(check=3), "check is 0, 1 or 2"),
        (lambda r: r["sentences"][1].update(start=5), "overlap or stand out of order"),
        (lambda r: r["sentences"][0]["figures"][0].update(quantity=[24, 60]), "quantities overlap"),
        (lambda r: r["sentences"][0]["figures"][0].update(counted=[25, 36]), "overlaps its quantity"),
        (lambda r: r["sentences"][0].update(source=[4, 9]), "white space"),
        (lambda r: r["sentences"][0].update(place=[70, 75]), "stands after its sentence"),
    ],
)
def test_what_training_would_trip_over_is_refused(row: dict[str, Any], change: Any, fault: str) -> None:
    assert list(faults_of(row, row["text"])) == []
    broken = copy.deepcopy(row)
    change(broken)
    assert any(fault in found for found in faults_of(broken, broken["text"]))


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ('{"s":"Nine fled.","c":2,"f":[{"q":"Ten","m":"displaced"}]}', "'Ten' does not stand"),
        ('{"s":"Nine fled.","c":2,"f":[{"q":"Nine","m":"fled"}]}', "'fled' is not a valid Measure"),
        ('{"s":"Nine fled.","c":5}', "c (check) must be 0, 1 or 2"),
        ('{"s":"Nine fled.","c":2,"x":1}', "unknown keys ['x']"),
    ],
)
def test_a_sheet_that_quotes_what_is_not_there_is_refused(line: str, error: str) -> None:
    compiled, (fault,) = compile_sheet([LINES[0], line], {})
    assert compiled == []
    assert error in fault


def test_a_text_that_is_not_the_marked_one_is_refused(row: dict[str, Any]) -> None:
    marked = {"id": "wn", "sha256": "0" * 64, "sentences": []}
    with pytest.raises(CorpusError, match="SHA-256"):
        document_of(marked, {"text": row["text"], "title": "T", "published_on": None})


def test_a_missing_corpus_is_named_with_what_it_costs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CLAIMBENCH_CORPUS", str(tmp_path))
    found, (note,) = read_corpus()
    assert {document.genre for document in found}.isdisjoint({"wikinews"})
    assert "marked sentences are left out" in note
    assert len(choose(found, "train")) > 100
    assert splits.split_of("w1-001") in ("train", "dev", "test")
