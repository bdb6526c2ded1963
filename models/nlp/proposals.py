"""What the rules propose about a sentence before the model reads it; it may follow them or not."""

from collections.abc import Sequence

from models.domain.claim import Quantity
from models.domain.geography.finding import find_places
from models.domain.periods import find_periods
from models.domain.sources import find_sources
from models.nlp.labels import MEASURES
from models.nlp.measures import measures_of
from models.nlp.phrasing import counted_after

NOTHING = 0
FIRST_MEASURE = 1
"""A quantity that the rules take for the first measure; one number a measure from here on."""
COUNTED = FIRST_MEASURE + len(MEASURES)
PLACE = COUNTED + 1
PERIOD = COUNTED + 2
SOURCE = COUNTED + 3
TYPES = COUNTED + 4
"""How many token types there are."""

Proposal = tuple[int, int, int]
"""Half-open range of code points in the sentence, and a token type."""


def propose(text: str, quantities: Sequence[Quantity]) -> list[Proposal]:
    """Return the rules' reading of the sentence; where two overlap, the later one stands."""
    proposals: list[Proposal] = []
    known = tuple(quantities)
    phrases = [counted_after(text, quantity) for quantity in known]
    proposals += [(span.start, span.end, COUNTED) for span in phrases if span]
    proposals += [(span.start, span.end, PLACE) for span in find_places(text)]
    proposals += [(source.span.start, source.span.end, SOURCE) for source in find_sources(text)]
    proposals += [(span.start, span.end, PERIOD) for span in find_periods(text)]
    for quantity, (measure, _) in zip(known, measures_of(text, known, phrases), strict=True):
        proposals.append((quantity.span.start, quantity.span.end, FIRST_MEASURE + MEASURES.index(measure)))
    return proposals
