"""How the domain's readers are asked about one article: quantities, periods, places and speakers."""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from models.domain.claim import Period, Place, Quantity, Source, Span
from models.domain.vocabulary import Bound, Dimension, PeriodPrecision


@dataclass(frozen=True, slots=True)
class Spoken:
    """A speaker and its cue verb, as words of one sentence."""

    source: Span
    cue: str | None


_NUMBER = re.compile(r"(?<![\w.,/-])\d{1,3}(?:,\d{3})+(?![\w])|(?<![\w.,/-])\d+(?![\w/:-])")
_SAID = re.compile(r"\b([A-Z][\w.]*(?: [A-Z][\w.]*)*) (said|says|reported|announced)\b")


def find_period_spans(sentence: str) -> list[Span]:
    """Return the words of *sentence* that name a time."""
    return [
        Span(m.start(), m.end(), m[0])
        for m in re.finditer(r"\b(?:yesterday|today|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b", sentence)
    ]


def find_place_spans(sentence: str) -> list[Span]:
    """Return the words of *sentence* that name a place."""
    return [
        Span(m.start(1), m.end(1), m[1])
        for m in re.finditer(r"\b(?:in|at|near) ([A-Z]\w+(?: [A-Z]\w+)*)", sentence)
    ]


def find_spoken(sentence: str) -> list[Spoken]:
    """Return the speakers of *sentence* in order."""
    return [Spoken(Span(m.start(1), m.end(1), m[1]), m[2]) for m in _SAID.finditer(sentence)]


class ArticleReader:
    """The domain's readers with one article's text, title and publication date at hand."""

    def __init__(self, text: str, title: str | None, published_on: date | None) -> None:
        self.text = text
        self.title = title
        self.published_on = published_on

    def quantities(self, sentence: Span) -> list[Quantity]:
        """Read every quantity of the sentence; spans are relative to it."""
        return [
            Quantity(
                Span(m.start(), m.end(), m[0]), Bound.EXACT, v := Decimal(m[0].replace(",", "")), v, v,
                Decimal("0.5"), "item", Dimension.COUNT,
            )
            for m in _NUMBER.finditer(sentence.text)
        ]  # fmt: skip

    def with_counted(self, quantity: Quantity, counted: Span | None) -> Quantity:
        """Return the quantity with what it counts; spans relative to the sentence."""
        return replace(quantity, counted=counted)

    def place(self, words: Span) -> Place:
        """Resolve place words of the article."""
        return Place(words)

    def period(self, words: Span) -> Period:
        """Resolve time words of the article to calendar days."""
        return Period(words, None, None, PeriodPrecision.DAY)

    def source(self, words: Span, cue: str | None) -> Source:
        """Return the speaker, and whether its words are quoted."""
        return Source(words, cue, False)
