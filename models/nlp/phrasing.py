"""How a sentence words a quantity: what it counts, how certain it is, whether it stands or flows."""

import re

from models.domain.claim import Quantity, Span
from models.domain.vocabulary import Basis, Certainty, Dimension, Measure

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# A noun phrase ends at the next verb, preposition, conjunction or mark; closed-class words only.
_STOP_WORDS = """
    them us is are was were be been being has have had having will would can could may might must shall should
    do does did in on at by for from to into onto of with without within after before since during until
    under over near across about against amid among around through between because than as that which
    who whom whose when where while if and or but nor so yet also not no there their its his her it they
    he she we you i this these those the a an said says say reported reportedly according currently
    still now today yesterday later ago per each every killed injured wounded died displaced evacuated
    affected arrested detained destroyed damaged missing dead hurt lost fled left remain remained
"""
_STOPS = frozenset(_STOP_WORDS.split())
_FAR = 400  # characters: no clause of news is longer
HAPPENED = re.compile(r"(?:\w+ly\s+)*\w+(?:ed|ly)", re.IGNORECASE)
_PARTITIVE = re.compile(r"\s*of\s+(?:the\s+|its\s+|their\s+|all\s+|those\s+)?", re.IGNORECASE)

_DENIED = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)|disput(?:es|"
    r"ed|ing)|"
    r"false claims?|untrue|not true)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:will|shall|won't|going to|set to|"
    r"due (?:to (?:be|open|start|begin|meet|vote|arrive|leave|hold|receive|get|go)\b|in|on|by|at)|"
    r"plan(?:s|ned|ning)? to|pledg(?:e|es|ed|ing)|promis(?:e|"
    r"es|ed|ing)|"
    r"intend(?:s|ed)? to|order(?:s|ed)|vow(?:s|ed)|agreed to|to be (?:sent|deployed|built|given|held|"
    r"delivered)|"
    r"scheduled|aims? to|aimed at|propos(?:es|ed|al)|would (?:receive|be sent|provide|send)|wants? (?:a|"
    r"to)|hopes? to|"
    r"target of|targeted for|commit(?:s|ted)? to)\b",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(
    r"\b(?:(?-i:may)|might|could|possibly|perhaps|feared|fears?|expected|likely|believed|suspected|projected|"
    r"forecast|"
    r"thought to|estimates? suggest|at risk|potentially|presumed|would)\b",
    re.IGNORECASE,
)
_FLOW = re.compile(
    r"\b(?:overnight|another|additional|new|more than usual|a day|per day|daily|weekly|monthly|a week|a "
    r"month|a year|"
    r"per year|annually|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|this week|last week|"
    r"last month|"
    r"in the (?:past|last) \w+|during (?:the )?\w+|between \w+ and|in (?:january|february|march|april|may|"
    r"june|july|"
    r"august|september|october|november|december))\b",
    re.IGNORECASE,
)
_STOCK = re.compile(
    r"\b(?:toll|total|so far|to date|since|now|currently|still|remain\w*|overall|altogether|as of|have "
    r"been|has been|"
    r"bringing|in all)\b",
    re.IGNORECASE,
)
_STANDS_OR_FLOWS = frozenset(Measure) - {
    Measure.MONEY,
    Measure.SHARE,
    Measure.VOTES,
    Measure.DISTANCE,
    Measure.AREA,
    Measure.DURATION,
    Measure.AGE,
    Measure.OTHER,
}


def counted_after(text: str, quantity: Quantity) -> Span | None:
    """Return the noun phrase right behind the quantity, at most six words, or None."""
    if quantity.counted is not None:
        return quantity.counted
    if quantity.dimension not in (Dimension.COUNT, Dimension.SHARE):
        return None
    start = quantity.span.end
    if partitive := _PARTITIVE.match(text, start):
        start = partitive.end()
    first = last = None
    for number, token in enumerate(_TOKEN.finditer(text, start)):
        gap = text[start if last is None else last : token.start()]
        if number == 6 or gap.strip(" \u00a0") or token[0].lower() in _STOPS or token[0].isdigit():
            break
        first = token.start() if first is None else first
        last = token.end()
    if first is None or last is None:
        return None
    words = text[first:last]
    # "20 relocated", "300 partly damaged": that is what happened to them, not what they are.
    return None if HAPPENED.fullmatch(words) else Span.of(text, first, last)


def certainty_of(text: str, quantity: Quantity | None) -> Certainty:
    """Return how firmly *text* states it: cues count within its clause; a stated zero is asserted."""
    if quantity is not None and quantity.best == 0:
        return Certainty.ASSERTED
    clause = text if quantity is None else _clause(text, quantity.span)
    if _DENIED.search(clause):
        return Certainty.DENIED
    if _PLANNED.search(clause):
        return Certainty.PLANNED
    if _POSSIBLE.search(clause):
        return Certainty.POSSIBLE
    return Certainty.ASSERTED


def basis_of(text: str, quantity: Quantity, measure: Measure) -> Basis | None:
    """Return stock or flow where the measure has the distinction; running totals are stock."""
    if quantity.per is not None:
        return Basis.FLOW
    if measure not in _STANDS_OR_FLOWS:
        return None
    clause = _clause(text, quantity.span)
    if _STOCK.search(clause):
        return Basis.STOCK
    return Basis.FLOW if _FLOW.search(clause) else Basis.STOCK


def _clause(text: str, span: Span) -> str:
    """Cut the clause around *span*: up to the next semicolon, or a comma that does not stand in a "
    "number."""
    low, high = max(0, span.start - _FAR), min(len(text), span.end + _FAR)
    start = max((low + m.end() for m in re.finditer(r"[;:]\s|,\s", text[low : span.start])), default=low)
    end = re.search(r"[;:]\s|,\s", text[span.end : high])
    return text[start : span.end + end.start() if end else high]
