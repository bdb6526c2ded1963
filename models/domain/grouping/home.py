"""In which town a local report is at home: what "the school", "Grand Avenue" and "the club" lie in."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from models.domain.geography.finding import Mention, name_mentions
from models.domain.geography.gazetteer import fold, gazetteer
from models.domain.geography.words import (
    AFTER_PLACES,
    ALSO_PEOPLE,
    ALSO_WORDS,
    BEFORE_PLACES,
    KINDS,
    LOOSE_PREPOSITIONS,
    NO_PLACES,
)
from models.domain.reading.word_lists import words_of
from models.domain.time.datelines import find_dateline
from models.domain.time.tokens import Tokens

_DATELINE, _AUTHORITY, _LED, _TITLE, _NAMED = 3, 2, 1, 1, 1
"""What speaks for a town: a dateline, its police or its bars, a preposition, the title, its name."""
ENOUGH, SURE = 2, 3

_STATES = dict(
    re.findall(
        r"(\S+)=(\w\w)",
        """ala=AL ariz=AZ ark=AR calif=CA colo=CO conn=CT del=DE fla=FL ga=GA ill=IL ind=IN kan=KS ky=KY la=LA
        md=MD mass=MA mich=MI minn=MN miss=MS mo=MO mont=MT neb=NE nev=NV nh=NH nj=NJ nm=NM ny=NY nc=NC nd=ND
        okla=OK ore=OR pa=PA ri=RI sc=SC sd=SD tenn=TN vt=VT va=VA wash=WA wva=WV wis=WI wyo=WY""",
    )
)
"""Newspapers' abbreviations of the states of the USA (those of the Associated Press), without points."""
_STATE_AFTER = re.compile(r"\s*,\s*((?:[A-Z]\.[A-Z]|W\.Va|[A-Z][a-z]{1,4})\.|[A-Z][a-z]+(?: [A-Z][a-z]+)?)")
_OF_A_TOWN = words_of(
    """police sheriff mayor firefighters fire county city residents officials authorities officer officers
    deputies council school schools man woman men women boy girl teen teenager couple family home house
    apartment bar nightclub club restaurant church mosque park playground hospital airport mall store
    neighborhood neighbourhood street suburb shooting stabbing crash attack blast explosion blaze homicide
    murder murders killings rampage massacre"""
)
_OF_A_PERSON = words_of("said says told added wrote testified pleaded was is had has who")
_STREET_WORDS = words_of(
    """street st avenue ave boulevard blvd road rd drive lane highway interstate route parkway freeway way"""
)
_BUILDING_WORDS = words_of(
    """park plaza playground school elementary university college hospital clinic medical health center centre
    club nightclub bar lounge restaurant cafe church cathedral mosque temple synagogue mall store market motel
    hotel inn apartment apartments bridge airport station lake beach stadium arena cemetery prison jail casino
    theater theatre factory plant ward block"""
)
_NAMED_AFTER_TOWNS = _BUILDING_WORDS - {"airport", "station", "lake", "beach", "stadium", "prison", "jail"}
"""Parks and schools bear the names of towns elsewhere; airports and prisons those of their own."""


@dataclass(frozen=True, slots=True)
class Home:
    """A town by its folded name; ``in_usa`` where a state of the USA is named after it."""

    name: str
    is_sure: bool
    in_usa: bool


def is_site(words: str) -> bool:
    """Say whether a place is a street or a building, which lies in a town: "Grand Avenue", "Mercy Hospital".

    Towns with such a name ("Long Beach", "Salt Lake City") are towns, and "Orlando airport" lies in one.
    """
    said = fold(words.partition(",")[0]).split()
    if " ".join(said) in gazetteer().names:
        return False
    last = words.partition(",")[0].split()[-1]
    if last[0].isupper() and fold(last) in _NAMED_AFTER_TOWNS:
        return True  # "Washington Park" lies in Milwaukee
    if _STREET_WORDS & set(said[1:]) or said[0] in _BUILDING_WORDS - {"lake"}:
        return True  # "Dorr Street", "Club Paradise"
    return bool(_BUILDING_WORDS & set(said)) and not name_mentions(Tokens(words))


