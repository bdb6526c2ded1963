"""Whether a document has a claim's figure, in any form of writing, and where."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from models.domain.checking.cues import CUES, cue_measure
from models.domain.checking.passages import Passage, passages
from models.domain.claim import Quantity, Span
from models.domain.errors import Invalid
from models.domain.geography.gazetteer import fold
from models.domain.quantities import read_context, read_quantities
from models.domain.relations import Relation, compare
from models.domain.stated import Stated, plain, stated
from models.domain.units import convert
from models.domain.wording import unit as unit_words


class Standing(StrEnum):
    """How a number of a document stands to the claim's, the closest first."""

    SAME = "same"
    ROUNDED = "rounded"
    WITHIN = "within"
    CONTRADICTS = "contradicts"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Hit:
    """One number of the document: where it stands, its sentence, how it stands to the claim's, and why.

    ``fit`` is from 0 to 1: how much of unit, measure, counted thing and place the words around it share
    with the claim. Spans are code points into the document.
    """

    number: Span
    sentence: Span
    locator: str
    standing: Standing
    reason: str
    fit: float


@dataclass(frozen=True, slots=True)
class Finding:
    """What the document says of the claim's figure: the best of its hits decides."""

    standing: Standing
    reason: str
    hits: tuple[Hit, ...]
    numbers_read: int


#: Beyond these factors another value of the same measure is another figure rather than a near miss.
NEAR_MISS = (Decimal("0.5"), Decimal(2))
#: How far below or above a value an open bound still speaks of it: "more than 10" says nothing of 6,301.
BOUND_REACHES = (Decimal("0.5"), Decimal(2))
#: Without a word that names the measure, only a bound as close as this is taken for the claim's.
BOUND_REACHES_BLIND = (Decimal("0.9"), Decimal("1.1"))
MOST_HITS = 20
_ORDER = list(Standing)
_WORD = re.compile(r"\w+")
_SHORTEST_PLACE_WORD = 3
_SHORTEST_CONTEXT_WORD = 5
#: So many words of the claim in a number's sentence name the same thing, where no list of words does.
SHARED_CONTEXT = 3


def find_number(claim: Mapping[str, Any], text: str) -> Finding:
    """Look for the figure of *claim* (a claim object, effective values) in *text*; linear in the text.

    Raises Invalid for a claim without a figure.
    """
    if not claim.get("quantity"):
        raise Invalid("only a figure can be looked for in a document; this claim states no number")
    wanted = _Wanted.of(claim, text)
    context, hits, count = read_context(text), [], 0
    for passage in passages(text):
        quantities = read_quantities(passage.span.text, context)
        # Once a passage, however many numbers a table has.
        near = _words(passage.span.text) if quantities else frozenset()
        for quantity in quantities:
            count += 1
            hit = _judge(wanted, passage, near, quantity)
            if hit is not None:
                hits.append(hit)
    hits.sort(key=lambda hit: (_ORDER.index(hit.standing), -hit.fit, hit.number.start))
    hits = hits[:MOST_HITS]
    return Finding(
        hits[0].standing if hits else Standing.ABSENT,
        hits[0].reason if hits else _absent(wanted, count),
        tuple(hits),
        count,
    )


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is looked for: the quantity alone, and the words by which its context is recognised."""

    quantity: Stated
    words: str
    unit_words: str
    measure: str | None
    counted: frozenset[str]
    place: frozenset[str]
    context: frozenset[str]
    is_place_in_document: bool

    @classmethod
    def of(cls, claim: Mapping[str, Any], text: str) -> "_Wanted":
        quantity = claim["quantity"]
        counted, place = quantity.get("counted") or {}, claim.get("place") or {}
        places = frozenset(
            word for word in _words(place.get("text") or "") if len(word) >= _SHORTEST_PLACE_WORD
        )
        alone = replace(
            stated(claim, None), basis=None, certainty="asserted", first_day=None, last_day=None, as_of=None
        )
        return cls(
            quantity=alone,
            words=f"{plain(alone)} {unit_words(quantity)}".strip(),
            unit_words=unit_words(quantity),
            measure=claim.get("measure"),
            counted=_words(counted.get("text") or ""),
            place=places,
            context=frozenset(
                word for word in _words(claim.get("standalone") or "") if len(word) >= _SHORTEST_CONTEXT_WORD
            )
            - places,
            is_place_in_document=bool(places & _words(text)) if places else True,
        )

    @property
    def has_cues(self) -> bool:
        """Whether words beside a number can name its measure."""
        return self.measure in CUES


def _words(text: str) -> frozenset[str]:
    """Return the folded words of a text, a plural like its singular."""
    return frozenset(fold(word).removesuffix("s") for word in _WORD.findall(text))


def _judge(wanted: _Wanted, passage: Passage, near: frozenset[str], quantity: Quantity) -> Hit | None:
    """Return how one number of the document stands to the claim's; None where it is another thing.

    *near* are the passage's words.
    """
    if quantity.dimension.value != wanted.quantity.dimension or quantity.per != wanted.quantity.per:
        return None
    sentence = passage.span.text
    counted = _words(quantity.counted.text) if quantity.counted else frozenset()
    measure_fit = _measure_fit(wanted, sentence, quantity)
    found = _in_unit(wanted, quantity, counted, is_measure_named=measure_fit == 1)
    if found is None:
        return None
    theirs, unit_fit = found
    counted_fit = 1.0 if wanted.counted & near else 0.0 if wanted.counted else 0.5
    place_fit = 1.0 if wanted.place & near else 0.5 if wanted.is_place_in_document else 0.0
    fit = 0.35 * unit_fit + 0.35 * measure_fit + 0.15 * counted_fit + 0.15 * place_fit
    is_sure = measure_fit == 1 or (not wanted.has_cues and len(wanted.context & near) >= SHARED_CONTEXT)
    standing, reason = _standing(wanted, theirs, quantity.span.text, is_sure=is_sure and place_fit > 0)
    if standing is Standing.ABSENT:
        return None
    if measure_fit == 0:
        standing, fit = Standing.ABSENT, fit / 2
        reason = f"The document has “{quantity.span.text}”, but the words beside it count something else."
    elif measure_fit < 1 and wanted.has_cues:
        reason += " No word beside it says that it counts the same thing."
    return Hit(
        number=quantity.span.shifted(passage.span.start),
        sentence=passage.span,
        locator=passage.locator,
        standing=standing,
        reason=reason,
        fit=round(fit, 2),
    )


#: Words for people who left stand for one measure or the other.
_LEAVING = frozenset({"refugees", "displaced", "evacuated"})


def _measure_fit(wanted: _Wanted, sentence: str, quantity: Quantity) -> float:
    """Return 1 where words name the claim's measure, 0 where they name another, between where none does."""
    if not wanted.has_cues:
        return 0.6
    cue = cue_measure(sentence, quantity.span)
    if cue is None:
        return 0.4
    if cue == wanted.measure:
        return 1
    return 0.6 if {cue, wanted.measure} <= _LEAVING else 0


