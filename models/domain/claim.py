"""The parts of a claim as values; every offset is a half-open range of code points into its text."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from models.domain.vocabulary import (
    Basis,
    Bound,
    Certainty,
    Dimension,
    Kind,
    Measure,
    PeriodPrecision,
    VaguePolicy,
)


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a text and where they stand: ``text == source[start:end]``, always."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, source: str, start: int, end: int) -> "Span":
        """Cut the span out of *source*, so that it slices back by construction."""
        return cls(start, end, source[start:end])

    def shifted(self, by: int) -> "Span":
        """Return the same words in a text that has *by* more code points before them."""
        return Span(self.start + by, self.end + by, self.text)


@dataclass(frozen=True, slots=True)
class Interval:
    """Both ends of a value, either open (None)."""

    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Change:
    """A rise or fall that a quantity reports: from an earlier value, or by an amount."""

    direction: str  # "up" | "down"
    from_value: Decimal | None = None
    from_unit: str | None = None
    by_value: Decimal | None = None
    by_unit: str | None = None  # a unit, "percent" or "factor"


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a number in words says, as an interval (CONTRACT section 2).

    ``low`` and ``high`` of a vague count are those of the ``interval`` policy; ``conservative`` keeps
    the other policy's ends, and :meth:`under` chooses on reading.
    """

    span: Span
    bound: Bound
    best: Decimal | None
    low: Decimal | None
    high: Decimal | None
    precision: Decimal
    unit: str
    dimension: Dimension
    counted: Span | None = None
    change: Change | None = None
    per: str | None = None
    why: tuple[str, ...] = ()
    conservative: Interval | None = None

    def under(self, policy: VaguePolicy) -> "Quantity":
        """Return the quantity as a desk with this vague-count *policy* reads it."""
        if policy is VaguePolicy.CONSERVATIVE and self.conservative is not None:
            return replace(self, low=self.conservative.low, high=self.conservative.high)
        return self

    def shifted(self, by: int) -> "Quantity":
        """Return the same quantity in a text that has *by* more code points before it."""
        counted = self.counted.shifted(by) if self.counted else None
        return replace(self, span=self.span.shifted(by), counted=counted)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure holds; ``country`` is ISO 3166-1 alpha-2, coordinates are degrees where known."""

    span: Span
    country: str | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """When a figure holds, first to last day inclusive; None is an open end."""

    span: Span
    first_day: date | None
    last_day: date | None
    precision: PeriodPrecision
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it, the verb that says so, and whether the words are inside quotation marks."""

    span: Span
    cue: str | None
    quoted: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article and how much a desk would want to check it, 0 to 1."""

    span: Span
    check_worthiness: float


@dataclass(frozen=True, slots=True)
class Draft:
    """One claim as the machine reads it, before anybody has acted on it."""

    kind: Kind
    sentence: Span
    standalone: str
    check_worthiness: float
    certainty: Certainty
    measure: Measure | None = None
    basis: Basis | None = None
    quantity: Quantity | None = None
    place: Place | None = None
    period: Period | None = None
    source: Source | None = None
    confidence: dict[str, float] = field(default_factory=dict)
    vector: bytes | None = field(default=None, repr=False)
    """What its context means, packed (models/nlp/context.py); None where no model read it."""

    @property
    def anchor(self) -> Span:
        """What identifies the claim in its article: the quantity's span, or the sentence's."""
        return self.quantity.span if self.quantity else self.sentence


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything one run finds in one text, in text order."""

    model: str
    sentences: tuple[Sentence, ...]
    claims: tuple[Draft, ...]
