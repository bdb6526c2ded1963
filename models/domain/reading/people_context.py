"""Whether a number without a noun counts people: "17 were killed", "killed three", "the toll rose to 21"."""

from models.domain.reading.change_words import DIRECTIONS, FACTORS
from models.domain.reading.function_words import AUXILIARIES
from models.domain.reading.mention import Mention
from models.domain.reading.nouns import is_person_noun, is_plural_noun
from models.domain.reading.tokens import Tokens
from models.domain.reading.word_lists import words_of

_FATES = words_of(
    """
    killed dead died injured wounded missing arrested detained hospitalised hospitalized hurt displaced
    evacuated infected drowned trapped rescued homeless jailed imprisoned kidnapped abducted deported
    executed sentenced charged fled dying perished survived stranded quarantined vaccinated tested
    employed unemployed aboard elderly who whom pregnant sickened recovered discharged shot stabbed
    treated critically seriously convicted acquitted freed released registered crossed burned burnt slain
    murdered attended protested feared presumed confirmed unaccounted sheltering living returned arrived
    alive found saved conscious laid marched rallied demonstrated gathered queued moved taken left without
    attending stayed lived resigned escaped watched
    trickled streamed flocked home visited camped waited boarded disembarked
    enrolled cheered sheltered ill sick
    """
)
_AUXILIARIES = words_of(
    """
    were was are is have has had been be being reported reportedly confirmed people of them us others more
    still also later believed thought to so far now already in critical serious condition officially least
    at as feared presumed left remain remained known said died from on initially then subsequently since
    could would may might will
    """
)
_DOERS = words_of(
    """
    killed killing kills kill injured injuring injures wounded wounding wounds hurt hurting detained
    detaining arrested arresting displaced displacing evacuated evacuating rescued rescuing infected
    infecting employs employing employed buried burying drove driving claimed leaving carried carries
    hospitalised hospitalized executed executing drowned deported carrying sickened sickening
    feed feeding feeds fed
    admitted admitting treated treating jailed jailing freed freeing convicted deporting expelled pulled
    evicted conscripted beheaded hanged shooting sheltered sheltering shelters muster musters mustered
    smuggled smuggling trafficked trapping trapped
    """
)
_TOLLS = words_of(
    """
    toll deaths fatalities casualties dead injured wounded missing population refugees victims membership
    workforce headcount enrolment enrollment attendance turnout tally murder homicide mortality suicide
    losses killings troop homelessness
    displacement force forces army garrison contingent corps crowd crowds audience congregation
    """
)  # fmt: skip


PARENTS = words_of("father mother parent dad mum mom grandfather grandmother widower")
"""Who has so many children: "a father of four"."""


def is_about_people(tokens: Tokens, mention: Mention) -> bool:
    """Say whether the words around a number that names nothing speak of people."""
    at = mention.last
    if _is_room(tokens, mention.first):
        return True
    if tokens.words[mention.first - 1] in _GOING_ON and _goes_on(tokens, mention.first):
        return True
    return _fate_follows(tokens, at) or _doer_precedes(tokens, mention.first) or _parts_follow(tokens, at)


_GOING_ON = frozenset(["other", "number", "numbered", "numbering"])


def _goes_on(tokens: Tokens, first: int) -> bool:
    """Say whether people named before are meant: "the other | 11", "those in the town number | 3,500"."""
    is_rest = tokens.words[first - 1] == "other"
    if is_rest is not (tokens.words[first - 2] == "the"):
        return False  # "the number 12" names, "other 12" counts what stands behind it
    before = tokens.words[max(first - _REACH_OF_REST, 0) : first - 1]
    return (not is_rest and "those" in before) or any(is_plural_noun(w) and is_person_noun(w) for w in before)


_REACH_OF_REST = 24
"""Words back to those whom a number without a noun goes on about."""


def _parts_follow(tokens: Tokens, at: int) -> bool:
    """Say whether people are named as part of the number: "at least seven, including four children"."""
    if tokens.words[at : at + 2] == ["of", "them"] and tokens.words[at + 2] in ("were", "are"):
        return is_plural_noun(tokens.words[at + 3]) and is_person_noun(tokens.words[at + 3])
    if tokens.words[at] != "," or tokens.words[at + 1] not in (
        "including",
        "among",
        "mostly",
        "mainly",
        "many",
    ):
        return False
    return any(is_person_noun(word) for word in tokens.words[at + 2 : at + 6])


def _is_subject(tokens: Tokens, noun: int) -> bool:
    """Say whether people at token *noun* are what rises, stands or is: "refugees rose to"."""
    after = tokens.words[noun + 1]
    is_said = after in AUXILIARIES or after in DIRECTIONS or after in FACTORS or after in _LINKS
    return is_said and is_plural_noun(tokens.words[noun]) and is_person_noun(tokens.words[noun])


