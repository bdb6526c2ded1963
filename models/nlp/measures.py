"""What a quantity measures, by the words around it: the rules reader's answer."""

import re
from dataclasses import dataclass

from models.domain.claim import Quantity, Span
from models.domain.vocabulary import Dimension, Measure

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_CLAUSE_END = frozenset(',;:—–()"“”')
_NEW_CLAUSE = frozenset(["and", "but", "while", "as", "whereas", "including"])

# What happened to people or things. An event beats a noun: "3 soldiers died" is killed, not troops.
_EVENTS: dict[Measure, str] = {
    Measure.KILLED: r"kill\w*|dead|deaths?|died|dies|dying|perished|slain|murdered|massacred|executed|"
    r"drowned|"
    r"fatalit(?:y|ies)|lost (?:his|her|their) li(?:fe|ves)|claim\w* the li(?:fe|ves)|lives|bodies|corpses|"
    r"death toll|toll|shot dead|fatally|deceased|fatal",
    Measure.INJURED: r"injur\w*|wound\w*|hurt|hospitali[sz]ed|maimed",
    Measure.CASUALTIES: r"casualt(?:y|ies)|victims?",
    Measure.MISSING: r"missing|unaccounted(?: for)?|trapped|disappeared|feared lost",
    Measure.DETAINED: r"arrest\w*|detain\w*|detention|imprison\w*|jailed|custody|prisoners?|captured|"
    r"captives?|"
    r"hostages?|kidnap\w*|abduct\w*|taken prisoner|inmates",
    Measure.EVACUATED: r"evacuat\w*|airlifted|shelter(?:ed|ing)|took shelter|taking shelter|relocat\w*|"
    r"accommodated|moved (?:out|to (?:safety|safer|higher))|resettled|relief camps?|evacuation cent(?:er|"
    r"re)s?|"
    r"emergency shelters?|temporary shelters?|evacuees|housed in|staying in",
    Measure.RETURNED: r"return(?:ed|ees?|ing|s)?|repatriat\w*|gone (?:back|home)|went (?:back|home)|came "
    r"back",
    Measure.REFUGEES: r"refugees?|asylum[- ]seekers?|crossed (?:the border|into)|fled (?:to|into|across|"
    r"abroad)|"
    r"fled (?:the country)|taken in|taking in|migrants?",
    Measure.DISPLACED: r"displac\w*|IDPs?|homeless|uprooted|fled|flee|fleeing|dislodged|desplazad\w+|"
    r"forced(?: \S+){0,6} (?:from|out of|off|to leave|to flee|to abandon)|left (?:their )?homes|without "
    r"shelter|"
    r"driven from|left without homes|(?:lost|losing|abandon\w*) their (?:homes?|houses?)|lack shelter",
    Measure.AFFECTED: r"affect\w*|in need|stranded|marooned|requir(?:e|es|ed|ing)|cut off|food insecure|"
    r"without (?:power|electricity|water)|hit by|impacted|need(?:s|ed|ing)?|suffer(?:ed|ing)",
    Measure.CASES: r"cases|infect\w*|tested positive|contracted|diagnosed|confirmed case|case|infections|"
    r"sickened",
    Measure.VOTES: r"votes?|voted|ballots?|seats?|delegates|voting|voters",
}
_BUILDING = re.compile(
    r"\b(?:houses?|homes?|buildings?|dwellings?|apartments?|flats?|schools?|hospitals?|huts?|shops?|"
    r"churches|mosques|"
    r"structures?|properties|residences|villages?|classrooms?|clinics?|offices|warehouses|"
    r"blocks?)\b",
    re.IGNORECASE,
)
_DESTROYED = (
    r"destr(?:oy\w*|uction)|collaps\w*|demolish\w*|razed|burn(?:t|ed)(?: down)?|washed away|levell?ed|"
    r"flattened|gutted|"
    r"swept away|lost"
)
_DAMAGED = r"damag\w*|flood\w*|inundat\w*|submerged|hit|affected|shattered|unroofed|uninhabitable|under "
r"water"

# What is counted, where nothing is said to have happened to it.
_NOUNS: dict[Measure, str] = {
    Measure.TROOPS: r"troops?|soldiers?|servicem[ae]n|service members|personnel|fighters?|militants?|"
    r"marines|"
    r"peacekeepers?|recruits|conscripts|reservists|combatants|paratroopers|mercenaries|insurgents|gunmen|"
    r"rapid reaction force|strong force|force",
    Measure.UNITS: r"battle ?groups?|battalions?|brigades?|divisions?|regiments?|squadrons?|companies of|"
    r"platoons?",
    Measure.WEAPONS: r"missiles?|rockets?|guns?|rifles?|bombs?|shells?|warheads?|weapons?|howitzers?|"
    r"grenades?|"
    r"mines|launchers?|mortars?|firearms|pistols|drones?|munitions|rounds of ammunition|explosives",
    Measure.VEHICLES: r"tanks?|vehicles?|aircraft|planes?|jets?|helicopters?|ships?|vessels?|boats?|"
    r"trucks?|cars?|"
    r"buses|trains?|warships?|submarines?|frigates?|destroyers?|bombers?|lorries|ambulances|motorcycles",
    Measure.CASES: r"patients",
}


@dataclass(frozen=True, slots=True)
class _Cue:
    measure: Measure
    start: int
    end: int
    is_event: bool


def _patterns(table: dict[Measure, str]) -> list[tuple[Measure, re.Pattern[str]]]:
    """Compile the word lists; a space in them stands for any white space, line breaks too."""
    return [
        (measure, re.compile(rf"\b(?:{words})\b".replace(" ", r"\s+"), re.IGNORECASE))
        for measure, words in table.items()
    ]


