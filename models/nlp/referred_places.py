"""Which place a sentence means that names none: "It is taking in", "the city has logged", "camps there"."""

import re
from collections.abc import Sequence

from models.domain.claim import Place, Span
from models.nlp.reading import ArticleReader
from models.nlp.standalone.places import ArticlePlaces

_KIND = re.compile(
    r"the (?:country|nation|city|town|capital|state|region|province|district|county|island|village)",
    re.IGNORECASE,
)
_IT = re.compile(r"(?:It|Its)\b(?! (?:was|is) (?:not )?(?:the|a|an)\b)")
# "There are 40" says that they exist, not where.
_THERE = re.compile(r"(?<!^)\bthere\b(?! (?:is|are|was|were|has|have|had|will|may|could)\b)(?!['’])")
_POSSESSIVE = re.compile(r"['’]s?$")


class ReferredPlaces:
    """The places of an article that its sentences refer to, each found only when asked for."""

    def __init__(self, reader: ArticleReader, sentences: Sequence[Span]) -> None:
        self._reader, self._sentences = reader, sentences
        self._named = ArticlePlaces(reader.text, reader.title, sentences)

    def instead_of(self, place: Place | None, number: int) -> Place | None:
        """Return *place*, or what sentence *number* means where that is nothing or a mere "the city"."""
        if place is not None and not _KIND.fullmatch(place.span.text):
            return place
        meant = self._meant(number)
        return self._reader.place(meant) if meant is not None else place

    def _meant(self, number: int) -> Span | None:
        sentence = self._sentences[number]
        for edit in self._named.find(number):
            name = _POSSESSIVE.sub("", edit.words)
            at = self._reader.text.rfind(name.removeprefix("the "), 0, sentence.start)
            if at >= 0:
                return Span.of(self._reader.text, at, at + len(name.removeprefix("the ")))
        if not number:
            return None
        before = self._reader.places_in(self._sentences[number - 1])
        if _IT.match(sentence.text) and before and before[0].start == self._sentences[number - 1].start:
            return before[0]
        is_there = _THERE.search(sentence.text) and not self._reader.places_in(sentence)
        return before[-1] if is_there and before else None
