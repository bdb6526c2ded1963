"""Which office, organisation or person is behind the words that name a speaker."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from models.domain.geography.gazetteer import fold, gazetteer
from models.domain.places import find_places, resolve_place
from models.domain.provenance.credits import agency_named
from models.domain.provenance.speaker_words import (
    ARMED,
    BODIES,
    HOUSES,
    MINISTERIAL,
    MOUTHPIECES,
    NAMELESS,
    NEEDS_BESIDE,
    OFFICES,
    ORGANISATIONS,
    PORTFOLIOS,
    SMALL_WORDS,
)

_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[^\W\d_][\w’'-]*")
#: Where what is said beside a name begins, and the names on either side of a small word are two.
_RUN_ENDS = re.compile(r"[,;]|\b(?:of|for|from|who|which|the|a|an|in|at)\b")
_ASIDE = re.compile(r",?\s\b(?:who|which|whose)\b.*", re.DOTALL)
#: A country that speaks has no other words beside its name.
_COUNTRY_ALONE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: two voices with one ``key`` and countries that do not differ are one source.

    ``name`` is how to show it. ``people`` are the folded names of persons who speak for it. ``body`` is the
    noun of a speaker named only by it ("the agency"), which somebody named nearby must explain.
    """

    key: str
    name: str
    countries: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    body: str | None = None

    @property
    def is_official(self) -> bool:
        """Whether it speaks for a state: its government, army, police or another office."""
        return self.key.startswith("office:") and self.key != "office:hospital"


@lru_cache(maxsize=4096)
def voice_of(speaker: str) -> Voice | None:
    """Read the words of a speaker; None for pronouns and those without a name (residents, witnesses).

    Offices count by kind and country: a health minister and "health officials" are one source, the police
    of two countries are two.
    """
    speaker = _ASIDE.sub("", " ".join(speaker.split()))
    words = [fold(word) for word in _WORD.findall(re.sub(r"[’']s?\b", "", speaker))]
    if not words:
        return None
    spoken = f" {' '.join(words)} "
    agency = agency_named(speaker)
    if agency is not None:
        return Voice(f"agency:{agency}", agency)
    organisation = _organisation(spoken, speaker)
    people = _people(speaker, organisation)
    if organisation is not None:
        return Voice(f"organisation:{organisation}", organisation, people=people)
    house = next((found for name, found in HOUSES.items() if f" {name} " in spoken), None)
    if house is not None:
        return Voice(f"office:{house[0]}", speaker, frozenset((house[1],)), people)
    armed = next((name for name, ways in ARMED.items() if any(f" {way} " in spoken for way in ways)), None)
    office = _office(words)
    if armed is not None and office is None:
        return Voice(f"armed:{armed}", armed, people=people)
    if office is not None:
        return Voice(f"office:{office}", speaker, countries_of(speaker), people)
    return _named(speaker, words, people)


@lru_cache(maxsize=4096)
def countries_of(words: str) -> frozenset[str]:
    """Return the ISO codes of the countries that *words* name, by demonym, country or town."""
    tables = gazetteer()
    folded = [fold(word) for word in _WORD.findall(words)]
    runs = [*folded, *(" ".join(pair) for pair in pairwise(folded))]
    found = {tables.demonyms[run] for run in runs if run in tables.demonyms}
    for span in find_places(words):
        country = resolve_place(span.text).country
        if country is not None:
            found.add(country)
    return frozenset(found)


def _organisation(spoken: str, speaker: str) -> str | None:
    names = ((way, name) for name, ways in ORGANISATIONS.items() for way in ways)
    found = [(len(way), name) for way, name in names if f" {way} " in spoken]
    if re.search(r"\bWHO\b", speaker):
        found.append((3, "WHO"))
    return max(found)[1] if found else None


def _office(words: list[str]) -> str | None:
    """Return the kind of office that the words name, a ministry's subject first."""
    present = set(words)
    if present & MINISTERIAL:
        for word in words:
            if word in PORTFOLIOS:
                return PORTFOLIOS[word]
        if {"prime", "minister"} <= present:
            return "government"
    for office, names in OFFICES:
        for word in present & names:
            beside = NEEDS_BESIDE.get(word)
            if beside is None or beside & present:
                return office
    return None


def _people(speaker: str, organisation: str | None = None) -> frozenset[str]:
    """Return the folded names of two words and more in capitals that no office or body explains."""
    explained = {word for way in ORGANISATIONS.get(organisation or "", ()) for word in way.split()}
    found = set()
    for run in _RUN_ENDS.split(speaker):
        names = [name for name in _NAME.findall(run) if name[0].isupper()]
        if any(fold(name) in BODIES for name in names):
            continue  # "Velmaran Civil Protection Agency" is nobody's name
        names = [n for n in names if not _is_title(fold(n)) and fold(n) not in explained]
        if 2 <= len(names) <= 4 and not countries_of(" ".join(names)):
            found.add(" ".join(fold(name) for name in names))
    return frozenset(found)


def _is_title(word: str) -> bool:
    return (
        word in MINISTERIAL
        or word in MOUTHPIECES
        or word in PORTFOLIOS
        or word in SMALL_WORDS
        or any(word in names for _, names in OFFICES)
        or word in NEEDS_BESIDE
        or word in BODIES
    )


def _named(speaker: str, words: list[str], people: frozenset[str]) -> Voice | None:
    """Read an organisation or a person by name, a country that speaks, or a body without a name."""
    capitals = [name for name in _NAME.findall(speaker) if name[0].isupper()]
    named = [name for name in capitals if fold(name) not in SMALL_WORDS | MOUTHPIECES | NAMELESS]
    named = [name for name in named if len(capitals) > 1 or fold(name) not in BODIES]
    countries = countries_of(speaker)
    is_only_places = all(countries_of(name) for name in named)
    body = next((word for word in reversed(words) if word in BODIES), None)
    if body is not None and is_only_places:
        return Voice(f"body:{body}", speaker, countries, body=body)
    if not named or (is_only_places and set(words) & NAMELESS):
        return None  # "residents", "Kyiv residents"
    if is_only_places and len(words) <= _COUNTRY_ALONE_WORDS:
        return Voice("office:government", speaker, countries)
    folded = " ".join(fold(name) for name in named)
    return Voice(f"name:{folded}", " ".join(named), countries, people or frozenset((folded,)))


def acronym_of(name: str) -> str:
    """Return the first letters of a name's capitalised words: "Open Hands Velmara" is OHV."""
    return "".join(word[0] for word in _NAME.findall(name) if word[0].isupper())
