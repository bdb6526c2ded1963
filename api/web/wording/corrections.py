"""The words that a correction's form offers, and what each key makes of words selected in the article."""

from dataclasses import dataclass

from models.domain.vocabulary import Basis, Certainty, Measure

MEASURES = tuple(measure.value for measure in Measure)
BASES = tuple(basis.value for basis in Basis)
CERTAINTIES = tuple(certainty.value for certainty in Certainty)
# Suggested, not all there are: any unit of the contract may be typed.
UNITS = (
    *("person", "household", "building", "item", "percent", "USD", "EUR", "GBP", "UAH"),
    *("tonne", "barrel", "kilometre", "square_kilometre", "hectare", "metre", "litre", "celsius"),
    *("day", "hour", "year"),
)


@dataclass(frozen=True, slots=True)
class SpanUse:
    """What selected words can be: a field of the claim, the key that says so, and its name on the page."""

    field: str
    key: str
    name: str


SPAN_USES = (
    SpanUse("quantity", "f", "figure"),
    SpanUse("counted", "g", "counted"),
    SpanUse("place", "p", "place"),
    SpanUse("period", "w", "period"),
    SpanUse("source", "b", "source"),
)
OF_STATEMENTS = frozenset({"place", "period", "source"})


def span_uses(*, is_figure: bool) -> tuple[SpanUse, ...]:
    """Return the uses that words have for a figure, or for a statement."""
    return tuple(use for use in SPAN_USES if is_figure or use.field in OF_STATEMENTS)