def _in_unit(
    wanted: _Wanted, quantity: Quantity, counted: frozenset[str], *, is_measure_named: bool
) -> tuple[Stated, float] | None:
    """Return the document's quantity in the claim's unit with how well they fit; None where they do not."""
    ours = wanted.quantity
    theirs = Stated(
        measure=ours.measure,
        unit=quantity.unit,
        dimension=quantity.dimension.value,
        bound=quantity.bound.value,
        best=quantity.best,
        low=quantity.low,
        high=quantity.high,
        precision=quantity.precision,
        per=quantity.per,
    )
    if theirs.unit == ours.unit:
        is_other_thing = ours.unit == "item" and wanted.counted and counted and not wanted.counted & counted
        return None if is_other_thing and not is_measure_named else (theirs, 1.0)
    if ours.dimension == "count":
        # A bare number in a table counts what the table does.
        is_open = "item" in (theirs.unit, ours.unit) and (not counted or is_measure_named)
        return (replace(theirs, unit=ours.unit), 0.6) if is_open else None
    return _converted(theirs, ours.unit)


def _converted(theirs: Stated, unit: str) -> tuple[Stated, float] | None:
    def there(value: Decimal | None) -> Decimal | None:
        return None if value is None else convert(value, theirs.unit, unit)

    try:
        # The precision is a difference, which only units with a common zero carry over.
        width = there(theirs.precision)
        if there(Decimal(0)) != 0 or width is None:
            return None
        best, low, high = there(theirs.best), there(theirs.low), there(theirs.high)
    except Invalid:
        return None
    return replace(theirs, unit=unit, best=best, low=low, high=high, precision=width), 0.9


def _standing(wanted: _Wanted, theirs: Stated, said: str, *, is_sure: bool) -> tuple[Standing, str]:
    """Compare the two quantities; *is_sure* says that the words around the number name the same thing."""
    ours = wanted.quantity
    relation = compare(theirs, ours).relation
    if relation is Relation.AGREES:
        found = _agreement(wanted, theirs, said)
        if found is not None:
            return found
    reach = BOUND_REACHES if is_sure else BOUND_REACHES_BLIND
    if relation in (Relation.COMPATIBLE, Relation.NARROWS):
        if not _is_near(theirs, ours, reach):
            return Standing.ABSENT, ""
        return Standing.WITHIN, f"“{said}” leaves room for {wanted.words}, and does not say that number."
    if relation in (Relation.AGREES, Relation.CONFLICTS) and is_sure and _is_near(theirs, ours, NEAR_MISS):
        return Standing.CONTRADICTS, f"For the same thing the document says “{said}”, not {wanted.words}."
    return Standing.ABSENT, ""


def _agreement(wanted: _Wanted, theirs: Stated, said: str) -> tuple[Standing, str] | None:
    ours = wanted.quantity
    if theirs.best == ours.best and (
        theirs.best is not None or (theirs.low, theirs.high) == (ours.low, ours.high)
    ):
        if (theirs.low is None, theirs.high is None) == (ours.low is None, ours.high is None):
            return Standing.SAME, f"The document says “{said}”, the same as {wanted.words}."
        return Standing.SAME, f"The document says “{said}”: the number of {wanted.words}, bounded otherwise."
    apart = Decimal(0)
    if theirs.best is not None and ours.best is not None:
        apart = abs(theirs.best - ours.best)
    if apart > max(theirs.precision, ours.precision):
        return None  # 12 % and 13 % meet at 12.5 %, but neither is the other rounded
    if theirs.precision > ours.precision:
        return Standing.ROUNDED, f"“{said}” is {wanted.words} in a rounder form."
    return Standing.ROUNDED, f"“{said}” is a finer form of {wanted.words}."


def _is_near(theirs: Stated, ours: Stated, factors: tuple[Decimal, Decimal]) -> bool:
    """Say whether the values closest to one another are within these factors."""
    ends = [value for value in (theirs.best, theirs.low, theirs.high) if value is not None]
    own = [value for value in (ours.best, ours.low, ours.high) if value is not None]
    low, high = factors
    return any(a == b or (b != 0 and low <= a / b <= high) for a in ends for b in own)


def _absent(wanted: _Wanted, count: int) -> str:
    if not count:
        return "The document states no number that could be read."
    if count == 1:
        return f"The one number in the document does not say {wanted.words} in any form."
    return f"None of the {count:,} numbers in the document says {wanted.words} in any form."
