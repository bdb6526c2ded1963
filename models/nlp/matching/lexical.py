"""How well documents answer a query by their words: BM25 over two fields, as sparse arrays."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weighting:
    """BM25F (Robertson and Zaragoza 2009): saturation k1, length b, what a word in each field is worth."""

    k1: float = 1.2
    b: float = 0.5
    title: float = 1.0
    text: float = 1.0


class LexicalIndex:
    """Postings of every term: the documents that have it and what it adds to their score there."""

    def __init__(
        self,
        titles: Sequence[Sequence[str]],
        texts: Sequence[Sequence[str]],
        weighting: Weighting = Weighting(),
    ) -> None:
        """Index the terms of both fields of every document."""
        self.size = len(texts)
        self._most = weighting.k1 + 1
        postings: dict[str, list[tuple[int, float]]] = {}
        title_of = _Length(titles, weighting.b)
        text_of = _Length(texts, weighting.b)
        for number, (title, text) in enumerate(zip(titles, texts, strict=True)):
            weights: dict[str, float] = {}
            for words, length, worth in (
                (title, title_of, weighting.title),
                (text, text_of, weighting.text),
            ):
                for term, count in Counter(words).items():
                    weights[term] = weights.get(term, 0.0) + worth * count / length.norm(len(words))
            for term, weight in weights.items():
                postings.setdefault(term, []).append((number, weight))
        self._documents: dict[str, NDArray[np.int32]] = {}
        self._impacts: dict[str, Floats] = {}
        self._idf: dict[str, float] = {}
        for term, entries in postings.items():
            idf = math.log(1 + (self.size - len(entries) + 0.5) / (len(entries) + 0.5))
            weights_of_term = np.array([weight for _, weight in entries], np.float32)
            self._documents[term] = np.array([number for number, _ in entries], np.int32)
            self._impacts[term] = idf * weights_of_term * self._most / (weighting.k1 + weights_of_term)
            self._idf[term] = idf

    def idf(self, term: str) -> float:
        """Return how telling a term is; one that no document has counts as the rarest."""
        return self._idf.get(term, math.log(1 + (self.size + 0.5) / 0.5))

    def has(self, term: str) -> bool:
        """Whether any document has the term."""
        return term in self._idf

    def terms(self) -> Iterable[str]:
        """Return every term, in the order of first sight."""
        return self._idf.keys()

    def score(self, query: Mapping[str, float]) -> Floats:
        """Return the score of every document, (documents,); *query* weighs its terms."""
        scores = np.zeros(self.size, np.float32)
        for term, weight in query.items():
            documents = self._documents.get(term)
            if documents is not None:
                scores[documents] += np.float32(weight) * self._impacts[term]
        return scores

    def mass(self, query: Mapping[str, float]) -> float:
        """Return the score of a document that had nothing but the query's terms, without end."""
        return sum(weight * self.idf(term) * self._most for term, weight in query.items())


class _Length:
    """How long a field is beside the mean of its kind."""

    def __init__(self, fields: Sequence[Sequence[str]], b: float) -> None:
        filled = [len(field) for field in fields if field]
        self._mean = sum(filled) / len(filled) if filled else 1.0
        self._b = b

    def norm(self, length: int) -> float:
        return 1 - self._b + self._b * length / self._mean
