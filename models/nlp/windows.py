"""Which sentences the model reads in one sequence: neighbours beside each other, behind the title."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.nlp.encoding import Encoded
from models.nlp.proposals import NOTHING

LONGEST = 96
"""Tokens of a window, the title's and the separators' among them; a longer sentence stands alone.

Three sentences of news: on the tuning split as good as longer ones, and better than each alone.
"""
LONGEST_TITLE = 32


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence of a window: its number, and the half-open range of its tokens.

    The range is as long as the sentence's own ``ids``: its first token is the separator before it, which
    stands for the sentence, as the first token of a sequence does.
    """

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Window:
    """One sequence: ids and token types, and where its sentences stand."""

    ids: list[int]
    types: list[int]
    parts: list[Part]


def windows_of(sentences: Sequence[Encoded], title: Encoded | None, longest: int = LONGEST) -> list[Window]:
    """Put an article's sentences, in order, into windows of at most *longest* tokens; 0 leaves each alone."""
    head = _head(title)
    windows: list[Window] = []
    for number, sentence in enumerate(sentences):
        if not windows or len(windows[-1].ids) + len(sentence.ids) - 1 > longest:
            windows.append(Window(list(head), [NOTHING] * len(head), []))
        window = windows[-1]
        fresh = sentence.ids[1:] if window.ids else sentence.ids
        window.types.extend(sentence.types[1:] if window.ids else sentence.types)
        window.ids.extend(fresh)
        window.parts.append(Part(number, len(window.ids) - len(sentence.ids), len(window.ids)))
    return windows


def _head(title: Encoded | None) -> list[int]:
    if title is None or len(title.ids) <= 2:
        return []
    return title.ids if len(title.ids) <= LONGEST_TITLE else [*title.ids[: LONGEST_TITLE - 1], title.ids[-1]]
