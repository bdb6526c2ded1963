"""Which words at the beginning of a sentence only join it to the one before."""

import re

from models.nlp.standalone.edits import Edit

# What says why or when ("as a result", "later", "so") stays: it is part of what is claimed.
_OPENING = re.compile(
    r"(?:(?:However|Meanwhile|In addition|Moreover|Furthermore|Additionally|Also|Nevertheless|Nonetheless"
    r"|Still|Similarly|Likewise|Indeed|Besides|Yet|By contrast|In contrast|On the other hand),\s+"
    r"|(?:But|And|Yet)\s+(?!for\b|so\b|then\b|yet\b|another\b|to\b|again\b|more\b|if\b|what\b|how\b|why\b|not\b))"
    r"(?=\S)"
)


def find_opening(sentence: str) -> list[Edit]:
    """Return the edit that drops "However," and the like, none for a question or before quoted words."""
    match = _OPENING.match(sentence)
    if match is None or sentence.endswith("?"):
        return []
    return [Edit(0, match.end(), "")]
