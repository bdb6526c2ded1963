"""Which side of a thing a number is of, where it has several: length or width, votes for or against."""

import re
from collections.abc import Mapping
from functools import cache

# Each contrast: sides that are never one figure. A side is looked for in the number's clause.
_CONTRASTS: dict[str, dict[str, str]] = {
    "extent": {
        "length": r"long|length|stretch\w*",
        "width": r"wide|width|broad|across",
        "height": r"tall|high|height",
        "depth": r"deep|depth|below",
    },
    "vote": {
        "for": r"in favou?r|backed|supported|approv\w+|voted for|votes for|ayes",
        "against": r"against|opposed|oppos\w+|rejected|noes",
        "abstained": r"abstain\w+|abstentions?",
    },
    "wind": {"gusts": r"gusts?|gusting", "wind": r"(?:sustained )?winds?"},
    "custody": {
        "arrested": r"arrest\w*|detained|in custody",
        "questioned": r"questioning|questioned|interviewed",
        "charged": r"charged|indicted|prosecuted|in court",
        "released": r"released|freed|let go",
        "convicted": r"convicted|sentenced|jailed|imprisoned",
        "wanted": r"wanted|sought|on the run",
    },
    "people": {
        "capacity": r"licen[cs]ed?|capacity|certified|seats|room for|designed|built for|meant for|"
        r"cleared to|allowed to carry|berths",
        "listed": r"manifest|passenger list|tickets sold|booked",
        "aboard": r"aboard|on board|carrying|carried|had .{0,20}crew\w*",
        "saved": r"rescued|saved|alive|survived|survivors|pulled (?:out )?alive|pulled from|"
        r"brought ashore|unharmed|unhurt|uninjured|led (?:out|to safety)|walked out",
        "hospital": r"hospitali[sz]ed|in (?:the )?hospitals?|treated|hospital",
        "trapped": r"trapped|stranded|buried|stuck",
        "helpers": r"deployed|firefighters|rescuers|volunteers|rescue workers",
        "homeless": r"homeless|shelters?",
        "attended": r"marched|attended|took to the streets|rall(?:y|ied)|demonstrat\w+|gathered|crowd",
    },
    "order": {
        "first": r"first|main",
        "second": r"second|third|aftershocks?|followed|another (?:quake|earthquake|shock|blast)",
    },
    "price": {"food": r"food", "fuel": r"fuel|petrol|diesel", "energy": r"energy|electricity"},
}
# How far from its number, in characters, a side may be named.
_REACH = {"order": 28}
_FAR = 90
# Contrasts in which what names no side is still another thing than what names this one.
_MARKED = frozenset({("order", "second"), ("price", "food"), ("price", "fuel"), ("price", "energy")})
# Measures whose numbers a contrast may hold apart; None: those that measure no count.
_OF: dict[str, frozenset[str] | None] = {
    "extent": frozenset({"distance"}),
    "vote": frozenset({"votes"}),
    "wind": None,
    "custody": frozenset({"detained", "other"}),
    "people": frozenset({"other", "affected"}),
    "order": None,
    "price": frozenset({"share"}),
}
_CLAUSE = re.compile(r"[;:]|, (?:and|but|while) | and \w+ (?:were|was|are|is|have|had) |, (?=\w+ of them)")


@cache
def _patterns() -> dict[tuple[str, str], re.Pattern[str]]:
    return {
        (contrast, side): re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
        for contrast, sides in _CONTRASTS.items()
        for side, words in sides.items()
    }


def aspects_of(sentence: str, start: int, end: int, measure: str | None, dimension: str) -> dict[str, str]:
    """Return the sides that the words about ``sentence[start:end]`` name, the nearest of each contrast."""
    begin, stop = 0, len(sentence)
    for cut in _CLAUSE.finditer(sentence):
        if cut.end() <= start:
            begin = cut.start()
        elif cut.start() >= end:
            stop = cut.start()
            break
    clause, at = sentence[begin:stop], (start + end) / 2 - begin
    found: dict[str, tuple[float, str]] = {}
    for (contrast, side), pattern in _patterns().items():
        of = _OF[contrast]
        if (of is None and dimension == "count" and measure != "other") or (of and measure not in of):
            continue
        for match in pattern.finditer(clause):
            far = abs((match.start() + match.end()) / 2 - at)
            if far <= _REACH.get(contrast, _FAR) and (contrast not in found or far < found[contrast][0]):
                found[contrast] = (far, side)
    return {contrast: side for contrast, (_, side) in found.items()}


def aspects_apart(one: Mapping[str, str], other: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the two sides that hold two numbers apart; None where none does."""
    for contrast in sorted({*one, *other}):
        here, there = one.get(contrast), other.get(contrast)
        if here == there:
            continue
        if here and there:
            return here, there
        if (contrast, here) in _MARKED or (contrast, there) in _MARKED:
            return here or "the rest", there or "the rest"
    return None
