"""On which day it happened: what tells two like events of one town apart, however long each is told of."""

import re
from datetime import date, timedelta

from models.domain.periods import find_periods, resolve_period
from models.domain.vocabulary import PeriodPrecision

LONG_AGO = timedelta(days=45)
"""A day further back than this is not what a news article is about."""

_SAID = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|wrote|added|declared|stated|put|according)\b"
    r"(?:[^,.;:]|\.(?=\w)){0,40}$",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"(?:as of|by|until|up to)\b", re.IGNORECASE)
_OF_DAY = re.compile(r"(?<!\bas )\bof\s+$", re.IGNORECASE)


def happened_on(text: str, published_on: date | None) -> date | None:
    """Return the day that *text* gives for what happened, days on which somebody only spoke aside.

    It is the first whole day up to the day of publication, but "Sunday's fire" and "the fire of 14 August"
    come before "died on Monday"; None where no day is named.
    """
    if published_on is None:
        return None
    first = None
    for span in find_periods(text):
        before = text[max(0, span.start - 60) : span.start]
        if _SAID.search(before) or _UP_TO.match(span.text):
            continue
        period = resolve_period(span, published_on, future=False)
        if period is None or period.precision is not PeriodPrecision.DAY or period.first_day is None:
            continue
        if published_on - LONG_AGO <= period.first_day <= published_on:
            if _OF_DAY.search(before) or text[span.end : span.end + 2] in ("'s", "’s"):
                return period.first_day
            first = first or period.first_day
    return first


def looks_back(sentence: str, published_on: date | None, day: date | None) -> bool:
    """Say whether *sentence* tells of a time that ended before *day*, the one of its article's event."""
    if published_on is None:
        return False
    before = (day or published_on) - timedelta(days=3)
    ends = (
        period.last_day
        for span in find_periods(sentence)
        if (period := resolve_period(span, published_on, future=False)) is not None
    )
    return any(end is not None and end < before for end in ends)
