"""How the domain's readers are asked about one article: quantities, periods, places and speakers."""

from datetime import date

from models.domain.claim import Period, Place, Quantity, Source, Span
from models.domain.geography.finding import find_places
from models.domain.periods import find_periods, looks_ahead, resolve_period
from models.domain.places import resolve_place
from models.domain.quantities import read_context, read_quantities
from models.domain.speech.quotation import is_quoted
from models.domain.time.datelines import find_dateline
from models.domain.vocabulary import PeriodPrecision


class ArticleReader:
    """The domain's readers with one article's text, title and publication date at hand."""

    def __init__(self, text: str, title: str | None, published_on: date | None) -> None:
        self.text = text
        self.title = title
        self.published_on = published_on or _written_on(text)
        self._context = read_context(text, self.published_on)
        self._mentions: list[Span] | None = None
        self._only: dict[str, Span | None] = {}

    def quantities(self, sentence: Span) -> list[Quantity]:
        """Read every quantity of the sentence; spans are relative to it."""
        return read_quantities(sentence.text, self._context)

    def place(self, words: Span) -> Place:
        """Resolve place words of the article, its other places deciding between namesakes."""
        return resolve_place(words, [mention.text for mention in self._places()])

    def only_place(self, kind: str) -> Span | None:
        """Return the first mention of the article's only "country" or "town", None where it names several."""
        if kind not in self._only:
            named: dict[str, Span] = {}
            for mention in self._places():
                if mention.text not in named and f"kind:{kind}" in self.place(mention).why:
                    named[mention.text] = mention
            self._only[kind] = next(iter(named.values())) if len(named) == 1 else None
        return self._only[kind]

    def places_in(self, sentence: Span) -> list[Span]:
        """Return the places that *sentence* names, in order."""
        return [one for one in self._places() if sentence.start <= one.start and one.end <= sentence.end]

    def _places(self) -> list[Span]:
        if self._mentions is None:
            self._mentions = find_places(self.text)
        return self._mentions

    def period(self, words: Span, sentence: Span, around: Period | None = None) -> Period:
        """Resolve time words of *sentence* to calendar days; words that fix none keep their span."""
        ahead = looks_ahead(sentence.text, words.shifted(-sentence.start))
        read = resolve_period(words, self.published_on, ahead, around)
        return read or Period(words, None, None, PeriodPrecision.SPAN, ("no time expression",))

    def source(self, words: Span, cue: str | None, claim: Span) -> Source:
        """Return the speaker, and whether the *claim* stands in quotation marks."""
        return Source(words, cue, is_quoted(self.text, claim.start, claim.end))


def _written_on(text: str) -> date | None:
    """Return the dateline's day; one without a year takes that of the article's full dates, else none."""
    day = find_dateline(text)[1]
    if day is not None or find_dateline(text, _ANY_YEAR)[1] is None:
        return day
    dates = (resolve_period(words, None) for words in find_periods(text))
    years = {one.first_day.year for one in dates if one and one.first_day and one.first_day == one.last_day}
    return find_dateline(text, years.pop())[1] if len(years) == 1 else None


_ANY_YEAR = 2000
