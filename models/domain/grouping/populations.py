"""Whom or what a count counts, in a word: people, children, ships; and whether it is part of a whole."""

import re

from models.domain.geography.gazetteer import fold, gazetteer
from models.domain.grouping.breakdowns import is_share
from models.domain.grouping.portions import group_told
from models.domain.reading.number_words import ONES, TENS
from models.domain.reading.word_lists import words_of

PEOPLE = "people"
_GENERAL = words_of(
    """passengers passenger riders travellers tourists protesters demonstrators protestors marchers visitors
    spectators people person persons others other individuals victims victim dead deaths death fatalities
    fatality bodies body lives life residents resident citizens
    inhabitants
    locals casualties casualty wounded injured injuries missing killed human humans souls refugees
    migrants evacuees displaced patients cases case infections survivors toll number total corpses corpse
    arrests arrest captives captive hostages hostage abductees names friends patrons men man male guests
    worshippers shoppers holidaymakers commuters neighbours villagers"""
)
_GROUPS = {
    "children": "children child kid schoolchildren baby infant minor toddler boy girl teenager teen "
    "youth youngster adolescent pupil schoolboy schoolgirl",
    "women": "women woman female mother",
    "civilians": "civilian noncombatant",
    "soldiers": "soldier troop serviceman servicemen personnel marine peacekeeper helmet servicemember",
    "police": "police policemen policeman officer constable",
    "fighters": "militant fighter insurgent rebel gunmen gunman terrorist extremist attacker jihadist bomber",
    "rescuers": "firefighter firemen fireman rescuer paramedic",
    "crew": "crew crewmember sailor pilot crewmen seafarer seamen",
    "students": "student",
    "workers": "worker employee staff miner labourer laborer",
    "journalists": "journalist reporter",
    "health_workers": "doctor nurse medic",
    "families": "family household",
    # Things that are told by several names.
    "home": "home house dwelling residence",
    "building": "building structure",
    "flat": "flat apartment",
    "floor": "floor storey story level",
    "vehicle": "vehicle wreck",
    "car": "car automobile",
    "lorry": "lorry truck",
    "ship": "ship vessel freighter",
    "boat": "boat dinghy raft",
    "plane": "plane aircraft airliner jet airplane",
    "animal": "animal livestock head",
    "damage": "damage loss cost",
    "job": "job position post redundancy role",
    "factory": "factory plant mill",
    "engine": "engine appliance",
    "quake": "quake earthquake shock tremor magnitude temblor",
    "wind": "wind",
    "aid": "aid relief",
}
MOSTLY_ALL = frozenset({"workers", "students", "soldiers", "civilians"})
"""Groups that a report of a factory, a school or an ambush names instead of people: all who were there."""
_SELDOM_ALL = frozenset({"children", "women"})
"""Groups that are told beside those whom they are a part of."""
_VEHICLES = frozenset({"vehicle", "car", "lorry", "bus", "coach", "motorcycle", "tanker", "van", "motorbike"})
_CLASSIFIERS = frozenset({"number", "total", "head", "queue", "group", "toll", "count", "pair", "kind"})
_GROUP_OF = {word: group for group, words in _GROUPS.items() for word in words.split()}
_PERSONS = frozenset(list(_GROUPS)[:13])
_SOLDIERS = frozenset({PEOPLE, "soldiers"})

