"""Which words of a sentence may say what a figure measures, and how far each stands from it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from models.domain.claim import Quantity, Span
from models.domain.reading.nouns import is_person_noun
from models.domain.vocabulary import Dimension, Measure
from models.nlp.measure_words import EVENTS, NOUNS, SAFE, Words


class Slot(Enum):
    """Where a word stands to the figure it speaks of (measure_words.Words)."""

    VERB = auto()
    SUBJECT = auto()
    OBJECT = auto()
    NOUN = auto()
    COUNTED = auto()
    """What is counted, with nothing said to have happened to it."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Half-open code points of a word or idiom, and what it says."""

    measure: Measure
    slot: Slot
    start: int
    end: int

    @property
    def is_event(self) -> bool:
        """Say whether it tells what happened, not only what is counted."""
        return self.slot is not Slot.COUNTED


AUXILIARY = re.compile(r"\b(?:was|were|is|are|has|have|had)\b")
_JOINED = re.compile(r"(?:\band|,|\bwhile|\bbut)\s*(?:\w+ly\s+)?$", re.IGNORECASE)
# A dash at the head of a line is a bullet: "134 injured\n– 217 households".
LABEL = re.compile(r"(?:\s*[:=]|[^\S\n]*[-–—]\s|\s*(?:as|at)\s)\s*$")
_IS_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be|got|get)\s+(?:(?!and\b)[\w-]+\s+){0,2}$", re.IGNORECASE
)
_IT = re.compile(r"\b(?:it|he|she)\s+(?:(?:was|is|has|had)\s+)?(?:been\s+)?$", re.IGNORECASE)
# "Has been charged with | stabbing 11": the deed is another's, and its object stands behind it.
_CHARGED_WITH = re.compile(r"\b(?:with|of|for|after|before|from)\s+$", re.IGNORECASE)
# A verb with its own object behind it is done by the figure, not to it: "three gunmen killed a guard".
_HAS_OBJECT = re.compile(
    r"(?:[^\S\n]+|\n(?=(?-i:[a-z])))"
    r"(?:the|an?|his|her|their|its|him|them|another|several|some|many|at least|(?-i:[A-Z]\w+ly)|"
    r"(?-i:[A-Z][a-z]+))\b(?!\s*[,:])|\s+(?:about |nearly |almost )?\d",
    re.IGNORECASE,
)
_OPENS_ADVERB = re.compile(
    r"\s+(?:in|on|at|by|with|to|from|after|during|since|near|across|for|over|when|while|as|because|who|that|"
    r"outside|inside|under|until|before|between)\b",
    re.IGNORECASE,
)
# "Buried a bus with | 26 passengers": the verb has its object.
_HAS_OTHER_OBJECT = re.compile(
    r"\s+(?:an?|the|his|her|their)\s+(?:\w+\s+){1,3}(?:with|carrying|containing)\b", re.IGNORECASE
)
_BREAKS_OBJECT = re.compile(
    r"[,;:()—–]|\b(?:in|on|at|by|with|to|from|after|during|since|near|across|when|while|as|because|who|"
    r"that|was|were|"
    r"is|are|has|have|had)\b",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\b(?:in|across|at|near|around|over|throughout|within|on|between|among)\s+(?:the |all |some )?$",
    re.IGNORECASE,
)
_OF_PEOPLE = frozenset(
    (
        Measure.KILLED,
        Measure.INJURED,
        Measure.CASUALTIES,
        Measure.MISSING,
        Measure.DETAINED,
        Measure.DISPLACED,
        Measure.REFUGEES,
        Measure.RETURNED,
        Measure.EVACUATED,
        Measure.CASES,
    )
)
_FATES = frozenset((Measure.KILLED, Measure.INJURED, Measure.DETAINED))
_THINGS = re.compile(
    r"\b(?:"
    + "|".join([NOUNS[Measure.VEHICLES], NOUNS[Measure.WEAPONS]])
    + r"|bridges?|roads?|towns?|villages?|cit(?:y|ies)|districts?|provinces?|regions?|countr(?:y|ies)|"
    r"states|places|"
    r"areas?|raids?|attacks?|strikes?|incidents?|accidents?|crashes|clashes|operations?|days?|times|plants?|"
    r"companies|plans?|bills?|programs?|programmes?|projects?|deals?|jobs?|positions?|targets?|flights?|"
    r"trees?|"
    r"cattle|cows?|sheep|goats?|pigs?|animals?|birds?|chickens|fish|horses?|dogs?|cats?|things?|wells|farms|"
    r"fields|metres|stalls|shops|banks|protests?|sites?|points?|occasions|locations|launchers)\b",
    re.IGNORECASE,
)
_ADJECTIVES = re.compile(
    r"missing|dead|wounded|displaced|homeless|injured|evacuated|fatal|deceased|disappeared",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(r"\b(?:number|count|tally|total) of (?:\w+ ){0,4}$", re.IGNORECASE)
# "Tanks: 1,900", "Helicopters stood at 85": what is counted stands ahead of its number.
_IS_NUMBER_OF = re.compile(
    r"\s*(?:[:=]|stood at|stands? at|(?:now )?number(?:ed)?|total(?:led|s)?|rose to|fell to|reached|"
    r"came to|"
    r"(?:numbers?|levels|strength|sales|exports|imports|deliveries|registrations|production|output)\s[^.;:]{0,60}?\b(?:to|by|at|"
    r"of))\s*",
    re.IGNORECASE,
)
_KIN = re.compile(r"\bmembers of (?:\w+ )?(?:famil(?:y|ies)|household)\b")
_OF_NEXT = re.compile(r"\s+of (?:the |another |a further )?", re.IGNORECASE)
_ONLY_MORE = re.compile(r"\s*(?:(?:a further|another|an additional|an extra|the|all)\s*)?")
_DIED_AND = re.compile(r"\bdied (?:at|on|in|during|there)\b[^,;.]*(?:\band|,)\s*$", re.IGNORECASE)
_NO_LOSS_OF_LIFE = re.compile(
    r"\b(?:members|supporters|staff|workers|employees|customers|subscribers|viewers|users|players|"
    r"inhabitants|"
    r"residents|voters|followers|passengers|students|pupils|readers|clients)\b",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"\b(?:suspects?|gunm[ae]n|attackers?|killers?|fugitives?|robbers?|bombers?|escapees|inmates|prisoners|"
    r"volunteers|"
    r"workers|nurses|teachers|recruits|militants|terrorists|assailants|thieves|jobs|staff)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[Measure, Slot, re.Pattern[str]]]:
    """Compile the word lists; a blank in them stands for any white space, line breaks too."""
    tables: list[tuple[Measure, Words]] = [*EVENTS.items(), (Measure.OTHER, SAFE)]
    slots = {
        Slot.VERB: [(measure, words.verbs) for measure, words in tables],
        Slot.SUBJECT: [(measure, words.subject) for measure, words in tables],
        Slot.OBJECT: [(measure, words.object) for measure, words in tables],
        Slot.NOUN: [(measure, words.nouns) for measure, words in tables],
        Slot.COUNTED: list(NOUNS.items()),
    }
    return [
        (measure, slot, re.compile(rf"\b(?:{words})(?!\w)".replace(" ", r"\s+"), re.IGNORECASE))
        for slot, rows in slots.items()
        for measure, words in rows
        if words
    ]


@lru_cache(maxsize=64)
def cues_in(text: str) -> tuple[Cue, ...]:
    """Return every cue of the sentence *text*; of events within one another only the longest."""
    found = [
        Cue(measure, slot, match.start(), match.end())
        for measure, slot, pattern in _patterns()
        for match in pattern.finditer(text)
    ]
    events = [cue for cue in found if cue.is_event]
    return tuple(
        cue for cue in found if not cue.is_event or not any(_outdoes(other, cue) for other in events)
    )


def _outdoes(other: Cue, cue: Cue) -> bool:
    """Say whether *other* holds *cue* and more: "feared dead" of "dead"."""
    wider = other.end - other.start > cue.end - cue.start
    return wider and other.start <= cue.start and cue.end <= other.end and other.measure is not cue.measure


def event_measures(text: str) -> set[Measure]:
    """Return the measures that words of *text* name."""
    return {cue.measure for cue in cues_in(text) if cue.is_event}


def can_reach(text: str, quantities: Sequence[Quantity], which: int, counted: Span | None, cue: Cue) -> bool:
    """Say whether the grammar lets *cue* speak of the figure: its place, its voice, and what is counted."""
    quantity = quantities[which]
    span = quantity.span
    is_inside = counted is not None and counted.start <= cue.start < counted.end
    if not cue.is_event:
        return is_inside or (
            counted is None and _IS_NUMBER_OF.fullmatch(text[cue.end : span.start]) is not None
        )
    if text[cue.start : cue.end].lower() == "lives":
        return is_inside  # "claimed 12 lives", not "he lives in"
    if cue.start < span.end and span.start < cue.end:
        return _holds(quantity, cue)
    if is_inside and counted is not None:
        return not _is_attribute(text, quantity, counted, cue)
    after = cue.start >= span.end
    if _is_of_other_kind(quantities, which, counted, cue) or _is_of_another(text, quantities, which, cue):
        return False
    between = text[span.end : cue.start] if after else text[cue.end : span.start]
    match cue.slot:
        case Slot.SUBJECT:
            if "in hospital" in text[cue.start : cue.end] and _DIED_AND.search(text[: span.start]):
                return AUXILIARY.search(between) is not None  # "eight died at the scene and two in hospital"
            return after or bool(LABEL.match(between)) or _is_in_number_of(text, cue)
        case Slot.OBJECT:
            is_object = not after and len(between) < 60 and not _BREAKS_OBJECT.search(between)
            return is_object and not _is_no_loss(quantity, counted, cue)
        case Slot.VERB:
            return (
                _is_done_to(text, quantities, which, cue)
                if after
                else not _is_done_already(text, cue, between)
            )
    return True


def _is_of_another(text: str, quantities: Sequence[Quantity], which: int, cue: Cue) -> bool:
    """Say whether a word behind has a subject of its own: "down to 200 men when it | was pulled out"."""
    if text[cue.start : cue.end].lower() == "fatally":  # "shot four people, two | fatally"
        return any(cue.start > other.span.start for other in quantities[which + 1 :])
    is_said = cue.slot in (Slot.SUBJECT, Slot.VERB)
    return is_said and _IT.search(text, quantities[which].span.end, cue.start) is not None


def _holds(quantity: Quantity, cue: Cue) -> bool:
    """Say whether word and figure lie in one another: "forced | 300 people | from their homes"."""
    span = quantity.span
    if quantity.unit == "percent":
        return span.start < cue.start  # "one death in four"
    return cue.start < span.start and span.end < cue.end and quantity.unit != "item"


def _is_attribute(text: str, quantity: Quantity, counted: Span, cue: Cue) -> bool:
    """Say whether the word tells which things are counted: "37 evacuation centres", "counts of arson"."""
    if quantity.unit == "item" and re.search(r"\bof\b", text[counted.start : cue.start]):
        return True
    is_plural = text[cue.end - 1] == "s"  # "homicides | lead"
    if (
        is_plural
        or cue.slot is not Slot.NOUN
        or cue.end >= counted.end
        or _ADJECTIVES.fullmatch(text, cue.start, cue.end)
    ):
        return False
    is_followed = re.match(
        r"\s+(?!(?:of|in|from|at|on|by|to|among|since)\b)[^\W\d]", text[cue.end : counted.end]
    )
    return is_followed is not None and not (
        cue.measure is Measure.REFUGEES and quantity.unit in ("person", "household")
    )


def _is_of_other_kind(quantities: Sequence[Quantity], which: int, counted: Span | None, cue: Cue) -> bool:
    """Say whether things are counted and the word speaks of people; a house can be evacuated.

    Where the noun is not known, it is people who are killed, hurt or arrested, if the word stands close by.
    """
    quantity = quantities[which]
    if cue.measure not in _OF_PEOPLE or counted is None or quantity.unit not in ("item", "building"):
        return False
    if any(other.span.start < counted.end and counted.start < other.span.end for other in quantities):
        return False  # "ten of the eleven"
    if cue.measure is Measure.EVACUATED and quantity.unit == "building":
        return False
    is_fate = cue.measure in _FATES and cue.slot in (Slot.VERB, Slot.SUBJECT)
    is_close = min(abs(cue.start - counted.end), abs(quantity.span.start - cue.end)) < 25
    return (
        not (is_fate and is_close) or quantity.unit == "building" or _THINGS.search(counted.text) is not None
    )


def _is_no_loss(quantity: Quantity, counted: Span | None, cue: Cue) -> bool:
    """Say whether "lost 300 members" or "looking for 3 gunmen" is no loss of life and nobody missing."""
    if cue.measure is Measure.KILLED:
        if counted is not None and _KIN.search(counted.text):
            return False  # "lost 24 members of one family"
        if quantity.unit == "percent" and counted is not None:
            return not is_person_noun(counted.text.split()[-1].lower())  # "lost a tenth of its men"
        is_men = quantity.unit in ("person", "household") and counted is not None
        return not is_men or _NO_LOSS_OF_LIFE.search(counted.text if counted else "") is not None
    return cue.measure is Measure.MISSING and counted is not None and bool(_SOUGHT.search(counted.text))


def _is_done_to(text: str, quantities: Sequence[Quantity], which: int, cue: Cue) -> bool:
    """Say whether a verb behind the figure is done to it: "12 were killed", but "3 gunmen killed a guard"."""
    if _IS_PASSIVE.search(text[max(0, cue.start - 40) : cue.start]):
        return True
    word = text[cue.start : cue.end].lower()
    if word.split()[0].endswith("ing"):
        return not _HAS_OBJECT.match(text, cue.end) and not _object_of(text, quantities, which, cue)
    return not (_HAS_OBJECT.match(text, cue.end) or _object_of(text, quantities, which, cue))


def _object_of(text: str, quantities: Sequence[Quantity], which: int, cue: Cue) -> bool:
    """Say whether the next figure stands right behind the verb."""
    return any(
        q.span.start >= cue.end and not text[cue.end : q.span.start].strip() for q in quantities[which + 1 :]
    )


def _is_in_number_of(text: str, cue: Cue) -> bool:
    """Say whether the cue tells what is numbered: "the number of people living in camps | rose to 300"."""
    return _NUMBER_OF.search(text, max(0, cue.start - 60), cue.start) is not None


def _is_done_already(text: str, cue: Cue, between: str) -> bool:
    """Say whether a verb ahead of the figure has its own subject: "were killed in 12 raids"."""
    if LABEL.match(between) or _is_in_number_of(text, cue):
        return False  # "the number of people killed by the flood rose to 78"
    if _OPENS_ADVERB.match(between) or _HAS_OTHER_OBJECT.match(between):
        return True
    ahead = text[max(0, cue.start - 40) : cue.start]
    return _IS_PASSIVE.search(ahead) is not None and not _CHARGED_WITH.search(ahead)


def ends_ahead(
    pattern: re.Pattern[str], text: str, quantity: Quantity, reach: int = 80
) -> re.Match[str] | None:
    """Match *pattern*, which ends in ``$``, right ahead of the figure, at most *reach* characters of it."""
    start = quantity.span.start
    return pattern.search(text, max(0, start - reach), start)


def is_where(text: str, quantity: Quantity) -> bool:
    """Say whether the figure stands in an adverbial of place or time: "killed in 12 villages"."""
    return quantity.dimension is Dimension.COUNT and ends_ahead(_WHERE, text, quantity) is not None


def is_anothers(text: str, quantities: Sequence[Quantity], which: int, cue: Cue) -> bool:
    """Say whether the cue takes the next quantity as its object: "stalls and injured | several people".

    Or holds it: "affected 9,000 and forced 400 to leave".
    """
    if not cue.is_event or cue.start < quantities[which].span.end:
        return False
    if cue.slot in (Slot.NOUN, Slot.VERB) and _is_counted_by_next(text, quantities, which, cue):
        return True
    if cue.slot is Slot.NOUN and _is_of_next(text, quantities, which, cue):
        return True
    after = next((q for q in quantities[which + 1 :] if q.span.start >= cue.start), None)
    if after is None or _JOINED.search(text[quantities[which].span.end : cue.start]) is None:
        return False
    return after.span.end <= cue.end or _ONLY_MORE.fullmatch(text[cue.end : after.span.start]) is not None


def _is_counted_by_next(text: str, quantities: Sequence[Quantity], which: int, cue: Cue) -> bool:
    """Say whether the noun is what a later figure counts: "three officers were charged; nine | inmates"."""
    mine = quantities[which].counted
    for other in quantities[which + 1 :]:
        theirs = other.counted
        if (
            mine is not None
            and theirs is not None
            and theirs != mine
            and theirs.start <= cue.start < theirs.end
        ):
            return mine.end <= other.span.start and not text[mine.end :].lstrip().startswith("of ")
    return False


def _is_of_next(text: str, quantities: Sequence[Quantity], which: int, cue: Cue) -> bool:
    """Say whether a noun has its own number behind: "eight were charged over the | deaths of two"."""
    between = text[quantities[which].span.end : cue.start].split()
    if len(between) < 2:
        return False
    after = next((q for q in quantities[which + 1 :] if q.span.start >= cue.end), None)
    return after is not None and _OF_NEXT.fullmatch(text[cue.end : after.span.start]) is not None
