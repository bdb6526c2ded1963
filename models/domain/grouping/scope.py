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
_CLAUSE_END = re.compile(r"[,;:—–(]\s|[.!?]\s+(?=[A-Z])|\s(?:and|but|while|as|where)\s")
_SEVERAL = re.compile(
    r"\b(?:(?:both|two|three|four|these) (?:\w+ ){0,2}(?:events|attacks|bombings|blasts|explosions|shootings|"
    r"(?:earth)?quakes|tremors|storms|floods|fires|crashes|accidents|collapses|disasters|tragedies|incidents|"
    r"shipwrecks|wrecks|sinkings|outbreaks)|combined|together with the|in (?:gas )?explosions|in all such)\b",
    re.IGNORECASE,
)
_FEARED = re.compile(
    r"\bfear(?:s|ed|ing)?\b|\b(?:may|might|could) have (?:died|drowned|perished|been killed)|"
    r"\b(?:believed|presumed|thought)(?: to (?:be|have))? (?:dead|drowned|killed|died|perished)",
    re.IGNORECASE,
)
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


def is_of_several(sentence: str, start: int, end: int) -> bool:
    """Say whether the number counts several events together: "the two quakes combined cost 138 lives"."""
    return _SEVERAL.search(_clause(sentence, start, end)) is not None


def is_feared(sentence: str, start: int, end: int) -> bool:
    """Say whether what the number counts is only feared: "nine were feared drowned"."""
    return _FEARED.search(_clause(sentence, start, end)) is not None


@lru_cache(maxsize=4096)
def _clause(sentence: str, start: int, end: int) -> str:
    first = max((match.end() for match in _CLAUSE_END.finditer(sentence, 0, start)), default=0)
    last = _CLAUSE_END.search(sentence, end)
    return sentence[first : last.start() if last else len(sentence)]
