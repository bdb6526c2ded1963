"""How a claim reads without its article: its sentence, made to stand alone where that is certain."""

import re

from models.domain.claim import Span

_SPACE = re.compile(r"\s+")


def read_alone(sentence: Span) -> str:
    """Return the sentence in one line. What cannot be resolved with certainty stays as written."""
    return _SPACE.sub(" ", sentence.text).strip()
