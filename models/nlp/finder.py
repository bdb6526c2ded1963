"""What a finder is asked about a sentence and what it answers: the seam between rules and the model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from models.domain.claim import Quantity, Span
from models.domain.vocabulary import Basis, Certainty, Measure

Progress = Callable[[int, int], None]
"""Called with (sentences done, sentences in all)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One sentence with the quantities read in it; every span is relative to the sentence."""

    text: str
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Where, when and by whom, as words of the same sentence (spans relative to it)."""

    place: Span | None = None
    period: Span | None = None
    source: Span | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class FigureMarks:
    """What one quantity measures and which words of its sentence belong to it."""

    measure: Measure
    basis: Basis | None
    certainty: Certainty
    counted: Span | None
    attribution: Attribution
    confidence: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SentenceMarks:
    """How much a desk would want to check a sentence, and what it says; one mark per quantity asked."""

    check_worthiness: float
    is_worth_checking: bool
    certainty: Certainty
    attribution: Attribution
    figures: tuple[FigureMarks, ...] = ()
    confidence: dict[str, float] = field(default_factory=dict)
    vector: NDArray[np.float32] | None = field(default=None, compare=False, repr=False)
    """What the sentence means, of length 1; None where no model is."""


class Finder(Protocol):
    """Marks sentences. ``name`` is written on every claim: what read it, with its version."""

    name: str

    def mark(
        self, asked: Sequence[Asked], on_progress: Progress | None = None, title: str = ""
    ) -> list[SentenceMarks]:
        """Mark the sentences of one article, in order; ``marks[i].figures`` answers ``asked[i].quantities``.

        The *title* is context only.
        """
        ...
