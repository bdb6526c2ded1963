"""What surrounds a claim, as a vector: its sentence together with what the article is about."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
LEAD_SENTENCES = 2
"""How many first sentences say, with the title, what an article is about."""


def context_vectors(sentences: Sequence[Floats | None], title: Floats | None) -> list[bytes | None]:
    """Return one packed vector a sentence; None where the finder gave none.

    "The number of injured is now 33" says nothing of the event that its article is about, so half of each
    vector is the article's: title and lead.
    """
    about = [v for v in (title, *sentences[:LEAD_SENTENCES]) if v is not None]
    if not about:
        return [None] * len(sentences)
    article = _of_length_1(np.sum(about, axis=0))
    return [None if v is None else pack(_of_length_1(v + article)) for v in sentences]


def pack(vector: Floats) -> bytes:
    """Return the scale as a little-endian float32 and the values as int8; models/data/vectors.py reads it."""
    scale = max(float(np.abs(vector).max()) / 127, 1e-12)
    values: NDArray[np.int8] = np.rint(vector / scale).astype(np.int8)
    return bytes(np.array([scale], "<f4").tobytes() + values.tobytes())


def _of_length_1(vector: Floats) -> Floats:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-12), np.float32)
