"""What the rules propose about a sentence before the model reads it; it may follow them or not."""

from collections.abc import Sequence
from typing import NamedTuple

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


class Proposal(NamedTuple):
    """A half-open range of code points in the sentence, its token type, and how sure the rule is, 0 to 1."""

    start: int
    end: int
    kind: int
    sureness: float = 1.0

    @property
    def measure(self) -> int | None:
        """The number of the measure, in the order of MEASURES; None where it is no quantity's."""
        return self.kind - FIRST_MEASURE if FIRST_MEASURE <= self.kind < COUNTED else None


def propose(text: str, quantities: Sequence[Quantity]) -> list[Proposal]:
    """Return the rules' reading of the sentence; where two overlap, the later one stands."""
    proposals: list[Proposal] = []
    known = tuple(quantities)
    phrases = [counted_after(text, quantity) for quantity in known]
    proposals += [Proposal(span.start, span.end, COUNTED) for span in phrases if span]
    proposals += [Proposal(span.start, span.end, PLACE) for span in find_places(text)]
    proposals += [Proposal(source.span.start, source.span.end, SOURCE) for source in find_sources(text)]
    proposals += [Proposal(span.start, span.end, PERIOD) for span in find_periods(text)]
    for quantity, (measure, sureness) in zip(known, measures_of(text, known, phrases), strict=True):
        kind = FIRST_MEASURE + MEASURES.index(measure)
        proposals.append(Proposal(quantity.span.start, quantity.span.end, kind, sureness))
    return proposals
