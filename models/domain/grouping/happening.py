"""On which day it happened: what tells two like events of one town apart, however long each is told of."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from models.domain.grouping.follow_ups import follows_event
from models.domain.periods import find_periods, resolve_period
from models.domain.reading.number_words import ONES, TENS
from models.domain.time.datelines import dateline_end
from models.domain.vocabulary import PeriodPrecision

LONG_AGO = timedelta(days=45)
"""A day further back than this is not what a news article is about."""


@dataclass(frozen=True, slots=True)
class PastTime:
    """A time to which a sentence looks back, "last February" or "2019"; its beginning may be open."""

    since: date | None
    until: date

    def days_to(self, day: date) -> int:
        """Return how many days lie between it and *day*, none within it."""
        return max((day - self.until).days, (self.since - day).days if self.since else 0, 0)


_SAID = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|wrote|added|declared|stated|put|according)\b"
    r"(?:[^,.;:]|\.(?=\w)){0,40}$",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"(?:as of|by|until|up to)\b", re.IGNORECASE)
_OF_DAY = re.compile(r"(?<!\bas )\b(?:of|the)\s+$", re.IGNORECASE)
_LATER = re.compile(
    r"(?P<compared>\b(?:less than|more than|a little (?:over|under|more than)|over|under|about|only|just|"
    r"barely|hardly|nearly|almost|not quite)\s+)?"
    r"(?<![\w-])(?P<count>\w+(?:-\w+)?)\s+(?P<unit>day|week|month|year)s?\s+(?:after|since)\s+(?!that\b|this\b)",
    re.IGNORECASE,
)
"""Counts the days to an event, "nine days after a shooting", or sets another one beside it, "less than two
weeks after flames killed 28 at another plant"."""
_WORDS = {"a": 1, **ONES, **TENS}
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_AFTER_EVENT = re.compile(
    r"\b(?:after|following|since) (?:the|an?|last \w+'s|\w+day's) [^,;.]{0,60}"
    r"\b(?:in which|that|which|where)\b[^,;.]*$",
    re.IGNORECASE,
)
"""An event that comes after another: "the second after the explosion in which 21 died"."""
_PART_OF_PERIOD = re.compile(r"\b(?:start|beginning|middle|end)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:—–]\s|[.!?]\s")
_SENTENCE_END = re.compile(r"[.!?]\s+[A-Z]")


def happened_on(text: str, published_on: date | None) -> date | None:
    """Return the day that *text* gives for what happened, days on which somebody only spoke aside.

    It is the first whole day up to the day of publication on which nothing came that only follows an event
    ("arrested on Tuesday"), but "Sunday's fire" and "the fire of 14 August" come before "died on Monday"
    beside them; where there is none, "the board met on Sunday, nine days after a fire" tells it. None where
    no day is named.
    """
    if published_on is None:
        return None
    first, end, is_event = _first_day(text, published_on)
    if is_event:
        return first
    # What follows that sentence may compare it with another.
    before = _days_before(text[:end])
    return first or (published_on - before if before is not None else None)


def day_of(sentence: str, start: int, of_article: date | None, published_on: date | None) -> date | None:
    """Return the day of what is counted at *start*: its sentence's, else its article's, unless it looks back.

    "Four died, twelve days after a fire in which six did": the six are of a day twelve days before.
    """
    if published_on is None:
        return None
    recalled = next((m for m in _LATER.finditer(sentence) if m.end() <= start), None)
    if recalled is not None and _CLAUSE_END.search(sentence, recalled.end(), start) is None:
        before = _days_before(sentence[recalled.start() : start])
        first = _first_day(sentence[: recalled.start()], published_on)[0]
        return (first or published_on) - before if before is not None else None
    if _AFTER_EVENT.search(sentence, 0, start):
        return None
    own = happened_on(sentence, published_on)
    if own is not None:
        return own
    return None if looks_back(sentence, published_on, of_article) else of_article


def _first_day(text: str, published_on: date) -> tuple[date | None, int, bool]:
    """Return the first day of *text* on which something happened, where its sentence ends, and whether the
    day names what happened."""
    first, end = None, len(text)
    begins = dateline_end(text)  # on the day in "REGENSBURG, March 6 —" it was only written
    for span in find_periods(text):
        if span.start > end:
            break
        if span.start < begins or _PART_OF_PERIOD.search(span.text):
            continue
        before = text[max(0, span.start - 60) : span.start]
        if _SAID.search(before) or _UP_TO.match(span.text):
            continue
        is_event = _is_of_event(text, span.start, span.end)
        if not is_event and follows_event(text, span.start, span.end):
            continue
        period = resolve_period(span, published_on, future=False)
        if period is None or period.precision is not PeriodPrecision.DAY or period.first_day is None:
            continue
        if published_on - LONG_AGO <= period.first_day <= published_on:
            if is_event:
                return period.first_day, end, True
            if first is None:
                first = period.first_day
                ended = _SENTENCE_END.search(text, span.end)
                end = ended.start() if ended else end
    return first, end, False


def _is_of_event(text: str, start: int, end: int) -> bool:
    """Say whether a day names an event: "Sunday's fire", "the fire of 14 August", "the Aug. 15 shooting"."""
    if text[end : end + 2] in ("'s", "’s"):
        return True
    is_followed = re.match(r" [a-z]|[.,]", text[end : end + 2])
    if _OF_DAY.search(text, max(0, start - 60), start) and is_followed:
        return True
    is_led = text[start:end].lower().startswith(("the ", "since the ", "after the "))
    return is_led and re.match(r" [a-z]", text[end : end + 2]) is not None


def _days_before(text: str) -> timedelta | None:
    """Return how long before its article something happened: "nine days after a shooting"."""
    for match in _LATER.finditer(text):
        word = match["count"].lower()
        tens, _, ones = word.partition("-")
        count = int(word) if word.isdecimal() and len(word) < 4 else _WORDS.get(word, 0)
        count = count or (TENS.get(tens, 0) and TENS[tens] + ONES.get(ones, 0))
        if count and not match["compared"]:
            return timedelta(days=int(count) * _DAYS[match["unit"].lower()])
    return None


def looks_back(sentence: str, published_on: date | None, day: date | None) -> bool:
    """Say whether *sentence* tells of a time that ended before *day*, or of an event before its article's."""
    is_compared = any(match["compared"] for match in _LATER.finditer(sentence))
    return is_compared or past_time(sentence, published_on, day) is not None


def past_time(sentence: str, published_on: date | None, day: date | None) -> PastTime | None:
    """Return the time of which *sentence* tells, where that ended before its article's event."""
    if published_on is None:
        return None
    before = (day or published_on) - timedelta(days=3)
    for span in find_periods(sentence):
        period = resolve_period(span, published_on, future=False)
        if period is None:
            continue
        # "The worst since 2022, when four died": it tells of that year, though the time runs on.
        is_then = re.match(r",\s+when\b", sentence[span.end : span.end + 8])
        end = _end_of(period.first_day) if is_then else period.last_day
        if end is not None and end < before:
            return PastTime(period.first_day, end)
    return None


def _end_of(first: date | None) -> date | None:
    """Return the last day of the year or month that begins with *first*, else that day: "since 2022"."""
    if first is None or first.day != 1:
        return first
    months = 12 - first.month if first.month == 1 else 0
    return (first.replace(month=first.month + months) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