_EVENT_PATTERNS = _patterns(_EVENTS)
_NOUN_PATTERNS = _patterns(_NOUNS)
_DESTROYED_PATTERN = re.compile(rf"\b(?:{_DESTROYED})\b", re.IGNORECASE)
_DAMAGED_PATTERN = re.compile(rf"\b(?:{_DAMAGED})\b", re.IGNORECASE)
_HOUSING_LABEL = re.compile(
    r"\b(?:houses?|homes?|housing|buildings?)(?: \w+)?\s*[:/=-]?\s*(?:of|was|were)?\s*$", re.IGNORECASE
)
_EVACUATION = re.compile(r"\bevacuat", re.IGNORECASE)
_AGE = re.compile(r"-year-old|\byears? old\b|\byears? of age\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|age of|ages of)\s*$", re.IGNORECASE)


def measure_of(
    text: str, quantities: tuple[Quantity, ...], which: int, counted: Span | None
) -> tuple[Measure, float]:
    """Return what ``quantities[which]`` of the sentence *text* measures, and how sure the rule is, 0 to "
    "1."""
    quantity = quantities[which]
    if fixed := _by_dimension(text, quantity):
        return fixed
    if _is_about_buildings(text, quantities, which, counted):
        harm = _building(text, quantity, counted)
        if harm[0] is not Measure.OTHER or not _EVACUATION.search(text):
            return harm
    best: tuple[float, _Cue] | None = None
    for cue in _cues(text, quantity):
        cost = _distance(text, quantities, which, cue)
        if not cue.is_event:
            inside = counted is not None and counted.start <= cue.start < counted.end
            if not inside:
                continue
            cost += 3.0
        if cue.measure is Measure.AFFECTED:
            cost += 3.0  # the weakest word: whoever else is said to be evacuated is that
        if best is None or cost < best[0]:
            best = (cost, cue)
    if best is not None and best[0] <= 16:
        return best[1].measure, max(0.35, 0.95 - best[0] / 20)
    return (Measure.SHARE if quantity.dimension is Dimension.SHARE else Measure.OTHER), 0.6


def _by_dimension(text: str, quantity: Quantity) -> tuple[Measure, float] | None:
    match quantity.dimension:
        case Dimension.MONEY:
            return Measure.MONEY, 0.97
        case Dimension.TIME:
            around = text[quantity.span.start : quantity.span.end + 14]
            is_age = _AGE.search(around) or _AGED.search(text[: quantity.span.start])
            return (Measure.AGE if is_age else Measure.DURATION), 0.9
        case Dimension.LENGTH:
            return Measure.DISTANCE, 0.95
        case Dimension.AREA:
            return Measure.AREA, 0.95
        case Dimension.MASS | Dimension.VOLUME | Dimension.SPEED | Dimension.TEMPERATURE | Dimension.OTHER:
            return Measure.OTHER, 0.9
        case _:
            return None


def _is_about_buildings(
    text: str, quantities: tuple[Quantity, ...], which: int, counted: Span | None
) -> bool:
    """Say whether buildings are counted; "31 houses were destroyed and 300 damaged" leaves them out "
    "once."""
    quantity = quantities[which]
    if quantity.unit == "building" or (counted is not None and _BUILDING.search(counted.text)):
        return True
    if counted is not None or quantity.dimension is not Dimension.COUNT:
        return False
    ahead = " ".join(_WORD.findall(text[quantity.span.end :])[:3])
    harmed = _DESTROYED_PATTERN.search(ahead) or _DAMAGED_PATTERN.search(ahead)
    earlier = text[: quantity.span.start]
    return bool(harmed and _BUILDING.search(earlier)) or bool(_HOUSING_LABEL.search(earlier))


def _building(text: str, quantity: Quantity, counted: Span | None) -> tuple[Measure, float]:
    """Choose by the nearest verb; "damaged or destroyed" is the lesser claim, damaged."""
    here = counted.end if counted else quantity.span.end
    found = []
    for measure, pattern in (
        (Measure.BUILDINGS_DESTROYED, _DESTROYED_PATTERN),
        (Measure.BUILDINGS_DAMAGED, _DAMAGED_PATTERN),
    ):
        for match in pattern.finditer(text):
            after = match.start() >= here
            gap = match.start() - here if after else quantity.span.start - match.end()
            if gap >= -1:
                found.append((gap + (0 if after else 8), measure))
    if not found or min(found)[0] > 90:
        return Measure.OTHER, 0.6
    return min(found)[1], 0.85


def _cues(text: str, quantity: Quantity) -> list[_Cue]:
    cues: list[_Cue] = []
    for is_event, patterns in ((True, _EVENT_PATTERNS), (False, _NOUN_PATTERNS)):
        for measure, pattern in patterns:
            cues.extend(
                _Cue(measure, match.start(), match.end(), is_event)
                for match in pattern.finditer(text)
                if match.end() <= quantity.span.start
                or match.start() >= quantity.span.end
                or (match.start() < quantity.span.start and quantity.span.end < match.end())
            )
    return cues


def _distance(text: str, quantities: tuple[Quantity, ...], which: int, cue: _Cue) -> float:
    """Words between quantity and cue, dearer across a clause or another quantity, cheaper behind the "
    "quantity."""
    span = quantities[which].span
    if cue.start < span.start and span.end < cue.end:
        return 0.0
    after = cue.start >= span.end
    low, high = (span.end, cue.start) if after else (cue.end, span.start)
    cost = 0.0 if after else 1.5
    for word in _WORD.findall(text[low:high]):
        if word in _CLAUSE_END:
            cost += 4
        elif word.lower() in _NEW_CLAUSE:
            cost += 3
        else:
            cost += 1
    crossed = sum(1 for q in quantities if low <= q.span.start < high)
    return cost + 5 * crossed
