"""What more text and more layers would bring: `python -m lab.learning_curve` trains short runs of each."""

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import torch

from lab.corpus.documents import read_corpus
from lab.corpus.splits import choose
from lab.examples import read_articles
from lab.head_scores import HEADS
from lab.model import base_folder
from lab.train import Recipe, base_vectors, dev_scores, train
from models.nlp.encoding import SentenceEncoder

REPORT = Path(__file__).resolve().parent / "reports" / "learning.md"
RUNS = {
    "a quarter of the documents": Recipe(share=0.25),
    "half": Recipe(share=0.5),
    "all": Recipe(),
    "all, every sentence alone without title": Recipe(neighbours=0),
    "all, the heads at the last of 6 layers": Recipe(head_layer=6),
    "all, the lower 4 of 6 layers": Recipe(layers=4),
    "all, the lower 3 of 6 layers": Recipe(layers=3),
}


def main() -> int:
    """Train every run from the base encoder and score it on the tuning split in fp32."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=3, help="of every run; the shipped model has more")
    parser.add_argument("--runs", type=int, default=len(RUNS), help="only so many of them")
    parser.add_argument("--write", action="store_true", help=f"keep the report in lab/reports/{REPORT.name}")
    options = parser.parse_args()
    documents, _ = read_corpus()
    tuning = read_articles(choose(documents, "dev"), SentenceEncoder(base_folder()))
    lines = [
        f"Scores of the heads on the tuning split, fp32, after {options.epochs} epochs from the base encoder",
        "(the shipped model has more: they compare with each other only). F1 of token tags, accuracy of",
        "the other heads; vectors: mean cosine of the sentence vectors with the base model's. Smaller runs",
        "take fewer steps, as a smaller corpus would.",
        "",
        "| trained on | " + " | ".join(HEADS) + " | mean | vectors |",
        "|---" * (len(HEADS) + 3) + "|",
    ]
    kept = base_vectors(tuning, torch.device("cpu"))
    for name, recipe in list(RUNS.items())[: options.runs]:
        with TemporaryDirectory() as folder:
            model = train(replace(recipe, epochs=options.epochs), Path(folder), "claimbench-curve-0.0.0")
        scores = dev_scores(model, tuning, torch.device("cpu"), kept, bool(recipe.neighbours))
        print(json.dumps({"run": name, **scores}), flush=True)
        lines.append(
            f"| {name} | " + " | ".join(f"{scores[head]:.3f}" for head in (*HEADS, "mean", "vectors")) + " |"
        )
    print("\n".join(lines))
    if options.write:
        made_by = f"Made by `python -m lab.learning_curve --epochs {options.epochs} --write`."
        REPORT.write_text("\n".join(["# Learning curves", "", made_by, "", *lines]) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
