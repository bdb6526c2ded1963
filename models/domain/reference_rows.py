"""Whether the rows of a file can be trusted figures, and what each of them states."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from models.domain.addresses import ADDRESS_WANTED, is_web_address
from models.domain.claim import Quantity
from models.domain.fingerprint import digest
from models.domain.geography.gazetteer import fold
from models.domain.places import resolve_place
from models.domain.quantities import read_quantities
from models.domain.references.files import Row
from models.domain.vocabulary import Basis, Dimension, Measure
from models.domain.wire import quantity_object

LONGEST_NAME = 200
MOST_PROBLEMS = 200

_PEOPLE = (
    "killed", "injured", "casualties", "missing", "detained", "displaced", "refugees", "returned",
    "evacuated", "affected", "troops",
)  # fmt: skip
#: What a measure counts where the row does not say.
_UNITS = {
    **dict.fromkeys(_PEOPLE, "person"),
    "buildings_damaged": "building",
    "buildings_destroyed": "building",
    "share": "percent",
    "cases": "item",
    "votes": "item",
    "weapons": "item",
    "vehicles": "item",
    "units": "item",
}
_UNIT_WORDS = {
    "person": "people",
    "household": "households",
    "building": "buildings",
    "percent": "%",
    "item": "",
}
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)
#: Begins the name that a row without a name of its own is kept under.
NATURAL = "content:"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one cell and what to do; ``row`` counts as a spreadsheet does."""

    row: int
    column: str
    problem: str


@dataclass(frozen=True, slots=True)
class NewReference:
    """A row that can be taken: ``data`` is its claim object, ``key`` what makes a later row the same one."""

    row: int
    publisher: str
    key: str
    data: dict[str, Any]


@dataclass(slots=True)
class Reading:
    """All rows of a file: the references where there are no problems, and the problems."""

    references: list[NewReference] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def errors(self) -> dict[str, list[str]]:
        """The problems by "row.NUMBER.COLUMN", the first :data:`MOST_PROBLEMS` of them."""
        found: dict[str, list[str]] = {}
        for problem in self.problems[:MOST_PROBLEMS]:
            found.setdefault(f"row.{problem.row}.{problem.column}", []).append(problem.problem)
        more = len(self.problems) - MOST_PROBLEMS
        if more > 0:
            found["file"] = [f"{more:,} more problems are not listed; mend these first."]
        return found


def read_rows(rows: Iterable[Row]) -> Reading:
    """Check every row and every cell; two rows that name the same figure are a problem of the later one."""
    reading = Reading()
    first_with: dict[tuple[str, str], int] = {}
    for row in rows:
        problems = list(_missing(row))
        parts = _Parts(row, problems)
        reference = parts.reference() if not problems else None
        if reference is not None and not problems:
            same = first_with.setdefault((reference.publisher, reference.key), row.number)
            if same != row.number:
                problems.append(
                    Problem(
                        row.number, "external_id", f"Row {same} is about the same figure; keep one of them."
                    )
                )
            reading.references.append(reference)
        reading.problems += problems
    return reading


def _missing(row: Row) -> Iterable[Problem]:
    for column in ("publisher", "as_of", "measure"):
        if column not in row.cells:
            yield Problem(row.number, column, "Is empty; fill it in.")
    has_value = "value" in row.cells
    has_ends = "low" in row.cells or "high" in row.cells
    if has_value == has_ends:
        yield Problem(
            row.number,
            "value",
            "Give either value (a number, or words such as “at least 17”), or low and high.",
        )


