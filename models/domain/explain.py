"""Why a quantity was read as it was: its reasons in plain English, word by word."""

import re
from decimal import Decimal

from models.domain.claim import Quantity
from models.domain.vocabulary import Bound

_BOUNDS = {
    Bound.EXACT: "the number is meant as written",
    Bound.ABOUT: "a rounded number: the true one lies near it",
    Bound.AT_LEAST: "this number or more",
    Bound.MORE_THAN: "more than this number",
    Bound.AT_MOST: "this number or fewer",
    Bound.LESS_THAN: "fewer than this number",
    Bound.BETWEEN: "somewhere between the two ends",
    Bound.VAGUE: "no number: a vague count",
}
_NUMBERS = {
    "digits": "written in digits",
    "digits+scale": "digits, multiplied by a scale word",
    "words": "written in words",
    "words+scale": "number words, multiplied by a scale word",
    "fraction": "a fraction, given in percent",
    "fraction+scale": "a fraction of a scale word",
    "ratio": "one number out of another, given in percent",
    "zero": "a stated zero",
    "thousands": "a point that groups thousands, since what is counted is whole",
}
_UNIT_SOURCES = {
    "default": "nothing says what is counted",
    "context": "the words around it speak of people",
    "before": "as the figure before it",
    "pair": "as the figure that it stands against",
    "lent": "written behind the neighbouring number",
    "age": "an age",
    "fraction": "a fraction is a share",
}


def explain(sentence: str, quantity: Quantity) -> list[tuple[str, str, str]]:
    """Return one ``(words, rule, meaning)`` a reason of *quantity*, in reading order, and its interval last.

    *words* stand in *sentence* where the rule rests on words of it; else they are the quantity's own.
    """
    lines = [_line(sentence, quantity, code) for code in quantity.why]
    lines.append((quantity.span.text, "interval", _interval(quantity)))
    return lines


def _line(sentence: str, quantity: Quantity, code: str) -> tuple[str, str, str]:
    rule, _, rest = code.partition(":")
    value, _, spoken = rest.partition(":")
    words = _words(sentence, quantity, (spoken or value).replace("_", " "))
    match rule:
        case "number":
            return quantity.span.text if not spoken else words, rule, _NUMBERS.get(value, value)
        case "bound":
            return words, rule, _BOUNDS.get(Bound(value), value)
        case "vague":
            kept = quantity.conservative
            least = _plain(kept.low) if kept and kept.low is not None else "nothing"
            return words, rule, f"read as {_ends(quantity)}, or as {least} by the conservative policy"
        case "unit":
            source = _UNIT_SOURCES.get(spoken)
            name = value.replace("_", " ")
            return (quantity.span.text, rule, f"{name}: {source}") if source else (words, rule, name)
        case "per":
            return words, rule, f"counted per {value.replace('_', ' ')}"
        case "sign":
            return words, rule, "below zero"
        case "change":
            return words, rule, _change(quantity)
    return words, rule, value


def _words(sentence: str, quantity: Quantity, words: str) -> str:
    """Return *words* as the sentence writes them, nearest to the quantity, or else the quantity's text."""
    pattern = re.compile(re.escape(words).replace(r"\ ", r"\s*"), re.IGNORECASE)
    found = pattern.search(sentence, quantity.span.start)
    found = found or next(iter([*pattern.finditer(sentence, 0, quantity.span.end)][-1:]), None)
    return found.group() if found and words else quantity.span.text


def _change(quantity: Quantity) -> str:
    change = quantity.change
    if change is None:
        return "a rise or fall"
    parts = ["a rise" if change.direction == "up" else "a fall"]
    if change.from_value is not None:
        parts.append(f"from {_plain(change.from_value)} {change.from_unit or ''}".rstrip())
    if change.by_value is not None:
        unit = "" if change.by_unit == "factor" else f" {change.by_unit}"
        parts.append(f"{'by a factor of' if not unit else 'by'} {_plain(change.by_value)}{unit}")
    return " ".join(parts)


def _ends(quantity: Quantity) -> str:
    low = "any lower number" if quantity.low is None else _plain(quantity.low)
    high = "any higher number" if quantity.high is None else _plain(quantity.high)
    return f"{low} to {high}"


def _interval(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    unit = quantity.unit.replace("_", " ") + (f" per {quantity.per}" if quantity.per else "")
    ends = _plain(low) if low is not None and low == high else _ends(quantity)
    width = f", give or take {_plain(quantity.precision)}" if quantity.precision else ""
    return f"{ends} {unit}{width}"


def _plain(value: Decimal) -> str:
    return f"{value:,f}"
