"""What is changed in a sentence, and how changes are put into it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_SPACE = re.compile(r"\s+")


class Edit(NamedTuple):
    """Put ``words`` in the place of ``sentence[start:end]``; nothing between them where start == end."""

    start: int
    end: int
    words: str


def apply_edits(sentence: str, edits: Iterable[Edit]) -> str:
    """Return *sentence* in one line with the *edits* made; of two that overlap the first of *edits* holds.

    Its first letter is a capital again where an edit touched the beginning.
    """
    chosen: list[Edit] = []
    for edit in edits:
        if all(edit.end <= other.start or other.end <= edit.start for other in chosen):
            chosen.append(edit)
    chosen.sort()
    parts: list[str] = []
    at = 0
    for edit in chosen:
        parts += sentence[at : edit.start], edit.words
        at = edit.end
    parts.append(sentence[at:])
    whole = _SPACE.sub(" ", "".join(parts)).strip()
    return whole[:1].upper() + whole[1:] if chosen and chosen[0].start == 0 else whole


def owned(words: str, mark: str = "'") -> str:
    """Return *words* as an owner, with the text's own apostrophe: "Poland's", "the United States'"."""
    return words + (mark if words.endswith("s") and words.split()[-1] in _PLURAL_NAMES else mark + "s")


_PLURAL_NAMES = frozenset(
    ("States", "Nations", "Emirates", "Netherlands", "Philippines", "Maldives", "Bahamas")
)
