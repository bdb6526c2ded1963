"""Which words and numbers a text is searched by."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from models.domain.quantities import read_quantities
from models.nlp.matching.stemming import STOP_WORDS, stem

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*")
_NUMBER_TEXT = 2_000
"""Figures are read in the first so many characters of a text: a claim has its number early."""


@dataclass(frozen=True, slots=True)
class Words:
    """The stems of a text in order, its numbers by value, and the stems written with a capital."""

    stems: tuple[str, ...]
    numbers: frozenset[str]
    names: frozenset[str]


def read_words(text: str) -> Words:
    """Read *text* (cleaned of links and tags); stop words are left out of the stems."""
    stems: list[str] = []
    names: set[str] = set()
    numbers: set[str] = set()
    for match in _TOKEN.finditer(text):
        raw = match.group()
        if raw[0].isdecimal():
            value = _plain_number(raw)
            stems.append(value)
            numbers.add(value)
            continue
        word = fold(raw)
        if not word or word in STOP_WORDS:
            continue
        stems.append(stem(word))
        if raw[0].isupper():
            names.add(stems[-1])
    for value in _values(text):
        if value not in numbers:
            numbers.add(value)
            stems.append(value)
    return Words(tuple(stems), frozenset(numbers), frozenset(names))


def read_letters(text: str) -> Iterator[str]:
    """Return the words of *text* as written, folded, numbers left out."""
    return (fold(match.group()) for match in _TOKEN.finditer(text) if match.group()[0].isalpha())


def fold(word: str) -> str:
    """Return *word* in lower case, without accents, apostrophes and the genitive."""
    word = word.lower()
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return word.removesuffix("'s").replace("'", "")


def _plain_number(raw: str) -> str:
    """Write 3,500 and 3500 alike; 1.50 as 1.5."""
    whole, point, decimals = raw.replace(",", "").partition(".")
    decimals = decimals.rstrip("0")
    if "." in decimals:
        return raw
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{decimals}" if point and decimals else whole


def _values(text: str) -> list[str]:
    """Return the values of the figures that words and magnitudes write: 3.5 million, twelve."""
    values = []
    for quantity in read_quantities(text[:_NUMBER_TEXT]):
        best = quantity.best
        if best is not None and best.is_finite() and abs(best) < Decimal(10) ** 18:
            values.append(f"{best.normalize():f}".lstrip("-"))
    return values
