"""Where and when an article says it was written, by its first line."""

import re
from datetime import date

from models.domain.claim import Span
from models.domain.time.calendar_dates import read_date
from models.domain.time.expressions import Absolute, Recurring
from models.domain.time.tokens import Tokens
from models.domain.time.words import WEEKDAY_ABBREVIATIONS, WEEKDAYS

#: A dateline ends in its first code points or there is none.
_REACH = 120
_DASH = re.compile(r"\s[-–—]{1,2}\s|\s?[–—]\s?|\s--\s")
_AGENCY = re.compile(r"\s*\([^()]{1,40}\)\s*$")
_FIRST_LINE = re.compile(r"\s*([^\n]{1,120})")


def find_dateline(text: str, year: int | None = None) -> tuple[Span | None, date | None]:
    """Read the dateline at the head of *text*: the place's words and the date, each None where absent.

    Understands "KYIV, March 24 (Agency) —", "BRUSSELS —", "Friday, January 4, 2019" on a line of its own
    and a dateline after that line. A place not in capitals counts only beside a date or an agency. A date
    without a year needs *year*; without it the date is None.
    """
    line = _FIRST_LINE.match(text)
    if line is None:
        return None, None
    is_whole_line = line.end() >= len(text) or text[line.end()] == "\n"
    dated = _read_day(line[1].strip(), year) if is_whole_line else None
    if dated is None:
        return _read_head(text, line, year)
    following = _FIRST_LINE.match(text, line.end())
    return (_read_head(text, following, year)[0] if following else None), dated[0]


def dateline_end(text: str) -> int:
    """Return where *text* goes on after "KYIV, March 24 (Agency) —"; 0 where it begins without a dateline."""
    place = find_dateline(text)[0]
    dash = _DASH.search(text, place.end) if place else None
    return dash.end() if dash else 0


def _read_head(text: str, line: re.Match[str], year: int | None) -> tuple[Span | None, date | None]:
    """Read "KYIV, March 24 (Agency) —" at the head of a line."""
    dash = _DASH.search(line[1])
    if dash is None:
        return None, None
    head = line[1][: dash.start()]
    words = _AGENCY.sub("", head)
    place, _, rest = words.partition(",")
    dated: tuple[date | None] | None = None
    while rest and (dated := _read_day(rest.strip(), year)) is None:
        more, _, rest = rest.partition(",")
        place = f"{place},{more}"
    town = place.partition(",")[0]
    if not _is_place_like(place) or not (town.isupper() or dated or words != head):
        return None, None
    begin = line.start(1) + len(place) - len(place.lstrip())
    return Span.of(text, begin, line.start(1) + len(place.rstrip())), dated[0] if dated else None


def _read_day(words: str, year: int | None) -> tuple[date | None] | None:
    """Return the date that *words* are, None inside where its year is unknown; None where they are none."""
    tokens = Tokens(words, trusted=True)
    i = 0
    if tokens.word(0) in WEEKDAYS or tokens.word(0) in WEEKDAY_ABBREVIATIONS:
        i = 1
        while tokens.word(i) in (",", "."):
            i += 1
    found = read_date(tokens, i)
    if found is None or found[1] < len(tokens):
        return None
    expression = found[0]
    if isinstance(expression, Absolute) and expression.days.first == expression.days.last:
        return (expression.days.first,)
    if not isinstance(expression, Recurring) or expression.kind != "day":
        return None
    window = expression.in_year(year) if year is not None else None
    return (window.first if window else None,)


def _is_place_like(words: str) -> bool:
    """Say whether each word begins with a capital, as a dateline's place does ("KYIV", "New Delhi")."""
    parts = words.replace(",", " ").split()
    if not 1 <= len(parts) <= 6:
        return False
    return all(part[0].isupper() or part in ("de", "la", "of", "al", "el", "upon") for part in parts)
