"""Fit the weights by which figures are grouped to the dev halves of gold pairs and stories, and write them.

python -m lab.fit_grouping            prints them with cross-validated figures
python -m lab.fit_grouping --write    writes models/domain/grouping/weights.py
"""

import argparse
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from lab.figure_pairs import Pair, read_pairs, read_unrelated
from lab.stories import read_stories
from lab.story_pairs import read_story_pairs
from models.domain.grouping import weights
from models.domain.grouping.facts import facts_of
from models.domain.grouping.likeness import definition_apart, happening_apart
from models.nlp.load import load_finder
from models.nlp.pipeline import Pipeline

Floats = NDArray[np.float64]
FOLDS = 6
BY_HAND = {"event_other": -4.0, "place_abroad": -4.0}
"""A bus crash is no explosion, though both kill ten in one town on one day: 3 in 1,000 such pairs of the
stories are one figure, all by words that name the kind wrongly; the fit puts it down to what else differs.
Claims of two countries never meet in the stories, so that these teach nothing of them."""
UNRELATED = 400
"""Pairs of two happenings beside the gold ones, which are all hard to tell apart."""


def main() -> None:
    """Fit, print, and write where it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    pairs = read_all()
    names = sorted(weights.WEIGHTS)
    facts, same = matrix_of(pairs, names), np.array([pair.is_same for pair in pairs])
    groups = [pair.group for pair in pairs]
    # The weights are held to none at all: what was set by hand before the data taught them was too sure.
    model = LogisticRegression(C=0.5, max_iter=5000)
    likely = cross_val_predict(
        model, facts, same, groups=groups, cv=GroupKFold(FOLDS), method="predict_proba"
    )
    # What is of two happenings teaches the weights, but never meets on a desk.
    are_two = [happening_apart(pair.later, pair.earlier) is not None for pair in pairs]
    likely[are_two, 1] = 0.0
    for told, some in parts_of(pairs, facts[:, names.index("apart")] > 0).items():
        report(told, likely[some, 1], same[some])
    model.fit(facts, same)
    found = dict(zip(names, model.coef_[0], strict=True)) | BY_HAND
    for name, value in [*found.items(), ("BIAS", model.intercept_[0])]:
        print(f"  {name:20} {value:6.2f}")
    if arguments.write:
        write(found, float(model.intercept_[0]))


def read_all() -> list[Pair]:
    """Return every pair of one definition: of the stories as read, the gold pairs, unrelated ones.

    The gold pairs come once more without the cosine of their contexts, as a desk without a model has them.
    """
    finder = load_finder()
    of_stories = read_story_pairs(read_stories("dev"), Pipeline(finder))
    gold = read_pairs("dev", finder)
    bare = [replace(pair, id=f"bare-{pair.id}", cosine=None) for pair in gold]
    pairs = [*of_stories, *gold, *bare, *read_unrelated("dev", finder, UNRELATED)]
    return [pair for pair in pairs if definition_apart(pair.later, pair.earlier) is None]


def parts_of(pairs: Sequence[Pair], apart: NDArray[np.bool_]) -> dict[str, NDArray[np.bool_]]:
    """Return which of the pairs each line of the report is about."""
    of_stories = np.array(["~" in pair.id for pair in pairs])
    bare = np.array([pair.id.startswith("bare-") for pair in pairs])
    gold = ~of_stories & ~bare & np.array([not pair.id.startswith("u-") for pair in pairs])
    return {
        "stories, both can hold": of_stories & ~apart,
        "stories, in conflict": of_stories & apart,
        "gold pairs": gold,
        "gold pairs without vectors": bare,
    }


def report(told: str, likely: Floats, same: NDArray[np.bool_]) -> None:
    """Print precision and recall out of fold from several probabilities on."""
    print(f"{told}: {len(same)}, {int(same.sum())} the same")
    for at in (0.5, 0.6, 0.7, 0.8, 0.9):
        said = likely >= at
        right = same[said].sum()
        print(f"  from {at:.1f}: precision {right / max(1, said.sum()):.3f}, ", end="")
        print(f"recall {right / max(1, same.sum()):.3f}")


def matrix_of(pairs: Sequence[Pair], names: Sequence[str]) -> Floats:
    """Return the facts of each pair, one row a pair, in the order of *names*."""
    rows = []
    for pair in pairs:
        values = facts_of(pair.later, pair.earlier, pair.cosine).values
        rows.append([values.get(name, 0.0) for name in names])
    return np.array(rows)


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
