"""Whom or what a count counts, in a word: people, children, soldiers; and whether it is part of a whole."""

import re

from models.domain.geography.gazetteer import fold, gazetteer
from models.domain.reading.word_lists import words_of

PEOPLE = "people"
_GENERAL = words_of(
    """passengers passenger riders travellers tourists protesters demonstrators protestors marchers visitors
    spectators people person persons others other individuals victims victim dead deaths death fatalities
    fatality bodies body lives life residents resident citizens civilians civilian inhabitants
    locals casualties casualty wounded injured injuries missing killed human humans souls refugees
    migrants evacuees displaced patients cases case infections survivors toll number total"""
)
_GROUPS = {
    "children": "children child kids kid schoolchildren babies infants minors toddlers boys girls "
    "teenagers pupils",
    "women": "women woman females female mothers",
    "soldiers": "soldiers soldier troops servicemen personnel marines",
    "police": "police policemen officers officer constables",
    "fighters": "militants militant fighters fighter insurgents insurgent rebels rebel gunmen terrorists "
    "extremists attackers attacker jihadists bombers",
    "rescuers": "firefighters firefighter firemen fireman rescuers rescuer paramedics",
    "crew": "crew sailors pilots crewmen",
    "students": "students student",
    "workers": "workers worker employees staff miners labourers",
    "journalists": "journalists journalist reporters",
    "health_workers": "doctors nurses medics",
    "families": "families family households household",
}
_GROUP_OF = {word: group for group, words in _GROUPS.items() for word in words.split()}
_BEFORE_PART = re.compile(
    r"(?:\bincluding|\bamong (?:them|those|the \w+)|\bof (?:them|whom|those|which))"
    r"(?: at least| about| some| around| more than| nearly)?\s*$",
    re.IGNORECASE,
)
_BEFORE_MORE = re.compile(r"\b(?:another|additional|further)\s*$", re.IGNORECASE)
_AFTER_PART = re.compile(
    r"^\s*(?:\w+\s){0,2}?(?:of (?:them|those|whom|which|the (?:dead|injured|wounded|victims?|killed|missing|"
    r"deceased|survivors|casualties|detained|arrested))\b|(?:were |are |is |was )?(?:still )?(?:in (?:a )?"
    r"(?:critical|serious|intensive|stable)|seriously|critically|severely|gravely))",
    re.IGNORECASE,
)
_AFTER_MORE = re.compile(r"^\s*(?:more|others|other)\b", re.IGNORECASE)
_BEFORE_RECALLED = re.compile(
    r"(?:\bfrom|\bcompared (?:with|to)|\bearlier (?:figure|count|toll|estimate|report)s? of|"
    r"\bprevious\w*(?: \w+)? of|\binitial\w*(?: \w+)? of|\bup from|\bdown from|\bnot|\binstead of|"
    r"\brather than)(?: the)?(?: earlier| previous| initial)?(?: at least| about| some| more than)?\s*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def population_of(counted: str | None, unit: str, sentence: str, start: int, end: int) -> str:
    """Return whom ``sentence[start:end]`` counts, as a key that is the same for the same population.

    A part of a whole ("including three children", "two more") has a key of its own beside the whole's.
    """
    whole = _head(counted, unit)
    before, after = sentence[max(0, start - 60) : start], sentence[end : end + 40]
    if _BEFORE_MORE.search(before) or _AFTER_MORE.match(after):
        return f"more {whole}"[:60]
    if _BEFORE_PART.search(before) or _AFTER_PART.match(after):
        return f"part {whole}"[:60]
    return whole[:60]


def is_recalled(sentence: str, start: int) -> bool:
    """Say whether the number at *start* is told as an earlier one: "rose to 21 from 17"."""
    return bool(_BEFORE_RECALLED.search(sentence[max(0, start - 60) : start]))


def _head(counted: str | None, unit: str) -> str:
    words = [word.lower() for word in _WORD.findall(counted or "")]
    for word in reversed(words):
        if word in _GROUP_OF:
            return _GROUP_OF[word]
    if unit == "person" and any(fold(word) in gazetteer().demonyms for word in words):
        return "nationals"
    if unit in ("person", "household"):
        return PEOPLE if unit == "person" else "families"
    heads = [word for word in words if word not in _GENERAL]
    return _singular(heads[-1]) if heads else unit


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
