"""Who is a side in the fighting that a sentence tells: countries with forces in it, and armed groups."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.domain.geography.gazetteer import fold
from models.domain.provenance.speaker_words import ARMED, FORCES
from models.domain.provenance.speakers import Voice, countries_of

#: What a fight does; a side in a war is no party to how many people a country took in.
FIGHT_MEASURES = frozenset(
    {"killed", "injured", "casualties", "missing", "detained", "troops", "units", "weapons", "vehicles"}
    | {"buildings_damaged", "buildings_destroyed", "distance", "area"}
)

_FIGHT = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|struck|strikes?|airstrikes?|attack(?:s|ed)?|shell(?:s|ed|ing)|shot down|"
    r"captured|destroyed|bomb(?:s|ed|ing|ardment)?|troops|soldiers?|fighters?|missiles?|drones?|war|fighting|clashes|"
    r"battle|offensive|invasion|casualties|wounded|losses)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w-]+")
_FORCE = "|".join(FORCES)
#: "Russian soldiers", "Ukraine's military", "an Israeli air strike": up to two words between.
_OWNER = re.compile(
    rf"(?P<who>[A-Z][\w-]*(?:\s[A-Z][\w-]*)?)(?:[’']s?)?\s(?:[a-z-]+\s){{0,2}}?(?i:{_FORCE})\b"
)
_OWN_FORCES = re.compile(
    r"\b(?:it|they|we|its|their|our)\s(?:had\s|have\s|has\s|own\s)?(?:killed|destroyed|captured|struck|shot|repelled|"
    r"lost|forces|troops|soldiers|army|military|air|fighters|losses)",
    re.IGNORECASE,
)


def sides_of(sentence: str) -> frozenset[str]:
    """Return the sides of a fight that *sentence* names: ISO codes of countries, names of armed groups.

    A country is a side when forces are called its own ("Russian soldiers", "an Israeli strike"), not
    because it is where something happened; what tells of no fight has none.
    """
    if not _FIGHT.search(sentence):
        return frozenset()
    sides: set[str] = set()
    for found in _OWNER.finditer(sentence):
        sides |= countries_of(found.group("who"))
    spoken = f" {' '.join(fold(word) for word in _WORD.findall(sentence))} "
    sides |= {name for name, ways in ARMED.items() if any(f" {way} " in spoken for way in ways)}
    return frozenset(sides)


def speaks_of_own_forces(sentence: str) -> bool:
    """Say whether a speaker tells of what was done by or to its own: "said it had killed", "our troops"."""
    return bool(_OWN_FORCES.search(sentence))


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence that tells a figure, what it measures, and whose words it gives."""

    sentence: str
    measure: str | None
    voice: Voice | None


def party_reason(voices: Iterable[Voice], spoken: Sequence[Spoken]) -> str | None:
    """Say why who speaks with *voices* is a side in what *spoken* tells, all tellings of one figure; or None.

    The rule is narrow and counts on words alone: a government, an army or an armed organisation is a party
    where a sentence about a fight names its country's forces or itself as one of two sides or more, or
    where it tells of its own forces against another's. Who owns the dam that broke it does not see.
    """
    told = [one for one in spoken if one.measure in FIGHT_MEASURES]
    sides: set[str] = set()
    for one in told:
        named = sides_of(one.sentence)
        sides |= named
        if named and one.voice is not None and one.voice.is_official and speaks_of_own_forces(one.sentence):
            sides |= one.voice.countries
    if len(sides) < 2:
        return None
    for voice in voices:
        own = voice.countries & sides if voice.is_official else frozenset()
        if own or voice.name in sides:
            return f"{voice.name} is a side in the fighting that the claims tell of."
    return None
