"""The trained model as it is shipped: whole, versioned, quiet, and it marks every sentence in order."""

import hashlib
import os
import re
import subprocess
import sys
from datetime import date

import pytest

from models.domain.vocabulary import Kind, Measure
from models.nlp.finder import Asked
from models.nlp.load import WEIGHTS, load_finder
from models.nlp.neural import NeuralFinder
from models.nlp.pipeline import Pipeline
from models.nlp.rules import RulesFinder


@pytest.fixture(scope="module")
def finder() -> NeuralFinder:
    found = load_finder()
    assert isinstance(found, NeuralFinder)
    return found


def test_the_weights_are_those_of_the_checksums() -> None:
    lines = (WEIGHTS / "SHA256SUMS").read_text().splitlines()
    assert {line.split("  ")[1] for line in lines} >= {
        "model.onnx",
        "model.onnx.data",
        "config.json",
        "tokenizer.json",
    }
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((WEIGHTS / name).read_bytes()).hexdigest() == digest, name


def test_the_name_is_a_semantic_version_written_on_every_extraction(finder: NeuralFinder) -> None:
    assert re.fullmatch(r"claimbench-minilm-\d+\.\d+\.\d+", finder.name)
    assert Pipeline(finder).extract("Two people died.").model == finder.name


def test_sentences_keep_their_order_whatever_their_length(finder: NeuralFinder) -> None:
    texts = [
        "Yes.",
        "A long sentence " * 40,
        "At least 14 people were killed in Kabul, police said.",
        "No?",
    ] * 9
    seen: list[tuple[int, int]] = []
    marks = finder.mark([Asked(text) for text in texts], lambda done, total: seen.append((done, total)))
    assert len(marks) == len(texts)
    assert all(m.check_worthiness > 0.8 for m in marks[2::4])
    assert marks[0].check_worthiness < 0.5
    assert seen[-1] == (36, 36)
    assert finder.mark([]) == []


def test_plain_news_is_read_as_a_desk_would(finder: NeuralFinder) -> None:
    text = (
        "Police said two men were shot dead and 14 people injured in Lyon on Friday. "
        "The alliance has refused a no-fly zone, its secretary-general said. Thank you all for coming."
    )
    extraction = Pipeline(finder).extract(text, published_on=date(2024, 5, 6))
    two, fourteen, statement = extraction.claims
    assert (two.measure, fourteen.measure) == (Measure.KILLED, Measure.INJURED)
    assert two.place is not None
    assert two.place.country == "FR"
    assert two.period is not None
    assert two.period.first_day == date(2024, 5, 3)
    assert two.source is not None
    assert (two.source.span.text, two.source.cue) == ("Police", "said")
    assert statement.kind is Kind.STATEMENT
    worths = [sentence.check_worthiness for sentence in extraction.sentences]
    assert worths[2] < 0.3 < worths[1] < 1


def test_a_very_long_sentence_is_read_to_its_end(finder: NeuralFinder) -> None:
    text = "The list names " + "villages and towns, " * 150 + "where 31 people died."
    claims = [claim for claim in Pipeline(finder).extract(text).claims if claim.quantity]
    assert claims[-1].anchor.text == "31"


def test_the_rules_are_taken_by_name_and_missing_weights_are_named(tmp_path: object) -> None:
    from pathlib import Path

    assert isinstance(load_finder("rules"), RulesFinder)
    empty = Path(str(tmp_path))
    assert isinstance(load_finder(None, empty), RulesFinder)
    with pytest.raises(FileNotFoundError, match="make train"):
        load_finder("model", empty)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_child_after_a_fork_makes_its_own_session(finder: NeuralFinder) -> None:
    finder.mark([Asked("Two people died.")])
    child = os.fork()
    if child == 0:
        before = finder._session
        finder.mark([Asked("Two people died.")])
        os._exit(0 if finder._session is not before else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_loading_and_reading_say_nothing_on_stderr() -> None:
    code = (
        "from models.nlp.load import load_finder; from models.nlp.pipeline import Pipeline; "
        "print(len(Pipeline(load_finder('model')).extract('Two people died.').claims))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("1", "")
