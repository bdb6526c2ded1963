"""Whether those who fled, or are hosted, are another country's people: refugees."""

import re
from itertools import pairwise

from models.domain.claim import Quantity, Span
from models.domain.geography.gazetteer import fold, gazetteer
from models.domain.places import resolve_place
from models.nlp.measure_cues import Cue, ends_ahead

_CLAUSE = 300
_ABROAD = re.compile(
    r"\b(?:(?:tak(?:en|es|ing)|took) in(?! by)|hosts|hosting|host(?! famil| communit)|abroad|asylum|"
    r"refugees?(?! (?:agency|chief|camps?|council))|"
    r"neighbou?ring (?:countr|state|[A-Z])|"
    r"cross(?:ed|ing)? (?:the border|into|over)|across (?:the|a) border|over the border|(?:fled|left|leave|"
    r"leaving|flee|fleeing) the country)\b"
)
_AT_HOME = re.compile(r"\b(?:internally|inside (?:the|their own) country|IDPs?)\b")
_GONE = re.compile(
    r"\b(?:fled|flee|fleeing|fleeing from|fled from|(?<!ccording )to|into|reached|"
    r"entered) ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
)
HOSTS = re.compile(
    r"\b(?:hosts?|hosted|hosting|shelters?|sheltered|sheltering|houses|housed|housing|home to|refuge to|"
    r"receiv\w+|enter(?:ed|ing)|"
    r"regist\w+|harbou?rs?|admitted|let in|absorb\w+|accommodat\w+|welcom\w+|granted|took in|camps?|"
    r"arrived|reached|"
    r"landed|crossed|refuge|asylum|for each of the)\b",
    re.IGNORECASE,
)
_NUMBER_OF_FOREIGNERS = re.compile(
    r"\bnumber of (?P<who>[A-Z]\w+)(?: (?:people|families|\w+ed|living))? in [A-Z][^.;]*$"
)
_STATELESS = frozenset(["rohingya", "rohingyas", "uyghurs", "kurds"])


def crosses_border(text: str) -> bool:
    """Say whether those who fled left their country: "fled Sudan", "taken in", "fled … to Moldova"."""
    if _AT_HOME.search(text):
        return False
    if _ABROAD.search(text):
        return True
    return any(
        "kind:country" in resolve_place(Span.of(text, *match.span(1)), []).why
        for match in _GONE.finditer(text)
    )


def are_hosted(text: str, counted: Span | None, cue: Cue) -> bool:
    """Say whether those in camps or given shelter are another country's: "15,000 Rohingya live in camps"."""
    is_roof = re.search(r"camp|refuge|shelter", text[cue.start : cue.end], re.IGNORECASE)
    return is_roof is not None and counted is not None and is_foreign(counted)


def numbers_foreigners(text: str, quantity: Quantity) -> bool:
    """Say whether the number ahead is of foreigners: "the number of Sudanese in Egypt rose to | 84,000"."""
    named = ends_ahead(_NUMBER_OF_FOREIGNERS, text, quantity, _CLAUSE)
    return named is not None and is_foreign(Span.of(text, *named.span("who")))


def is_foreign(counted: Span) -> bool:
    """Say whether the people are named by their country: "Syrians", "Afghan families"."""
    known = gazetteer().demonyms
    words = counted.text.split()[:3]
    for word in [*words, *map(" ".join, pairwise(words))]:
        name = fold(word)
        if word[:1].isupper() and (name in known or name.removesuffix("s") in known or name in _STATELESS):
            return True
    return False
