"""How sentences are marked by rules alone: the baseline beside the model, and what runs without weights."""

from collections.abc import Sequence

from models.domain.claim import Quantity
from models.domain.geography.finding import find_places
from models.domain.periods import find_periods
from models.domain.sources import find_sources, source_of
from models.domain.vocabulary import Measure
from models.nlp.choosing import nearest
from models.nlp.finder import Asked, Attribution, FigureMarks, Progress, SentenceMarks
from models.nlp.measures import measures_of
from models.nlp.phrasing import basis_of, certainty_of
from models.nlp.worth import worth_of_words

_WORTH_CHECKING = 0.5


class RulesFinder:
    """Marks by closed word lists and distance; needs no weights and nothing to load."""

    name = "claimbench-rules-0.1.0"

    def mark(
        self, asked: Sequence[Asked], on_progress: Progress | None = None, title: str = ""
    ) -> list[SentenceMarks]:
        """Mark every sentence, in order (see :class:`models.nlp.finder.Finder`)."""
        marks = []
        for done, sentence in enumerate(asked, 1):
            marks.append(_mark(sentence))
            if on_progress:
                on_progress(done, len(asked))
        return marks


def _mark(asked: Asked) -> SentenceMarks:
    text, quantities = asked.text, asked.quantities
    periods, places, spoken = find_periods(text), find_places(text), find_sources(text)
    figures = []
    measured: list[tuple[Quantity, Measure]] = []
    for quantity, (measure, sure) in zip(quantities, measures_of(text, quantities), strict=True):
        said_by = source_of(spoken, text, quantity.span)
        measured.append((quantity, measure))
        figures.append(
            FigureMarks(
                measure=measure,
                basis=basis_of(text, quantity, measure),
                certainty=certainty_of(text, quantity),
                counted=quantity.counted,
                attribution=Attribution(
                    place=nearest(text, quantity.span, places),
                    period=nearest(text, quantity.span, periods),
                    source=said_by.span if said_by else None,
                    cue=said_by.cue if said_by else None,
                ),
                confidence={"quantity": 0.9, "measure": sure},
            )
        )
    worth = worth_of_words(text, measured)
    first_spoken = spoken[0] if spoken else None
    return SentenceMarks(
        check_worthiness=worth,
        is_worth_checking=worth >= _WORTH_CHECKING,
        certainty=certainty_of(text, None),
        attribution=Attribution(
            place=places[0] if places else None,
            period=periods[0] if periods else None,
            source=first_spoken.span if first_spoken else None,
            cue=first_spoken.cue if first_spoken else None,
        ),
        figures=tuple(figures),
    )
