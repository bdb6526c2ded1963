"""From an article's text to the drafts of its claims: split, read, mark, resolve, carry."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from models.domain.claim import Draft, Extraction, Period, Place, Quantity, Sentence, Source, Span
from models.domain.vocabulary import Kind, Measure
from models.nlp.context import context_vectors, pack
from models.nlp.earlier_sentences import SentenceBefore
from models.nlp.finder import Asked, Attribution, FigureMarks, Finder, SentenceMarks
from models.nlp.prominence import Headline, signals_of
from models.nlp.reading import ArticleReader
from models.nlp.referred_places import ReferredPlaces
from models.nlp.sentences import split
from models.nlp.standalone.rewriter import Rewriter
from models.nlp.units import settle_unit
from models.nlp.worth import worth_of_figure

OnProgress = Callable[[str, int, int], None]
"""Called with (stage, done, total), the stage being "reading", "marking" or "resolving"."""

_CARRY_SENTENCES = 2
"""How far back the place of what happened may be taken from, in sentences."""

_SURE_STATEMENT = 0.8
"""The worth of the surest statement: a desk settles figures of people first. Its sentence's is left alone."""

_HAPPENS_SOMEWHERE = frozenset(
    {
        Measure.KILLED,
        Measure.INJURED,
        Measure.CASUALTIES,
        Measure.MISSING,
        Measure.DISPLACED,
        Measure.EVACUATED,
        Measure.AFFECTED,
        Measure.BUILDINGS_DAMAGED,
        Measure.BUILDINGS_DESTROYED,
        Measure.CASES,
    }
)
"""What all readers of the corpus place by the sentences before; other measures, and periods, only some do."""


_HOLDS_ANYWHERE = frozenset({Measure.AGE, Measure.DURATION})
"""What is as true elsewhere: "he is 34", "after nine days on the road"."""


@dataclass(slots=True)
class _Said:
    """What the article said: its title's counts, and last the place for a sentence that leaves it out, the
    period to count from and the measure of the sentence before."""

    referred: ReferredPlaces
    place: Place | None = None
    place_at: int = -99
    period: Period | None = None
    headline: Headline = field(default_factory=Headline)
    before: SentenceBefore = field(default_factory=SentenceBefore)

    def recall_place(self, here: int, measure: Measure) -> Place | None:
        is_near = here - self.place_at <= _CARRY_SENTENCES
        return self.place if is_near and measure in _HAPPENS_SOMEWHERE else None


class Pipeline:
    """Finds the claims of an article with the given finder. Holds nothing of an article between calls."""

    def __init__(self, finder: Finder) -> None:
        self.finder = finder

    def extract(
        self,
        text: str,
        title: str | None = None,
        published_on: date | None = None,
        on_progress: OnProgress | None = None,
    ) -> Extraction:
        """Return every claim of *text*, in text order, with offsets into it.

        The title is context only. *published_on* is the day that "yesterday" is counted from.
        """
        spans = split(text)
        reader = ArticleReader(text, title, published_on)
        rewriter = Rewriter(reader, spans)
        asked = []
        for number, span in enumerate(spans):
            asked.append(Asked(span.text, tuple(reader.quantities(span))))
            if on_progress:
                on_progress("reading", number + 1, len(spans))

        def marking(done: int, _total: int) -> None:
            if on_progress:
                on_progress("marking", min(done, len(spans)), len(spans))

        # The title is asked with them for its vector alone.
        marks = self.finder.mark([*asked, Asked(title)] if title else asked, marking, title or "")
        about = marks.pop() if title else None
        vectors = context_vectors([mark.vector for mark in marks], about.vector if about else None)
        said = _Said(ReferredPlaces(reader, spans), headline=_headline(reader, title))
        sentences, claims = [], []
        for number, (span, question, marked) in enumerate(zip(spans, asked, marks, strict=True)):
            drafts = _drafts(number, span, question, marked, reader, said, rewriter)
            found = [replace(draft, vector=vectors[number]) for draft in drafts]
            worth = max([marked.check_worthiness, *(0.5 * d.check_worthiness for d in found)])
            sentences.append(Sentence(span, min(1.0, worth)))
            claims.extend(found)
        if on_progress:
            on_progress("resolving", len(spans), len(spans))
        return Extraction(self.finder.name, tuple(sentences), tuple(claims))

    def context_of(self, statement: str) -> bytes | None:
        """Return the context vector of a sentence that stands alone, a reference's; None without a model."""
        (marks,) = self.finder.mark([Asked(statement)])
        return pack(marks.vector) if marks.vector is not None else None


