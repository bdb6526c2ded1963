"""Which words of a sentence say where, and which country and point they mean."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from models.domain.claim import Place, Span
from models.domain.geography.finding import Mention, name_mentions
from models.domain.geography.finding import find_places as find_places
from models.domain.geography.gazetteer import Entry, fold, gazetteer
from models.domain.geography.words import KINDS, TOWN_KINDS
from models.domain.time.tokens import Tokens

#: A town this many times larger than its namesake is meant even where the article is about the other's
#: country: London stays in England in news from Canada, Tripoli moves to Lebanon in news from there.
DOMINANCE = 15


@dataclass(frozen=True, slots=True)
class Context:
    """How often an article's other places lie in a country, and in one of its first-level units."""

    countries: Counter[str]
    units: Counter[tuple[str, str]]

    def weigh(self, entry: Entry) -> int:
        """Return how much speaks for *entry*; its own state counts twice."""
        weight = self.countries[entry.country]
        return weight + 2 * self.units[entry.country, entry.admin] if entry.admin else weight


def resolve_place(words: str | Span, article_places: Sequence[str] = ()) -> Place:
    """Read *words* as a country and, for a town, coordinates in degrees (WGS 84).

    *article_places* are the other places (demonyms help too) of the same article; they decide between
    namesakes, then population does. Several countries, or a name that no table holds, give country None.
    """
    span = words if isinstance(words, Span) else Span(0, len(words), words)
    tokens = Tokens(span.text)
    mentions = name_mentions(tokens)
    why = f"words:{span.text}"
    if not mentions:
        return Place(span, None, why=("place:unknown", why))
    context = _context(tuple(article_places), fold(tokens.raw[mentions[0].begin]))
    if len(mentions) == 1:
        entry, rule = _choose(mentions[0].entries, context, tokens.word(mentions[0].end))
        return _place(span, entry, rule, tokens, mentions[0], why)
    outer = _outermost(tokens, mentions)
    if outer is not None:
        inside = [entry for entry in mentions[0].entries if _is_inside(entry, outer)] or [outer]
        entry, _ = _choose(tuple(inside), context, tokens.word(mentions[0].end))
        return _place(span, entry, "place:within", tokens, mentions[0], why)
    countries = {_choose(mention.entries, context, "")[0].country for mention in mentions}
    if len(countries) == 1:
        return Place(span, countries.pop(), why=("place:several_in_one_country", why))
    return Place(span, None, why=("place:several_countries", why))


def _place(span: Span, entry: Entry, rule: str, tokens: Tokens, mention: Mention, why: str) -> Place:
    """Make the place; a town's coordinates are not those of the region named after it."""
    after, before = tokens.word(mention.end), tokens.words[: mention.begin]
    is_region = after in KINDS - TOWN_KINDS or any(word in KINDS - TOWN_KINDS for word in before)
    reasons = (rule, f"kind:{'region' if is_region and entry.kind == 'town' else entry.kind}", why)
    if entry.latitude is None or entry.longitude is None or is_region:
        return Place(span, entry.country, why=reasons)
    return Place(span, entry.country, Decimal(str(entry.latitude)), Decimal(str(entry.longitude)), reasons)


def _choose(entries: tuple[Entry, ...], context: Context, kind: str) -> tuple[Entry, str]:
    """Choose among namesakes by the article's other places, else the best known; say by which rule."""
    default = _default(entries, kind)
    if len({entry.country for entry in entries}) == 1:
        supported = max(
            entries, key=lambda entry: (context.units[entry.country, entry.admin], entry is default)
        )
        return (supported if default.kind == supported.kind else default), "place:only_country"
    best = max(entries, key=lambda entry: (context.weigh(entry), entry is default, entry.population))
    if best is default or context.weigh(best) <= context.weigh(default):
        return default, "place:best_known"
    unit = bool(best.admin) and context.units[best.country, best.admin] > 0
    if not unit and context.weigh(default) == 0 and default.population > DOMINANCE * max(best.population, 1):
        return default, "place:best_known" if best.kind == "town" else "place:article"
    if not unit and context.weigh(default) and default.population > DOMINANCE * max(best.population, 1):
        return default, "place:best_known"
    return best, "place:article"


def _default(entries: tuple[Entry, ...], kind: str) -> Entry:
    """Return the best known: a region where the word after says so, a metropolis before a state."""
    wanted = "town" if kind in TOWN_KINDS else "region" if kind in KINDS else None
    fitting = [entry for entry in entries if entry.kind == wanted] or list(entries)
    first = fitting[0]
    if wanted is None and first.kind == "region" and first.country == "US":
        twin = next((entry for entry in fitting if entry.kind == "town" and entry.country == "US"), None)
        if twin is not None and twin.population > 500_000:
            return twin
    return first


def _outermost(tokens: Tokens, mentions: list[Mention]) -> Entry | None:
    """Return what the first of several names lies in ("Paris, Texas, USA"), None for a mere list."""
    inner = mentions[0].entries
    for mention in mentions[1:]:
        for outer in mention.entries:
            if outer.kind != "town" and any(_is_inside(entry, outer) for entry in inner):
                return outer
    second = mentions[1].entries[0]
    after_comma = tokens.words[mentions[0].end : mentions[1].begin] == [","]
    return second if after_comma and len(mentions) == 2 and second.kind == "region" and second.admin else None


def _is_inside(entry: Entry, outer: Entry) -> bool:
    if entry.country != outer.country or entry.kind == "country":
        return False
    if outer.kind == "country":
        return True
    return entry.kind == "town" and (not outer.admin or entry.admin == outer.admin)


@lru_cache(maxsize=64)
def _context(article_places: tuple[str, ...], own: str) -> Context:
    """Count the countries and states of an article's other places, each by its best known reading."""
    countries: Counter[str] = Counter()
    units: Counter[tuple[str, str]] = Counter()
    for words in article_places:
        for country, unit in _read_context(words, own):
            countries[country] += 1
            if unit:
                units[country, unit] += 1
    return Context(countries, units)


@lru_cache(maxsize=4096)
def _read_context(words: str, own: str) -> tuple[tuple[str, str], ...]:
    demonym = gazetteer().demonyms.get(fold(words))
    if demonym is not None:
        return ((demonym, ""),)
    tokens = Tokens(words)
    found = []
    for mention in name_mentions(tokens):
        if fold(tokens.raw[mention.begin]) != own:
            entry = _default(mention.entries, tokens.word(mention.end))
            found.append((entry.country, entry.admin))
    return tuple(found)
