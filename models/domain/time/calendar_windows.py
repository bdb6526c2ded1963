"""Which days a week, month, quarter, year, season or rolling stretch covers."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from models.domain.vocabulary import PeriodPrecision

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """Days from ``first`` to ``last`` inclusive; None is an open end."""

    first: date | None
    last: date | None
    precision: PeriodPrecision


def window_of_day(day: date) -> Window:
    """Return the window of one day."""
    return Window(day, day, PeriodPrecision.DAY)


def window_of_week(day: date) -> Window:
    """Return the week that holds *day*, Monday to Sunday (ISO 8601)."""
    monday = day - timedelta(days=day.weekday())
    return Window(monday, monday + 6 * DAY, PeriodPrecision.WEEK)


def window_of_weekend(day: date) -> Window:
    """Return Saturday and Sunday of the week that holds *day*."""
    monday = day - timedelta(days=day.weekday())
    return Window(monday + 5 * DAY, monday + 6 * DAY, PeriodPrecision.SPAN)


def window_of_month(year: int, month: int) -> Window:
    """Return a calendar month; *month* is 1 to 12."""
    return Window(date(year, month, 1), last_of_month(year, month), PeriodPrecision.MONTH)


def window_of_months(year: int, month: int, count: int, precision: PeriodPrecision) -> Window:
    """Return *count* whole months from the given one on."""
    first = date(year, month, 1)
    until = add_months(first, count - 1)
    return Window(first, last_of_month(until.year, until.month), precision)


def window_of_quarter(year: int, quarter: int) -> Window:
    """Return a calendar quarter; *quarter* is 1 to 4."""
    return window_of_months(year, 3 * quarter - 2, 3, PeriodPrecision.QUARTER)


def window_of_year(year: int) -> Window:
    """Return a calendar year."""
    return Window(date(year, 1, 1), date(year, 12, 31), PeriodPrecision.YEAR)


def window_of_years(first: int, last: int) -> Window:
    """Return the calendar years *first* to *last*, both whole."""
    return Window(date(first, 1, 1), date(last, 12, 31), PeriodPrecision.SPAN)


def window_of_unit(unit: str, day: date) -> Window:
    """Return the calendar day, week, month, quarter, year, decade or century that holds *day*."""
    match unit:
        case "week":
            return window_of_week(day)
        case "month":
            return window_of_month(day.year, day.month)
        case "quarter":
            return window_of_quarter(day.year, (day.month + 2) // 3)
        case "year":
            return window_of_year(day.year)
        case "decade":
            return window_of_years(day.year // 10 * 10, day.year // 10 * 10 + 9)
        case "century":
            return window_of_years((day.year - 1) // 100 * 100 + 1, (day.year - 1) // 100 * 100 + 100)
        case _:
            return window_of_day(day)


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """Return the same day *months* later (or earlier), or the month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def add_units(day: date, amount: int, unit: str) -> date:
    """Return *day* moved by *amount* units; hours move it by whole days, at least one.

    Raises OverflowError or ValueError where the calendar ends (years 1 to 9999).
    """
    match unit:
        case "hour":
            days = (abs(amount) + 23) // 24
            return day + timedelta(days=days if amount > 0 else -days)
        case "day":
            return day + timedelta(days=amount)
        case "week":
            return day + timedelta(weeks=amount)
        case "month":
            return add_months(day, amount)
        case "quarter":
            return add_months(day, 3 * amount)
        case "decade":
            return add_months(day, 120 * amount)
        case "century":
            return add_months(day, 1200 * amount)
        case _:
            return add_months(day, 12 * amount)


def third_of(window: Window, part: str) -> Window:
    """Return the early, mid or late third of *window*.

    Thirds follow the calendar: January–April, May–August, September–December of a year; one month of a
    quarter, half-year's third or season; days 1–10, 11–20 and 21–end of a month; years 0–3, 4–6 and 7–9
    of a decade. A week, a day or a part of a month has no thirds and stays whole.
    """
    first, last = window.first, window.last
    if first is None or last is None or window.precision in (PeriodPrecision.DAY, PeriodPrecision.WEEK):
        return window
    index = ("early", "mid", "late").index(part)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    span = PeriodPrecision.SPAN
    if months == 2 or (months == 1 and last - first < 27 * DAY):
        return window  # "late late March": a third has no thirds
    if months == 1:
        start = first + 10 * index * DAY
        return Window(start, last if index == 2 else first + (10 * index + 9) * DAY, span)
    if months == 120:
        low, high = ((0, 3), (4, 6), (7, 9))[index]
        return window_of_years(first.year + low, first.year + high)
    start = add_months(first, months * index // 3)
    return Window(start, last if index == 2 else add_months(first, months * (index + 1) // 3) - DAY, span)


def half_of(window: Window, second: bool) -> Window:
    """Return the first or second half: of a month days 1–15 or 16–end, else by months, else by days."""
    first, last = window.first, window.last
    if first is None or last is None:
        return window
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 1:
        middle = first + timedelta(days=15)
    elif months % 2 == 0:
        middle = add_months(first, months // 2)
    else:
        middle = first + (last - first + DAY) / 2
    span = PeriodPrecision.SPAN
    return Window(middle, last, span) if second else Window(first, middle - DAY, span)


def easter_sunday(year: int) -> date:
    """Return Western Easter by the anonymous Gregorian computus (Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)
