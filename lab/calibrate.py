"""Sets what decoding leaves open, with the quantized model on the tuning split: temperatures, thresholds."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lab.corpus.documents import Document, MarkedSentence, read_corpus
from lab.corpus.splits import choose
from lab.export import keep_config
from models.domain.claim import Span
from models.nlp.decoding import Decoding, Logits, score_measures, softmax
from models.nlp.encoding import Encoded
from models.nlp.finder import Asked
from models.nlp.labels import MEASURES
from models.nlp.load import WEIGHTS
from models.nlp.neural import NeuralFinder
from models.nlp.reading import ArticleReader

_TEMPERATURES = np.arange(0.6, 4.01, 0.1)


def main() -> int:
    """Calibrate the weights of a folder and write the values into its config.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    documents, _ = read_corpus()
    values = calibrate(NeuralFinder(options.weights), choose(documents, "dev"))
    print(json.dumps(values))
    keep_decoding(options.weights, values)
    return 0


def keep_decoding(folder: Path, values: dict[str, float]) -> None:
    """Write the values into the folder's config.json and its checksums anew."""
    config = json.loads((folder / "config.json").read_text())
    keep_config(folder, {**config, "decoding": values})


def calibrate(finder: NeuralFinder, documents: list[Document]) -> dict[str, float]:
    """Return the temperatures with the least surprise, and the threshold with the best F1 for statements."""
    measures, wanted, checks, marked, is_bare = _answers(finder, documents)
    measure_temperature = _best_temperature(measures, wanted)
    decoding = Decoding(measure_temperature=measure_temperature)
    check_temperature = _best_temperature(checks, marked)
    worth = softmax(checks / np.float32(check_temperature))[:, 2]
    return {
        "measure_temperature": measure_temperature,
        "confidence_temperature": _best_temperature(*_with_rules(finder, documents, decoding)),
        "check_temperature": check_temperature,
        "worth_checking": _best_threshold(worth[is_bare], marked[is_bare] == 2),
    }


def _answers(
    finder: NeuralFinder, documents: list[Document]
) -> tuple[NDArray[np.float32], NDArray[np.int64], NDArray[np.float32], NDArray[np.int64], NDArray[np.bool_]]:
    """Return measure logits and labels of every marked quantity, and check logits and labels of sentences."""
    measures, wanted, checks, marked, is_bare = [], [], [], [], []
    for sentence, question, encoded, logits in _readings(finder, documents):
        checks.append(logits.check)
        marked.append(sentence.check)
        is_bare.append(not question.quantities)
        for figure in sentence.figures:
            start, end = (at - sentence.start for at in figure.quantity)
            if tokens := encoded.tokens_of(start, end):
                measures.append(logits.measure[tokens].mean(0))
                wanted.append(MEASURES.index(figure.measure))
    return (
        np.stack(measures),
        np.array(wanted),
        np.stack(checks),
        np.array(marked),
        np.array(is_bare),
    )


def _readings(
    finder: NeuralFinder, documents: list[Document]
) -> Iterator[tuple[MarkedSentence, Asked, Encoded, Logits]]:
    """Yield every sentence with its marks, what was asked of the network and what it answers."""
    for document in documents:
        reader = ArticleReader(document.text, document.title, document.published_on)
        spans = [Span.of(document.text, s.start, s.end) for s in document.sentences]
        asked = [Asked(span.text, tuple(reader.quantities(span))) for span in spans]
        answers = finder.read(asked, document.title)
        for sentence, question, (encoded, logits) in zip(document.sentences, asked, answers, strict=True):
            yield sentence, question, encoded, logits


def _with_rules(
    finder: NeuralFinder, documents: list[Document], decoding: Decoding
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Return the scores of model and rules together, and labels, of every marked quantity that is read."""
    scores, wanted = [], []
    for sentence, question, encoded, logits in _readings(finder, documents):
        marked = {figure.quantity[0] - sentence.start: figure.measure for figure in sentence.figures}
        for quantity in question.quantities:
            is_seen = encoded.tokens_of(quantity.span.start, quantity.span.end)
            if is_seen and quantity.span.start in marked:
                scores.append(score_measures(question.text, encoded, quantity, logits, decoding))
                wanted.append(MEASURES.index(marked[quantity.span.start]))
    return np.stack(scores), np.array(wanted)


def _best_temperature(logits: NDArray[np.float32], labels: NDArray[np.int64]) -> float:
    def surprise(temperature: float) -> float:
        probabilities = softmax(logits / np.float32(temperature))[np.arange(len(labels)), labels]
        return float(-np.log(np.maximum(probabilities, 1e-9)).mean())

    return round(float(min(_TEMPERATURES, key=surprise)), 2)


def _best_threshold(scores: NDArray[np.float32], positive: NDArray[np.bool_]) -> float:
    def f1(threshold: float) -> float:
        chosen = scores >= threshold
        hits = float((chosen & positive).sum())
        return 2 * hits / max(1.0, float(chosen.sum() + positive.sum()))

    return round(float(max(np.arange(0.2, 0.81, 0.02), key=f1)), 2)


if __name__ == "__main__":
    sys.exit(main())
