"""Fit the weights by which figures are grouped to the dev halves of gold pairs and stories, and write them.

python -m lab.fit_grouping            prints them with cross-validated figures
python -m lab.fit_grouping --write    writes models/domain/grouping/weights.py
"""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lab.figure_pairs import Pair, read_pairs, read_unrelated
from lab.stories import read_stories
from lab.story_pairs import read_story_pairs
from models.domain.grouping import weights
from models.domain.grouping.facts import facts_of
from models.domain.grouping.likeness import definition_apart
from models.nlp.load import load_finder
from models.nlp.pipeline import Pipeline

Floats = NDArray[np.float64]
STRENGTH = 1.0
"""How strongly a weight is held to what it was set to by hand: 400 pairs do not teach 30 weights."""
FOLDS = 5
UNRELATED = 400
"""Pairs of two happenings beside the gold ones, which are all hard to tell apart."""
LEAST, LEAST_APART = 0.7, 0.8
"""No threshold is lower: what a machine has read is less sure than what people have marked, and a false
conflict costs a reviewer more than a missed one."""
PRECISION = 0.95
"""What the thresholds are chosen for, out of fold: of the pairs held to be one figure, the share that is."""


def main() -> None:
    """Fit, print, and write where it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    finder = load_finder()
    gold, unrelated = read_pairs("dev", finder), read_unrelated("dev", finder, UNRELATED)
    of_stories = read_story_pairs(read_stories("dev"), Pipeline(finder))
    pairs = [p for p in [*of_stories, *gold, *unrelated] if definition_apart(p.later, p.earlier) is None]
    is_gold = np.array([p.id.count("~") > 0 for p in pairs])
    names = sorted(weights.WEIGHTS)
    facts, same = matrix_of(pairs, names), np.array([float(p.is_same) for p in pairs])
    prior = np.array([*(weights.WEIGHTS[name] for name in names), weights.BIAS])
    out_of_fold = cross_validate(pairs, facts, same, prior)
    apart = facts[:, names.index("apart")] > 0
    thresholds = choose_thresholds(out_of_fold[is_gold], same[is_gold], apart[is_gold])
    fitted = fit(facts, same, prior)
    print(f"{int(is_gold.sum())} gold pairs of one definition, {int(same.sum())} the same; out of fold")
    for told, some in (
        ("that can both hold", is_gold & ~apart),
        ("that conflict", is_gold & apart),
    ):
        print(f"{told}: {int(some.sum())}, {int(same[some].sum())} the same")
        for at in (0.5, 0.6, 0.7, 0.8, 0.9):
            said = some & (out_of_fold >= at)
            right = same[said].sum()
            print(f"  from {at:.2f}: precision {right / max(1, said.sum()):.3f}, ", end="")
            print(f"recall {right / max(1, same[some].sum()):.3f}")
    said = out_of_fold >= np.where(apart, thresholds[1], thresholds[0])
    print(
        f"chosen: {thresholds}, precision {same[said].mean():.3f}, recall {same[said].sum() / same.sum():.3f}"
    )
    for name, value in zip([*names, "BIAS"], fitted, strict=True):
        print(f"  {name:20} {value:6.2f}")
    if arguments.write:
        write(dict(zip(names, fitted[:-1], strict=True)), float(fitted[-1]))


def matrix_of(pairs: Sequence[Pair], names: Sequence[str]) -> Floats:
    """Return one row of facts a pair, and a last column of ones."""
    rows = []
    for pair in pairs:
        values = facts_of(pair.later, pair.earlier, pair.cosine).values
        rows.append([*(values.get(name, 0.0) for name in names), 1.0])
    return np.array(rows)


def fit(facts: Floats, same: Floats, prior: Floats) -> Floats:
    """Return the weights of a logistic regression that is held to *prior*, by Newton's method, damped."""

    def loss(tried: Floats) -> float:
        total = facts @ tried
        held = STRENGTH / 2 * np.sum((tried - prior) ** 2)
        return float(np.sum(np.logaddexp(0, total) - same * total) + held)

    found = prior.copy()
    for _ in range(50):
        likely = 1 / (1 + np.exp(-np.clip(facts @ found, -30, 30)))
        slope = facts.T @ (likely - same) + STRENGTH * (found - prior)
        curve = (facts * (likely * (1 - likely))[:, None]).T @ facts + STRENGTH * np.eye(len(found))
        step = np.linalg.solve(curve, slope)
        before = loss(found)
        while loss(found - step) > before and np.abs(step).max() > 1e-9:
            step = step / 2
        found = found - step
        if np.abs(step).max() < 1e-6:
            break
    return found


def cross_validate(pairs: Sequence[Pair], facts: Floats, same: Floats, prior: Floats) -> Floats:
    """Return each pair's probability from weights that were fitted without its group."""
    groups = sorted({pair.group for pair in pairs})
    fold_of = {group: number % FOLDS for number, group in enumerate(groups)}
    folds = np.array([fold_of[pair.group] for pair in pairs])
    found = np.zeros(len(pairs))
    for fold in range(FOLDS):
        rest, held = folds != fold, folds == fold
        fitted = fit(facts[rest], same[rest], prior)
        found[held] = 1 / (1 + np.exp(-np.clip(facts[held] @ fitted, -30, 30)))
    return found


def choose_thresholds(likely: Floats, same: Floats, apart: NDArray[np.bool_]) -> tuple[float, float]:
    """Return from when on two are one figure, where they can both hold and where they conflict.

    The most pairs that are one figure are found with the precision that is wanted; of equal choices the
    stricter one about conflicts, of which a false one costs more than a missed one.
    """
    best, most = (0.95, 0.95), -1.0
    for at in np.arange(LEAST, 0.96, 0.01):
        for at_apart in np.arange(max(at, LEAST_APART), 0.98, 0.01):
            said = likely >= np.where(apart, at_apart, at)
            right = float(same[said].sum())
            if said.sum() and right / said.sum() >= PRECISION and right >= most:
                best, most = (round(float(at), 2), round(float(at_apart), 2)), right
    return best


def write(found: dict[str, float], bias: float) -> None:
    """Put fitted weights into the module that the product reads."""
    path = Path(str(weights.__file__))
    text = path.read_text(encoding="utf-8")
    for name, value in found.items():
        text = re.sub(rf'("{name}": )-?[\d.]+', rf"\g<1>{value:.3f}", text)
    text = re.sub(r"BIAS = -?[\d.]+", f"BIAS = {bias:.3f}", text)
    # SAME and APART stay: the dev stories set them, where whole figures are formed rather than pairs weighed.
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
