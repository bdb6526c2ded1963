"""How well the figures that displacement monitors coded by hand are found: a check, never training data."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lab.corpus.documents import data_folder
from models.domain.claim import Draft, Extraction
from models.domain.vocabulary import Dimension, Kind, Measure

DATA = "idmc_displacement_dev.jsonl"
_PEOPLE = {Measure.DISPLACED, Measure.REFUGEES, Measure.RETURNED, Measure.EVACUATED}
_HOUSING = {Measure.BUILDINGS_DAMAGED, Measure.BUILDINGS_DESTROYED}


@dataclass(frozen=True, slots=True)
class DisplacementScore:
    """Shares of the excerpts, 0 to 1."""

    excerpts: int
    value: float
    """The gold value is among the figures."""
    whole: float
    """Value, measure group and unit are right together."""
    first: float
    """The first figure by check_worthiness has the gold value."""
    largest_first: float
    """The largest count has the gold value: the rule to beat."""


def score_displacement(
    extract: Callable[[str], Extraction], misses: list[str] | None = None
) -> DisplacementScore | None:
    """Read every excerpt; None where the data are not at hand. *misses* collects what went wrong."""
    path = data_folder() / DATA
    if not path.exists():
        return None
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = whole = first = largest = 0
    for row in rows:
        figures = [draft for draft in extract(row["Excerpt"]).claims if draft.kind is Kind.FIGURE]
        gold = Decimal(str(row["Displacement figure"]))
        same = [draft for draft in figures if _value(draft) == gold]
        right = [draft for draft in same if _agrees(draft, row["Reporting term"], row["Reporting unit"])]
        ranked = sorted(figures, key=lambda draft: -draft.check_worthiness)
        counts = [v for draft in figures if _is_count(draft) and (v := _value(draft)) is not None]
        found += bool(same)
        whole += bool(right)
        first += bool(ranked) and _value(ranked[0]) == gold
        largest += bool(counts) and max(counts) == gold
        if misses is not None and not (right and ranked and _value(ranked[0]) == gold):
            misses.append(_describe(row, ranked))
    size = len(rows)
    return DisplacementScore(size, found / size, whole / size, first / size, largest / size)


def _value(draft: Draft) -> Decimal | None:
    quantity = draft.quantity
    if quantity is None:
        return None
    return quantity.best if quantity.best is not None else quantity.low


def _is_count(draft: Draft) -> bool:
    return draft.quantity is not None and draft.quantity.dimension is Dimension.COUNT


def _agrees(draft: Draft, term: str, unit: str) -> bool:
    """Housing terms want buildings; all others people or households of the displacement measures."""
    if "Housing" in term:
        return draft.measure in _HOUSING
    wanted = {"person"} if unit == "People" else {"household"}
    return draft.measure in _PEOPLE and draft.quantity is not None and draft.quantity.unit in wanted


def _describe(row: dict[str, object], ranked: Sequence[Draft]) -> str:
    read = [
        f"{d.quantity.span.text}={_value(d)} {d.quantity.unit} {d.measure} {d.check_worthiness:.2f}"
        for d in ranked[:4]
        if d.quantity
    ]
    return (
        f"{row['Displacement figure']} {row['Reporting term']} {row['Reporting unit']} <- {read}\n"
        f"    {str(row['Excerpt'])[:400]!r}"
    )
