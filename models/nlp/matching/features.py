"""How near a document is to a query, in a few figures that are weighed together (fusion.py)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.nlp.matching.words import Words

Floats = NDArray[np.float32]
Telling = Callable[[str], float]
"""How telling a term is (its idf)."""

QUICK = ("words", "words_beside_best", "title_vector", "text_vector", "nearer_vector")
"""Known for every document at once."""
CLOSE = ("numbers_shared", "names_shared")
"""Looked at for the best few only.

Tried and left out, since posts that the fit had not seen gained nothing: how much of title or text the query
has, rapidfuzz's partial ratio of title and query, shared runs of four letters, shared pairs of words, numbers
that differ, the vector of title and text as one, the vectors of the query's sentences.
"""


@dataclass(frozen=True, slots=True)
class Read:
    """A document as it is compared closely: the stems and numbers of title and text."""

    terms: frozenset[str]
    numbers: frozenset[str]

    @classmethod
    def of(cls, title: Words, text: Words) -> "Read":
        """Join both fields."""
        return cls(frozenset(title.stems + text.stems), title.numbers | text.numbers)


def quick_features(lexical: Floats, mass: float, title: Floats, text: Floats) -> Floats:
    """Return (documents, len(QUICK)) from BM25 scores, their upper bound and both cosines."""
    best = float(lexical.max(initial=0.0))
    columns = [
        lexical / np.float32(mass or 1.0),
        lexical / np.float32(best or 1.0),
        title,
        text,
        np.maximum(title, text),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def close_features(query: Words, documents: Sequence[Read], telling: Telling) -> Floats:
    """Return (documents, len(CLOSE)): which part of the query's numbers and names a document has."""
    rows = [
        [
            len(query.numbers & document.numbers) / max(1, len(query.numbers)),
            _share(query.names, document.terms, telling),
        ]
        for document in documents
    ]
    return np.array(rows, np.float32).reshape(len(rows), len(CLOSE))


def _share(terms: Iterable[str], among: frozenset[str], telling: Telling) -> float:
    """Return which part of *terms* is *among*, each by how telling it is; 0 where there are no terms."""
    all_of_them = shared = 0.0
    for term in sorted(terms):  # sums of floats must not hang on a set's order
        weight = telling(term)
        all_of_them += weight
        shared += weight * (term in among)
    return shared / all_of_them if all_of_them else 0.0
