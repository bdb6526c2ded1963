"""How much a desk would want to check a sentence or a figure: the order in which it would read an "
"article."""

import re
from decimal import Decimal

from models.domain.claim import Quantity
from models.domain.vocabulary import Certainty, Dimension, Measure

# A desk's interest in a figure by what it measures: people first, things next, ages and lengths of time last.
_INTEREST: dict[Measure, float] = {
    Measure.KILLED: 0.95,
    Measure.CASUALTIES: 0.93,
    Measure.DISPLACED: 0.97,
    Measure.REFUGEES: 0.96,
    Measure.EVACUATED: 0.96,
    Measure.RETURNED: 0.93,
    Measure.INJURED: 0.88,
    Measure.MISSING: 0.88,
    Measure.DETAINED: 0.84,
    Measure.AFFECTED: 0.82,
    Measure.BUILDINGS_DESTROYED: 0.94,
    Measure.BUILDINGS_DAMAGED: 0.88,
    Measure.CASES: 0.86,
    Measure.TROOPS: 0.84,
    Measure.UNITS: 0.76,
    Measure.WEAPONS: 0.78,
    Measure.VEHICLES: 0.70,
    Measure.VOTES: 0.74,
    Measure.MONEY: 0.74,
    Measure.SHARE: 0.68,
    Measure.AREA: 0.50,
    Measure.OTHER: 0.46,
    Measure.DISTANCE: 0.28,
    Measure.DURATION: 0.16,
    Measure.AGE: 0.08,
}
_HEDGED = {
    Certainty.ASSERTED: 1.0,
    Certainty.DENIED: 0.97,
    Certainty.POSSIBLE: 0.92,
    Certainty.PLANNED: 0.90,
}
_MAGNITUDE_WEIGHT = 0.18
"""Two evacuated interest a desk less than two thousand, but still more than two million euros."""
_LEAD_WEIGHT = 0.06
"""News tells first what matters most: by the tenth sentence a figure has lost this share."""
_STATED_ZERO = 0.75

_OPINION = re.compile(
    r"\b(?:I (?:think|believe|hope|feel|want)|thank you|let us|let me|let's|we must|we should|please)\b",
    re.IGNORECASE,
)
_ATTRIBUTED = re.compile(
    r"\b(?:said|says|according to|reported|announced|claimed|claims|accused|confirmed|denied|warned|told|"
    r"stated)\b",
    re.IGNORECASE,
)
_DISPUTABLE = re.compile(
    r"\b(?:more than any|the (?:largest|biggest|highest|lowest|worst|most|first|deadliest|only)|never|"
    r"increased?|"
    r"rose|fell|doubled|record|banned|refused|approved|signed|attacked|sanctions?|ordered|agreed)\b",
    re.IGNORECASE,
)


def worth_of_figure(
    quantity: Quantity, measure: Measure, certainty: Certainty, sentence_worth: float, number: int
) -> float:
    """Return 0 to 1 for a figure of the sentence *number* (from 0) that is itself worth *sentence_worth*."""
    interest = _INTEREST[measure] * _HEDGED[certainty]
    if quantity.dimension is Dimension.SHARE and measure is not Measure.SHARE:
        interest *= 0.9
    if quantity.best is not None and quantity.best == 0:
        interest *= _STATED_ZERO
    interest *= 1 - _MAGNITUDE_WEIGHT * (1 - _magnitude(quantity))
    interest *= 1 - _LEAD_WEIGHT * min(number, 10) / 10
    return min(0.99, interest * (0.7 + 0.3 * sentence_worth))


def _magnitude(quantity: Quantity) -> float:
    """Map 1 to 0 and ten million to 1, by the logarithm: a bigger figure of one kind comes first."""
    value = quantity.best if quantity.best is not None else quantity.low or quantity.high
    if value is None or value <= 1:
        return 0.0
    return min(1.0, float(Decimal(value).log10()) / 7)


def worth_of_words(text: str, figures: list[tuple[Quantity, Measure]]) -> float:
    """Return 0 to 1 for a sentence by rules: what it counts, who says so, what could be disputed."""
    if text.rstrip().endswith("?"):
        return 0.08
    worth = 0.15
    if figures:
        worth = max(worth, 0.25 + 0.65 * max(_INTEREST[measure] for _, measure in figures))
    if _ATTRIBUTED.search(text):
        worth += 0.2
    if _DISPUTABLE.search(text):
        worth += 0.2
    if len(text.split()) < 5 and not figures:
        worth *= 0.4
    if _OPINION.search(text):
        worth *= 0.5
    return min(0.98, worth)
