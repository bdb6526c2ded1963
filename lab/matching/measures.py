"""How good a ranking is where one document is wanted: average precision at 5, and its kin."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

LEVELS = (0.025, 0.975)


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean and where 95 % of its bootstrap samples lie."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.mean:.3f} [{self.low:.3f}, {self.high:.3f}]"


def average_precision(rank: int | None, depth: int = 5) -> float:
    """Return 1/rank down to *depth*, else 0: with one wanted document MAP@5 is the mean of this."""
    return 1 / rank if rank and rank <= depth else 0.0


def bootstrap(values: Sequence[float], samples: int = 2_000, seed: int = 1) -> Interval:
    """Return the mean of *values* with its 95 % percentile interval over resampled queries."""
    chooser = random.Random(seed)
    means = sorted(sum(chooser.choices(values, k=len(values))) / len(values) for _ in range(samples))
    low, high = (means[min(samples - 1, int(level * samples))] for level in LEVELS)
    return Interval(sum(values) / len(values), low, high)


def summarize(ranks: Sequence[int | None]) -> dict[str, Interval]:
    """Return MAP@5, MRR and P@1 of the ranks of the wanted documents (None: not found)."""
    return {
        "MAP@5": bootstrap([average_precision(rank) for rank in ranks]),
        "MRR": bootstrap([1 / rank if rank else 0.0 for rank in ranks]),
        "P@1": bootstrap([float(rank == 1) for rank in ranks]),
    }
