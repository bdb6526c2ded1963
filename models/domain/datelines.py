"""Where and when an article says it was written, by its first line."""

import re
from datetime import date

from models.domain.calendar_dates import read_date
from models.domain.claim import Span
from models.domain.time_expressions import Absolute, Recurring
from models.domain.time_tokens import Tokens
from models.domain.time_words import WEEKDAY_ABBREVIATIONS, WEEKDAYS

#: A dateline ends in its first code points or there is none.
_REACH = 120
_DASH = re.compile(r"\s[-–—]{1,2}\s|\s?[–—]\s?|\s--\s")
_AGENCY = re.compile(r"\s*\([^()]{1,40}\)\s*$")
_FIRST_LINE = re.compile(r"\s*([^\n]{1,120})")


def find_dateline(text: str, year: int | None = None) -> tuple[Span | None, date | None]:
    """Read the dateline at the head of *text*: the place's words and the date, each None where absent.

    Understands "KYIV, March 24 (Agency) —", "BRUSSELS —", "Friday, January 4, 2019" on a line of its own.
    A date without a year needs *year*; without it the date is None.
    """
    line = _FIRST_LINE.match(text)
    if line is None:
        return None, None
    start, head = line.start(1), line[1]
    alone = line.end() >= len(text) or text[line.end()] == "\n"
    if alone and (day := _read_day(head.strip(), year, whole=True)) is not None:
        following = find_dateline(text[line.end() :], year)[0] if line.end() < len(text) else None
        return (following.shifted(line.end()) if following else None), day
    dash = _DASH.search(head)
    if dash is None:
        return None, None
    words = _AGENCY.sub("", head[: dash.start()])
    place, _, rest = words.partition(",")
    if not _is_place_like(place):
        return None, None
    day = None
    while rest and (day := _read_day(rest.strip(), year, whole=True)) is None:
        more, _, rest = rest.partition(",")
        if not _is_place_like(more.strip()):
            return None, None
        place = f"{place},{more}"
    begin = start + len(place) - len(place.lstrip())
    return Span.of(text, begin, start + len(place.rstrip())), day


def _read_day(words: str, year: int | None, whole: bool) -> date | None:
    tokens = Tokens(words, trusted=True)
    i = 0
    if tokens.word(0) in WEEKDAYS or tokens.word(0) in WEEKDAY_ABBREVIATIONS:
        i = 1
        while tokens.word(i) in (",", "."):
            i += 1
    found = read_date(tokens, i)
    if found is None or (whole and found[1] < len(tokens)):
        return None
    expression = found[0]
    if isinstance(expression, Absolute) and expression.days.first == expression.days.last:
        return expression.days.first
    if isinstance(expression, Recurring) and expression.kind == "day" and year is not None:
        window = expression.in_year(year)
        return window.first if window else None
    return None


def _is_place_like(words: str) -> bool:
    """Say whether each word begins with a capital, as a dateline's place does ("KYIV", "New Delhi")."""
    parts = words.split()
    if not 1 <= len(parts) <= 5:
        return False
    return all(part[0].isupper() or part in ("de", "la", "of", "al", "el", "upon") for part in parts)