def is_state(words: str) -> bool:
    """Say whether *words* abbreviate a state of the USA, as in what is left of "FORT WAYNE, Ind."."""
    return words.replace(".", "").replace(" ", "").lower() in _STATES and words[:1].isupper()


def home_of(title: str | None, lead: str) -> Home | None:
    """Return the town that an article is at home in; None where no town has enough to speak for it."""
    scores: Counter[str] = Counter()
    in_usa: set[str] = set()
    for text, is_title in ((title or "", True), (lead, False)):
        for name, weight, has_state in _towns(text, is_title=is_title):
            scores[name] = max(scores[name], weight)
            in_usa |= {name} if has_state else set()
    line = find_dateline(lead)[0]
    if line is not None:
        head, _, rest = line.text.partition(",")
        name, has_state = fold(head), _is_of_usa(rest.strip())
        in_usa |= {name} if has_state else set()
        if has_state or name in gazetteer().names:
            scores[name] += _DATELINE
    best = max(scores, key=lambda name: scores[name], default=None)
    if best is None or scores[best] < ENOUGH:
        return None
    return Home(best, scores[best] >= SURE, best in in_usa)


def _towns(text: str, *, is_title: bool) -> Iterator[tuple[str, int, bool]]:
    """Yield each town's name with what speaks for it, and whether a state of the USA is named after it."""
    tokens = Tokens(text)
    for mention in name_mentions(tokens):
        if not _is_of_town(mention):
            continue
        end = tokens.ends[mention.end - 1]
        name = fold(text[tokens.starts[mention.begin] : end])
        state = _STATE_AFTER.match(text, end)
        has_state = state is not None and _is_of_usa(state[1])
        after = tokens.word(mention.end)
        is_led = tokens.word(mention.begin - 1) in LOOSE_PREPOSITIONS
        is_local = has_state or after in _OF_A_TOWN
        if has_state or _may_be_town(tokens, mention, name, is_title=is_title, is_told=is_led or is_local):
            weight = _NAMED + _LED * is_led + _AUTHORITY * is_local
            yield name, weight + _TITLE * (is_title and weight > _NAMED), has_state


def _is_of_town(mention: Mention) -> bool:
    """Say whether a name is first of all a town's; that of a state of the USA may be a town's too."""
    first = mention.entries[0]
    is_larger = first.kind == "country" or (first.kind == "region" and first.country != "US")
    return not is_larger and any(entry.kind == "town" for entry in mention.entries)


def _may_be_town(tokens: Tokens, mention: Mention, name: str, *, is_title: bool, is_told: bool) -> bool:
    """Say whether a town's name is no word, no person's and no part of a longer one."""
    after, before = tokens.word(mention.end), tokens.word(mention.begin - 1)
    if name in ALSO_WORDS or name in NO_PLACES or len(name) < 4 or after in _OF_A_PERSON:
        return False
    if name in ALSO_PEOPLE and not is_told:
        return False
    goes_on = mention.end < len(tokens) and tokens.raw[mention.end][:1].isupper()
    if goes_on and after in _STREET_WORDS | _BUILDING_WORDS:
        return False
    if is_title:
        return True  # which may write every word with a capital
    begins_before = mention.begin > 0 and tokens.raw[mention.begin - 1][:1].isupper() and before.isalpha()
    return not (goes_on and after not in AFTER_PLACES | KINDS) and not (
        begins_before and before not in BEFORE_PLACES
    )


def _is_of_usa(words: str) -> bool:
    """Say whether *words* are a state of the USA, written out or as newspapers shorten it."""
    if words.endswith("."):
        return is_state(words)
    return any(e.kind == "region" and e.country == "US" for e in gazetteer().names.get(fold(words), ()))
