"""What a reviewer typed and marked to correct a claim, read into a merge patch of its fields."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from api.web.numbers import whole
from api.web.typed import Form, lines
from models.domain.claim import Span
from models.domain.errors import Invalid
from models.domain.periods import resolve_period
from models.domain.places import resolve_place
from models.domain.quantities import read_quantities
from models.domain.sources import find_sources
from models.domain.vocabulary import Bound, PeriodPrecision
from models.domain.wire import decimal_text, period_object, quantity_object
from models.domain.wording import number

Json = dict[str, Any]

# A bound as one would type it, so that the reader reads the same bound out of it.
TYPED_BOUNDS = {
    Bound.EXACT: "{}",
    Bound.ABOUT: "about {}",
    Bound.AT_LEAST: "at least {}",
    Bound.MORE_THAN: "more than {}",
    Bound.AT_MOST: "up to {}",
    Bound.LESS_THAN: "fewer than {}",
}
NOT_IN_TEXT = "These words do not stand in the article; copy them as they are, or select them there."
NOT_READ = "No number can be read in “{}”; write it as an article would: up to 12, 2 to 3 million."


@dataclass(frozen=True, slots=True)
class TypedSpan:
    """Words of the article as typed, and where they were marked (code points; None: only typed)."""

    words: str = ""
    start: int | None = None
    end: int | None = None

    @classmethod
    def of(cls, form: Form, name: str) -> "TypedSpan":
        """Read the three fields of one span."""
        words = lines(form.get(f"{name}_words", "")).strip()
        start = form.get(f"{name}_start", type=whole)
        return cls(words, start, form.get(f"{name}_end", type=whole)) if words else cls()

    @classmethod
    def of_part(cls, part: Mapping[str, Any] | None) -> "TypedSpan":
        """Return a part of a claim as it would be typed."""
        return cls(part["text"].strip(), part["start"], part["end"]) if part else cls()

    def find(self, text: str, sentence: Mapping[str, Any]) -> Span | None:
        """Return where the words stand: where they were marked, else nearest to the claim's sentence."""
        if self.start is not None and self.end is not None and 0 <= self.start < self.end <= len(text):
            marked = Span.of(text, self.start, self.end)
            if marked.text.split() == self.words.split():
                return marked
        pattern = r"\s+".join(re.escape(word) for word in self.words.split())
        found = [match.span() for match in re.finditer(pattern, text)] if pattern else []
        if not found:
            return None
        first, last = sentence["start"], sentence["end"]
        start, end = min(found, key=lambda at: (max(0, first - at[0], at[1] - last), at[0]))
        return Span.of(text, start, end)


@dataclass(frozen=True, slots=True)
class TypedCorrection:
    """The whole form of a correction, to act on or to show again."""

    quantity: TypedSpan = TypedSpan()
    value: str = ""
    unit: str = ""
    counted: TypedSpan = TypedSpan()
    measure: str = ""
    basis: str = ""
    certainty: str = ""
    place: TypedSpan = TypedSpan()
    country: str = ""
    period: TypedSpan = TypedSpan()
    first_day: str = ""
    last_day: str = ""
    source: TypedSpan = TypedSpan()

    @classmethod
    def of(cls, form: Form) -> "TypedCorrection":
        """Read the form."""
        spans = {f.name: TypedSpan.of(form, f.name) for f in fields(cls) if f.type is TypedSpan}
        words = {f.name: form.get(f.name, "").strip() for f in fields(cls) if f.type is str}
        return cls(**spans, **words)  # type: ignore[arg-type]

    @classmethod
    def of_claim(cls, claim: Mapping[str, Any]) -> "TypedCorrection":
        """Return the form as it stands before anybody types: the effective values of a claim object."""
        quantity, place, period = (claim.get(name) or {} for name in ("quantity", "place", "period"))
        return cls(
            quantity=TypedSpan.of_part(claim.get("quantity")),
            value=_typed_value(quantity) if quantity else "",
            unit=quantity.get("unit") or "",
            counted=TypedSpan.of_part(quantity.get("counted")),
            measure=claim.get("measure") or "",
            basis=claim.get("basis") or "",
            certainty=claim.get("certainty") or "",
            place=TypedSpan.of_part(claim.get("place")),
            country=place.get("country") or "",
            period=TypedSpan.of_part(claim.get("period")),
            first_day=period.get("first_day") or "",
            last_day=period.get("last_day") or "",
            source=TypedSpan.of_part(claim.get("source")),
        )

    def patch(self, text: str, claim: Mapping[str, Any], published_on: date | None) -> Json:
        """Return the merge patch that leads from *claim* (effective values) to what was typed.

        *text* is the article's. Raises :class:`Invalid` that names every field that cannot be read.
        """
        return _Reading(text, claim, published_on).patch(self, TypedCorrection.of_claim(claim))


