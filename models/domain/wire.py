"""How a claim reads as JSON: the claim object of CONTRACT section 2, built from values and read back."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from models.domain.claim import Change, Draft, Interval, Period, Place, Quantity, Sentence, Source, Span
from models.domain.vocabulary import VaguePolicy

ClaimObject = dict[str, Any]


def decimal_text(value: Decimal | None) -> str | None:
    """Write an exact decimal as plain digits: no exponent, no trailing zeros after the point."""
    if value is None:
        return None
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def span_object(span: Span | None) -> ClaimObject | None:
    """Write a span as ``{"start", "end", "text"}``."""
    return None if span is None else {"start": span.start, "end": span.end, "text": span.text}


def _interval_object(interval: Interval | None) -> ClaimObject | None:
    if interval is None:
        return None
    return {"low": decimal_text(interval.low), "high": decimal_text(interval.high)}


def _change_object(change: Change | None) -> ClaimObject | None:
    if change is None:
        return None
    return {
        "direction": change.direction,
        "from": decimal_text(change.from_value),
        "from_unit": change.from_unit,
        "by": decimal_text(change.by_value),
        "by_unit": change.by_unit,
    }


def quantity_object(quantity: Quantity | None) -> ClaimObject | None:
    """Write a quantity with both policies' ends; :func:`under_policy` chooses one of them on reading."""
    if quantity is None:
        return None
    return {
        "start": quantity.span.start,
        "end": quantity.span.end,
        "text": quantity.span.text,
        "bound": quantity.bound.value,
        "best": decimal_text(quantity.best),
        "low": decimal_text(quantity.low),
        "high": decimal_text(quantity.high),
        "precision": decimal_text(quantity.precision),
        "unit": quantity.unit,
        "dimension": quantity.dimension.value,
        "counted": span_object(quantity.counted),
        "change": _change_object(quantity.change),
        "per": quantity.per,
        "why": list(quantity.why),
        "conservative": _interval_object(quantity.conservative),
    }


def place_object(place: Place | None) -> ClaimObject | None:
    """Write a place with its ISO 3166-1 alpha-2 country where known."""
    if place is None:
        return None
    return {**(span_object(place.span) or {}), "country": place.country}


def period_object(period: Period | None) -> ClaimObject | None:
    """Write a period as calendar days; null is an open or unknown end."""
    if period is None:
        return None
    return {
        **(span_object(period.span) or {}),
        "first_day": period.first_day.isoformat() if period.first_day else None,
        "last_day": period.last_day.isoformat() if period.last_day else None,
        "precision": period.precision.value,
    }


def source_object(source: Source | None) -> ClaimObject | None:
    """Write a speaker with its cue verb."""
    if source is None:
        return None
    return {**(span_object(source.span) or {}), "cue": source.cue, "quoted": source.quoted}


def sentence_object(sentence: Sentence) -> ClaimObject:
    """Write a sentence of the extract output."""
    return {
        "start": sentence.span.start,
        "end": sentence.span.end,
        "check_worthiness": round(sentence.check_worthiness, 4),
    }


def claim_object(draft: Draft) -> ClaimObject:
    """Write a draft as it is stored: the contract's object, plus the conservative ends of a vague count.

    The reasons behind place and period join the quantity's ``why``, so that one list explains the figure.
    """
    quantity = quantity_object(draft.quantity)
    if quantity is not None:
        for part in (draft.period, draft.place):
            quantity["why"] += list(part.why) if part else []
    return {
        "kind": draft.kind.value,
        "sentence": span_object(draft.sentence),
        "standalone": draft.standalone,
        "check_worthiness": round(draft.check_worthiness, 4),
        "measure": draft.measure.value if draft.measure else None,
        "basis": draft.basis.value if draft.basis else None,
        "certainty": draft.certainty.value,
        "quantity": quantity,
        "place": place_object(draft.place),
        "period": period_object(draft.period),
        "source": source_object(draft.source),
        "confidence": {name: round(value, 4) for name, value in draft.confidence.items()},
    }


def under_policy(claim: Mapping[str, Any], policy: VaguePolicy) -> ClaimObject:
    """Return a stored claim object as a desk with this vague-count *policy* reads and serves it."""
    shown = dict(claim)
    if shown.get("quantity"):
        quantity = dict(shown["quantity"])
        conservative = quantity.pop("conservative", None)
        if conservative and policy is VaguePolicy.CONSERVATIVE:
            quantity["low"], quantity["high"] = conservative["low"], conservative["high"]
        shown["quantity"] = quantity
    return shown
