"""Which calendar date, month, year or range of them begins at a word."""

from datetime import date

from models.domain.time import calendar_windows as cal
from models.domain.time.calendar_windows import Window
from models.domain.time.combinations import Between
from models.domain.time.expressions import Absolute, CalendarUnit, Expression, FiscalYear, OfYear, Recurring
from models.domain.time.tokens import APOSTROPHES, DASHES, Tokens
from models.domain.vocabulary import PeriodPrecision

Found = tuple[Expression, int]
_YEAR_OFFSETS = {"last": -1, "this": 0, "next": 1}
_RANGE_WORDS = frozenset(("to", "and", "through", "or"))
_SPLIT_YEAR_NOUNS = frozenset(("season", "campaign"))
_FISCAL = frozenset(("fiscal", "financial", "budget", "tax"))


def day_window(year: int, month: int, day: int) -> Window | None:
    """Return the day, None where the calendar has none such."""
    try:
        return cal.window_of_day(date(year, month, day))
    except ValueError:
        return None


def read_date(tokens: Tokens, i: int) -> Found | None:
    """Read "21 March 2022", "March 21", "3–7 May", "March 2022", "2022-03-21", "21/03/2022" or "March"."""
    if tokens.word(i).isdecimal():
        return _numeric(tokens, i) or _day_first(tokens, i)
    if (month := tokens.month(i)) is not None:
        return _month_first(tokens, i, month)
    return None


def _day_first(tokens: Tokens, i: int) -> Found | None:
    first = tokens.day_number(i)
    if first is None:
        return None
    second, j = _second_day(tokens, first[1])
    j += tokens.word(j) == "of"
    month = tokens.month(j)
    return _with_year(tokens, tokens.after_month(j), month, first[0], second) if month else None


def _month_first(tokens: Tokens, i: int, month: int) -> Found | None:
    j = tokens.after_month(i)
    k = j + 1 if tokens.word(j) == "the" else j
    if (first := tokens.day_number(k)) is not None and not _starts_larger_number(tokens, k):
        second, end = _second_day(tokens, first[1])
        return _with_year(tokens, end, month, first[0], second)
    k = j + 1 if tokens.word(j) in (",", "of") else j
    if (year := tokens.year(k)) is not None and _is_plain(tokens, k):
        return Absolute(cal.window_of_month(year, month), "month:of_year"), k + 1
    if (relative := _relative_year(tokens, j)) is not None:
        return OfYear(Recurring("month", month), relative[0]), relative[1]
    return (Recurring("month", month), j) if tokens.is_cued_month(i) else None


def _starts_larger_number(tokens: Tokens, i: int) -> bool:
    return tokens.word(i + 1) in ("million", "billion", "thousand", "percent", "per", "%", ":")


def _is_plain(tokens: Tokens, i: int) -> bool:
    return not (tokens.touches(i) and tokens.word(i + 1) in DASHES and tokens.word(i + 2).isalpha())


def _second_day(tokens: Tokens, j: int) -> tuple[int | None, int]:
    """Read the end of "3–7", "3 to 7", "3 and 7": the day, or None, and the index after it."""
    if tokens.word(j) in DASHES or tokens.word(j) in _RANGE_WORDS:
        k = j + 2 if tokens.word(j + 1) == "the" else j + 1
        if (second := tokens.day_number(k)) is not None:
            return second
    return None, j


def _relative_year(tokens: Tokens, j: int) -> Found | None:
    """Read "last year", ", this year" or "of last year" after a date."""
    k = j + 1 if tokens.word(j) in (",", "of") else j
    if tokens.word(k) in _YEAR_OFFSETS and tokens.word(k + 1) == "year":
        return CalendarUnit("year", _YEAR_OFFSETS[tokens.word(k)]), k + 2
    return None


def _with_year(tokens: Tokens, j: int, month: int, day: int, second: int | None) -> Found | None:
    """Finish a day, or two days of a month, with the year that follows, if one does."""
    if day_window(2024, month, day) is None or (second and day_window(2024, month, second) is None):
        return None
    k = j + 1 if tokens.word(j) in (",", "of") else j
    days = (day, second) if second else (day,)
    year = tokens.year(k)
    ends: list[Expression]
    if year is not None:
        windows = [day_window(year, month, each) for each in days]
        if None in windows:
            return None
        ends, j = [Absolute(window, "date") for window in windows if window], k + 1
    elif (relative := _relative_year(tokens, j)) is not None:
        ends = [OfYear(Recurring("day", month, each), relative[0]) for each in days]
        j = relative[1]
    else:
        ends = [Recurring("day", month, each) for each in days]
    return (ends[0] if len(ends) == 1 else Between(ends[0], ends[1])), j


