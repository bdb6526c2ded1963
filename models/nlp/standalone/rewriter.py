"""How each sentence of an article reads alone: rewritten only where the article leaves no choice."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from models.domain.claim import Span
from models.domain.speech.quotation import quotations
from models.nlp.reading import ArticleReader
from models.nlp.standalone.abbreviations import find_abbreviations, read_abbreviations
from models.nlp.standalone.days import find_days
from models.nlp.standalone.edits import Edit, apply_edits
from models.nlp.standalone.events import ArticleEvents
from models.nlp.standalone.groups import ArticleGroups
from models.nlp.standalone.openings import find_opening
from models.nlp.standalone.people import ArticlePeople
from models.nlp.standalone.places import ArticlePlaces
from models.nlp.standalone.speakers import ArticleSpeakers
from models.nlp.standalone.words import LONGEST

_SPACE = re.compile(r"\s+")


class Rewriter:
    """Rewrites an article's sentences, each at most once and only when asked for."""

    def __init__(self, reader: ArticleReader, sentences: Sequence[Span]) -> None:
        self._reader, self._sentences = reader, sentences
        self._quoted = quotations(reader.text)
        self._forms = read_abbreviations(reader.text)
        self._people = ArticlePeople(sentences, self._is_quoted)
        self._places = ArticlePlaces(reader.text, reader.title, sentences)
        self._events = ArticleEvents(reader.text, sentences)
        self._groups = ArticleGroups(reader.text, sentences)
        self._speakers = ArticleSpeakers(reader.text, sentences, self._people)
        self._written: dict[int, str] = {}

    def read_alone(self, number: int) -> str:
        """Return sentence *number* in one line, with what it leaves to the article put in where certain.

        Nothing inside quotation marks is touched. The words put in stand in the article before the
        sentence; beside them come only calendar dates, "the", "in", "on", "at", "said" and "says".
        """
        if number not in self._written:
            self._written[number] = self._write(number)
        return self._written[number]

    def _write(self, number: int) -> str:
        span = self._sentences[number]
        if len(span.text) > LONGEST:
            return _SPACE.sub(" ", span.text)
        lead_in = self._speakers.lead_in(number)
        if lead_in is not None:
            return lead_in + _SPACE.sub(" ", span.text)
        edits = [
            *find_opening(span.text),
            *self._people.find(number),
            *self._speakers.find(number),
            *self._places.find(number),
            *self._events.find(number),
            *self._groups.find(number),
            *find_abbreviations(span.text, span.start, self._forms),
            *find_days(span, self._reader),
        ]
        return apply_edits(span.text, [e for e in edits if self._is_free(span, e)])

    def _is_free(self, span: Span, edit: Edit) -> bool:
        return not self._is_quoted(span.start + edit.start)

    def _is_quoted(self, at: int) -> bool:
        which = bisect_right(self._quoted, (at, len(self._reader.text) + 1)) - 1
        return which >= 0 and at < self._quoted[which][1]
