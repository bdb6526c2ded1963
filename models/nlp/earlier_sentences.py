"""What a figure measures whose noun stands in the sentence before: "Twelve of them were police officers."."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.domain.claim import Quantity
from models.domain.vocabulary import Dimension, Measure
from models.nlp.finder import FigureMarks
from models.nlp.measure_links import is_part
from models.nlp.phrasing import basis_of

_HAPPENS_TO_PEOPLE = frozenset(
    {
        Measure.KILLED,
        Measure.INJURED,
        Measure.CASUALTIES,
        Measure.MISSING,
        Measure.DETAINED,
        Measure.DISPLACED,
        Measure.REFUGEES,
        Measure.RETURNED,
        Measure.EVACUATED,
        Measure.AFFECTED,
        Measure.CASES,
    }
)
_CAMPS = re.compile(
    r"\b(?:camps?|sites|shelters|(?:evacuation|reception|collective) cent(?:re|er)s)\b", re.IGNORECASE
)
_THEY_HOLD = re.compile(
    r"(?:(?:Together|Between them|In all),? )?(?:they|these|all|both|the (?:two|three|four))(?: \w+)? hold ",
    re.IGNORECASE,
)
_CARRIED = 0.5
"""How sure a measure is that another sentence gives."""


@dataclass(slots=True)
class SentenceBefore:
    """The measure that the sentence before gives of people, where it gives one and no other."""

    measure: Measure | None = None
    names_camps: bool = False

    def read(
        self, text: str, quantities: Sequence[Quantity], figures: Sequence[FigureMarks]
    ) -> list[FigureMarks]:
        """Return the marks of a sentence, its parts of a whole named before measured as that; remember it."""
        marks = [self._mended(text, quantities, which, figure) for which, figure in enumerate(figures)]
        self.names_camps = _CAMPS.search(text) is not None and Measure.DETAINED not in {
            mark.measure for mark in marks
        }
        told = {
            mark.measure
            for mark, quantity in zip(marks, quantities, strict=True)
            if mark.measure in _HAPPENS_TO_PEOPLE and quantity.dimension in _OF_PEOPLE
        }
        self.measure = told.pop() if len(told) == 1 else None
        return marks

    def _mended(
        self, text: str, quantities: Sequence[Quantity], which: int, figure: FigureMarks
    ) -> FigureMarks:
        quantity = quantities[which]
        if figure.measure in _UNSAID:
            return self._carried(text, quantities, which, figure)
        is_held = figure.measure is Measure.DETAINED and _THEY_HOLD.fullmatch(text[: quantity.span.start])
        if not (is_held and self.names_camps):
            return figure
        sure = {**figure.confidence, "measure": _CARRIED}
        return replace(figure, measure=Measure.DISPLACED, confidence=sure)  # "They hold 2,400 people"

    def _carried(
        self, text: str, quantities: Sequence[Quantity], which: int, figure: FigureMarks
    ) -> FigureMarks:
        quantity = quantities[which]
        is_open = quantity.counted is None and quantity.dimension in _OF_PEOPLE
        if self.measure is None or not is_open or any(q.dimension in _OF_PEOPLE for q in quantities[:which]):
            return figure
        if not is_part(text, quantity):
            return figure
        sure = {**figure.confidence, "measure": _CARRIED}
        basis = basis_of(text, quantity, self.measure)
        return replace(figure, measure=self.measure, basis=basis, confidence=sure)


_UNSAID = frozenset({Measure.OTHER, Measure.SHARE})
_OF_PEOPLE = frozenset({Dimension.COUNT, Dimension.SHARE})
