"""How a person's correction changes what a claim says: a merge patch of effective fields, checked."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from models.domain.claim import Span
from models.domain.effective import EFFECTIVE_FIELDS
from models.domain.errors import Invalid
from models.domain.quantities import read_quantities
from models.domain.vocabulary import Basis, Bound, Certainty, Dimension, Measure, PeriodPrecision
from models.domain.wire import decimal_text, quantity_object

Fields = dict[str, Any]

QUANTITY_PARTS = frozenset(
    (
        "start",
        "end",
        "bound",
        "best",
        "low",
        "high",
        "precision",
        "unit",
        "dimension",
        "counted",
        "change",
        "per",
        "conservative",
    )
)
PLACE_PARTS = frozenset(("start", "end", "country"))
PERIOD_PARTS = frozenset(("start", "end", "first_day", "last_day", "precision"))
SOURCE_PARTS = frozenset(("start", "end", "cue", "quoted"))
DECIMALS = ("best", "low", "high", "precision")

# Which ends of a quantity follow from its best value, by bound (CONTRACT section 2).
_ENDS: dict[Bound, tuple[bool, bool]] = {
    Bound.EXACT: (True, True),
    Bound.ABOUT: (True, True),
    Bound.AT_LEAST: (True, False),
    Bound.MORE_THAN: (True, False),
    Bound.AT_MOST: (False, True),
    Bound.LESS_THAN: (False, True),
}


class _Problems:
    """Collects what is wrong, by field, so that a person sees all of it at once."""

    def __init__(self) -> None:
        self.fields: dict[str, list[str]] = {}

    def add(self, field: str, message: str) -> None:
        self.fields.setdefault(field, []).append(message)

    def stop_if_any(self) -> None:
        if self.fields:
            raise Invalid("the correction cannot be taken as it is", self.fields)


def correct(text: str, claim: Mapping[str, Any], patch: Mapping[str, Any]) -> Fields:
    """Return the effective fields of *claim* (effective values) after *patch*, an RFC 7396 merge patch.

    *text* is the article's. A moved quantity is read again from its new words; the words of every span are
    cut from the text. Raises :class:`Invalid` that names every field that cannot be taken.
    """
    problems = _Problems()
    for name in sorted(set(patch) - set(EFFECTIVE_FIELDS)):
        problems.add(name, f"Cannot be corrected; these can: {', '.join(EFFECTIVE_FIELDS)}.")
    is_figure = claim["kind"] == "figure"
    for name in ("measure", "basis", "quantity"):
        if name in patch and not is_figure:
            problems.add(name, "A statement has none.")
    problems.stop_if_any()
    fields: Fields = {name: claim.get(name) for name in EFFECTIVE_FIELDS}
    for name, kind in (("measure", Measure), ("basis", Basis), ("certainty", Certainty)):
        if name in patch:
            can_be_null = name == "basis"
            fields[name] = _word(patch[name], kind, name, problems, can_be_null=can_be_null)
    if "quantity" in patch:
        fields["quantity"] = _quantity(text, claim, patch["quantity"], problems)
    for name, parts, check in (
        ("place", PLACE_PARTS, _check_place),
        ("period", PERIOD_PARTS, _check_period),
        ("source", SOURCE_PARTS, _check_source),
    ):
        if name in patch:
            fields[name] = _part(text, fields[name], patch[name], name, parts, check, problems)
    problems.stop_if_any()
    return fields


def _word(value: Any, kind: type[StrEnum], field: str, problems: _Problems, *, can_be_null: bool) -> Any:
    if value is None and can_be_null:
        return None
    if not isinstance(value, str) or value not in list(kind):
        problems.add(field, f"Must be one of: {', '.join(kind)}.")
    return value


def _span(text: str, part: Mapping[str, Any], field: str, problems: _Problems) -> Span | None:
    start, end = part.get("start"), part.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        problems.add(field, f"Needs start and end with 0 <= start < end <= {len(text)} (code points).")
        return None
    return Span.of(text, start, end)


def _part(
    text: str,
    old: Mapping[str, Any] | None,
    patch: Any,
    field: str,
    known: frozenset[str],
    check: Callable[[Fields, str, _Problems], None],
    problems: _Problems,
) -> Fields | None:
    if patch is None:
        return None
    if not isinstance(patch, Mapping):
        problems.add(field, "Must be an object or null.")
        return None
    for name in sorted(set(patch) - known - {"text"}):
        problems.add(f"{field}.{name}", f"Unknown; there are: {', '.join(sorted(known))}.")
    merged = {**dict.fromkeys(known), **(old or {}), **patch}
    span = _span(text, merged, field, problems)
    if span is not None:
        merged["text"] = span.text
    check(merged, field, problems)
    return merged


def _check_place(place: Fields, field: str, problems: _Problems) -> None:
    country = place["country"]
    is_code = isinstance(country, str) and len(country) == 2 and country.isascii() and country.isupper()
    if country is not None and not is_code:
        problems.add(f"{field}.country", "Must be null or an ISO 3166-1 alpha-2 code such as PL.")


def _check_period(period: Fields, field: str, problems: _Problems) -> None:
    days: list[date] = []
    for name in ("first_day", "last_day"):
        if period[name] is None:
            continue
        try:
            days.append(date.fromisoformat(period[name]))
        except (TypeError, ValueError):
            problems.add(f"{field}.{name}", "Must be null or a day such as 2022-03-24.")
    if len(days) == 2 and days[0] > days[1]:
        problems.add(f"{field}.last_day", "Lies before first_day.")
    period["precision"] = period["precision"] or PeriodPrecision.DAY.value
    _word(period["precision"], PeriodPrecision, f"{field}.precision", problems, can_be_null=False)


def _check_source(source: Fields, field: str, problems: _Problems) -> None:
    if source["cue"] is not None and not isinstance(source["cue"], str):
        problems.add(f"{field}.cue", "Must be null or the verb that says so.")
    source["quoted"] = bool(source["quoted"])


def _quantity(text: str, claim: Mapping[str, Any], patch: Any, problems: _Problems) -> Fields | None:
    field = "quantity"
    if not isinstance(patch, Mapping):
        problems.add(field, "Must be an object: a figure has exactly one quantity.")
        return None
    for name in sorted(set(patch) - QUANTITY_PARTS - {"text", "why"}):
        problems.add(f"{field}.{name}", f"Unknown; there are: {', '.join(sorted(QUANTITY_PARTS))}.")
    old = dict(claim["quantity"])
    merged = {**old, **{k: v for k, v in patch.items() if k in QUANTITY_PARTS}}
    span = _span(text, merged, field, problems)
    if span is None:
        return None
    if (span.start, span.end) != (old["start"], old["end"]):
        read = _read_again(text, claim["sentence"], span, problems)
        if read is None:
            return None
        merged = {**read, **{k: v for k, v in patch.items() if k in QUANTITY_PARTS}}
    merged["text"] = span.text
    _check_quantity(text, merged, patch, problems)
    return merged


def _read_again(text: str, sentence: Mapping[str, Any], span: Span, problems: _Problems) -> Fields | None:
    """Read the quantity that a person has marked: in its sentence where possible, else by its words alone."""
    around = text[sentence["start"] : sentence["end"]]
    inside = [q.shifted(sentence["start"]) for q in read_quantities(around)]
    met = [q for q in inside if q.span.start < span.end and span.start < q.span.end]
    alone = [q.shifted(span.start) for q in read_quantities(span.text)]
    found = met or alone
    if not found:
        problems.add("quantity", f"There is no number in {span.text!r}; mark the words of the figure.")
        return None
    best = max(found, key=lambda q: min(q.span.end, span.end) - max(q.span.start, span.start))
    read = quantity_object(best) or {}
    return {**read, "start": span.start, "end": span.end, "text": span.text}


def _check_quantity(text: str, quantity: Fields, patch: Mapping[str, Any], problems: _Problems) -> None:
    _word(quantity["bound"], Bound, "quantity.bound", problems, can_be_null=False)
    _word(quantity["dimension"], Dimension, "quantity.dimension", problems, can_be_null=False)
    if not isinstance(quantity["unit"], str) or not quantity["unit"].strip():
        problems.add("quantity.unit", "Must be the name of a unit, such as person.")
    if quantity["counted"] is not None:
        counted = _part(text, None, quantity["counted"], "quantity.counted", frozenset(("start", "end")),
                        lambda *_: None, problems)  # fmt: skip
        quantity["counted"] = counted
    for name in DECIMALS:
        quantity[name] = _decimal(quantity[name], f"quantity.{name}", problems)
    quantity["conservative"] = _conservative(quantity.get("conservative"), problems)
    if problems.fields:
        return
    _complete_ends(quantity, patch)
    _check_ends(quantity, problems)


def _decimal(value: Any, field: str, problems: _Problems) -> str | None:
    if value is None:
        return None
    try:
        number = Decimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite() or abs(number.adjusted()) > 60:
        problems.add(field, 'Must be null or a decimal as a string, such as "2000000".')
        return None
    return decimal_text(number)


def _conservative(ends: Any, problems: _Problems) -> Fields | None:
    """Check the ends that a vague count has under the conservative policy."""
    field = "quantity.conservative"
    if ends is None:
        return None
    if not isinstance(ends, Mapping) or set(ends) != {"low", "high"}:
        problems.add(field, "Must be null or an object of low and high.")
        return None
    checked = {name: _decimal(ends[name], f"{field}.{name}", problems) for name in ("low", "high")}
    low, high = checked["low"], checked["high"]
    if low is None and high is None:
        problems.add(field, "Needs at least one of low and high.")
    elif low is not None and high is not None and Decimal(low) > Decimal(high):
        problems.add(field, "Its high lies below its low.")
    return checked


def _complete_ends(quantity: Fields, patch: Mapping[str, Any]) -> None:
    """Let the ends follow a new best value or bound, where the person gave no ends of their own."""
    if {"bound", "low", "high"} & set(patch) and "conservative" not in patch:
        # The old words' smallest reading says nothing of new ends: these hold under both policies.
        quantity["conservative"] = None
    if quantity["bound"] != Bound.VAGUE:
        quantity["conservative"] = None
    if not {"best", "bound"} & set(patch):
        return
    bound = Bound(quantity["bound"])
    if bound in _ENDS:
        has_low, has_high = _ENDS[bound]
        ends = {"low": quantity["best"] if has_low else None, "high": quantity["best"] if has_high else None}
        quantity |= {name: end for name, end in ends.items() if name not in patch}


def _check_ends(quantity: Fields, problems: _Problems) -> None:
    low, high = quantity["low"], quantity["high"]
    if low is None and high is None:
        problems.add("quantity", "Needs at least one of best, low and high.")
    if low is not None and high is not None and Decimal(low) > Decimal(high):
        problems.add("quantity.high", "Lies below low.")
    if quantity["precision"] is None or Decimal(quantity["precision"]) < 0:
        problems.add("quantity.precision", "Must be zero or more.")
