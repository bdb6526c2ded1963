"""Whether the buildings that a figure counts were destroyed or damaged."""

import re
from collections.abc import Sequence

from models.domain.claim import Quantity, Span
from models.domain.vocabulary import Dimension, Measure
from models.nlp.measure_cues import AUXILIARY, Cue, Slot, ends_ahead, is_anothers, is_where
from models.nlp.measure_links import is_base, is_of_a_part
from models.nlp.measure_words import BUILDING, DAMAGED, DESTROYED

_DESTROYED = re.compile(rf"\b(?:{DESTROYED})\b".replace(" ", r"\s+"), re.IGNORECASE)
_DAMAGED = re.compile(rf"\b(?:{DAMAGED})\b".replace(" ", r"\s+"), re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:houses?|homes?|housing|buildings?)(?: \w+)?\s*[:/=-]?\s*(?:of|was|were)?\s*$", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_HEAD_ENDS = re.compile(
    r"\b(?:of|in|on|at|for|from|with|that|which|who|where|near|by|to|north|south|east|west)\b"
)
_SETTLEMENTS = re.compile(r"(?:\w+ ){0,2}(?:villages?|hamlets?)\b", re.IGNORECASE)
_HARM_LABEL = re.compile(rf"(?:{DESTROYED}|{DAMAGED})\s*[:=]\s*$".replace(" ", r"\s+"), re.IGNORECASE)
_COLON = re.compile(r"\s*[:=]\s*")
_BASE = re.compile(r"(?:^|[,;]\s)of (?:the |its |their |those )?(?:\w+ )?$", re.IGNORECASE)
_WINDOWS_IN = re.compile(
    r"\b(?:windows|roofs?|doors)\s+(?:in|of|off|from)\s+(?:some |about |the )?$", re.IGNORECASE
)
_SEES = re.compile(r"\s*(?:are |is |was |were |of \w+ )?(?:\w+ly |already |now )?$", re.IGNORECASE)


def is_about_buildings(text: str, quantities: Sequence[Quantity], which: int, counted: Span | None) -> bool:
    """Say whether buildings are counted; "31 houses were destroyed and 300 damaged" names them once."""
    quantity = quantities[which]
    if quantity.unit in ("person", "household"):
        return False
    if quantity.dimension is Dimension.SHARE and counted is None:
        return _said_right_behind(text, quantity)
    if quantity.unit == "building":
        return True
    if counted is not None and BUILDING.search(_HEAD_ENDS.split(counted.text)[0]):
        return True
    if counted is not None or quantity.dimension is not Dimension.COUNT:
        return False
    earlier = text[: quantity.span.start]
    if ends_ahead(_HARM_LABEL, text, quantity) and BUILDING.search(earlier):
        return True
    ahead = " ".join(_WORD.findall(text[quantity.span.end : quantity.span.end + 80])[:3])
    return (_is_harmed(ahead) and bool(BUILDING.search(earlier))) or ends_ahead(
        _LABEL, text, quantity
    ) is not None


def building_measure(
    text: str, quantities: Sequence[Quantity], which: int, counted: Span | None
) -> tuple[Measure, float]:
    """Choose by the nearest verb; "damaged or destroyed" is the lesser claim, damaged."""
    quantity = quantities[which]
    is_part_hit = ends_ahead(_WINDOWS_IN, text, quantity) is not None
    if is_part_hit or (is_where(text, quantity) or ends_ahead(_BASE, text, quantity)):
        if is_part_hit:
            return Measure.BUILDINGS_DAMAGED, 0.8
        return Measure.OTHER, 0.6  # "destroyed 300 barns in 12 villages", "of the 900 houses, 200 burned"
    if is_base(text, quantities, which) and not (counted and _is_harmed(counted.text)):
        return Measure.OTHER, 0.8  # "half of the district's 6,200 houses were destroyed"
    here = counted.end if counted else quantity.span.end
    is_settlement = counted is not None and _SETTLEMENTS.match(counted.text) is not None
    found = []
    for measure, pattern in (
        (Measure.BUILDINGS_DESTROYED, _DESTROYED),
        (Measure.BUILDINGS_DAMAGED, _DAMAGED),
    ):
        if is_settlement and measure is Measure.BUILDINGS_DAMAGED:
            continue  # floods affect a village
        for match in pattern.finditer(text):
            after = match.start() >= here
            gap = match.start() - here if after else quantity.span.start - match.end()
            if not after and _COLON.fullmatch(text[match.end() : quantity.span.start]):
                gap = -9  # "partly destroyed: 14,226"
            cue = Cue(measure, Slot.VERB, match.start(), match.end())
            is_own = not is_anothers(text, quantities, which, cue) and not _is_past_verb(
                text, quantities, which, cue
            )
            is_own = is_own and not is_of_a_part(text, quantities, which, cue.start)
            if gap >= -9 and is_own:
                found.append((gap + (0 if after else 8), -len(match[0]), measure))
    if not found or min(found)[0] > 90:
        return Measure.OTHER, 0.6
    return min(found)[2], 0.85


def _is_harmed(words: str) -> bool:
    return bool(_DESTROYED.search(words) or _DAMAGED.search(words))


def _said_right_behind(text: str, quantity: Quantity) -> bool:
    """Say whether a share is said outright to be ruined: "the town is 90 per cent destroyed"."""
    for pattern in (_DESTROYED, _DAMAGED):
        match = pattern.search(text, quantity.span.end)
        if match and _SEES.fullmatch(text[quantity.span.end : match.start()]):
            return BUILDING.search(text) is not None or match.start() - quantity.span.end < 3
    return False


def _is_past_verb(text: str, quantities: Sequence[Quantity], which: int, cue: Cue) -> bool:
    """Say whether a clause of another quantity begins between: "were cut off and 3 bridges | fell"."""
    here = quantities[which].span.end
    between = next((q for q in quantities[which + 1 :] if here < q.span.start < cue.start), None)
    return between is not None and AUXILIARY.search(text[here : between.span.start]) is not None
