"""What a line of a list calls the number behind its label: "Houses damaged: 17", "of whom displaced: 92"."""

import re

from models.domain.claim import Quantity
from models.domain.vocabulary import Dimension, Measure
from models.nlp.measure_cues import event_measures
from models.nlp.measure_words import DAMAGED, DESTROYED

_LABEL = re.compile(r"[\W_]*(?P<label>[^\W\d_][^\n:=]{0,60}?)\s*[:=]\s*")
_WHOLE_LINE = re.compile(r"[^\S\n]*[.,;]?[^\S\n]*(?:\n|$)")
_WHO = re.compile(
    r"\b(?:people|persons?|individuals?|population|residents|inhabitants|civilians|families|households|"
    r"houses?|homes|buildings|dwellings|number|no|total|of|whom|which|the|and|fully|completely|totally|partly|"
    r"partially|severely|badly|newly|currently|still|in|shelters?|camps?)\b|\([^)]*\)|\W",
    re.IGNORECASE,
)
"""What a label may say beside what happened; "sites" and "centres" are things that nothing happened to."""

_IN_CAMPS = re.compile(r"\bin\s+(?:[\w-]+\s+)?(?:camps?|shelters?|evacuation\s+cent\w+)\W*$", re.IGNORECASE)
_HOUSES = re.compile(
    r"\b(?:houses?|homes?|buildings?|dwellings?|huts?|flats?|apartments?|shacks?|schools?|classrooms?)\b",
    re.IGNORECASE,
)
_HARM = {
    Measure.BUILDINGS_DESTROYED: re.compile(rf"\b(?:{DESTROYED})\b".replace(" ", r"\s+"), re.IGNORECASE),
    Measure.BUILDINGS_DAMAGED: re.compile(rf"\b(?:{DAMAGED})\b".replace(" ", r"\s+"), re.IGNORECASE),
}


def named_by_line(text: str, quantity: Quantity) -> Measure | None:
    """Return the measure that a line's label gives its only number; None where *text* is no list of lines."""
    if "\n" not in text or quantity.dimension is not Dimension.COUNT:
        return None
    begin = text.rfind("\n", 0, quantity.span.start) + 1
    labelled = _LABEL.fullmatch(text, begin, quantity.span.start)
    if labelled is None or not _WHOLE_LINE.match(text, quantity.span.end):
        return None
    label = labelled["label"]
    if _IN_CAMPS.search(label):
        return Measure.DISPLACED
    if _HOUSES.search(label):
        return next((measure for measure, harm in _HARM.items() if harm.search(label)), None)
    found = event_measures(label) - {Measure.OTHER}
    if len(found) != 1:
        return None
    said = [word for word in _WHO.sub(" ", label).split() if not event_measures(word)]
    return found.pop() if not said else None
