"""What reviewers teach: only sentences in which a person judged every claim, with the person's values."""

import json
from pathlib import Path

import pytest

from lab.corpus.documents import CorpusError
from lab.corpus.reviewed import read_reviewed
from models.domain.states import DismissReason
from models.domain.vocabulary import Measure
from models.workflow import corrections, review
from models.workflow.learning import training_rows
from tests.factories import TEXT, Desk


def rows(desk: Desk) -> list[dict]:  # type: ignore[type-arg]
    with desk.database.read() as session:
        return list(training_rows(session))


def dismiss(desk: Desk, claim_id: int, reason: DismissReason) -> None:
    version = desk.claim(claim_id).version
    with desk.database.write() as session:
        review.dismiss(session, desk.reviewer, claim_id, version, reason, None, None, desk.now)


def test_nothing_is_taught_before_a_person_acts(desk: Desk) -> None:
    desk.claims()
    assert rows(desk) == []


def test_a_settled_claim_confirms_its_sentence_and_no_other(desk: Desk) -> None:
    killed, _ = desk.claims()
    desk.decide(desk.reviewer, killed)
    (row,) = rows(desk)
    (sentence,) = row["sentences"]
    assert row["text"] == TEXT
    assert (row["genre"], sentence["check"]) == ("reviewed", 2)
    (figure,) = sentence["figures"]
    start, end = figure["quantity"]
    assert TEXT[start:end] == "21"
    assert figure["measure"] == "killed"
    assert TEXT[slice(*figure["source"])] == "The mayor"
    assert figure["cue"] == "said"


def test_a_corrected_field_is_the_persons(desk: Desk) -> None:
    _, fled = desk.claims()
    with desk.database.write() as session:
        version = desk.claim(fled).version
        corrections.apply(session, desk.reviewer, fled, version, {"measure": "evacuated"}, desk.now)
    (row,) = rows(desk)
    assert [f["measure"] for s in row["sentences"] for f in s["figures"]] == ["evacuated"]


def test_a_dismissed_figure_is_none_and_a_wrong_span_teaches_nothing(desk: Desk) -> None:
    killed, fled = desk.claims()
    dismiss(desk, killed, DismissReason.NOT_A_CLAIM)
    dismiss(desk, fled, DismissReason.WRONG_SPAN)
    (row,) = rows(desk)
    (sentence,) = row["sentences"]
    assert (sentence["start"], sentence["check"], sentence["figures"]) == (0, 1, [])


def test_the_lab_reads_what_the_desk_writes(desk: Desk, tmp_path: Path) -> None:
    killed, _ = desk.claims()
    desk.decide(desk.reviewer, killed)
    file = tmp_path / "reviewed.jsonl"
    (row,) = rows(desk)
    file.write_text(json.dumps(row) + "\n")
    (document,) = read_reviewed(file)
    assert document.text == TEXT
    assert [f.measure for s in document.sentences for f in s.figures] == [Measure.KILLED]

    row["text"] = row["text"].replace("21", "31")
    file.write_text(json.dumps(row) + "\n")
    with pytest.raises(CorpusError, match="line 1: the text is not the one"):
        read_reviewed(file)
    file.write_text('{"id": 1}\n')
    with pytest.raises(CorpusError, match="line 1 is no row"):
        read_reviewed(file)
