"""What a free text asks for: weighted terms, its numbers and names, and the words a vector is made of."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from models.nlp.matching.cleaning import clean_post
from models.nlp.matching.hashtags import WordSplitter, read_tags
from models.nlp.matching.lexical import LexicalIndex
from models.nlp.matching.words import Words, read_words

AUTHOR_WEIGHT = 0.4
"""A name under a post is often, not always, in the claim about it."""
MENDED_WEIGHT = 0.7
SHORTEST_MENDED = 5
REPEATED = 0.3
"""What each further occurrence of a word in one query adds."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it is searched for; ``terms`` weighs each stem."""

    said: str
    terms: Mapping[str, float]
    words: Words


class Speller:
    """Finds the known word that an unknown one most likely is: parts written together, or one slip away."""

    def __init__(self, terms: Iterable[str]) -> None:
        # A slip seldom hits the first letter, and looking there alone keeps a query fast.
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for term in terms:
            if term.isalpha() and len(term) >= SHORTEST_MENDED - 1:
                self._by_letter[term[0]].append(term)

    def nearest(self, word: str) -> str | None:
        """Return the known stem within one slip (two from eight letters on), None where there is none."""
        if not word.isalpha() or len(word) < SHORTEST_MENDED:
            return None
        slips = 2 if len(word) >= 8 else 1
        found = process.extractOne(
            word, self._by_letter.get(word[0], []), scorer=OSA.distance, score_cutoff=slips
        )
        return found[0] if found else None


class QueryReader:
    """Reads queries by the words that one collection of documents has."""

    def __init__(self, index: LexicalIndex, counts: Mapping[str, int]) -> None:
        """Take the collection's index and the count of its words in lower case."""
        self._index = index
        self._splitter = WordSplitter(counts)
        self._speller = Speller(index.terms())

    def read(self, text: str) -> Query:
        """Read any text; an empty one asks for nothing."""
        post = clean_post(text)
        said = read_tags(post.said, self._splitter)
        words = read_words(said)
        terms: dict[str, float] = {}
        for term, count in Counter(words.stems).items():
            weight = 1 + REPEATED * min(count - 1, 3)
            if self._index.has(term):
                terms[term] = max(terms.get(term, 0.0), weight)
            else:
                terms.update({other: terms.get(other, MENDED_WEIGHT) for other in self._mend(term)})
                terms.setdefault(term, weight)
        for term in read_words(read_tags(post.author, self._splitter)).stems:
            terms.setdefault(term, AUTHOR_WEIGHT)
        return Query(said, terms, words)

    def _mend(self, term: str) -> list[str]:
        if not term.isalpha() or len(term) < SHORTEST_MENDED:
            return []
        near = self._speller.nearest(term)
        if near:
            return [near]
        parts = self._splitter.split(term)
        return [stem for part in parts for stem in read_words(part).stems] if len(parts) > 1 else []
