"""Whether the word "one" counts, or stands for somebody, something or some day."""

from models.domain.reading.nouns import is_person_noun
from models.domain.reading.number_words import NUMBER_WORDS, ONES, SCALES, TENS
from models.domain.reading.tokens import Tokens
from models.domain.reading.word_lists import words_of

_BEFORE_NOT = words_of(
    """
    the this that no every each any which some another big new good bad only's no- first last such next
    old large small best wrong right young previous a day number square version second-
    """
)
_AFTER_NOT = words_of(
    """
    " another of 's on another's can could should must might may would will has who that which by day time
    hand thing side way point else with for is the in at to where whose such after as he she it they we
    and but , . ; : ? ! ) ”
    """
)
_ACCOUNTS = words_of("count estimate account measure reckoning tally calculation")
_IDIOMS_WITH_DASH = words_of(
    """
    time off way sided on to upmanship size stop man sidedly and offs
    """
)
_PREDICATES = words_of(
    """
    was dead killed injured wounded died missing hurt critically seriously fatally arrested were
    """
)
_BOUND_BEFORE = words_of(
    """
    than least just only to by killed killing about and or injured wounded nearly almost over from between
    kills
    """
)  # fmt: skip


_FATES = words_of(
    """
    sought missing dead killed critical hospital custody injured wounded arrested died trapped survived
    unaccounted serious hurt escaped rescued fatally critically seriously gravely badly slightly lightly
    """
)


def is_one_a_number(tokens: Tokens, at: int) -> bool:
    """Say whether "one" at token *at* is the number 1: before a noun, a fate or a scale word, or bounded."""
    words = tokens.words
    before, after = words[at - 1] if at else "", words[at + 1]
    if after in SCALES or (after in ("in", "out") and _is_number_next(tokens, at)):
        return True
    if after == "and" and words[at + 2 : at + 4] == ["a", "half"]:
        return True
    if words[max(at - 2, 0) : at] == ["all", "but"] or (after == "point" and words[at + 2] in NUMBER_WORDS):
        return True
    if before in ("minus", "negative"):
        return True
    if (
        before in _BEFORE_NOT
        or (before == "by" and after in _ACCOUNTS)
        or (before == "-" and at and tokens.touch(at - 1))
    ):
        return False
    if after in _PREDICATES or (after == "of" and words[at + 2] == "whom") or _is_fate_told(tokens, at):
        return True
    if after in ("-", "‑") and tokens.touch(at):
        return words[at + 2] not in _IDIOMS_WITH_DASH
    if after in ("or", "to") and (words[at + 2] in ("two", "more", "three") or tokens.is_numeral(at + 2)):
        return True
    if after in _AFTER_NOT or not after[:1].isalpha():
        return before in (
            "killed",
            "killing",
            "kills",
            "injured",
            "wounded",
            "injuring",
            "wounding",
            "least",
            "to",
            "by",
        ) and (after in (".", "", ",", "and", ";", "in") or words[at + 2] == "")
    return not after.endswith("ly") or is_person_noun(words[at + 2]) or before in _BOUND_BEFORE


def _is_fate_told(tokens: Tokens, at: int) -> bool:
    """Say whether it is told what became of the one: "; one is still missing", "one of them fatally"."""
    words = tokens.words
    if words[at + 1 : at + 3] == ["of", "them"]:
        return not _FATES.isdisjoint(words[at + 3 : at + 6])
    begins = words[at - 1] in (";", ",", "and", "but", ":") and words[at + 1] in _STATES
    return begins and not _FATES.isdisjoint(words[at + 2 : at + 6])


_STATES = frozenset(["is", "was", "remains", "remained", "has"])


def _is_number_next(tokens: Tokens, at: int) -> bool:
    """Say whether "one in" goes on to a number ("one in five", "one out of ten")."""
    for near in (at + 2, at + 3):
        word = tokens.words[near]
        if tokens.is_numeral(near) or word in TENS or word == "every" or ONES.get(word, 0) > 1:
            return True
        if word != "of":
            return False
    return False
