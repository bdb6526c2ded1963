"""What a number covers beside its event's own total: one hospital's patients, what was found meanwhile."""

import re
from functools import cache, lru_cache

from models.domain.grouping.telling import stems_of
from models.domain.reading.word_lists import words_of

_MARKS = {
    # "The hospital received sixteen": of those who came to one place.
    "care": r"(?:hospitals?|clinics?|infirmary|morgues?|(?:medical|health) cent(?:re|er)s?)\b"
    r"[^.;,]{0,40}\b(?:received|admitted|treat\w+|took in|registered|counted|had|has|logged|handled)|"
    r"received|admitted|treating|taken in|flown|airlifted|rushed|transferred|transported",
    # "Nine bodies were found overnight": of what came meanwhile.
    "meanwhile": r"overnight|succumbed|died later|in hospital|on the spot|at the scene|washed|recovered on|"
    r"(?:was|were) found|were recovered|pulled from|bodies were|new bodies",
}
MARKS = tuple(_MARKS)
NEAR = 60
"""How many characters before and after a number are nearest to it."""
_STOP = words_of(
    """the and was were are has have had that this they them their there been from with said says for who
    which also more than least some about nearly over other another its his her not but into out after"""
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {mark: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for mark, words in _MARKS.items()}


@lru_cache(maxsize=4096)
def marks_of(sentence: str) -> frozenset[str]:
    """Return by which of ``MARKS`` a sentence says that its number covers something else."""
    return frozenset(mark for mark, pattern in _patterns().items() if pattern.search(sentence))


@lru_cache(maxsize=4096)
def near_words(sentence: str, start: int, end: int) -> frozenset[str]:
    """Return the words about ``sentence[start:end]``, without their endings: what is said of the number."""
    around = f"{sentence[max(0, start - NEAR) : start]} {sentence[end : end + NEAR]}"
    return frozenset(word for word in stems_of(around) if word not in _STOP)
