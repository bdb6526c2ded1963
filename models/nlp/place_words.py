"""Where the words of a place begin and end, when a model has pointed at some of them."""

import re

from models.domain.claim import Span
from models.domain.reading.function_words import ARTICLES, AUXILIARIES, PREPOSITIONS

_WORD = re.compile(r"[^\W_]+(?:['’-](?!s\b)[^\W_]+)*")
_STORM = re.compile(r"(?:[Tt]he )?(?:[Tt]ropical )?(?:Storm|Hurricane|Typhoon|Cyclone) [^\W\d_]")
_MOST_MODIFIERS = 3
"""Words between a determiner and its noun: "the second northern border province" has as many."""


def whole_place(text: str, found: Span) -> Span | None:
    """Return *found* with the rest of its name or noun phrase, or None where it names nothing.

    A name takes in its capitalised neighbours ("Tal" of "Tal Amara"), a noun its determiner and the words
    between ("province" of "the border province"). Words joined by more than one space stay apart.
    "Storm Orla" is no place.
    """
    words = list(_WORD.finditer(text))
    inside = [n for n, word in enumerate(words) if word.start() < found.end and word.end() > found.start]
    if not inside or all(_is_small(words[n][0]) for n in inside):
        return None
    first, last = inside[0], inside[-1]
    if _is_name(words[first][0]):
        while first > 0 and _is_joined(text, words, first) and _is_name(words[first - 1][0]):
            first -= 1
    else:
        first = _at_determiner(text, words, first)
    if _is_name(words[last][0]):
        while last + 1 < len(words) and _is_joined(text, words, last + 1) and _is_name(words[last + 1][0]):
            last += 1
    start, end = min(words[first].start(), found.start), max(words[last].end(), found.end)
    return None if _STORM.match(text, start, end) else Span.of(text, start, end)


def _at_determiner(text: str, words: list[re.Match[str]], first: int) -> int:
    """Return the number of the determiner before the noun phrase, or *first* where none stands near."""
    at = first
    while at > 0 and first - at <= _MOST_MODIFIERS and _is_joined(text, words, at):
        at -= 1
        word = words[at][0].lower()
        if word in ARTICLES:
            return at
        if word in PREPOSITIONS or word in AUXILIARIES or word[0].isdigit():
            break
    return first


def _is_joined(text: str, words: list[re.Match[str]], at: int) -> bool:
    """Say whether one space alone stands before the word of that number."""
    return text[words[at - 1].end() : words[at].start()] == " "


def _is_name(word: str) -> bool:
    return word[0].isupper() and not _is_small(word)


def _is_small(word: str) -> bool:
    lower = word.lower()
    return lower in ARTICLES or lower in PREPOSITIONS or lower in AUXILIARIES or lower in ("and", "or")
