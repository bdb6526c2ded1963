"""Which days a list's `period` asks for: a day, a month, a year, or an ISO 8601 interval of them."""

import re
from calendar import monthrange
from datetime import date

from models.domain.errors import Invalid

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_OPEN = ("", "..")


def days_of(period: str | None) -> tuple[date | None, date | None]:
    """Return the first and the last day asked for; None is an open end. Raises :class:`Invalid`."""
    if period is None:
        return None, None
    first, slash, last = period.partition("/")
    try:
        begin = None if slash and first in _OPEN else _span(first)[0]
        end = None if slash and last in _OPEN else _span(last if slash else first)[1]
    except ValueError:
        raise _refused(
            "Must be a day, month or year such as 2022-03-24, 2022-03, 2022, or two with / between."
        ) from None
    if begin is not None and end is not None and begin > end:
        raise _refused("Ends before it begins.")
    return begin, end


def _refused(problem: str) -> Invalid:
    return Invalid("some fields cannot be taken as they are", {"period": [problem]})


def _span(part: str) -> tuple[date, date]:
    match = _PART.fullmatch(part)
    if match is None:
        raise ValueError(part)
    year, month, day = (int(number) if number else None for number in match.groups())
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