def _fate_follows(tokens: Tokens, at: int) -> bool:
    for near in range(at, at + 7):
        word = tokens.words[near]
        if word == "shot" and tokens.words[near + 1] == "down":
            return False  # drones are
        if word in _FATES or (word, tokens.words[near + 1]) in _FATE_PAIRS:
            return True
        if word == "voted":  # votes in favour are counted, not the people who cast them
            return tokens.words[near + 1] not in ("in", "for", "against", "to", "yes", "no")
        if word not in _AUXILIARIES:
            return False
    return False


def _numbers_people(before: list[str]) -> bool:
    """Say whether a number of people is spoken of: "the number of people facing hunger could double to"."""
    return any(
        before[at : at + 2] == ["number", "of"] and any(map(is_person_noun, before[at + 2 : at + 5]))
        for at in range(len(before) - 2)
    )


def _is_deed(tokens: Tokens, at: int) -> bool:
    """Say whether the word takes people as its object; "was carried 7-2" takes none."""
    word = tokens.words[at]
    return word in _DOERS and not (word in ("carried", "claimed") and tokens.words[at - 1] in AUXILIARIES)


def _doer_precedes(tokens: Tokens, first: int) -> bool:
    words = tokens.words
    is_linked = words[first - 1] in _LINKS
    if words[first - 1] == "of" and (words[first - 2] in _BODIES or words[first - 2] in PARENTS):
        return True
    if words[first - 1] == "whom" or (is_linked and _numbers_people(words[max(first - 12, 0) : first])):
        return True
    for near in range(first - 1, max(first - (_FURTHEST_TOLL if is_linked else 12), -1), -1):
        word = words[near]
        if near <= first - 12 and word not in ("toll", *_CLAUSE_ENDS):
            continue
        is_pair = (words[near - 1], words[near]) in _DEED_PAIRS
        if near >= first - 2 and (is_pair or _is_deed(tokens, near)):
            return True
        if (word in _TOLLS and not (word in _FORCES and "," in words[near:first])) or (
            near < first - 1 and is_linked and _is_subject(tokens, near)
        ):
            return True
        if word in _CLAUSE_ENDS:
            return False
    return False


_MADE_FOR = words_of(
    "built designed licensed meant intended equipped licenced room space beds berths certified"
)
_HOLDS = words_of(
    """
    hold holds held holding seat seats sleep sleeps house houses housed housing take takes accommodate
    accommodates accommodated fit fits shelter sheltered
    """
)
_VENUES = words_of(
    """
    camp stadium hall arena prison jail theatre theater church cathedral shelter gym gymnasium school hotel
    ferry bus boat coach mosque temple auditorium barracks hostel dormitory venue centre center chapel
    cinema
    """
)


def _is_room(tokens: Tokens, first: int) -> bool:
    """Say whether the number is for how many there is room: "licensed for 70", "the stadium holds 40,000"."""
    words = tokens.words
    before, verb = words[first - 1], words[first - 2]
    if before == "for" and (verb in _MADE_FOR or words[first - 3 : first - 1] == ["laid", "out"]):
        return True
    if verb == "to" and words[first - 3] in _MADE_FOR and before in (*_HOLDS, "carry"):
        return True
    if before == "to" or before not in _HOLDS:
        return False
    return not _VENUES.isdisjoint(words[max(first - 8, 0) : first])


_FATE_PAIRS = frozenset(
    [
        ("on", "board"),
        *((verb, "from") for verb in ("pulled", "plucked", "dragged", "dug", "lifted", "flown")),
        *((verb, where) for verb in ("driven", "forced", "pushed") for where in ("out", "from", "to")),
        ("turned", "up"),
        ("turned", "out"),
        ("given", "birth"),
        *(("spent", which) for which in ("the", "a", "another", "their", "last", "hours", "days", "weeks")),
        ("took", "part"),
        ("took", "shelter"),
        ("signed", "up"),
        ("fell", "ill"),
        ("got", "out"),
    ]
)
_DEED_PAIRS = frozenset(
    [
        *(("swept", "up"), ("picked", "up"), ("rounded", "up"), ("locked", "up"), ("took", "away")),
        *(("taken", "away"), ("taking", "away"), ("led", "away"), ("carried", "off"), ("carrying", "off")),
        *(("flown", "out"), ("drove", "out"), ("shot", "dead"), ("shooting", "dead"), ("left", "behind")),
    ]
)
_FORCES = words_of("force forces army garrison contingent corps")
_FURTHEST_TOLL = 24
"""Words from a toll to its number: "the toll of the fire at the depot in Orsela, Velmara, hit 10"."""

_BODIES = words_of(
    """
    crew team squad delegation crowd party staff workforce gang group jury family army force congregation
    audience city town country nation island population
    """
)  # fmt: skip
_CLAUSE_ENDS = words_of(
    """
    . ; : ( ) — – and but while whose
    """
)
_LINKS = words_of(
    """
    to at from by including reached of hit stood is was totalled totaled numbered exceeded stands number
    """
)  # fmt: skip
