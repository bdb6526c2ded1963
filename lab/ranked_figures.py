"""Which of two figures of one text a desk wants first, by this project's gold: what worth is fitted to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product
from math import log
from typing import Any

from lab.corpus.documents import Document
from lab.incidents import EXCERPTS, GOLD, HARMED, MOVED, REPORTS, group_of, read_gold
from lab.stories import Mention, read_stories
from models.domain.claim import Draft, Quantity, Span
from models.domain.vocabulary import Kind, Measure
from models.nlp.finder import Asked, Finder, Progress, SentenceMarks
from models.nlp.pipeline import Pipeline
from models.nlp.prominence import Headline, signals_of
from models.nlp.reading import ArticleReader
from models.nlp.worth import interest_of, terms_of

_TOLLS = {Measure.KILLED: {"dead"}, Measure.INJURED: {"injured", "hurt", "wounded"}}
"""By which names the stories' own figures go; another name ("children_dead") is another figure."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One figure of a text: what it is, and the terms that make its worth."""

    draft: Draft
    value: Decimal | None
    sentence: int
    interest: float
    """The logarithm of the desk's interest in what it measures."""
    terms: dict[str, float]


@dataclass(frozen=True, slots=True)
class Before:
    """The figures that come first in one text, and those that each of them comes before."""

    text: str
    """The document's name."""
    family: str
    first: tuple[Ranked, ...]
    others: tuple[Ranked, ...]

    def pairs(self) -> Iterator[tuple[Ranked, Ranked]]:
        """Yield (first, other) of all."""
        return product(self.first, self.others)


class _Listening:
    """A finder that keeps what was last asked and answered."""

    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self.name = finder.name
        self.asked: list[Asked] = []
        self.marks: list[SentenceMarks] = []

    def mark(
        self, asked: Sequence[Asked], on_progress: Progress | None = None, title: str = ""
    ) -> list[SentenceMarks]:
        marks = self.finder.mark(asked, on_progress, title)
        self.asked, self.marks = list(asked), list(marks)
        return marks


class FigureRanker:
    """Reads texts with the pipeline, and gives every figure with the terms of its worth."""

    def __init__(self, finder: Finder) -> None:
        self._listening = _Listening(finder)
        self._pipeline = Pipeline(self._listening)

    def read(self, text: str, title: str, published_on: date | None) -> list[Ranked]:
        """Return the figures of a text, in its order."""
        drafts = self._pipeline.extract(text, title, published_on).claims
        figures = iter(draft for draft in drafts if draft.kind is Kind.FIGURE)
        headline = Headline()
        if title:
            reader = ArticleReader(text, title, published_on)
            headline = Headline.of(reader.quantities(Span(0, len(title), title)))
        asked = self._listening.asked[: -1 if title else None]
        return [
            self._ranked(next(figures), quantity, number, question, headline)
            for number, question in enumerate(asked)
            for quantity in question.quantities
        ]

    def _ranked(
        self, draft: Draft, quantity: Quantity, number: int, asked: Asked, headline: Headline
    ) -> Ranked:
        assert draft.measure is not None
        worth = self._listening.marks[number].check_worthiness
        signals = signals_of(asked.text, quantity, asked.quantities, headline)
        return Ranked(
            draft=draft,
            value=quantity.best if quantity.best is not None else quantity.low,
            sentence=number,
            interest=log(interest_of(quantity, draft.measure)),
            terms=terms_of(quantity, draft.measure, draft.certainty, worth, number, signals),
        )


def read_first(ranker: FigureRanker) -> list[Before]:
    """Return what comes first in the dev excerpts and incident reports of tests/quality."""
    found = []
    for row in [*read_gold("dev", GOLD), *read_gold("dev", EXCERPTS), *read_gold("dev", REPORTS)]:
        figures = ranker.read(row["text"], row["title"], date.fromisoformat(row["published_on"]))
        if row["kind"] == "displacement":
            found += _before(row["id"], "excerpts", [f for f in figures if _is_recorded(row, f)], figures)
            continue
        for measure in HARMED:
            of_measure = [figure for figure in figures if figure.draft.measure is measure]
            stated = [figure for figure in of_measure if figure.value == row["gold"][measure.value]]
            is_first = row["gold"]["first"] == measure
            found += _before(row["id"], "reports", stated, figures if is_first else of_measure)
    return found


def read_tolls(ranker: FigureRanker) -> list[Before]:
    """Return the articles of the dev stories that tell their dead or injured, before what else they count.

    The dead come before all, the injured before other injured. Those who had to move are left out where they
    are more: whether they come behind the dead is then a matter of what the text is about.
    """
    gold = read_stories("dev")
    found = []
    for telling in gold.tellings:
        figures = ranker.read(telling.text, telling.title, telling.published_on)
        said = [mention for mention in gold.mentions if mention.telling is telling]
        for measure, names in _TOLLS.items():
            of_toll = [mention for mention in said if mention.figure.split("/")[1] in names]
            toll = [f for f in figures if f.draft.measure is measure and _is_one_of(f.draft, of_toll)]
            dead = max((figure.value or 0 for figure in toll), default=0)
            rivals = [f for f in figures if f.draft.measure not in MOVED or (f.value or 0) <= dead]
            if measure is not Measure.KILLED:
                rivals = [figure for figure in figures if figure.draft.measure is measure]
            found += _before(telling.story, "tolls", toll, rivals)
    return found


def _is_one_of(draft: Draft, mentions: Sequence[Mention]) -> bool:
    return any(draft.anchor.start < m.end and m.start < draft.anchor.end for m in mentions)


def _before(text: str, family: str, first: list[Ranked], figures: list[Ranked]) -> list[Before]:
    """Return the comparison, if there is one; the same value said again is neither first nor other."""
    values = {figure.value for figure in first}
    others = tuple(figure for figure in figures if figure.value not in values)
    return [Before(text, family, tuple(first), others)] if first and others else []


def _is_recorded(row: dict[str, Any], figure: Ranked) -> bool:
    """Say whether it is the figure that a monitor would record, read as what it is.

    A misread measure is no matter of order: no weight should learn to lift it.
    """
    gold = row["gold"]
    anchor, span = figure.draft.anchor, gold["quantity"]
    is_meant = anchor.start < span["end"] and span["start"] < anchor.end
    return gold["first"] and is_meant and figure.draft.measure in group_of(gold["group"])


def read_checked(ranker: FigureRanker, documents: Sequence[Document]) -> list[Before]:
    """Return corpus documents: figures of sentences that a desk would check, before those nobody would.

    The model learned these sentences' worth, so it is left out of the terms.
    """
    found = []
    for document in documents:
        marked = {sentence.start: sentence.check for sentence in document.sentences}
        figures = ranker.read(document.text, document.title, document.published_on)
        for figure in figures:
            figure.terms.pop("dull")
        checks = [marked.get(figure.draft.sentence.start) for figure in figures]
        first = tuple(f for f, check in zip(figures, checks, strict=True) if check == 2)
        others = tuple(f for f, check in zip(figures, checks, strict=True) if check == 0)
        if first and others:
            found.append(Before(document.id, "corpus", first, others))
    return found
