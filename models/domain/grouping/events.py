"""Which kind of event words tell of: a blast is no bus crash, though both kill ten people in one town."""

import re
from functools import cache

# Word stems by kind. An order matters only where a word could be of two kinds: the first one counts.
_KINDS: dict[str, str] = {
    "earthquake": r"earth\s?quakes?|quakes?|aftershocks?|tremors?|tsunamis?|magnitude",
    "crash": r"crash(?:es|ed)?|collisions?|collid\w+|derail\w+|pile-?up|capsiz\w+|sank|sinking|shipwreck|"
    r"overturn\w+|plane|airliner|airplane|aircraft|helicopter|bus|coach|train|ferry|lorry",
    "epidemic": r"epidemics?|pandemic|outbreaks?|virus|coronavirus|covid\S*|ebola|cholera|measles|dengue|"
    r"infections?|infected|vaccin\w+",
    "storm": r"hurricanes?|typhoons?|cyclones?|tornado\w*|storms?|blizzards?|hailstorms?",
    "flood": r"floods?|flooding|flooded|floodwaters?|flash-?floods?|monsoons?|torrential|dam|inundat\w+",
    "landslide": r"(?:land|mud|rock)slides?|avalanches?|landslips?|mudflows?|rockfalls?|"
    r"(?:hill|mountain)sides? (?:gave way|came down|collapsed|slid)",
    "eruption": r"volcan\w+|erupt\w+",
    "attack": r"attack(?:s|ed|er|ers)?|shoot(?:s|ing|ings|er)|shot|gun(?:man|men|fire)|stabb\w+|bomb\w*|"
    r"suicide|terroris\w+|massacres?|assaults?|ambush\w*|militants?|airstrikes?|air\s?strikes?|shell\w+|"
    r"missiles?|drones?|mortars?|grenades?|hostages?",
    "explosion": r"explosions?|explod\w+|blasts?|detonat\w+|gas\s?leak",
    # A fire chief is at every happening, and fire that is opened is of guns.
    "fire": r"(?<!opened )(?<!under )(?<!returned )fires?(?!(?: and rescue)? (?:brigade|chief|commander|"
    r"crew|department|engine|marshal|officer|official|service|station|truck)s?\b)|"
    r"blaze|blazes|wildfires?|bushfires?|arson\w*|burn(?:ed|t|ing)",
    "collapse": r"collaps\w+|caved?-?in|rubble",
    "protest": r"protest\w*|demonstrat\w+|riots?|rioters?|clash(?:es|ed)|unrest|strikers?|rally|rallies|"
    r"march(?:es|ed)",
    "election": r"elections?|elected|votes?|voters?|ballots?|referendum|polls?|polling",
    "war": r"war|wars|invasion|offensive|troops|front\s?line|fighting|ceasefire|conflict|soldiers",
    "famine": r"famine|drought|hunger|malnutrition",
}
# Kinds that one happening is told as now and then: a gas explosion brings a house down and sets it on fire.
_ONE_HAPPENING = (
    frozenset({"explosion", "fire", "collapse"}),
    frozenset({"explosion", "attack"}),
    frozenset({"storm", "flood", "landslide"}),
    frozenset({"earthquake", "collapse"}),
    frozenset({"earthquake", "landslide"}),
    frozenset({"attack", "war"}),
    frozenset({"attack", "fire"}),
    frozenset({"attack", "protest"}),
    frozenset({"crash", "fire"}),
    frozenset({"crash", "storm"}),
    frozenset({"war", "famine"}),
    frozenset({"collapse", "flood"}),
    frozenset({"collapse", "storm"}),
    frozenset({"eruption", "earthquake"}),
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in _KINDS.items()}


def kinds_of(text: str) -> dict[str, int]:
    """Return how often *text* tells of each kind of event, those that it names only."""
    found = {kind: len(pattern.findall(text)) for kind, pattern in _patterns().items()}
    return {kind: count for kind, count in found.items() if count}


def event_of(sentence: str, title: str | None, lead: str) -> str | None:
    """Return the kind of event that a figure in *sentence* belongs to; None where nothing tells.

    It is the article's (its title, then its lead), unless the sentence names other kinds and not that one:
    then it looks back at another event.
    """
    of_article = _foremost(title or "") or _foremost(lead)
    in_sentence = kinds_of(sentence)
    if not in_sentence or (of_article in in_sentence):
        return of_article
    own = _foremost(sentence)
    if of_article and own and are_one_happening(of_article, own):
        return of_article
    return own


def _foremost(text: str) -> str | None:
    found = kinds_of(text)
    return max(found, key=lambda kind: found[kind]) if found else None


def are_one_happening(one: str, other: str) -> bool:
    """Say whether reports of one happening may name these two kinds."""
    return one == other or any({one, other} <= kinds for kinds in _ONE_HAPPENING)
