"""How the figures of features.py become one score: weights fitted on the development queries."""

import numpy as np
from numpy.typing import NDArray

from models.nlp.matching.features import CLOSE, QUICK

Floats = NDArray[np.float32]

FIRST: dict[str, float] = {
    "words": 1.4,
    "words_beside_best": 5.5,
    "title_vector": 4.2,
    "text_vector": 5.9,
    "nearer_vector": 4.9,
}
"""Which documents are looked at closely; `python -m lab.matching.fit` prints these anew."""

CLOSELY: dict[str, float] = {
    "words": 0.7,
    "words_beside_best": 4.2,
    "title_vector": 3.8,
    "text_vector": 5.6,
    "nearer_vector": 4.4,
    "text_covered": 0.7,
    "numbers_shared": 0.7,
    "numbers_differ": -0.8,
    "names_shared": 1.8,
    "pairs_shared": 0.1,
}
"""How those are put in order."""


def weigh_quick(features: Floats) -> Floats:
    """Return (documents,) from (documents, len(QUICK))."""
    return features @ np.array([FIRST[name] for name in QUICK], np.float32)


def weigh_closely(quick: Floats, close: Floats) -> Floats:
    """Return (documents,) from both kinds of features."""
    weights = np.array([CLOSELY[name] for name in (*QUICK, *CLOSE)], np.float32)
    return np.concatenate([quick, close], axis=1) @ weights
