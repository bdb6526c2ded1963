"""What a quantity measures, by the words around it: the rules reader's answer."""

import re
from dataclasses import dataclass

from models.domain.claim import Quantity, Span
from models.domain.places import resolve_place
from models.domain.vocabulary import Dimension, Measure
from models.nlp.measure_words import BUILDING, DAMAGED, DESTROYED, EVENTS, NOUNS, SAFE

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_CLAUSE_END = frozenset(',;:—–()"“”')
_NEW_CLAUSE = frozenset(["and", "but", "while", "as", "whereas", "including"])


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


_EVENT_PATTERNS = [*_patterns(EVENTS), *_patterns({Measure.OTHER: SAFE})]
_NOUN_PATTERNS = _patterns(NOUNS)
_DESTROYED_PATTERN = re.compile(rf"\b(?:{DESTROYED})\b", re.IGNORECASE)
_DAMAGED_PATTERN = re.compile(rf"\b(?:{DAMAGED})\b", re.IGNORECASE)
# "Twenty people, among them nine children, died": what stands between commas is passed over.
_INSERTED = re.compile(r", (?:among them|including|most of them|many of them|mostly|mainly)\b[^,;.]{1,80},")
_VERBS = re.compile(r"\b(?:said|says|put|told|left|took|made|fell|rose|\w{3,}ed)\b")
_HOUSING_LABEL = re.compile(
    r"\b(?:houses?|homes?|housing|buildings?)(?: \w+)?\s*[:/=-]?\s*(?:of|was|were)?\s*$", re.IGNORECASE
)
_COMPOUND = re.compile(r"[-‑](?!strong|plus|odd)[a-z]+$", re.IGNORECASE)
_RATES = re.compile(
    r"\b(?:GDP|econom(?:y|ies)|growth|inflation|unemployment|rates?|yields?|turnout|stake|share of)\b",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(r"\b(?:of|from|in|on|at|\w+ing)\b")
_OF_MEN_AND_THINGS = re.compile(r"swept away|wiped out|buried|burying|fallen|lives", re.IGNORECASE)
_ANIMALS = re.compile(
    r"\b(?:cattle|cows?|sheep|goats?|pigs?|livestock|animals?|birds?|poultry|chickens|fish|horses|dogs|trees)\b",
    re.IGNORECASE,
)
_ELECTION = re.compile(
    r"\b(?:elections?|candidates?|rivals?|runner-up|run-?off|referendum|incumbent|first round)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:\band|,|\bwhile|\bbut)\s*(?:\w+ly\s+)?$", re.IGNORECASE)
_BASE = re.compile(r"(?:^|[,;]\s)of (?:the |its |their )?(?:\w+ )?$", re.IGNORECASE)
_WHOLE = re.compile(r"\b(?:none of the|all but|all|among the|no \w+ among the) $", re.IGNORECASE)
_PLACES = re.compile(
    r"\b(?:districts?|villages?|towns?|cit(?:y|ies)|provinces?|communit(?:y|ies)|areas?|regions?|"
    r"municipalit(?:y|ies)|count(?:y|ies)|states?|islands?|neighbou?rhoods?|barangays?|settlements?|"
    r"customers?)\b",
    re.IGNORECASE,
)
_HIT_PLACES = re.compile(
    r"\b(?:hit|struck|swamped|engulfed|battered|ravaged|swept through)\b(?!.*\b(?:in|of|across)\b)",
    re.IGNORECASE,
)
_FORCE = re.compile(
    r"\b(?:force|army|garrison|contingent|troop (?:levels|numbers))\b(?!.*[,;])", re.IGNORECASE
)
_PEOPLES = frozenset(
    (Measure.KILLED, Measure.INJURED, Measure.MISSING, Measure.DETAINED, Measure.DISPLACED, Measure.REFUGEES)
)
_ABROAD = re.compile(
    r"\b(?:tak(?:en|es|ing) in|took in|hosts?|hosting|abroad|asylum|refugees?|neighbou?ring (?:countr|"
    r"state|[A-Z])|"
    r"cross(?:ed|ing)? (?:the border|into|over)|across the border|over the border|(?:fled|left|leave|"
    r"leaving|flee"
    r"|fleeing) the country)\b"
)
_GONE = re.compile(
    r"\b(?:fled|flee|fleeing|fleeing from|fled from|to|into|reached|"
    r"entered) ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
)
_EVACUATION = re.compile(r"\bevacuat", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(?:was|were|is|are|has|have|had)\b")
# "Put the casualties of the explosion at 41": what is put at a number is what the number measures.
_PUT_AT = re.compile(
    r"\b(?:put|puts|putting|placed|set|estimated|estimates|revised|corrected) (?:the|its|their) "
    r"(?P<what>[^,;:()]{3,80}?) (?:at|to) $",
    re.IGNORECASE,
)
_AGE = re.compile(r"-(?:year|month|week|day)-olds?\b|\byears? old\b|\byears? of age\b", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:aged?|age of|ages of|(?:average|median|mean) age(?: \w+)? (?:is|was|of|at)|"
    r"life expectancy .*)\s*$",
    re.IGNORECASE,
)


def measure_of(
    text: str, quantities: tuple[Quantity, ...], which: int, counted: Span | None
) -> tuple[Measure, float]:
    """Return what ``quantities[which]`` of the sentence *text* measures, and how sure the rule is, 0 to 1."""
    if (named := named_by_put_at(text, quantities[which])) is not None:
        return named, 0.9
    found = _measure_alone(text, quantities, which, counted)
    if found[0] in (Measure.OTHER, Measure.SHARE):
        if (other := _linked(quantities, which)) is not None:
            linked = _measure_alone(text, quantities, other, quantities[other].counted)[0]
            is_share = linked is Measure.SHARE and quantities[which].dimension is Dimension.COUNT
            if linked is not Measure.OTHER and not is_share:
                return linked, 0.8
        if _is_amount(quantities[which]) and quantities[which].unit == "percent":
            return (Measure.SHARE if _RATES.search(text) else Measure.OTHER), 0.6
    return found


def _measure_alone(
    text: str, quantities: tuple[Quantity, ...], which: int, counted: Span | None
) -> tuple[Measure, float]:
    quantity = quantities[which]
    if fixed := _by_dimension(text, quantity):
        return fixed
    if _COMPOUND.search(quantity.span.text) and quantity.unit == "item":
        return Measure.OTHER, 0.8  # "a 10-storey block collapsed": its height is no count of blocks
    if _is_about_buildings(text, quantities, which, counted):
        harm = _building(text, quantities, which, counted)
        is_told = harm[0] is not Measure.OTHER
        if is_told or not (quantity.dimension is Dimension.SHARE or _EVACUATION.search(text)):
            return harm
    best = _nearest_cue(text, quantities, which, counted)
    if best is not None and best[0] <= 16:
        measure = best[1].measure
        if measure is Measure.DISPLACED and _crosses_border(text):
            measure = Measure.REFUGEES
        return measure, max(0.35, min(0.95, 0.95 - best[0] / 20))
    if quantity.unit == "person" and counted is None and _FORCE.search(text[: quantity.span.start]):
        return Measure.TROOPS, 0.6
    if _HIT_PLACES.search(text[: quantity.span.start]) and counted and _PLACES.search(counted.text):
        return Measure.AFFECTED, 0.7
    if quantity.dimension is not Dimension.SHARE:
        return Measure.OTHER, 0.6
    return (Measure.VOTES if counted is None and _ELECTION.search(text) else Measure.SHARE), 0.6


def named_by_put_at(text: str, quantity: Quantity) -> Measure | None:
    """Return the measure that a number is given for by name; None where none is, or two are."""
    put = _PUT_AT.search(text[: quantity.span.start])
    if put is None or quantity.unit != "person":
        return None
    # The head comes first: "the casualties of the explosion that killed nine".
    head = re.split(r"\b(?:of|in|from|by|since|after|that|who)\b", put["what"])[0]
    found = {measure for measure, words in _EVENT_PATTERNS if words.search(head)}
    return found.pop() if len(found) == 1 else None


def _nearest_cue(
    text: str, quantities: tuple[Quantity, ...], which: int, counted: Span | None
) -> tuple[float, _Cue] | None:
    """Return the cue that costs least to reach from the quantity, with that cost, or None."""
    quantity = quantities[which]
    best: tuple[float, _Cue] | None = None
    for cue in _cues(text, quantity):
        is_inside = counted is not None and counted.start <= cue.start < counted.end
        if not (cue.is_event or is_inside) or _is_anothers(text, quantities, which, cue):
            continue
        if not _can_measure(text, quantity, counted, cue):
            continue
        cost = _distance(text, quantities, which, cue) + (3 if is_inside and not _is_remains(cue) else 0)
        if is_inside and counted is not None:  # "fighter jets" are jets
            cost += 2 * len(_phrase_behind(text, cue, counted).split())
        if cue.measure is Measure.OTHER and cue.start >= quantity.span.end and cost < 6:
            cost -= 4  # "the hostages were freed": what ended well outweighs what they are called
        if cue.measure is Measure.AFFECTED:
            cost += 3  # the weakest word: whoever else is said to be evacuated is that
        if best is None or cost < best[0]:
            best = (cost, cue)
    return best


def _is_remains(cue: _Cue) -> bool:
    """Say whether the noun itself says what happened: "28 bodies", "12 deaths"; "90 migrants" says less."""
    return cue.measure in (Measure.KILLED, Measure.CASES)


def _phrase_behind(text: str, cue: _Cue, counted: Span) -> str:
    """Return what follows the cue in the counted phrase, up to its "of", "from" or clause."""
    return _COMPLEMENT.split(text[cue.end : counted.end])[0]


def _linked(quantities: tuple[Quantity, ...], which: int) -> int | None:
    """Return the figure that this one is another state or the change of, or that it goes on from."""
    mine = quantities[which]
    for number, other in enumerate(quantities):
        if number == which or other.change is None:
            continue
        if mine.change is None and other.change.from_value == mine.best and other.unit == mine.unit:
            return number
        if _is_amount(mine) and not _is_amount(other) and other.change.by_value == mine.best:
            return number
    if mine.change is not None and not _is_amount(mine):
        amounts = (n for n, other in enumerate(quantities) if n != which and _is_amount(other))
        if (amount := next(amounts, None)) is not None and mine.change.by_value == quantities[amount].best:
            return amount
    goes_on = which and mine.counted is None and any(code.endswith(":before") for code in mine.why)
    return which - 1 if goes_on and quantities[which - 1].dimension is mine.dimension else None


def _is_amount(quantity: Quantity) -> bool:
    """Say whether the figure is how much another rose or fell."""
    change = quantity.change
    return change is not None and change.by_value == quantity.best and change.by_unit == quantity.unit


def _is_anothers(text: str, quantities: tuple[Quantity, ...], which: int, cue: _Cue) -> bool:
    """Say whether the cue takes the next quantity as its object: "stalls and injured | several people"."""
    if not cue.is_event or cue.start < quantities[which].span.end:
        return False
    after = next((q for q in quantities[which + 1 :] if q.span.start >= cue.end), None)
    takes = after is not None and not text[cue.end : after.span.start].strip(" \u00a0")
    return takes and _JOINED.search(text[quantities[which].span.end : cue.start]) is not None


def _can_measure(text: str, quantity: Quantity, counted: Span | None, cue: _Cue) -> bool:
    """Say whether the cue can speak of this kind of count: things are not in need, countries cast no vote."""
    if quantity.unit == "item" and _OF_MEN_AND_THINGS.fullmatch(text, cue.start, cue.end):
        return False
    if cue.measure in _PEOPLES and counted is not None and _ANIMALS.search(counted.text):
        return counted.start <= cue.start < counted.end  # "drowning 1,300 cattle"
    if cue.measure is Measure.VOTES and quantity.dimension is Dimension.COUNT:
        is_inside = counted is not None and counted.start <= cue.start < counted.end
        return is_inside or (counted is None and cue.end <= quantity.span.start)
    if cue.measure is Measure.VOTES and quantity.dimension is Dimension.SHARE:
        return (
            counted is None
            or not counted.start <= cue.start < counted.end
            or "vote" in text[cue.start : cue.end]
        )
    if cue.measure is Measure.AFFECTED and cue.end <= quantity.span.start and counted is not None:
        return quantity.unit in ("person", "household", "percent") or bool(_PLACES.search(counted.text))
    if _BASE.search(
        text[: quantity.span.start]
    ):  # "of the 52 on board, 38 drowned": the whole has its own words
        return cue.end <= quantity.span.start or "," not in text[quantity.span.end : cue.start]
    return not (_WHOLE.search(text[: quantity.span.start]) and (counted is None or cue.start >= counted.end))


def _crosses_border(text: str) -> bool:
    """Say whether those who fled left their country: "fled Sudan", "taken in", "fled … to Moldova"."""
    if _ABROAD.search(text):
        return True
    return any(
        "kind:country" in resolve_place(Span.of(text, *match.span(1)), []).why
        for match in _GONE.finditer(text)
    )


def _by_dimension(text: str, quantity: Quantity) -> tuple[Measure, float] | None:
    match quantity.dimension:
        case Dimension.MONEY:
            return Measure.MONEY, 0.97
        case Dimension.TIME:
            around = text[quantity.span.start : quantity.span.end + 14]
            is_age = (
                "unit:year:age" in quantity.why
                or _AGE.search(around)
                or _AGED.search(text[: quantity.span.start])
            )
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
    if quantity.unit in ("person", "household"):
        return False
    if quantity.unit == "building" or (counted is not None and BUILDING.search(counted.text)):
        return True
    if counted is not None or quantity.dimension is not Dimension.COUNT:
        return False
    ahead = " ".join(_WORD.findall(text[quantity.span.end :])[:3])
    harmed = _DESTROYED_PATTERN.search(ahead) or _DAMAGED_PATTERN.search(ahead)
    earlier = text[: quantity.span.start]
    return bool(harmed and BUILDING.search(earlier)) or bool(_HOUSING_LABEL.search(earlier))


def _building(
    text: str, quantities: tuple[Quantity, ...], which: int, counted: Span | None
) -> tuple[Measure, float]:
    """Choose by the nearest verb; "damaged or destroyed" is the lesser claim, damaged."""
    quantity = quantities[which]
    here = counted.end if counted else quantity.span.end
    found = []
    for measure, pattern in (
        (Measure.BUILDINGS_DESTROYED, _DESTROYED_PATTERN),
        (Measure.BUILDINGS_DAMAGED, _DAMAGED_PATTERN),
    ):
        for match in pattern.finditer(text):
            after = match.start() >= here
            gap = match.start() - here if after else quantity.span.start - match.end()
            cue = _Cue(measure, match.start(), match.end(), is_event=True)
            is_own = not _is_anothers(text, quantities, which, cue) and not _is_past_verb(
                text, quantities, which, cue
            )
            if gap >= -1 and is_own:
                found.append((gap + (0 if after else 8), measure))
    if not found or min(found)[0] > 90:
        return Measure.OTHER, 0.6
    return min(found)[1], 0.85


def _is_past_verb(text: str, quantities: tuple[Quantity, ...], which: int, cue: _Cue) -> bool:
    """Say whether a clause of another quantity begins between: "were cut off and 3 bridges | fell"."""
    here = quantities[which].span.end
    between = next((q for q in quantities[which + 1 :] if here < q.span.start < cue.start), None)
    return between is not None and _AUXILIARY.search(text[here : between.span.start]) is not None


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
    inserted = _INSERTED.search(text, low, high) if after else None
    between = text[low : inserted.start()] + text[inserted.end() : high] if inserted else text[low:high]
    if inserted:
        quantities = tuple(q for q in quantities if not inserted.start() <= q.span.start < inserted.end())
    is_list = after and _AUXILIARY.search(between) is None and not _VERBS.search(between)
    for word in _WORD.findall(between):
        if word in _CLAUSE_END:
            cost += 1 if is_list and word == "," else 4
        elif word.lower() in _NEW_CLAUSE:
            cost += 1 if is_list else 3
        else:
            cost += 1
    crossed = sum(1 for q in quantities if low <= q.span.start < high)
    return cost + (1 if is_list else 5) * crossed