class _Parts:
    """One row being read: each part adds to the problems what is wrong with it."""

    def __init__(self, row: Row, problems: list[Problem]) -> None:
        self.row, self.cells, self.problems = row, row.cells, problems

    def refuse(self, column: str, problem: str) -> None:
        self.problems.append(Problem(self.row.number, column, problem))

    def reference(self) -> NewReference | None:
        publisher = self.name("publisher")
        external_id = self.name("external_id")
        if external_id is not None and external_id.startswith(NATURAL):
            self.refuse("external_id", f"Must not begin with {NATURAL}, which is kept for rows without one.")
        measure = self.word("measure", Measure)
        basis = self.word("basis", Basis)
        as_of, first_day = self.day("as_of"), self.day("first_day")
        if as_of and first_day and first_day > as_of:
            self.refuse("first_day", "Is later than as_of; the period ends on as_of.")
        place = self.place()
        url = self.cells.get("url")
        if url is not None and not is_web_address(url):
            self.refuse("url", ADDRESS_WANTED)
        quantity = self.quantity(measure) if measure else None
        if self.problems or quantity is None or publisher is None or measure is None or as_of is None:
            return None
        statement = self.statement(quantity, measure, place, as_of, publisher)
        data = {
            "publisher": publisher,
            "external_id": external_id,
            "url": url,
            **_claim_object(statement, quantity, measure, basis, place, (first_day, as_of)),
            "population": self.cells.get("population"),
            "as_of": as_of.isoformat(),
            "cells": dict(sorted(self.cells.items())),
        }
        return NewReference(self.row.number, publisher, external_id or natural_key(data), data)

    def name(self, column: str) -> str | None:
        words = self.cells.get(column)
        if words is None:
            return None
        if len(words) > LONGEST_NAME:
            self.refuse(column, f"Is longer than {LONGEST_NAME} characters; shorten it.")
        return " ".join(words.split())

    def word(self, column: str, words: type[Measure] | type[Basis]) -> str | None:
        given = self.cells.get(column)
        if given is None:
            return None
        known = [word.value for word in words]
        chosen = given.lower().replace(" ", "_")
        if chosen not in known:
            self.refuse(column, f"“{given[:40]}” is none of {', '.join(known)}.")
            return None
        return chosen

    def day(self, column: str) -> date | None:
        given = self.cells.get(column)
        if given is None:
            return None
        try:
            if not _DAY.fullmatch(given):
                raise ValueError(given)
            return date.fromisoformat(given)
        except ValueError:
            self.refuse(column, f"“{given[:40]}” is no day; write it as YYYY-MM-DD, such as 2026-03-12.")
            return None

    def place(self) -> dict[str, Any] | None:
        words, country = self.cells.get("place"), self.cells.get("country")
        if country is not None and not _COUNTRY.fullmatch(country):
            self.refuse("country", "Must be a country's two capital letters (ISO 3166-1), such as UA.")
        if words is None:
            if country is not None:
                self.refuse("place", "Name the place too: the country's name, where it is the whole country.")
            return None
        if len(words) > LONGEST_NAME:
            self.refuse("place", f"Is longer than {LONGEST_NAME} characters; shorten it.")
            return None
        return {"text": words, "country": country or resolve_place(words).country}

    def quantity(self, measure: str) -> Quantity | None:
        """Read value, or low and high, with the unit and what is counted; exactly one number in all."""
        column = "value" if "value" in self.cells else "low" if "low" in self.cells else "high"
        for end in ("low", "high"):
            if end in self.cells and not _NUMBER.fullmatch(self.cells[end]):
                self.refuse(end, "Must be a plain number such as 19000 or 3.5; words belong into value.")
                return None
        if {"low", "high"} <= self.cells.keys() and Decimal(self.cells["low"]) > Decimal(self.cells["high"]):
            self.refuse("low", "Is above high; swap them.")
            return None
        unit = self.cells.get("unit") or _UNITS.get(measure)
        population = self.cells.get("population", "")
        value = self.value_words()
        readings = [f"{value} {population}".strip()]
        if unit is not None:
            readings.append(f"{value} {_UNIT_WORDS.get(unit, unit.replace('_', ' '))}".strip())
        read = [found for words in readings if (found := _only_quantity(words, value)) is not None]
        fitting = next((found for found in read if found.unit == unit), read[0] if read else None)
        if fitting is not None:
            return self.in_unit(fitting, unit, column)
        self.refuse(
            column,
            f"“{value[:60]}” is not one number; write it as “17”, “at least 17” or “19,000 to 22,000”.",
        )
        return None

    def value_words(self) -> str:
        if "value" in self.cells:
            return self.cells["value"]
        low, high = self.cells.get("low"), self.cells.get("high")
        if low is not None and high is not None:
            return low if low == high else f"{low} to {high}"
        return f"at least {low}" if high is None else f"at most {high}"

    def in_unit(self, found: Quantity, unit: str | None, column: str) -> Quantity | None:
        if found.low is not None and found.high is not None and found.low > found.high:
            self.refuse(column, "The upper end is below the lower one; swap them.")
            return None
        if unit is None:
            if found.unit == "item" and found.counted is None:
                self.refuse(
                    "unit", "Say what the number counts: a unit such as EUR, percent, person or kilometre."
                )
            return found
        if found.unit == unit:
            return found
        if found.unit in ("item", "person", "building", "household") and unit in _UNIT_WORDS:
            is_share = unit == "percent"
            if not is_share and found.dimension is Dimension.COUNT:
                return replace(found, unit=unit)
        self.refuse("unit", f"“{unit[:40]}” does not fit the value, which is read in {found.unit}.")
        return None

    def statement(
        self, quantity: Quantity, measure: str, place: dict[str, Any] | None, as_of: date, publisher: str
    ) -> str:
        """Say the reference as a sentence that begins with its number, whose span it keeps."""
        population = self.cells.get("population") or _UNIT_WORDS.get(quantity.unit, "")
        words = quantity.span.text
        counted = f" {population}" if population and population.lower() not in words.lower() else ""
        told = self.cells.get("statement") or measure.replace("_", " ")
        where = f", {place['text']}" if place else ""
        return f"{words}{counted}: {told}{where}, as of {as_of.isoformat()} ({publisher})"


