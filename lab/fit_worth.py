"""Fit what raises and lowers a figure's worth to gold of which figure comes first, and write the weights.

python -m lab.fit_worth            prints them with cross-validated figures
python -m lab.fit_worth --write    writes models/nlp/worth_weights.py
"""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from lab.corpus.documents import read_corpus
from lab.corpus.splits import choose
from lab.ranked_figures import Before, FigureRanker, Ranked, read_checked, read_first, read_tolls
from models.nlp import worth_weights
from models.nlp.load import load_finder

Floats = NDArray[np.float64]
FOLDS = 8
STRENGTH = 5.0
"""C of the regression: how far the data may draw a weight from where a hand set it."""
COUNTS = {"excerpts": 1.0, "reports": 1.0, "tolls": 0.2, "corpus": 0.1}
"""What one document counts: the articles of a story are alike, the corpus does not say what is first."""
SURE = 30.0
"""By how much the scale of the whole is freed from the pull to zero."""
BY_HAND = {
    "small": -0.200,
    "late": -0.024,
    "dull": -0.350,
    "share": -0.105,
    "denied": -0.030,
    "possible": -0.083,
    "planned": -0.105,
    "part": -0.062,
    "more": -0.030,
    "past": -0.128,
    "total": 0.030,
    "loose": -0.030,
    "headlined": 0.049,
}
"""Where the fit starts from and returns to where the data say nothing; all others start from nothing."""
NAMES = sorted(worth_weights.WEIGHTS)


def main() -> None:
    """Fit, print, and write where it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    ranker = FigureRanker(load_finder())
    corpus = read_checked(ranker, choose(read_corpus()[0], "train"))
    ranked = [*read_first(ranker), *read_tolls(ranker), *corpus]
    folds = GroupKFold(FOLDS).split(ranked, groups=[before.text for before in ranked])
    out_of_fold: list[tuple[Before, bool]] = []
    for train, held in folds:
        weights = fit([ranked[i] for i in train])
        out_of_fold += [(ranked[i], comes_first(ranked[i], weights)) for i in held]
    found = fit(ranked)
    hand = {name: BY_HAND.get(name, 0.0) for name in NAMES}
    for family in COUNTS:
        some = [before for before in ranked if before.family == family]
        cells = [sum(comes_first(before, weights) for before in some) for weights in (hand, found)]
        held_out = sum(right for before, right in out_of_fold if before.family == family)
        print(f"{family}: of {len(some)} first by hand {cells[0]}, fitted {cells[1]}, out of fold {held_out}")
    lift = lift_of(ranked, found)
    for name, value in [*found.items(), ("LIFT", lift)]:
        print(f"  {name:15} {value:7.3f}")
    if arguments.write:
        write(found, lift)


def fit(ranked: Sequence[Before]) -> dict[str, float]:
    """Return the weights by which the first of each pair is likeliest to be worth more."""
    rows: list[list[float]] = []
    sizes: list[float] = []
    for before in ranked:
        pairs = list(before.pairs())
        size = COUNTS[before.family] / np.sqrt(len(pairs))
        for first, other in pairs:
            apart = score(first, BY_HAND) - score(other, BY_HAND)
            by_term = [first.terms.get(name, 0.0) - other.terms.get(name, 0.0) for name in NAMES]
            rows.append([apart * SURE, *by_term])
            sizes.append(size)
    facts = np.array([*rows, *(-np.array(rows))])
    first_wins = np.repeat([True, False], len(rows))
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=5000)
    model.fit(facts, first_wins, sample_weight=[*sizes, *sizes])
    scale, *by_name = model.coef_[0]
    return {
        name: BY_HAND.get(name, 0.0) + float(value / (scale * SURE))
        for name, value in zip(NAMES, by_name, strict=True)
    }


def score(figure: Ranked, weights: dict[str, float]) -> float:
    """Return the logarithm of a figure's worth."""
    return figure.interest + sum(weights.get(name, 0.0) * by for name, by in figure.terms.items())


def lift_of(ranked: Sequence[Before], weights: dict[str, float]) -> float:
    """Return what keeps the middle of the figures of whole news where hand-set weights had it.

    The order of a text needs no such number; the thresholds of a desk do.
    """
    texts = [before for before in ranked if before.family in ("tolls", "corpus")]
    figures = [figure for before in texts for figure in (*before.first, *before.others)]
    return float(np.median([score(figure, BY_HAND) - score(figure, weights) for figure in figures]))


def comes_first(before: Before, weights: dict[str, float]) -> bool:
    """Say whether the best of the first is worth more than all others."""
    best = max(score(figure, weights) for figure in before.first)
    return best > max(score(figure, weights) for figure in before.others)


def write(found: dict[str, float], lift: float) -> None:
    """Put fitted weights into the module that the product reads."""
    path = Path(str(worth_weights.__file__))
    text = path.read_text(encoding="utf-8")
    for name, value in found.items():
        text = re.sub(rf'("{name}": )-?[\d.]+', rf"\g<1>{value:.3f}", text)
    text = re.sub(r"LIFT = -?[\d.]+", f"LIFT = {lift:.3f}", text)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
