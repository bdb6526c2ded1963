"""What an article is about as a whole, for claims that leave it out: the kind of event, and where."""

import math
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from models.domain.geography.finding import name_mentions
from models.domain.geography.gazetteer import Entry, fold, gazetteer
from models.domain.grouping.happening import happened_on
from models.domain.grouping.home import Home, home_of
from models.domain.places import find_places, resolve_place
from models.domain.reading.word_lists import words_of
from models.domain.time.datelines import dateline_end, find_dateline
from models.domain.time.tokens import Tokens

_DIRECTION = re.compile(
    r"^(?:the )?(?:(?:north|south|east|west|central|upper|lower|greater|inner)(?:east|west)?(?:ern)?[ -])+",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|this|that|its|their)\s+", re.IGNORECASE)
_WHOLE_COUNTRY = frozenset({"country", "nation", "republic", "kingdom", "nationwide", "countrywide"})
_AUTHORITIES = re.compile(
    r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:[a-z]+ )?"
    r"(?:authorities|army|cabinet|coast ?guard|fire brigade|firefighters|gendarmes|government|"
    r"interior ministry|military|navy|officials|parliament|police|president|prime minister|prosecutors|"
    r"rescuers)\b"
)
_BUREAUS = {"new york"} | words_of(
    """amman bangkok beirut brussels cairo dakar geneva istanbul johannesburg london nairobi paris rome vienna
    washington"""
)
"""Where agencies and correspondents write of other countries."""
NEAR_KM = 60.0
"""How far apart two towns may lie that reports of one happening name: a village, and the city near it."""

LARGE_TOWN = 300_000
"""A town of so many people is meant when it is named, in whichever country its article lies."""

CITY = 50_000
"""A town of so many people is meant where no other country has one of its name."""

ENGLISH_SPEAKING = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})
"""Where a paper that is read here says "Toledo police" and no more."""

MOST_PLACES = 40
"""How many of an article's places are asked where its first one lies."""

LEAD = 700
"""How many characters of an article tell what it is about."""


@dataclass(frozen=True, slots=True)
class Locality:
    """A place as partners are found by it: the country, and the name below it (None: all of it)."""

    country: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """An article's title and lead, the place that they name first, and the day on which it happened."""

    title: str | None
    lead: str
    locality: Locality
    day: date | None = None


def setting_of(title: str | None, text: str, published_on: date | None = None) -> Setting:
    """Read what an article is about from its title and its first sentences."""
    text = _after_bureau(title, text)
    lead = text[:LEAD]
    head = f"{title or ''}\n{lead}"
    home = home_of(title, lead)
    place = _at_home(_first_place(head), home, head)
    if place.country is None:
        place = Locality(_country_of_authorities(lead), place.key)
    elif not _is_sure(place) and not (home and home.in_usa) and place.key not in _BUREAUS:
        # "Wawa" alone is a town in Poland, unless the rest of the article says that it lies in Ontario.
        country = _country_named(f"{title or ''}\n{text}") or _country_of_authorities(lead)
        place = Locality(country or _country_at_home(home), place.key)
    return Setting(title, lead, place, happened_on(lead, published_on))


def _after_bureau(title: str | None, text: str) -> str:
    """Return *text* without a dateline that says where it was written and not where it is at home.

    "GENEVA — Chad has received 150,000 refugees": it names another country, and its bureau's nowhere.
    """
    line = find_dateline(text)[0]
    if line is None or fold(line.text.partition(",")[0]) not in _BUREAUS:
        return text
    rest = text[dateline_end(text) :]
    head = f"{title or ''}\n{rest[:LEAD]}"
    named = {where.country for span in find_places(head) for where in (resolve_place(span),)}
    own = resolve_place(line.text).country
    return rest if named - {None} and own not in named else text


def _at_home(first: Locality, home: Home | None, head: str) -> Locality:
    """Return the town whose report this is, where *first*, the place named first, says less."""
    if home is None or (first.key and not home.is_sure):
        return first
    if home.in_usa:
        return Locality("US", home.name)
    if first.country and _entries(home.name, first.country):
        return Locality(first.country, home.name)
    named = resolve_place(home.name.title(), tuple(span.text for span in find_places(head)))
    if first.country in (None, named.country) or not _is_sure(first):
        return Locality(named.country, home.name)
    return first


def _country_at_home(home: Home | None) -> str | None:
    """Return where a town lies whose report names neither state nor country, as local papers do at home."""
    if home is None or not home.is_sure:
        return None
    named = gazetteer().names.get(home.name, ())
    countries = {e.country for e in named if e.kind == "town" and e.country in ENGLISH_SPEAKING}
    return countries.pop() if len(countries) == 1 else None


def locality_of(words: str, country: str | None) -> Locality:
    """Read a place's words; *country* is what the claim's reading says of them."""
    entry = _entry(words, country)
    if entry is not None and entry.kind == "country":
        return Locality(entry.country, None)
    return Locality(country, _key(_DIRECTION.sub("", words) or words))


def referred_place(words: str, country: str | None, setting: Locality) -> Locality | None:
    """Return the place that "the country" or "the Greek capital" points back to; None where one is named."""
    bare = _ARTICLE.sub("", words.strip())
    names = [word for word in bare.split() if word[:1].isupper() and fold(word) not in gazetteer().demonyms]
    if names or name_mentions(Tokens(bare)):
        return None
    country = country or setting.country
    if set(fold(bare).split()) & _WHOLE_COUNTRY or setting.country != country:
        return Locality(country, None)
    return Locality(country, setting.key)


