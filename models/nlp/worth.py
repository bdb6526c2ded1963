"""How much a desk would want to check a sentence or a figure: the order in which it reads an article."""

import re
from collections.abc import Collection
from decimal import Decimal
from math import exp, expm1

from models.domain.claim import Quantity
from models.domain.vocabulary import Certainty, Dimension, Measure
from models.nlp.worth_weights import LIFT, WEIGHTS

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
_HEDGES = {
    Certainty.DENIED: "denied",
    Certainty.POSSIBLE: "possible",
    Certainty.PLANNED: "planned",
}
_MOVED = {
    Measure.DISPLACED: "few_displaced",
    Measure.REFUGEES: "few_displaced",
    Measure.RETURNED: "few_displaced",
    Measure.EVACUATED: "few_evacuated",
}
_HOUSED = frozenset({Measure.BUILDINGS_DAMAGED, Measure.BUILDINGS_DESTROYED})
_HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.CASUALTIES, Measure.MISSING, Measure.DETAINED})
_NOT_OF_HARM = frozenset({"whole"})
"""In "seven of the 64 injured" the 64 are the toll itself, no population around it."""
_OF_MOVES = frozenset({"new", "dated", "standing"})
"""Of moves a monitor records the latest first; of the dead and all else the sum is the news."""
_LARGEST = 7
"""From ten million (ten to this) on a figure gains no more by its size."""
_LATEST = 4
"""News tells first what matters most: from the fifth sentence on a figure loses no more by its place."""
_STATED_ZERO = 0.75
_CEILING = 0.6
"""Above it worth is pressed together, so that it stays below the most and in order."""
_MOST = 0.99

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
    quantity: Quantity,
    measure: Measure,
    certainty: Certainty,
    sentence_worth: float,
    number: int,
    signals: Collection[str] = (),
) -> float:
    """Return 0 to 1 for a figure of the sentence *number* (from 0) that is itself worth *sentence_worth*.

    *signals* is what the sentence says of its rank (prominence.signals_of).
    """
    terms = terms_of(quantity, measure, certainty, sentence_worth, number, signals)
    raised = exp(LIFT + sum(WEIGHTS[name] * by for name, by in terms.items()))
    return press(interest_of(quantity, measure) * raised)


def interest_of(quantity: Quantity, measure: Measure) -> float:
    """Return 0 to 1: the desk's interest in what is measured; a stated zero's is less."""
    is_zero = quantity.best is not None and quantity.best == 0
    return _INTEREST[measure] * (_STATED_ZERO if is_zero else 1)


def terms_of(
    quantity: Quantity,
    measure: Measure,
    certainty: Certainty,
    sentence_worth: float,
    number: int,
    signals: Collection[str],
) -> dict[str, float]:
    """Return what raises or lowers a figure, by how much each holds: names of worth_weights.WEIGHTS."""
    digits = _digits(quantity)
    terms = {name: 1.0 for name in signals if not _is_unheard(name, measure)}
    terms["small"] = 1 - min(1.0, digits / _LARGEST)
    terms["late"] = min(number, _LATEST) / _LATEST
    terms["dull"] = 1 - sentence_worth
    if quantity.dimension is Dimension.SHARE and measure is not Measure.SHARE:
        terms["share"] = 1.0
    if certainty in _HEDGES:
        terms[_HEDGES[certainty]] = 1.0
    if measure in _MOVED:
        terms["moved"] = 1.0
        terms[_MOVED[measure]] = terms["small"]
    if measure in _HOUSED:
        terms["built"] = 1.0
        terms["few_built"] = terms["small"]
    return terms


def _is_unheard(signal: str, measure: Measure) -> bool:
    return (signal in _NOT_OF_HARM and measure in _HARM) or (signal in _OF_MOVES and measure not in _MOVED)


def press(worth: float) -> float:
    """Keep the order of what lies above the ceiling, and all of it below the most."""
    room = _MOST - _CEILING
    return worth if worth <= _CEILING else _CEILING + room * -expm1(-(worth - _CEILING) / room)


def _digits(quantity: Quantity) -> float:
    """Return the logarithm to ten of a figure's value, 0 for 1 and less: the bigger of a kind comes first."""
    value = quantity.best if quantity.best is not None else quantity.low or quantity.high
    return 0.0 if value is None or value <= 1 else float(Decimal(value).log10())


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
