"""How the tests and docs/quantities.md write what the reader says: a sentence, then a line a quantity."""

from models.domain.claim import Quantity
from models.domain.quantities import read_quantities


def cases(text: str) -> list[tuple[str, list[str]]]:
    """Return the sentences of *text*, each with the indented lines below it."""
    found: list[tuple[str, list[str]]] = []
    for line in filter(str.strip, text.splitlines()):
        if line.startswith(" "):
            found[-1][1].append(line.strip())
        else:
            found.append((line, []))
    return found


def said(sentence: str) -> list[str]:
    """Return "WORDS = BOUND VALUE UNIT [per UNIT] [{COUNTED}] [<CHANGE>]" for every quantity."""
    return [_line(quantity) for quantity in read_quantities(sentence)]


def _line(quantity: Quantity) -> str:
    value = quantity.best if quantity.best is not None else f"{quantity.low}..{quantity.high}"
    line = f"{quantity.span.text} = {quantity.bound.value} {value} {quantity.unit}"
    if quantity.per:
        line += f" per {quantity.per}"
    if quantity.counted:
        line += f" {{{quantity.counted.text}}}"
    change = quantity.change
    if change is None:
        return line
    line += f" <{change.direction}"
    line += f" from {change.from_value} {change.from_unit}" if change.from_value is not None else ""
    line += f" by {change.by_value} {change.by_unit}" if change.by_value is not None else ""
    return f"{line}>"
