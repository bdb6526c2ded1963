"""How a hashtag or a handle is read as words: by its capitals, or by words that are known."""

import math
import re
from collections.abc import Mapping

TAG = re.compile(r"([#@])(\w{1,100})")
_PIECES = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+|\d+|[^\W\dA-Za-z_]+")
LONGEST_WORD = 24


def split_capitals(tag: str) -> list[str]:
    """Split by capitals, digits and underscores: StopTheSteal2020 -> Stop, The, Steal, 2020."""
    return _PIECES.findall(tag)


class WordSplitter:
    """Splits words written together by how often the parts occur in what is searched."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        """Take the count of every known word in lower case."""
        self._counts = {word: count for word, count in counts.items() if word.isalpha()}
        self._total = math.log(sum(self._counts.values()) + 1)

    def knows(self, word: str) -> bool:
        """Whether the word stands in what is searched."""
        return word in self._counts

    def split(self, run: str) -> list[str]:
        """Return the likeliest words of *run* (lower case), or *run* itself where some part is unknown.

        Linear in the length of *run*: a part is at most LONGEST_WORD letters. Each cut must pay for itself
        (unigram log-likelihood), and parts of one letter are taken for "a" and "i" alone.
        """
        if len(run) > 100:
            return [run]
        best: list[tuple[float, int]] = [(0.0, 0)] + [(-math.inf, 0)] * len(run)
        for end in range(1, len(run) + 1):
            for start in range(max(0, end - LONGEST_WORD), end):
                score = best[start][0] + self._likelihood(run[start:end])
                if score > best[end][0]:
                    best[end] = (score, start)
        if best[-1][0] == -math.inf:
            return [run]
        parts, end = [], len(run)
        while end:
            start = best[end][1]
            parts.append(run[start:end])
            end = start
        return parts[::-1]

    def _likelihood(self, word: str) -> float:
        if len(word) == 1 and word not in ("a", "i"):
            return -math.inf
        count = self._counts.get(word, 0)
        # Two-letter oddities (initials, units) would explain anything; they must be frequent.
        if count == 0 or (len(word) == 2 and count < 5):
            return -math.inf
        return math.log(count) - self._total


def read_tags(text: str, splitter: WordSplitter | None = None) -> str:
    """Write every #tag and @handle of *text* as words."""

    def words(match: re.Match[str]) -> str:
        pieces = split_capitals(match.group(2))
        is_one_run = len([piece for piece in pieces if piece.isalpha()]) == 1
        if splitter and is_one_run:
            pieces = [part for piece in pieces for part in _split_run(piece, splitter)]
        return " ".join(pieces)

    return TAG.sub(words, text)


def _split_run(piece: str, splitter: WordSplitter) -> list[str]:
    if splitter.knows(piece.lower()):
        return [piece]
    parts = splitter.split(piece.lower())
    return parts if len(parts) > 1 else [piece]
