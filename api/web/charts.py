"""Bars as an SVG that stretches to its box: no words inside, so that none shrink; those stand in HTML."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

HEIGHT = 100.0
STEP = 10.0
GAP = 2.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One piece of a column; lengths are the SVG's units, from its upper left corner."""

    kind: str
    title: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Columns side by side; ``top`` is what the full height means."""

    width: float
    height: float
    top: int
    total: int
    bars: tuple[Bar, ...]


def stacked(columns: Sequence[tuple[str, Mapping[str, int]]], top: int | None = None) -> Chart:
    """Return a chart of columns, each a label with its counts by kind, stacked in that order from below.

    *top* is the count that the full height means; by default the tallest column's.
    """
    totals = [sum(counts.values()) for _, counts in columns]
    highest = max(top or 0, *totals, 1) if totals else 1
    bars = []
    for index, (label, counts) in enumerate(columns):
        below = 0
        for kind, count in counts.items():
            if not count:
                continue
            height = HEIGHT * count / highest
            y = HEIGHT - HEIGHT * below / highest - height
            title = f"{label}: {count} {kind}"
            bars.append(Bar(kind, title, index * STEP + GAP / 2, round(y, 2), STEP - GAP, round(height, 2)))
            below += count
    return Chart(max(len(columns), 1) * STEP, HEIGHT, highest, sum(totals), tuple(bars))
