"""What an article tells of as a whole, by its words: two articles of one happening share the rare ones."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from models.domain.geography.gazetteer import fold

MOST_WORDS = 150
"""How many words an article is known by, its weightiest: nearly all of a short one's."""
FEWEST_WORDS = 25
"""A text of fewer words says a figure, and little of what else happened."""
_SCALE = 10
"""Weights are kept as tenths: whole numbers are short in JSON and exact everywhere."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDINGS = ("ing", "ed", "es", "s")

Telling = Mapping[str, int]
"""An article's words, without their endings, with what each weighs."""


def telling_of(title: str | None, text: str) -> dict[str, int]:
    """Return what an article is known by: the weight of a word rises with its rarity and its repetition."""
    counts = Counter(stems_of(f"{title or ''}. {text}"))
    rarity = _rarity()
    weights = {
        word: round(_SCALE * (1 + math.log(count)) * rarity.get(word, rarity[""]))
        for word, count in counts.items()
    }
    first = sorted(weights, key=lambda word: (-weights[word], word))[:MOST_WORDS]
    return {word: weights[word] for word in sorted(first)}


def alike(one: Telling, other: Telling) -> float | None:
    """Return the cosine of two articles' words, 0 to 1; None where one of them is too short to tell."""
    if min(len(one), len(other)) < FEWEST_WORDS:
        return None
    shared = sum(weight * other[word] for word, weight in one.items() if word in other)
    return shared / math.sqrt(_square(one) * _square(other))


def stems_of(text: str) -> Iterator[str]:
    """Yield the words of *text* folded and without their endings, in order."""
    for match in _WORD.finditer(text):
        word = fold(match[0])
        ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) > 3), "")
        yield word[: len(word) - len(ending)]


def _square(telling: Telling) -> int:
    return sum(weight * weight for weight in telling.values())


@cache
def _rarity() -> dict[str, float]:
    """Return the rarity of each common word, and under "" that of all others.

    It is the logarithm of one in how many documents of ``common_words.txt`` has the word.
    """
    first, *rows = (files(__package__) / "common_words.txt").read_text(encoding="utf-8").splitlines()
    documents, least = (int(number) for number in first.split()[-2:])
    rarity = {"": math.log((documents + 1) / (least - 0.5))}
    for row in rows:
        word, count = row.split()
        rarity[word] = math.log((documents + 1) / (int(count) + 0.5))
    return rarity
