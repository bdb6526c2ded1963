"""Which calendar day stands behind "on Thursday", "yesterday" and "last month"."""

import re

from models.domain.claim import Span
from models.domain.periods import describe_period, looks_ahead
from models.domain.time.words import WEEKDAYS
from models.domain.vocabulary import PeriodPrecision
from models.nlp.reading import ArticleReader
from models.nlp.standalone.edits import Edit
from models.nlp.standalone.words import MORE_PAST

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
# A bare weekday is a day after a verb ("was held Thursday"), else it may belong to a name or a noun.
_DAY = re.compile(
    rf"(?:\b(?:on|until|till|since|by|before|after|from|late|early)\s+|\b(?:said|died|held|killed|\w+ed)\s+)"
    rf"(?P<weekday>(?:(?:last|this|next)\s+)?{_WEEKDAY}{_PART})\b"
    rf"|(?<!\bthe )(?<!\beach )(?<!\bevery )\b(?P<word>(?:[Yy]esterday|[Tt]omorrow){_PART}"
    r"|[Tt]oday|(?:[Tt]his|[Ll]ast|[Nn]ext)\s+(?:month|year))\b"
)
# No date is needed beside a date, and what goes on is a name ("Sunday Times") or an owner.
_GOES_ON = re.compile(
    r"[’'-]|\s*\(|,?\s+(?:the\s+)?\d|,?\s+(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b"
    rf"|\s+(?:and|or|to)\s+(?:on\s+)?{_WEEKDAY}"
)
# "Today" also means nowadays ("is today a barren place"): only where the sentence or clause goes on after it.
_NOWADAYS = re.compile(r"\b(?:is|are|it|of|even|still|they|he|she|we)\s+$")
_CLAUSE_GOES_ON = re.compile(
    r"[,.;:)]|$|\s+(?:at|in|on|by|near|from|after|before|that|to|as|for|over|with)\b"
)
_COMING = re.compile(r"\b(?:will|shall|scheduled|planned|plans|slated|(?:is|are|set|expected) to)\b|[’']ll\b")
_NAME_GOES_ON = re.compile(r"\s+[A-Z]")
_HINTS = ("day", "omorrow", "month", "year")
_PRECISE = frozenset((PeriodPrecision.DAY, PeriodPrecision.MONTH, PeriodPrecision.YEAR))


def find_days(sentence: Span, reader: ArticleReader) -> list[Edit]:
    """Return edits that put "(24 March 2022)" behind words that only the publication date resolves.

    A weekday needs a verb that tells whether it is past or to come. Nights, weeks and open spans get none.
    """
    if reader.published_on is None or not any(hint in sentence.text for hint in _HINTS):
        return []
    edits = []
    for match in _DAY.finditer(sentence.text):
        group = match.lastgroup or "word"
        start, end = match.span(group)
        is_weekday = group == "weekday"
        if _GOES_ON.match(sentence.text, end) or (is_weekday and _NAME_GOES_ON.match(sentence.text, end)):
            continue
        is_bare = is_weekday and match[group].split()[0].lower() in WEEKDAYS
        if is_bare and not _is_placed_in_time(sentence.text, start, end):
            continue
        if match[group].lower() == "today" and _means_nowadays(sentence.text, start, end):
            continue
        words = Span(sentence.start + start, sentence.start + end, match[group])
        period = reader.period(words, sentence)
        if period.first_day and period.last_day and period.precision in _PRECISE:
            edits.append(Edit(end, end, f" ({describe_period(period)})"))
    return edits


def _is_placed_in_time(sentence: str, start: int, end: int) -> bool:
    """Say whether a verb tells that a bare weekday is past or to come."""
    ahead = looks_ahead(sentence, Span.of(sentence, start, end))
    if ahead is not None:
        return not ahead or _COMING.search(sentence) is not None
    return not MORE_PAST.isdisjoint(sentence.lower().split())


def _means_nowadays(sentence: str, start: int, end: int) -> bool:
    goes_on = _CLAUSE_GOES_ON.match(sentence, end) is not None or start == 0
    return not goes_on or _NOWADAYS.search(sentence, max(0, start - 8), start) is not None
