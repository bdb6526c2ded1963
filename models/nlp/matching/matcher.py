"""Which documents say what a text says: `Matcher(documents).rank(text)`."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.nlp.matching.cache import load_vectors, pack, save_vectors, unpack
from models.nlp.matching.cleaning import clean_post
from models.nlp.matching.documents import Document, DocumentId, checksum_of
from models.nlp.matching.features import Read, close_features, quick_features
from models.nlp.matching.fusion import WITH_VECTORS, WORDS_ALONE
from models.nlp.matching.hashtags import read_tags
from models.nlp.matching.lexical import LexicalIndex
from models.nlp.matching.query import Query, QueryReader
from models.nlp.matching.vectors import DocumentVectors, Embedder
from models.nlp.matching.words import read_letters, read_words

Floats = NDArray[np.float32]
CLOSE_LOOKS = 50
"""How many of the best are compared in every respect."""


@dataclass(frozen=True, slots=True)
class Match:
    """One document and how well it matches; scores order one query's matches, higher is better."""

    id: DocumentId
    score: float


class Matcher:
    """A collection of documents, read once, that any number of texts are compared with."""

    def __init__(
        self, documents: Sequence[Document], embedder: Embedder | None = None, cache: Path | None = None
    ) -> None:
        """Read *documents*; without an *embedder* words alone decide.

        *cache* names a file for the documents' vectors: read when it is of these documents and this model,
        written otherwise. Ranking is the same with and without it.
        """
        self.ids = [document.id for document in documents]
        self._embedder = embedder
        cleaned = [(_clean(document.title), _clean(document.text)) for document in documents]
        words = [(read_words(title), read_words(text)) for title, text in cleaned]
        self._documents = [Read.of(title, text) for title, text in words]
        self._index = LexicalIndex([title.stems for title, _ in words], [text.stems for _, text in words])
        counts = Counter(word for pair in cleaned for field in pair for word in read_letters(field))
        self._reader = QueryReader(self._index, counts)
        self._vectors: DocumentVectors | None = None
        if embedder is not None and documents:
            self._vectors = _vectors_of(documents, cleaned, embedder, cache)
        self._fusion = WORDS_ALONE if embedder is None else WITH_VECTORS

    def rank(self, text: str, top: int = 100) -> list[Match]:
        """Return the *top* best documents for *text*, best first; equals stand in the documents' order."""
        if not self.ids:
            return []
        query = self._reader.read(text)
        quick = self.quick(query)
        first = self._fusion.weigh_quick(quick)
        order = _best(first, max(top, CLOSE_LOOKS))
        looked, rest = order[:CLOSE_LOOKS], order[CLOSE_LOOKS:]
        scores = self._fusion.weigh_closely(quick[looked], self.close(query, looked))
        again = np.argsort(-scores, kind="stable")
        found = [Match(self.ids[looked[n]], float(scores[n])) for n in again]
        if len(rest):
            # Both scores have their own scale: what was not looked at closely stands below what was.
            gap = found[-1].score - float(first[rest[0]]) - 1e-3
            found += [
                Match(self.ids[number], min(found[-1].score, float(first[number]) + gap)) for number in rest
            ]
        return found[:top]

    def read(self, text: str) -> Query:
        """Return *text* as it is searched for."""
        return self._reader.read(text)

    def quick(self, query: Query) -> Floats:
        """Return the quick features of every document (features.py)."""
        lexical = self._index.score(query.terms)
        title = text = np.zeros(len(self.ids), np.float32)
        if self._vectors is not None and self._embedder is not None and query.said:
            title, text = self._vectors.compare(self._embedder.embed([query.said])[0])
        return quick_features(lexical, self._index.mass(query.terms), title, text)

    def close(self, query: Query, numbers: Sequence[int] | NDArray[np.int64]) -> Floats:
        """Return the close features of the numbered documents."""
        return close_features(query.words, [self._documents[number] for number in numbers], self._index.idf)


def _clean(text: str) -> str:
    return read_tags(clean_post(text).said)


def _vectors_of(
    documents: Sequence[Document],
    cleaned: Sequence[tuple[str, str]],
    embedder: Embedder,
    cache: Path | None,
) -> DocumentVectors:
    checksum = checksum_of(documents)
    kept = load_vectors(cache, checksum, embedder.name) if cache else None
    if kept is not None:
        return kept
    titled = [number for number, (title, _) in enumerate(cleaned) if title]
    found = embedder.embed([text or title for title, text in cleaned] + [cleaned[n][0] for n in titled])
    texts, titles = found[: len(cleaned)], found[: len(cleaned)].copy()
    titles[titled] = found[len(cleaned) :]
    vectors = DocumentVectors(titles, texts)
    if cache:
        save_vectors(cache, vectors, checksum, embedder.name)
    # As the cache would give them back, so that it changes no ranking.
    return DocumentVectors(unpack(*pack(titles)), unpack(*pack(texts)))


def _best(scores: Floats, count: int) -> NDArray[np.int64]:
    """Return the numbers of the *count* best scores, best first, equals by number."""
    count = min(count, len(scores))
    if count < len(scores):
        least = np.partition(scores, len(scores) - count)[len(scores) - count]
        numbers = np.flatnonzero(scores >= least)
    else:
        numbers = np.arange(len(scores))
    order: NDArray[np.int64] = numbers[np.argsort(-scores[numbers], kind="stable")][:count]
    return order
