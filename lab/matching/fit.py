"""Which weights put the wanted document first? `python -m lab.matching.fit` fits them on the dev half."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lab.matching.material import DOCUMENTS, Asked, read_documents, read_queries
from lab.matching.measures import average_precision
from models.nlp.load import WEIGHTS
from models.nlp.matching import Matcher
from models.nlp.matching.features import CLOSE, QUICK
from models.nlp.matching.matcher import CLOSE_LOOKS
from models.nlp.matching.vectors import SentenceVectors

Floats = NDArray[np.float64]
POOL = 100
"""The best by each quick feature are what a wanted document must beat."""
STRENGTH = 0.003
"""Of the penalty on squared weights: few posts must not fix many weights."""
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """The features of the documents one post is compared with, and which of them is wanted."""

    features: Floats
    wanted: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Print both sets of weights and how they do on posts they were not fitted on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=WEIGHTS, help="the folder of the exported weights")
    parser.add_argument("--cache", type=Path, help="keep the documents' vectors here")
    parser.add_argument("--words", action="store_true", help="fit the weights that are used without vectors")
    parser.add_argument("--strength", type=float, default=STRENGTH)
    options = parser.parse_args(arguments)
    documents = read_documents(DOCUMENTS)
    vectors = None if options.words else SentenceVectors(options.model)
    matcher = Matcher(documents, vectors, cache=options.cache)
    examples = collect(matcher, read_queries("dev"))
    width = len(QUICK)
    quick = [Example(example.features[:, :width], example.wanted) for example in examples]
    report("first", QUICK, quick, options.strength)
    first = fit(quick, options.strength)
    near = [nearest(example, first, width) for example in examples]
    report("closely", (*QUICK, *CLOSE), near, options.strength)
    return 0


def collect(matcher: Matcher, queries: Sequence[Asked]) -> list[Example]:
    """Return, for every post, the features of the best documents by any quick feature."""
    examples = []
    for asked in queries:
        query = matcher.read(asked.text)
        quick = matcher.quick(query)
        wanted = matcher.ids.index(asked.wanted)
        best = {int(n) for column in quick.T for n in np.argsort(-column, kind="stable")[:POOL]} | {wanted}
        numbers = sorted(best)
        features = np.concatenate([quick[numbers], matcher.close(query, numbers)], axis=1)
        examples.append(Example(features.astype(np.float64), numbers.index(wanted)))
    return examples


def nearest(example: Example, first: Floats, width: int) -> Example:
    """Keep what is looked at closely, and the wanted document in any case."""
    order = np.argsort(-(example.features[:, :width] @ first), kind="stable")[:CLOSE_LOOKS]
    numbers = sorted({int(n) for n in order} | {example.wanted})
    return Example(example.features[numbers], numbers.index(example.wanted))


def fit(examples: Sequence[Example], strength: float, steps: int = 600) -> Floats:
    """Return the weights, none below 0, that make the wanted documents likeliest.

    A softmax over each post's documents, squared weights penalized, by gradient descent (Adam) from zero.
    """
    width = examples[0].features.shape[1]
    weights, mean, spread = np.zeros(width), np.zeros(width), np.zeros(width)
    for step in range(1, steps + 1):
        gradient = strength * weights
        for example in examples:
            scores = example.features @ weights
            likely = np.exp(scores - scores.max())
            likely /= likely.sum()
            gradient += (likely @ example.features - example.features[example.wanted]) / len(examples)
        mean = 0.9 * mean + 0.1 * gradient
        spread = 0.999 * spread + 0.001 * gradient**2
        rate = 0.1 * (1 - step / steps) + 0.002
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
        weights = np.maximum(weights, 0.0)
    return weights


def precision(examples: Sequence[Example], weights: Floats) -> float:
    """Return MAP@5."""
    total = 0.0
    for example in examples:
        scores = example.features @ weights
        total += average_precision(1 + int((scores > scores[example.wanted]).sum()))
    return total / len(examples)


def report(name: str, features: Sequence[str], examples: Sequence[Example], strength: float) -> None:
    """Print the weights fitted on all posts, and MAP@5 by folds where each post is left out once."""
    held_out = 0.0
    for fold in range(FOLDS):
        kept = [example for n, example in enumerate(examples) if n % FOLDS != fold]
        left = [example for n, example in enumerate(examples) if n % FOLDS == fold]
        held_out += precision(left, fit(kept, strength)) * len(left) / len(examples)
    weights = fit(examples, strength)
    print(f"{name}: MAP@5 {precision(examples, weights):.3f}, on posts left out {held_out:.3f}")
    for feature, weight in zip(features, weights, strict=True):
        print(f'    "{feature}": {weight:.1f},')


if __name__ == "__main__":
    sys.exit(main())
