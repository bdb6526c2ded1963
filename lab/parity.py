"""Whether the quantized model answers as the trained one: `python -m lab.parity`, head by head."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from lab.corpus.documents import read_corpus
from lab.corpus.splits import choose
from lab.examples import Passage, batches, passages_of, read_articles
from lab.head_scores import HEADS, Arrays, count_right
from lab.model import ClaimModel, base_folder
from models.nlp.encoding import SentenceEncoder
from models.nlp.load import WEIGHTS
from models.nlp.neural import OUTPUTS, NeuralFinder, cut

ALLOWED_LOSS = 0.01
"""What a head's score may lose by quantizing; single tags flip, so logits are not compared."""


REPORT = Path(__file__).resolve().parent / "reports" / "parity.md"


@dataclass(frozen=True, slots=True)
class Parity:
    """One head against the marks, in torch and quantized; ``sentence_vector`` is the mean cosine of both."""

    head: str
    torch_fp32: float
    onnx_int8: float

    @property
    def holds(self) -> bool:
        """Say whether the quantized head is at most a hundredth worse."""
        return self.onnx_int8 >= self.torch_fp32 - ALLOWED_LOSS


def main() -> int:
    """Compare a checkpoint with its export on the tuning split; status 1 where a head lost more."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, default=Path("var/train/best"))
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--write", action="store_true", help=f"keep the report in lab/reports/{REPORT.name}")
    options = parser.parse_args()
    documents, _ = read_corpus()
    passages = passages_of(read_articles(choose(documents, "dev"), SentenceEncoder(base_folder())))
    finder = NeuralFinder(options.weights)
    parities = compare(ClaimModel.from_pretrained(options.checkpoint), finder, passages)
    lines = table(finder.name, parities)
    print("\n".join(lines))
    if options.write:
        REPORT.write_text("\n".join(["# Parity of the quantized model", "", *lines]) + "\n")
    return 0 if all(parity.holds for parity in parities) else 1


def table(name: str, parities: Sequence[Parity]) -> list[str]:
    """Lay out the scores head by head."""
    lines = [
        f"{name} against the marks of the tuning split: F1 of token tags, accuracy of the other heads,",
        f"mean cosine of the sentence vectors. A head may lose {ALLOWED_LOSS} by quantizing.",
        "",
        "| head | torch fp32 | ONNX int8 | holds |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {p.head} | {p.torch_fp32:.4f} | {p.onnx_int8:.4f} | {'yes' if p.holds else 'NO'} |"
        for p in parities
    ]
    return lines


def compare(model: ClaimModel, finder: NeuralFinder, passages: Sequence[Passage]) -> list[Parity]:
    """Score both on *passages*: F1 of token tags, accuracy of the other heads."""
    model.eval()
    sums: dict[str, dict[str, list[float]]] = {"torch": {}, "int8": {}}
    cosines: list[float] = []
    for batch in batches(passages, 640, None):
        with torch.no_grad():
            output = model(**batch.inputs)
        answers: dict[str, Arrays] = {
            "torch": {name: output[name].numpy() for name in OUTPUTS},
            "int8": finder.run([passage.window for passage in batch.passages]),
        }
        for name, arrays in answers.items():
            for head, counts in count_right(arrays, batch).items():
                known = sums[name].setdefault(head, [0.0, 0.0])
                known[0] += counts[0]
                known[1] += counts[1]
        for row, part, _ in batch.sentences():
            left, right = (cut(answers[name], row, part).sentence_vector for name in ("torch", "int8"))
            cosines.append(float(left @ right))
    scores = {name: {head: a / max(1.0, b) for head, (a, b) in parts.items()} for name, parts in sums.items()}
    found = [Parity(head, scores["torch"][head], scores["int8"][head]) for head in HEADS]
    return [*found, Parity("sentence_vector", 1.0, float(np.mean(cosines)))]


if __name__ == "__main__":
    sys.exit(main())
