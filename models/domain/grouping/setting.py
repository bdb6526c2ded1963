"""What an article is about as a whole, for claims that leave it out: the kind of event, and where."""

from dataclasses import dataclass

from models.domain.geography.finding import name_mentions
from models.domain.geography.gazetteer import Entry, fold
from models.domain.places import find_places, resolve_place
from models.domain.time.tokens import Tokens

LEAD = 700
"""How many characters of an article tell what it is about."""


@dataclass(frozen=True, slots=True)
class Locality:
    """A place as partners are found by it: the country, and the name below it (None: all of it)."""

    country: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """An article's title and lead, and the place that they name first."""

    title: str | None
    lead: str
    locality: Locality


def setting_of(title: str | None, text: str) -> Setting:
    """Read what an article is about from its title and its first sentences."""
    lead = text[:LEAD]
    return Setting(title, lead, _first_place(f"{title or ''}\n{lead}"))


def locality_of(words: str, country: str | None) -> Locality:
    """Read a place's words; *country* is what the claim's reading says of them."""
    entry = _entry(words, country)
    if entry is not None and entry.kind == "country":
        return Locality(entry.country, None)
    return Locality(country, _key(words))


def _first_place(text: str) -> Locality:
    """Return the first place with a country, the smaller one where a town of it is named too."""
    found = [resolve_place(span) for span in find_places(text)[:8]]
    known = [locality_of(place.span.text, place.country) for place in found if place.country]
    if not known:
        return Locality()
    inside = [place for place in known if place.country == known[0].country and place.key]
    return inside[0] if inside else known[0]


def _key(words: str) -> str | None:
    mentions = name_mentions(Tokens(words))
    if not mentions:
        return fold(words)[:120] or None
    first = Tokens(words)
    return " ".join(fold(word) for word in first.raw[mentions[0].begin : mentions[0].end])[:120]


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
    town, region = _entry(inner, country), _entry(outer, country)
    if town is None or region is None or town.kind != "town" or region.kind != "region":
        return False
    return not region.admin or town.admin == region.admin
