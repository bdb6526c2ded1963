"""What a figure's own words say that it measures: what happened to it, or what is counted."""

import re

from models.domain.claim import Quantity, Span
from models.domain.vocabulary import Dimension, Measure
from models.nlp.building_measures import building_measure, is_about_buildings
from models.nlp.foreign_people import HOSTS, are_hosted, crosses_border, is_foreign, numbers_foreigners
from models.nlp.line_labels import named_by_line
from models.nlp.measure_cues import (
    Cue,
    Slot,
    can_reach,
    cues_in,
    ends_ahead,
    event_measures,
    is_anothers,
)
from models.nlp.measure_distance import distance
from models.nlp.measure_links import is_base, is_of_a_part, is_part
from models.nlp.measure_scenes import PLACES, can_measure
from models.nlp.vote_measures import is_of_votes

_FARTHEST = 16
"""The cost of a cue beyond which it speaks of something else (measure_cues.distance)."""
_FURTHEST = 400
"""Characters between beyond which no words are so few: the cost need not be reckoned."""
_CLAUSE = 300
"""Characters ahead of a figure that a pattern may span which reaches through its clause."""
_COMPOUND = re.compile(
    r"[-‑](?!strong|plus|odd|one|two|three|four|five|six|seven|eight|nine)[a-z]+$", re.IGNORECASE
)
_VEHICLE_JOINED = re.compile(
    r"[-‑](?:vehicle|car|truck|lorry|train|boat|bike|bus|ship|vessel|tank|plane|jet|aircraft|motorcycle)$",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(r"\b(?:of|from|in|on|at|(?!fighting)\w+ing)\b")
_SITE_TOOK_IN = re.compile(r"(?:camps?|sites?|schools|churches|mosques)\b", re.IGNORECASE)
_GUNMEN = re.compile(r"\b(?:gunmen|attackers|assailants|bandits)$", re.IGNORECASE)
_A_FORCE = 100
"""Gunmen from which on they are a force and not the few who did a deed."""
# Who comes together is no one's victim; "3,000 protesters who marched were arrested" says more.
_CROWD = re.compile(
    r"\s+(?:have |had |has )?(?:also |since |now )?(?:march|ralli|protest|demonstrat|watch|attend|queue|wait|"
    r"gather|cheer|took to the|voted in|turned out for)(?:ed)?\b(?![^,.;]*\b(?:killed|arrested|injured|"
    r"dead)\b)"
)
_HURT = re.compile(r"\s+(?:wounded|injured|sick|displaced)\b")
_WHO = re.compile(r"\b(?:who|that)(?: (?:have|had|has|were|was|are))?\s$")
_IS_SAID = re.compile(
    r"(?:\s[^\s,.;]+){0,5}\s(?:have|has|had|are|is|were|was)\b(?=[^.;]*(?:ed|en|one|ack|ing|ead|ars)\b)"
)
_HIT_PLACES = re.compile(
    r"\b(?:hit|struck|swamped|engulfed|battered|ravaged|swept through|swallowed|inundated|flooding|"
    r"swamping|flooded|lashed|(?:tore|ripped|cut|barrell?ed) through|raked|devastated|blanketed|"
    r"pounded)\b"
    r"(?!.*\b(?:in|of|across)\b)",
    re.IGNORECASE,
)
# "Room for 800", "licensed to carry 12", "a town of 29,000": nothing happened to these.
_CAPACITY = re.compile(
    r"\b(?:(?:room|space|places?|beds?|seats?|tents?|built|laid|made|designed|planned|meant|intended|"
    r"equipped|"
    r"licensed|suitable|"
    r"enough|capacity) (?:for|of|out for|to (?:carry|hold|seat|house|take|number))|"
    r"(?:trial|study|survey|poll|sample|analysis) (?:of|with|among|involving)|"
    r"(?:town|city|village|island|country|nation|population|suburb|district|parish|hamlet|community) of|"
    r"(?:hall|stadium|theatre|theater|bus|plane|arena|that|which|it) seats|"
    r"(?:certified|licen[sc]ed|fit|beds|berths|cells|enough (?:food|water|room|space)) for|"
    r"(?:hall|stadium|theatre|theater|arena|auditorium|venue|ground|prison|jail|ferry|church|cathedral)"
    r"(?: (?:now|usually|normally|can|could|is|was))? (?:holding|holds?|seats?|takes?|sleeps?|houses?|"
    r"accommodates?)|"
    r"(?:can|could|may|cannot)(?: only)? (?:hold|take|seat|sleep|house|accommodate|fit)|"
    r"(?:father|mother|parent|dad|mum|mom|grandfather|grandmother) of) $",
    re.IGNORECASE,
)
# "A bus with 26 passengers on board; nine died": the whole of those on board has no fate of its own.
_NEXT = re.compile(
    r"\s*(?:people |men |women |children )?(?:who (?:(?:were|had been|have been|are|have|had) )?|that |"
    r"still |(?:they|he|"
    r"she|it) (?:had |have |has )?|reported(?:ly)? |believed |thought |feared |listed as )*"
)
_FINITE = re.compile(r"(?:died|drowned|perished|tested|fled|escaped|survived|returned|voted|surrendered)\b")
# "Killed three and wounded | himself", but not "killed | himself and nine others".
_ONESELF = re.compile(r"\s+(?:him|her|them|it)sel(?:f|ves)\b(?!,? (?:and|along with|as well as)\b)")
_RELATIVE = re.compile(r"\b(?:who|that)\b")
_ABOARD = re.compile(r"\s*(?:\w+ ){0,3}(?:aboard|on board)\b")
_CLAUSE_END = re.compile(r"[,;:.](?!\d)")
_FORCE = re.compile(
    r"\b(?:force|army|garrison|brigade|battalion|regiment|contingent|troop (?:levels|numbers))\b"
    r"(?:(?:, (?:[^,;]|,\d){1,40},(?!\d))?(?!.*[,;](?!\d))|, (?:\w+ )?$)",
    re.IGNORECASE,
)
_MUSTER = re.compile(
    r"\b(?:deploy\w*|station(?:ed|ing|s)?|mobili[sz]\w*|mass(?:ed|ing)|call(?:ed|ing|s)? up|conscript\w*|"
    r"drafted|"
    r"enlist\w*|join(?:ed|ing|s)? the (?:fight|fighting|war|battle|front|army)|sent to (?:fight|the front)|"
    r"fight(?:ing)? (?:alongside|for (?-i:[A-Z]))|garrison\w*|under arms)\b",
    re.IGNORECASE,
)
_MEN = re.compile(r"(?:\w+ )?(?:m[ae]n|members|volunteers|strong)", re.IGNORECASE)
_JUST_MEN = re.compile(r"(?:\w+ )?(?:m[ae]n|women|people|Americans|members|volunteers)\b.*", re.IGNORECASE)
# "Put the casualties of the explosion at 41": what is put at a number is what the number measures.
_PUT_AT = re.compile(
    r"\b(?:put|puts|putting|placed|set|estimated|estimates|revised|corrected) (?:the|its|their) "
    r"(?P<what>[^,;:()]{3,80}?) (?:at|to) $",
    re.IGNORECASE,
)
_TOLL_AT = re.compile(
    r"\b(?P<what>(?:death )?toll|number of (?:dead|deaths|killed|injured|wounded|missing)|deaths|"
    r"fatalities)\b"
    r"(?:, (?:now|currently|already|put at|at) [\w,.]{1,30},)?"
    r"[^.;:!?\d]{0,160}?\b(?:reach(?:es|ed)?|st(?:ands|ood) at|hits?|pass(?:es|ed)?|top(?:s|ped)?|"
    r"exceed(?:s|ed)?|"
    r"(?:rose|rises|risen|climbed|climbs|grew|jumped|increased|went up) to) $",
    re.IGNORECASE,
)
_FATE_BEHIND = re.compile(r"\s+((?!more\b|others?\b)\w+(?:ed|d|t|g))\b")
_AGE = re.compile(r"-(?:year|month|week|day)-olds?\b|\byears? old\b|\byears? of age\b", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:aged?|age of|ages of|(?:average|median|mean) age(?: \w+)? (?:is|was|of|at)|"
    r"life expectancy .*)\s*$",
    re.IGNORECASE,
)

Found = tuple[Measure, float]
"""A measure, and how sure the rule is, 0 to 1."""


def own_measure(
    text: str, quantities: tuple[Quantity, ...], which: int, counted: Span | None
) -> Found | None:
    """Return what the figure's own words say; None where they say nothing."""
    quantity = quantities[which]
    if fixed := _by_dimension(text, quantity):
        return fixed
    if _COMPOUND.search(quantity.span.text) and quantity.unit == "item":
        return _of_compound(quantity)
    if is_about_buildings(text, quantities, which, counted):
        harm = building_measure(text, quantities, which, counted)
        if harm[0] is not Measure.OTHER or is_base(text, quantities, which):
            return harm
    if is_of_votes(text, quantities, which, counted):
        return Measure.VOTES, 0.8
    if quantity.dimension is Dimension.COUNT and ends_ahead(_CAPACITY, text, quantity):
        return Measure.OTHER, 0.8
    if _CROWD.match(text, (counted or quantity.span).end) and quantity.unit in ("person", "item"):
        return Measure.OTHER, 0.75
    if is_base(text, quantities, which):
        return _of_base(text, quantities, which, counted)
    best = _nearest_cue(text, quantities, which, counted)
    if best is not None and best[0] <= _FARTHEST:
        return _told_by(text, quantity, counted, *best)
    return _by_what_is_counted(text, quantity, counted)


def _clause_of(text: str, cue: Cue) -> str:
    """Return what stands between the semicolons around the word."""
    end = text.find(";", cue.end)
    return text[text.rfind(";", 0, cue.start) + 1 : end if end >= 0 else len(text)]


def _of_base(text: str, quantities: tuple[Quantity, ...], which: int, counted: Span | None) -> Found:
    """Return what the whole of a part is, never the part's fate: "12 of the 30 hostages"."""
    quantity = quantities[which]
    if _ABOARD.match(text, quantity.span.end):
        return Measure.OTHER, 0.75  # "39 of the 62 aboard died"
    here = counted.end if counted else quantity.span.end
    found: list[tuple[int, Cue]] = []
    for cue in cues_in(text):
        is_inside = counted is not None and counted.start <= cue.start < counted.end
        between = text[here : cue.start] if cue.is_event and cue.start >= here else "."
        is_next = _NEXT.fullmatch(between) is not None
        if is_next and _FINITE.match(text, cue.start) and not _RELATIVE.search(between):
            continue  # "39 of the 62 sailors | drowned": the 39 did
        can_speak = (is_inside or is_next) and can_reach(text, quantities, which, counted, cue)
        if can_speak and can_measure(text, quantity, counted, cue):
            found.append((0 if cue.is_event else 1, cue))
    if not found:
        return Measure.OTHER, 0.75
    return _told_by(text, quantity, counted, 3.0, min(found, key=lambda one: (one[0], one[1].start))[1])


def _told_by(text: str, quantity: Quantity, counted: Span | None, cost: float, cue: Cue) -> Found:
    measure = cue.measure
    if measure is Measure.UNITS and quantity.unit == "person":
        measure = Measure.TROOPS  # "the 800-strong battalion"
    is_abroad = _SITE_TOOK_IN.match(text, cue.start) is None and crosses_border(_clause_of(text, cue))
    if measure is Measure.DISPLACED and (is_abroad or are_hosted(text, counted, cue)):
        measure = Measure.REFUGEES
    return measure, max(0.35, min(0.95, 0.95 - cost / 20))


def _by_what_is_counted(text: str, quantity: Quantity, counted: Span | None) -> Found | None:
    """Return a measure where no word says what happened, but who or what is counted does."""
    if _ABOARD.match(text, quantity.span.end):
        return Measure.OTHER, 0.7
    if quantity.unit == "person" and counted is None and ends_ahead(_FORCE, text, quantity, _CLAUSE):
        return Measure.TROOPS, 0.6
    is_of_force = counted is not None and _MEN.fullmatch(counted.text) is not None
    if quantity.unit == "person" and is_of_force and ends_ahead(_FORCE, text, quantity, _CLAUSE):
        return Measure.TROOPS, 0.6
    if quantity.unit == "person" and counted is None and numbers_foreigners(text, quantity):
        return Measure.REFUGEES, 0.6
    if quantity.unit == "person" and counted is not None:
        if is_foreign(counted) and HOSTS.search(text):
            return Measure.REFUGEES, 0.6
        if (_JUST_MEN.fullmatch(counted.text) or is_foreign(counted)) and _MUSTER.search(text):
            return Measure.TROOPS, 0.6
    is_many = quantity.low is not None and quantity.low >= _A_FORCE
    if counted is not None and is_many and _GUNMEN.search(counted.text):
        return Measure.TROOPS, 0.6
    if counted and PLACES.search(counted.text) and ends_ahead(_HIT_PLACES, text, quantity, _CLAUSE):
        return Measure.AFFECTED, 0.7
    return None


def _of_compound(quantity: Quantity) -> Found:
    """Read "a ten-vehicle crash"; "a 10-storey block collapsed" counts no blocks."""
    is_vehicles = _VEHICLE_JOINED.search(quantity.span.text)
    return (Measure.VEHICLES if is_vehicles else Measure.OTHER), 0.8


def named_by_put_at(text: str, quantity: Quantity) -> Measure | None:
    """Return the measure that a number is given for by name; None where none is, or two are."""
    if (listed := named_by_line(text, quantity)) is not None:
        return listed
    put = ends_ahead(_PUT_AT, text, quantity, _CLAUSE) if quantity.unit == "person" else None
    is_count = quantity.dimension is Dimension.COUNT
    put = put or (ends_ahead(_TOLL_AT, text, quantity, _CLAUSE) if is_count else None)
    if put is None:
        return None
    if _has_own_fate(text, quantity):
        return None  # "put its losses at 61 killed and 118 wounded"
    # The head comes first: "the casualties of the explosion that killed nine".
    head = re.split(r"\b(?:of|in|from|by|since|after|that|who)\b", put["what"])[0]
    found = event_measures(head) - {Measure.OTHER}
    return found.pop() if len(found) == 1 else None


def _has_own_fate(text: str, quantity: Quantity) -> bool:
    """Say whether the word right behind the number tells what happened: "61 killed"."""
    behind = _FATE_BEHIND.match(text, quantity.span.end)
    return behind is not None and bool(event_measures(behind[1]) - {Measure.OTHER})


def _nearest_cue(
    text: str, quantities: tuple[Quantity, ...], which: int, counted: Span | None
) -> tuple[float, Cue] | None:
    """Return the cue that costs least to reach from the quantity, with that cost, or None."""
    quantity = quantities[which]
    best: tuple[float, Cue] | None = None
    clause_end = len(text)
    ends = is_part(text, quantity) or _ABOARD.match(text, quantity.span.end)
    if ends and (mark := _CLAUSE_END.search(text, quantity.span.end)):
        clause_end = mark.start()  # "28 of them children; ten are still missing"
    for cue in cues_in(text):
        if (
            cue.start >= clause_end
            or cue.start - quantity.span.end > _FURTHEST
            or quantity.span.start - cue.end > _FURTHEST
            or not can_reach(text, quantities, which, counted, cue)
            or is_anothers(text, quantities, which, cue)
            or is_of_a_part(text, quantities, which, cue.start)
            or _ONESELF.match(text, cue.end)
        ):
            continue
        if not can_measure(text, quantity, counted, cue):
            continue
        cost = distance(text, quantities, which, cue) + _surcharge(text, counted, cue)
        if (
            cue.measure is Measure.OTHER
            and cue.slot is not Slot.NOUN
            and cue.start >= quantity.span.end
            and cost < (8 if cue.slot is Slot.SUBJECT else 6)
        ):
            cost -= 4  # "the hostages were freed": what ended well outweighs what they are called
        is_deed = (
            cue.slot is Slot.VERB and cue.end <= quantity.span.start and cue.measure is not Measure.CASUALTIES
        )
        if is_deed and counted is not None and not text[cue.end : quantity.span.start].strip():
            cost -= 1.5  # "freed | 54 women held in two houses"
        if is_deed and cue.measure is Measure.EVACUATED and _HURT.match(text, quantity.span.end):
            cost -= 2  # "evacuated | 275 wounded"
        if _is_of_base(text, quantities, which, cue):
            cost += 10
        if best is None or cost < best[0]:
            best = (cost, cue)
    return best


def _is_of_base(text: str, quantities: tuple[Quantity, ...], which: int, cue: Cue) -> bool:
    """Say whether the word names the whole only: "nine of the 48 | missing have turned up alive"."""
    if which + 1 >= len(quantities) or not is_base(text, quantities, which + 1):
        return False
    base = quantities[which + 1]
    here = base.counted.end if base.counted else base.span.end
    is_next = cue.start >= here and _NEXT.fullmatch(text[here : cue.start]) is not None
    return is_next and _IS_SAID.match(text, cue.end) is not None


def _surcharge(text: str, counted: Span | None, cue: Cue) -> float:
    """Return what a cue costs beyond its distance."""
    cost = 0.0
    if counted is not None and counted.start <= cue.start < counted.end:
        # "28 bodies" and "12 deaths" say what happened; "90 migrants" says less.
        cost += 0 if cue.measure in (Measure.KILLED, Measure.CASES) else 3
        cost += 2 * len(_phrase_behind(text, cue, counted).split())  # "fighter jets" are jets
    if counted is None or cue.start >= counted.end:
        is_relative = _WHO.search(text, max(0, cue.start - 24), cue.start)
        if is_relative and _IS_SAID.match(text, cue.end):
            cost += 5  # "of those who fled, most have gone back": the main verb tells more
    if cue.measure is Measure.AFFECTED:
        cost += 3  # the weakest word: whoever else is said to be evacuated is that
    return cost


def _phrase_behind(text: str, cue: Cue, counted: Span) -> str:
    """Return what follows the cue in the counted phrase, up to its "of", "from" or clause."""
    return _COMPLEMENT.split(text[cue.end : counted.end])[0]


def _by_dimension(text: str, quantity: Quantity) -> Found | None:
    match quantity.dimension:
        case Dimension.MONEY:
            return Measure.MONEY, 0.97
        case Dimension.TIME:
            is_age = (
                "unit:year:age" in quantity.why
                or _AGE.search(text, quantity.span.start, quantity.span.end + 14)
                or ends_ahead(_AGED, text, quantity, _CLAUSE)
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