_PART_OPENS = r"(?:\bincluding|\bamong (?:them|those|the \w+)|\bof (?:them|whom|those|which))"
_HEDGE = r"(?: at least| about| some| around| more than| nearly)?\s*$"
_BEFORE_PART = re.compile(_PART_OPENS + _HEDGE, re.IGNORECASE)
# "Including two children and three women"; but not "12 dead, among them two children, and 37 injured".
_BEFORE_NEXT_PART = re.compile(
    rf"{_PART_OPENS}\s(?:(?!\bwere\b|\bwas\b|\bare\b)[^.;:]){{0,50}}(?:,|\band){_HEDGE}", re.IGNORECASE
)
_OF_WHICH = re.compile(
    r"(?:^|[.;,]\s+)of (?:these|those|them|which|whom|the latter|"
    r"[^,.;]{0,40}\b(?:dead|killed|victims?|deaths?|fatalities|bodies|injured|wounded|hurt|missing|"
    r"casualties|arrested|detained|cases|displaced|evacuees|evacuated|affected|homes|houses|buildings))"
    r"[^,.;]{0,20},\s*(?:at least |about |some |around )?$",
    re.IGNORECASE,
)
# "Of the 23 who ran away, four are free", "of 57 cases, nine".
_OF_SO_MANY = re.compile(
    rf"(?:^|[.;,]\s+)of (?:the |its |their |some |about )?(?:\d[\d,]*|{'|'.join([*ONES, *TENS])})\b"
    r"[^,.;]{0,40},\s*(?:at least |about |some |around |only )?$",
    re.IGNORECASE,
)
_BEFORE_MORE = re.compile(r"\b(?:another|additional|further)\s*$", re.IGNORECASE)
_AFTER_PART = re.compile(
    r"^\s*(?:(?!count|number|toll|total)\w+\s){0,2}?(?:of (?:them|those|whom|which|"
    r"the (?:most )?(?:badly |seriously |gravely )?(?:dead|injured|wounded|victims?|killed|missing|"
    r"deceased|survivors|casualties|detained|arrested))\b|"
    r"(?:were |are |is |was |have |has |had |suffered |with )?(?:still )?"
    r"(?:(?:in (?:a )?)?(?:critical|serious|intensive|stable)|seriously|critically|severely|gravely|badly))",
    re.IGNORECASE,
)
_AFTER_AMONG = re.compile(
    r"^[^.;:]{0,45}?\b(?:was|were|is|are) (?:also )?among (?:the|those|them)\b", re.IGNORECASE
)
# "Two succumbed on Monday, bringing the death toll to seven": what is new beside the total told with it.
_TOTAL_OF_DEAD = re.compile(
    r"\b(?:toll|dead|deaths?|fatalities|killed|died|victims|lives)\b[^.;]{0,45}?\bto "
    r"(?:at least |about |up to |more than )?(?P<total>[\w,-]+)"
    r"|\bto (?:at least |about |up to )?(?P<first>[\w,-]+) the (?:number|count|toll)",
    re.IGNORECASE,
)
_OF_DEATHS = re.compile(r"\b(?:dead|died|dying|deaths?|killed|killing|lives)\b", re.IGNORECASE)
# "22 deaths, 13 by drowning" and "32 were treated: 21 at one hospital and 11 in the other".
_AFTER_CAUSE = re.compile(
    r"^\s*by (?!(?:the|that|those|its|his|her|their|our|one|some|another)\b|"
    r"(?:\w+ ){0,2}(?:count|estimates?|reckoning)\b)[a-z]+\b",
    re.IGNORECASE,
)
_AFTER_SHARE = re.compile(r"^\s*(?:at|in|from|on|near|aboard)\b", re.IGNORECASE)
_BEFORE_LIST = re.compile(r"\w\s*:\s[^.;]*$|\w\s*:\s*$")
# "All have been accounted for, and 15 of them are dead": part of those who were there, all of the dead.
_AFTER_WHOLE = re.compile(
    r"^\s*of (?:them|whom|which|those(?!\s+(?:killed|injured|wounded|dead|hurt)))\s+(?:\w+\s+){0,2}?"
    r"(?:dead|died|killed|perished|drowned|did not survive|lost their lives|injured|hurt|wounded|missing|"
    r"arrested|detained|destroyed|damaged)\b",
    re.IGNORECASE,
)
_AFTER_STATE = re.compile(r"^\s*(?:dead|hurt|injured|missing|wounded)\b", re.IGNORECASE)
_AFTER_MORE = re.compile(r"^\s*(?:more|further|additional)\b", re.IGNORECASE)
_AFTER_OTHERS = re.compile(r"^\s*(?:others|other)\b", re.IGNORECASE)
_BEFORE_RECALLED = re.compile(
    r"(?:\bfrom|\bcompared (?:with|to)|\bearlier (?:figure|count|toll|estimate|report)s? of|"
    r"\bprevious\w*(?: \w+)? of|\binitial\w*(?: \w+)? of|\bup from|\bdown from|\bnot|\binstead of|"
    r"\brather than)(?: (?:the|a|an))?(?: earlier| previous| initial)?"
    r"(?: at least| about| some| more than)?\s*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# What follows the head of a noun phrase and qualifies it.
_QUALIFIES = re.compile(
    r",|\b(?:of|in|on|at|with|from|who|that|which|near|aboard|across|along|by|for|since|under|being)\b",
    re.IGNORECASE,
)


def population_of(
    counted: str | None,
    unit: str,
    sentence: str,
    start: int,
    end: int,
    *,
    measure: str | None = None,
    country: str | None = None,
    dimension: str = "count",
) -> str:
    """Return whom ``sentence[start:end]`` counts, as a key that is the same for the same population.

    A part of a whole ("including three children", "two more") has a key of its own beside the whole's. The
    people of the *country* in which it happened are people; another country's are a part of them. What
    measures something (*dimension* other than count) has the noun that it measures, or none: "".
    """
    if counted and _AFTER_STATE.match(sentence[end : end + 40]) and counted not in sentence[end : end + 40]:
        counted = (
            None  # "Two children, and 37 injured": whoever else they are, they are not told to be children.
        )
    if not counted and measure == "other":
        whole = ""  # "Both eleven and twelve are reported": of whom is said elsewhere.
    else:
        is_of_all = measure != "other"
        whole = _head(counted, unit, sentence[end : end + 40], dimension, country, is_of_all)
    whole = _by_measure(whole, measure)
    before, after = sentence[max(0, start - 90) : start], sentence[end : end + 40]
    # "Divers look for three more passengers" counts all who are missing still, and "killed nine and injured
    # 21 others" all who are injured.
    is_more = _BEFORE_MORE.search(before) or _AFTER_MORE.match(after)
    if measure == "injured" and _OF_DEATHS.search(before):
        is_more = (
            None  # "Three were shot dead and eight more wounded": more than the dead, and all who are hurt.
        )
    is_others = measure not in ("injured", "missing") and _AFTER_OTHERS.match(after)
    is_new = measure == "killed" and _is_beside_total(sentence, start, end)
    if measure != "missing" and (is_more or is_others or is_new):
        return f"more {whole}"[:60]
    told = group_told(sentence, start, end) if whole in (PEOPLE, "") else None
    if told is not None:
        return told if told != "part" else f"part {PEOPLE}"
    if _AFTER_WHOLE.match(after):
        return whole[:60]
    if (
        _BEFORE_PART.search(before)
        or (whole != PEOPLE and _BEFORE_NEXT_PART.search(before))
        or _OF_WHICH.search(before)
        or _AFTER_PART.match(after)
        or _AFTER_AMONG.match(sentence[end : end + 80])
        or _AFTER_CAUSE.match(after)
        or (_BEFORE_LIST.search(before) and _AFTER_SHARE.match(after))
        or (whole == PEOPLE and is_share(sentence, start))
        or (whole and _OF_SO_MANY.search(before))
    ):
        # "Among them five children" is as many as "five children were killed"; a part of the soldiers is not.
        is_named = whole in _SELDOM_ALL and not _AFTER_PART.match(after)
        return (whole if is_named else f"part {whole}")[:60]
    return whole[:60]


def _is_beside_total(sentence: str, start: int, end: int) -> bool:
    """Say whether ``sentence[start:end]`` is told beside the total to which it brings the dead."""
    for match in _TOTAL_OF_DEAD.finditer(sentence):
        total = (match["total"] or match["first"]).lower().split("-")[0]
        if total[:1].isdigit() or total in ONES or total in TENS:
            # What stands between "the toll" and "to seven" is what it was before.
            return not (match.start() < end and start < match.end()) and not is_recalled(sentence, start)
    return False


def is_recalled(sentence: str, start: int) -> bool:
    """Say whether the number at *start* is told as an earlier one: "rose to 21 from 17"."""
    return bool(_BEFORE_RECALLED.search(sentence[max(0, start - 60) : start]))


def _by_measure(whole: str, measure: str | None) -> str:
    if measure == "troops":
        return "soldiers" if whole in _SOLDIERS else whole
    if measure == "cases":
        return whole if whole in _PERSONS else "cases"  # whatever the disease: its name is among the words
    return whole


def _head(
    counted: str | None, unit: str, after: str, dimension: str, country: str | None, is_of_all: bool
) -> str:
    phrase = _noun_phrase(counted or "", after)
    words = [_singular(word.lower()) for word in _WORD.findall(phrase)]
    if unit == "person" and "and" in words and _GENERAL & {*words, *(f"{word}s" for word in words)}:
        return PEOPLE  # "passengers and crew" are all who were aboard
    kinds = {_GROUP_OF.get(word, word) for word in words}
    if " and " in phrase and len(kinds & _VEHICLES) > 1:
        return "vehicle"
    for word in reversed(words):
        group = _GROUP_OF.get(word)
        if group and (unit in ("person", "household")) == (group in _PERSONS):
            return group
    if unit == "person":
        named = [fold(word) for word in _WORD.findall(phrase)]
        of = {gazetteer().demonyms.get(form) for word in named for form in (word, _singular(word))} - {None}
        if of and country in of:
            return PEOPLE
        if of:
            return f"nationals {min(str(one) for one in of)}"
        # Whoever is hurt is one of the people hurt; what else is counted may be anything.
        is_anyone = is_of_all or not words or bool(_GENERAL & {*words, *(f"{word}s" for word in words)})
        return PEOPLE if is_anyone else words[-1]
    if unit == "household":
        return "families"
    heads = [word for word in words if word not in _GENERAL and word not in _CLASSIFIERS]
    if heads:
        return heads[-1]
    return unit if dimension == "count" else ""


def _noun_phrase(counted: str, after: str) -> str:
    """Return the head of a noun phrase with what stands before it: "dead" of "dead of Sunday's sinking"."""
    cut = _QUALIFIES.search(counted)
    head = counted[: cut.start()] if cut and cut.start() else counted
    last = _WORD.findall(head)[-1:]
    if last and last[0].lower() in _CLASSIFIERS:
        # "The number of homes", and "the queue has grown to 321 ships".
        rest = counted[cut.end() :] if cut and cut[0].lower() == "of" else after
        more = _WORD.findall(rest)
        return f"{head} {more[0]}" if more and _singular(more[0].lower()) in _GROUP_OF else head
    return head


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