def _numeric(tokens: Tokens, i: int) -> Found | None:
    """Read "2022-03-21" (ISO 8601) or "21/03/2022"; where both orders fit, the day comes first."""
    mark = tokens.word(i + 1)
    if mark not in ("-", "/", ".") or tokens.word(i + 3) != mark:
        return None
    if not all(tokens.touches(k) for k in range(i, i + 4)) or tokens.touches(i - 1):
        return None
    texts = [tokens.word(k) for k in (i, i + 2, i + 4)]
    if not all(text.isdecimal() and len(text) in (1, 2, 4) for text in texts):
        return None
    if tokens.touches(i + 4) and tokens.word(i + 5) in ("-", "/"):
        return None
    a, b, c = (int(text) for text in texts)
    if len(texts[0]) == 4 and len(texts[2]) <= 2:
        window, rule = day_window(a, b, c), "date:iso"
    elif len(texts[2]) == 4 and len(texts[0]) <= 2:
        window, rule = day_window(c, b, a), "date:day_first"
        if window is None:
            window, rule = day_window(c, a, b), "date:month_first"
    else:
        return None
    return (Absolute(window, rule), i + 5) if window else None


def read_year(tokens: Tokens, i: int) -> Found | None:
    """Read "2021", "2012–13", "2015 to 2020", "the 1990s", "'90s" or "2021's" where the words show a year."""
    if (decade := _read_decade(tokens, i)) is not None:
        return decade
    if (year := tokens.year(i)) is None:
        return None
    if (split := read_split_year(tokens, i)) is not None:
        _, end, j = split
        if end == year + 1 and tokens.word(j) in _FISCAL and tokens.word(j + 1) == "year":
            return FiscalYear(year, end), j + 2
        if end == year + 1 and (noun_end := _after_split_year_noun(tokens, j)) is not None:
            return Absolute(cal.window_of_months(year, 7, 12, PeriodPrecision.YEAR), "split_year"), noun_end
        if tokens.is_cued_year(i) or len(tokens.word(i + 2)) == 4:
            return Absolute(cal.window_of_years(year, end), "years"), j
        return None
    if tokens.word(i + 1) in _FISCAL and tokens.word(i + 2) == "year":
        return FiscalYear(None, year), i + 3
    return (Absolute(cal.window_of_year(year), "year"), i + 1) if tokens.is_cued_year(i) else None


def _read_decade(tokens: Tokens, i: int) -> Found | None:
    """Read "1990s" and "'90s"; a shortened decade is of the last hundred years that news speaks of."""
    j = i + (tokens.word(i) in APOSTROPHES)
    word = tokens.word(j)
    if not word.isdecimal() or int(word[-1]) != 0 or len(word) != (4 if i == j else 2):
        return None
    if not tokens.touches(j) or tokens.word(j + 1) != "s":
        return None
    start = int(word) if i == j else int(word) + (1900 if int(word) > 10 else 2000)
    if not 1500 <= start <= 2190:
        return None
    return Absolute(cal.window_of_years(start, start + 9), "decade"), j + 2


def _after_split_year_noun(tokens: Tokens, j: int) -> int | None:
    """Return the index after "season" or "school year", within three words; None where neither stands."""
    for k in range(j, j + 3):
        word = tokens.word(k)
        if word in _SPLIT_YEAR_NOUNS:
            return k + 1
        if word in ("school", "academic") and tokens.word(k + 1) == "year":
            return k + 2
        if not word.isalpha():
            return None
    return None


def read_split_year(tokens: Tokens, i: int) -> tuple[int, int, int] | None:
    """Read "2012–13", "2015-2020" or "2021/22": first year, last year and the index after it."""
    year = tokens.year(i)
    if year is None or not (tokens.touches(i) and tokens.touches(i + 1)):
        return None
    if tokens.word(i + 1) not in DASHES and tokens.word(i + 1) != "/":
        return None
    text = tokens.word(i + 2)
    if not text.isdecimal() or len(text) not in (2, 4):
        return None
    if tokens.touches(i + 2) and (tokens.word(i + 3) in DASHES or tokens.word(i + 3) in ("/", "%")):
        return None
    end = int(text) if len(text) == 4 else year // 100 * 100 + int(text)
    return (year, end, i + 3) if year < end <= min(year + 200, 2199) else None


def read_bare_year(tokens: Tokens, i: int) -> Found | None:
    """Read a four-digit year where the words before it leave no doubt that it is one."""
    year = tokens.year(i)
    if year is None or (tokens.touches(i) and (tokens.word(i + 1) == "s" or tokens.word(i + 1) in DASHES)):
        return None
    return Absolute(cal.window_of_year(year), "year"), i + 1