def in_setting(place: Locality, setting: Locality) -> Locality:
    """Return *place* in the article's country where one of that name lies there: that is likely meant."""
    if not place.key or not setting.country or not _entries(place.key, setting.country):
        return place
    return Locality(setting.country, place.key)


def _first_place(text: str) -> Locality:
    """Return the first place of the country that most places lie in, a town rather than the country.

    One name alone may be that of a town elsewhere: countries, regions and large towns count thrice.
    """
    found = [resolve_place(span) for span in find_places(text)[:12]]
    known = [locality_of(place.span.text, place.country) for place in found if place.country]
    if not known:
        return Locality()
    counts: Counter[str | None] = Counter()
    for place in known:
        counts[place.country] += 1 + 2 * (not place.key or _is_known(place))
    country = max(counts, key=lambda code: counts[code])  # the first of those that are equal
    inside = [place for place in known if place.country == country and place.key]
    return inside[0] if inside else Locality(country)


def _country_named(text: str) -> str | None:
    """Return the country that most of an article's countries, regions and large towns lie in, or None."""
    counts: Counter[str] = Counter()
    for span in find_places(text)[:MOST_PLACES]:
        place = resolve_place(span)
        is_sure = _names_where(span.text) or _is_sure(locality_of(span.text, place.country))
        if place.country and is_sure:
            counts[place.country] += 1
    return max(counts, key=lambda code: counts[code]) if counts else None


def _names_where(words: str) -> bool:
    """Say whether a place's words go on to name where it lies: "Wawa, Ontario", "Lille in France"."""
    return len(name_mentions(Tokens(words))) > 1


def _country_of_authorities(text: str) -> str | None:
    """Return the country whose police, government or army acts in a text that names no place: at home."""
    found = {
        country
        for match in _AUTHORITIES.finditer(text)
        for name in (match[1], match[1].split()[-1])  # "South Korean police", "The Greek police"
        if (country := gazetteer().demonyms.get(fold(name))) is not None
    }
    return found.pop() if len(found) == 1 else None


def _is_sure(place: Locality) -> bool:
    """Say whether a place's country is known by more than the name of one small town."""
    return not place.key or _is_known(place)


def is_doubtful(place: Locality, setting: Locality) -> bool:
    """Say whether *place* lies in the country of its article rather than where its name alone says.

    A country that is named is meant, and so is a large town; "Wawa" and "Dorrance Terrace" may be anything.
    """
    if place.country is None:
        return True
    return place.country != setting.country and place.key is not None and not _is_known(place)


def _is_known(place: Locality) -> bool:
    entries = _entries(place.key, place.country) if place.key else []
    if any(entry.kind == "region" or entry.population >= LARGE_TOWN for entry in entries):
        return True
    is_city = any(entry.population >= CITY for entry in entries)
    return is_city and len({entry.country for entry in gazetteer().names.get(str(place.key), ())}) == 1


def _key(words: str) -> str | None:
    mentions = name_mentions(Tokens(words))
    if not mentions:
        return fold(words)[:120] or None
    first = Tokens(words)
    raw = first.raw[mentions[0].begin : mentions[0].end]
    return " ".join(fold(word) for word in raw if fold(word).strip())[:120]


def _entry(words: str, country: str | None) -> Entry | None:
    mentions = name_mentions(Tokens(words))
    if not mentions:
        return None
    entries = [entry for entry in mentions[0].entries if country is None or entry.country == country]
    return entries[0] if entries else None


def is_within(inner: str, outer: str, country: str | None) -> bool:
    """Say whether one place's name lies in another's: a town in its region, or words within words."""
    if f" {outer} " in f" {inner} " or f" {inner} " in f" {outer} ":
        return True
    towns, regions = (_entries(key, country) for key in (inner, outer))
    return any(
        town.kind == "town" and region.kind == "region" and town.admin == region.admin
        for town in towns
        for region in regions
        if town.country == region.country and region.admin
    )


def _entries(key: str, country: str | None) -> list[Entry]:
    """Return what the gazetteer has by a folded name; a name alone stands for its largest places."""
    found = [e for e in gazetteer().names.get(key, ()) if country is None or e.country == country]
    return sorted(found, key=lambda entry: -entry.population)[:6]


def are_in_two_regions(one: str, other: str, country: str | None) -> bool:
    """Say whether two names are of two regions of a country, or of towns of two states of the USA.

    Towns elsewhere carry another code than their regions do, so nothing is said of them.
    """
    here, there = (_regions(key, country) for key in (one, other))
    return bool(here and there and not here & there)


def _regions(key: str, country: str | None) -> set[tuple[str, str]]:
    index = gazetteer()
    entries = [*index.names.get(key, ()), *index.spellings.get(key, ())]
    return {
        (entry.country, entry.admin)
        for entry in entries
        if entry.admin
        and (country is None or entry.country == country)
        and (entry.kind == "region" or entry.country == "US")
    }


def distance_km(one: str, other: str, country: str | None) -> float | None:
    """Return how far two named towns of a country lie apart at least; None where one is not known."""
    here, there = _points(one, country), _points(other, country)
    return min((_great_circle(a, b) for a in here for b in there), default=None)


def _points(key: str, country: str | None) -> list[tuple[float, float]]:
    return [
        (entry.latitude, entry.longitude)
        for entry in _entries(key, country)
        if entry.latitude is not None and entry.longitude is not None
    ]


def _great_circle(one: tuple[float, float], other: tuple[float, float]) -> float:
    (lat, lon), (to_lat, to_lon) = ((math.radians(a), math.radians(b)) for a, b in (one, other))
    half = math.sin((to_lat - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(to_lat) * math.sin((to_lon - lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))