def _headline(reader: ArticleReader, title: str | None) -> Headline:
    return Headline.of(reader.quantities(Span(0, len(title), title))) if title else Headline()


def _drafts(
    number: int,
    span: Span,
    asked: Asked,
    marked: SentenceMarks,
    reader: ArticleReader,
    said: _Said,
    rewriter: Rewriter,
) -> list[Draft]:
    drafts = []
    figures = said.before.read(span.text, asked.quantities, marked.figures)
    for quantity, figure in zip(asked.quantities, figures, strict=True):
        drafts.append(_figure(number, span, quantity, asked, figure, marked, reader, said, rewriter))
    if not asked.quantities and marked.is_worth_checking:
        drafts.append(_statement(number, span, marked, reader, said, rewriter))
    _remember(number, span, marked, reader, said)
    return drafts


def _figure(
    number: int,
    span: Span,
    quantity: Quantity,
    asked: Asked,
    figure: FigureMarks,
    marked: SentenceMarks,
    reader: ArticleReader,
    said: _Said,
    rewriter: Rewriter,
) -> Draft:
    anchor = quantity.span.shifted(span.start)
    place, period, source = _resolve(span, anchor, figure.attribution, reader, said)
    if figure.measure not in _HOLDS_ANYWHERE:
        place = said.referred.instead_of(place, number) or said.recall_place(number, figure.measure)
    whole = settle_unit(quantity, figure.measure, figure.counted).shifted(span.start)
    signals = signals_of(span.text, quantity, asked.quantities, said.headline)
    return Draft(
        kind=Kind.FIGURE,
        sentence=span,
        standalone=rewriter.read_alone(number),
        check_worthiness=worth_of_figure(
            quantity, figure.measure, figure.certainty, marked.check_worthiness, number, signals
        ),
        certainty=figure.certainty,
        measure=figure.measure,
        basis=figure.basis,
        quantity=whole,
        place=place,
        period=period,
        source=source,
        confidence=figure.confidence,
    )


def _statement(
    number: int, span: Span, marked: SentenceMarks, reader: ArticleReader, said: _Said, rewriter: Rewriter
) -> Draft:
    place, period, source = _resolve(span, span, marked.attribution, reader, said)
    return Draft(
        kind=Kind.STATEMENT,
        sentence=span,
        standalone=rewriter.read_alone(number),
        check_worthiness=_behind_figures(marked.check_worthiness),
        certainty=marked.certainty,
        place=place,
        period=period,
        source=source,
        confidence=marked.confidence,
    )


def _behind_figures(worth: float) -> float:
    """Press what lies above one half together, so that a statement keeps its side of the desk's threshold."""
    return min(worth, 0.5 + (worth - 0.5) * (_SURE_STATEMENT - 0.5) / 0.5)


def _resolve(
    span: Span, claim: Span, words: Attribution, reader: ArticleReader, said: _Said
) -> tuple[Place | None, Period | None, Source | None]:
    """Turn words of a sentence into a place, a period and a source."""
    place = reader.place(words.place.shifted(span.start)) if words.place else None
    period = reader.period(words.period.shifted(span.start), span, said.period) if words.period else None
    source = reader.source(words.source.shifted(span.start), words.cue, claim) if words.source else None
    return place, period, source


def _remember(number: int, span: Span, marked: SentenceMarks, reader: ArticleReader, said: _Said) -> None:
    """Keep the sentence's place and period for the next ones: a figure's own words before the sentence's."""
    words = [f.attribution for f in marked.figures] + [marked.attribution]
    if place := next((w.place for w in words if w.place), None):
        said.place, said.place_at = reader.place(place.shifted(span.start)), number
    if period := next((w.period for w in words if w.period), None):
        said.period = reader.period(period.shifted(span.start), span, said.period)
