"""How near a document is to a query, in a few figures between 0 and 1 that are weighed together."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.nlp.matching.query import Query
from models.nlp.matching.words import Words

Floats = NDArray[np.float32]
Telling = Callable[[str], float]
"""How telling a term is (its idf)."""

QUICK = ("words", "words_beside_best", "title_vector", "text_vector", "nearer_vector")
"""Known for every document at once."""
CLOSE = ("text_covered", "numbers_shared", "numbers_differ", "names_shared", "pairs_shared")
"""Looked at for the best few only.

Tried and left out, since the fit gave them no weight: how much of the title the query has, rapidfuzz's
partial ratio of title and query, shared runs of four letters.
"""


@dataclass(frozen=True, slots=True)
class Read:
    """A document as it is compared closely."""

    terms: frozenset[str]
    """Stems of title and text."""
    text: frozenset[str]
    """Stems of the text, or of the title where there is none."""
    numbers: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, title: Words, text: Words) -> "Read":
        """Join both fields."""
        return cls(
            terms=frozenset(title.stems) | frozenset(text.stems),
            text=frozenset(text.stems or title.stems),
            numbers=title.numbers | text.numbers,
            pairs=pairs_of(title) | pairs_of(text),
        )


def quick_features(lexical: Floats, mass: float, title: Floats, text: Floats) -> Floats:
    """Return (documents, len(QUICK)) from BM25 scores, their upper bound and both cosines."""
    best = float(lexical.max(initial=0.0))
    return np.stack(
        [
            lexical / np.float32(mass or 1.0),
            lexical / np.float32(best or 1.0),
            title,
            text,
            np.maximum(title, text),
        ],
        axis=1,
    ).astype(np.float32)


def close_features(query: Query, documents: Sequence[Read], telling: Telling) -> Floats:
    """Return (documents, len(CLOSE)) for a few documents."""
    asked, pairs = frozenset(query.terms), pairs_of(query.words)
    rows = [_compare(query.words, asked, pairs, document, telling) for document in documents]
    return np.array(rows, np.float32).reshape(len(rows), len(CLOSE))


def _compare(
    query: Words,
    asked: frozenset[str],
    pairs: frozenset[tuple[str, str]],
    document: Read,
    telling: Telling,
) -> list[float]:
    shared = query.numbers & document.numbers
    return [
        _share(document.text, asked, telling),
        len(shared) / max(1, len(query.numbers)),
        float(bool(query.numbers) and bool(document.numbers) and not shared),
        _share(query.names, document.terms, telling),
        len(pairs & document.pairs) / max(1, len(pairs)),
    ]


def _share(terms: Iterable[str], among: frozenset[str], telling: Telling) -> float:
    """Return which part of *terms* is *among*, each by how telling it is; 0 where there are no terms."""
    all_of_them = shared = 0.0
    for term in sorted(terms):  # sums of floats must not hang on a set's order
        weight = telling(term)
        all_of_them += weight
        shared += weight * (term in among)
    return shared / all_of_them if all_of_them else 0.0


def pairs_of(words: Words) -> frozenset[tuple[str, str]]:
    """Return the stems that follow one another: names, and set phrases."""
    return frozenset(zip(words.stems, words.stems[1:], strict=False))
