"""How the figures of features.py become one score: weights fitted on the development posts."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.nlp.matching.features import CLOSE, QUICK

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Fusion:
    """Weights by feature; ``first`` chooses what is looked at closely, ``closely`` puts that in order."""

    first: Mapping[str, float]
    closely: Mapping[str, float]

    def weigh_quick(self, features: Floats) -> Floats:
        """Return (documents,) from (documents, len(QUICK))."""
        return _sum(features, QUICK, self.first)

    def weigh_closely(self, quick: Floats, close: Floats) -> Floats:
        """Return (documents,) from both kinds of features."""
        return _sum(np.concatenate([quick, close], axis=1), (*QUICK, *CLOSE), self.closely)


WITH_VECTORS = Fusion(
    first={
        "words": 1.4,
        "words_beside_best": 5.6,
        "title_vector": 4.8,
        "text_vector": 5.7,
        "nearer_vector": 5.0,
    },
    closely={
        "words": 0.8,
        "words_beside_best": 4.4,
        "title_vector": 4.5,
        "text_vector": 5.5,
        "nearer_vector": 4.7,
        "numbers_shared": 1.2,
        "names_shared": 2.3,
    },
)
"""As `python -m lab.matching.fit` prints them."""

WORDS_ALONE = Fusion(
    first={"words": 3.3, "words_beside_best": 9.3},
    closely={"words": 2.0, "words_beside_best": 8.4, "numbers_shared": 0.6, "names_shared": 1.8},
)
"""The same with `--words`."""


def _sum(features: Floats, names: tuple[str, ...], weights: Mapping[str, float]) -> Floats:
    """Return features times weights, each row for itself: a tie is a tie wherever the rows stand."""
    row = np.array([weights.get(name, 0.0) for name in names], np.float32)
    total: Floats = np.einsum("ij,j->i", features, row)
    return total