def _only_quantity(words: str, value: str) -> Quantity | None:
    """Read the one quantity that *words* begin with and that takes in all of *value*; None otherwise."""
    found = read_quantities(words)
    is_whole = len(found) == 1 and found[0].span.start == 0 and found[0].span.end >= len(value)
    return found[0] if is_whole else None


def _claim_object(
    statement: str,
    quantity: Quantity,
    measure: str,
    basis: str | None,
    place: dict[str, Any] | None,
    days: tuple[date | None, date],
) -> dict[str, Any]:
    """Write a reference as the claim object that the same words in an article would make."""
    first_day, as_of = days
    written = quantity_object(quantity) or {}
    if written.get("counted") and written["counted"]["end"] > len(statement):
        written["counted"] = None
    return {
        "kind": "figure",
        "sentence": {"start": 0, "end": len(statement), "text": statement},
        "standalone": statement,
        "measure": measure,
        "basis": basis,
        "certainty": "asserted",
        "quantity": written,
        "place": {"start": 0, "end": 0, **place} if place else None,
        "period": {
            "start": 0,
            "end": 0,
            "text": as_of.isoformat(),
            "first_day": (first_day or as_of).isoformat(),
            "last_day": as_of.isoformat(),
            "precision": "day",
        },
        "source": None,
    }


def natural_key(data: dict[str, Any]) -> str:
    """Return what names a reference that its publisher gave no name: everything but its value and wording."""
    place = data["place"] or {}
    parts = [
        data["measure"],
        data["basis"],
        data["quantity"]["unit"],
        fold(data["population"] or ""),
        fold(place.get("text") or ""),
        place.get("country"),
        data["as_of"],
        data["period"]["first_day"],
    ]
    return f"{NATURAL}{digest(parts)[:40]}"


def changed_fields(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """Return the columns in which two versions of a reference differ."""
    old, new = before.get("cells", {}), after.get("cells", {})
    changed = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    if ("withdrawn" in before) != ("withdrawn" in after):
        changed.add("withdrawn")
    return sorted(changed)
