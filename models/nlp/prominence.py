"""How prominent a figure is among those of its kind: the report's own total before its parts and the past."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.domain.claim import Quantity
from models.domain.vocabulary import Bound, Dimension

# Each is a share of the worth: small, since what is measured decides first.
_PART = 0.94
_PAST = 0.88
_TOTAL = 1.03
_HEADLINED = 1.05
_LOOSE = 0.97
_MORE = 0.97

_NEAR = 80
"""Characters ahead of a figure in which the words stand that make it a part or one more."""

_PART_AFTER = re.compile(
    r"\s*(?:\w+\s+){0,2}?of\s+(?:them|whom|which|the|those|these|his|her|their)\b|\s*others?\b", re.IGNORECASE
)
_PART_BEFORE = re.compile(
    r"\b(?:including|among\s+them|of\s+whom|of\s+them|of\s+which)\W+(?:\w+\W+)?$", re.IGNORECASE
)
_MORE_BEFORE = re.compile(r"\b(?:another|a\s+further|an\s+additional)\s+$", re.IGNORECASE)
_TOTAL_NEAR = re.compile(
    r"\b(?:total(?:s|led|ling)?|in\s+all|altogether|all\s+told|overall|death\s+toll|toll|tally)\b",
    re.IGNORECASE,
)
_PAST_CLAUSE = re.compile(
    r"\b(?:last\s+(?:year|month)|the\s+(?:year|month|day|week)\s+before|"
    r"(?:years?|months?|decades?)\s+(?:ago|earlier)|"
    r"previous(?:ly)?|earlier|in\s+(?:19|20)\d\d|since\s+(?:19|20)\d\d|up\s+from|down\s+from|compared\s+(?:to|with)|"
    r"a\s+similar|so\s+far\s+this\s+year|this\s+year|nationwide)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[;:—–]|,\s+(?:and|but|while|after|down|up|compared)\b")


@dataclass(frozen=True, slots=True)
class Headline:
    """The counts that the title names."""

    values: frozenset[Decimal] = frozenset()

    @classmethod
    def of(cls, quantities: Sequence[Quantity]) -> "Headline":
        """Take the counts of a title."""
        counts = (q for q in quantities if q.dimension is Dimension.COUNT)
        return cls(frozenset(q.best for q in counts if q.best is not None))


def prominence_of(text: str, quantity: Quantity, headline: Headline) -> float:
    """Return what the worth of a figure of the sentence *text* is multiplied by, about 1."""
    start = quantity.span.start
    ahead = max(0, start - _NEAR)
    factor = 1.0
    if _PART_AFTER.match(text, quantity.span.end) or _PART_BEFORE.search(text, ahead, start):
        factor *= _PART
    if _MORE_BEFORE.search(text, ahead, start) or quantity.span.text.lower().startswith(
        ("another ", "a further ")
    ):
        factor *= _MORE
    clause = _clause(text, quantity)
    if _PAST_CLAUSE.search(clause):
        factor *= _PAST
    elif _TOTAL_NEAR.search(clause):
        factor *= _TOTAL
    if quantity.bound in (Bound.BETWEEN, Bound.VAGUE):
        factor *= _LOOSE
    if quantity.dimension is Dimension.COUNT and quantity.best in headline.values:
        factor *= _HEADLINED
    return factor


def _clause(text: str, quantity: Quantity) -> str:
    """Return the part of the sentence around a quantity, up to marks that set a clause apart."""
    ends = [match.start() for match in _CLAUSE_END.finditer(text)]
    start = max((end for end in ends if end < quantity.span.start), default=0)
    stop = min((end for end in ends if end >= quantity.span.end), default=len(text))
    return text[start:stop]
