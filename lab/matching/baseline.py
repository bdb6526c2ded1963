"""What a plain BM25 finds: lower-case words of title and text as one, nothing else."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.nlp.matching import Document
from models.nlp.matching.lexical import LexicalIndex, Weighting

_WORD = re.compile(r"\w+")
STANDARD = Weighting(k1=1.2, b=0.75, title=0.0, text=1.0)
"""The defaults of the common search engines."""


class PlainSearch:
    """BM25 with no stemming, no stop words and no cleaning."""

    def __init__(self, documents: Sequence[Document]) -> None:
        """Index title and text together."""
        fields = [_WORD.findall(f"{document.title} {document.text}".lower()) for document in documents]
        self._index = LexicalIndex([()] * len(fields), fields, STANDARD)

    def score(self, text: str) -> NDArray[np.float32]:
        """Return the score of every document."""
        return self._index.score({word: float(n) for word, n in Counter(_WORD.findall(text.lower())).items()})