class _Reading:
    """Reads one form against the claim that it is about, and collects what cannot be read."""

    def __init__(self, text: str, claim: Mapping[str, Any], published_on: date | None) -> None:
        self.text, self.claim, self.published_on = text, claim, published_on
        self.errors: dict[str, list[str]] = {}

    def patch(self, typed: TypedCorrection, before: TypedCorrection) -> Json:
        said: Json = {}
        if self.claim["kind"] == "figure":
            if typed.measure != before.measure:
                said["measure"] = typed.measure
            if typed.basis != before.basis:
                said["basis"] = typed.basis or None
            if quantity := self._quantity(typed, before):
                said["quantity"] = quantity
        if typed.certainty != before.certainty:
            said["certainty"] = typed.certainty
        readers = {"place": self._place, "period": self._period, "source": self._source}
        for name, read in readers.items():
            if self._is_touched(name, typed, before):
                is_empty = not getattr(typed, name).words
                said[name] = None if is_empty else read(typed, before)
        if self.errors:
            raise Invalid("the correction cannot be taken as it is", self.errors)
        return said

    @staticmethod
    def _is_touched(name: str, typed: TypedCorrection, before: TypedCorrection) -> bool:
        of_part = {"place": ("place", "country"), "period": ("period", "first_day", "last_day")}
        return any(getattr(typed, f) != getattr(before, f) for f in of_part.get(name, (name,)))

    def _span(self, typed: TypedSpan, name: str) -> Json | None:
        """Return the words' place in the article as a patch; what is not there is an error."""
        found = typed.find(self.text, self.claim["sentence"])
        if found is None:
            self.errors[name] = [NOT_IN_TEXT]
            return None
        return {"start": found.start, "end": found.end}

    def _quantity(self, typed: TypedCorrection, before: TypedCorrection) -> Json:
        said: Json = {}
        if typed.quantity != before.quantity and typed.quantity.words:
            said |= self._span(typed.quantity, "quantity") or {}
        if typed.value and typed.value != before.value:
            said |= self._value(typed.value, takes_unit=typed.unit == before.unit)
        if typed.unit and typed.unit != before.unit:
            said |= _unit(typed.unit)
        if typed.counted != before.counted:
            said["counted"] = self._span(typed.counted, "counted") if typed.counted.words else None
        return said

    def _value(self, words: str, *, takes_unit: bool) -> Json:
        read = read_quantities(words)
        if len(read) != 1:
            self.errors["value"] = [NOT_READ.format(words)]
            return {}
        (value,) = read
        numbers = {name: decimal_text(getattr(value, name)) for name in ("best", "low", "high", "precision")}
        # A bare number says nothing of its unit: that of the article stands.
        names_unit = takes_unit and value.unit != "item"
        unit = {"unit": value.unit, "dimension": value.dimension.value} if names_unit else {}
        ends = quantity_object(value) or {}
        return {"bound": value.bound.value, **numbers, "conservative": ends["conservative"], **unit}

    def _place(self, typed: TypedCorrection, before: TypedCorrection) -> Json | None:
        span = self._span(typed.place, "place")
        if span is None:
            return None
        country = typed.country.upper() or None
        if typed.place != before.place and typed.country == before.country:
            country = resolve_place(self.text[span["start"] : span["end"]]).country
        return {**span, "country": country}

    def _period(self, typed: TypedCorrection, before: TypedCorrection) -> Json | None:
        span = self._span(typed.period, "period")
        if span is None:
            return None
        days = (typed.first_day, typed.last_day)
        if typed.period != before.period and days in ((before.first_day, before.last_day), ("", "")):
            words = Span.of(self.text, span["start"], span["end"])
            read = period_object(resolve_period(words, self.published_on))
            if read is None:
                self.errors["period"] = [f"“{words.text}” names no time; give its days below."]
                return None
            return read
        precision = PeriodPrecision.DAY if days[0] == days[1] else PeriodPrecision.SPAN
        return {
            **span,
            "first_day": days[0] or None,
            "last_day": days[1] or None,
            "precision": precision.value,
        }

    def _source(self, typed: TypedCorrection, _before: TypedCorrection) -> Json | None:
        span = self._span(typed.source, "source")
        if span is None:
            return None
        sentence = self.claim["sentence"]
        start = sentence["start"]
        for found in find_sources(sentence["text"]):
            if found.span.start + start < span["end"] and span["start"] < found.span.end + start:
                return {**span, "cue": found.cue, "quoted": found.quoted}
        return {**span, "cue": None, "quoted": False}


def _typed_value(quantity: Mapping[str, Any]) -> str:
    pattern = TYPED_BOUNDS.get(quantity["bound"])
    if pattern and quantity.get("best") is not None:
        return pattern.format(number(quantity["best"]))
    if quantity["bound"] == Bound.BETWEEN:
        return f"{number(quantity.get('low'))} to {number(quantity.get('high'))}"
    return str(quantity["text"])


def _unit(name: str) -> Json:
    """Return a unit with the kind of magnitude it measures, where the reader knows it."""
    unit = name.replace(" ", "_")
    read = read_quantities(f"1 {unit.replace('_', ' ')}")
    if len(read) == 1 and read[0].unit == unit:
        return {"unit": unit, "dimension": read[0].dimension.value}
    return {"unit": unit}
