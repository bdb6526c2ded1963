"""Phrases of time that count or point: "last week", "the past two weeks", "two years ago", "Monday"."""

from collections.abc import Callable
from dataclasses import dataclass

from models.domain.time.calendar_dates import Found, read_date
from models.domain.time.combinations import Between, Trailing
from models.domain.time.expressions import (
    Absolute,
    Away,
    CalendarUnit,
    DayOffset,
    OfYear,
    Recurring,
    Rolling,
    Weekday,
    WeekdayIn,
    Weekend,
)
from models.domain.time.tokens import DASHES, SMALL_PREPOSITIONS, Tokens
from models.domain.time.words import (
    NAMES_AFTER_WEEKDAY,
    NAMES_BEFORE_WEEKDAY,
    PARTS_OF_DAY,
    SEASONS,
    UNITS,
    WEEKDAYS,
    WHICH,
)

OFFSETS = {"last": -1, "this": 0, "next": 1}
_RELATIVE_UNITS = frozenset(("day", "week", "month", "year"))


@dataclass(frozen=True, slots=True)
class Here:
    """Where a phrase begins: its token, whether "the" stands before it, and how to read on from a token."""

    tokens: Tokens
    i: int
    after_the: bool
    inner: Callable[[int], Found | None]


def read_counted(here: Here) -> Found | None:
    """Read "two years ago", "a day earlier", "24 hours later", "12 months to March"."""
    tokens = here.tokens
    counted = tokens.amount(here.i)
    if counted is None or tokens.word(counted[1]) in DASHES:
        return None
    unit = UNITS.get(tokens.word(counted[1]))
    if unit is None:
        return None
    amount, unit = in_whole_units(counted[0], unit)
    j = counted[1] + 1
    after = tokens.word(j)
    if after == "ago" or tokens.has(j, "before", "now"):
        return (_away(amount, unit, -1, False)), j + (1 if after == "ago" else 2)
    if after in ("earlier", "previously") or (after == "before" and ends_clause(tokens, j + 1)):
        return _away(amount, unit, -1, True), j + 1
    if after == "later" and amount is not None:
        return _away(amount, unit, 1, True), j + 1
    return read_trailing(tokens, j, amount, unit) if amount and unit not in ("hour", "day") else None


def _away(amount: int | None, unit: str, sign: int, relative: bool) -> Rolling | Away:
    return Rolling(None, unit) if amount is None else Away(sign * amount, unit, relative)


def in_whole_units(amount: int | None, unit: str) -> tuple[int | None, str]:
    """Turn fortnights into weeks."""
    if unit == "fortnight":
        return (None if amount is None else 2 * amount), "week"
    return amount, unit


def ends_clause(tokens: Tokens, i: int) -> bool:
    """Say whether no word follows directly at *i*."""
    return not tokens.word(i).isalnum()


def read_trailing(tokens: Tokens, i: int, amount: int, unit: str) -> Found | None:
    """Read "to June", "ended 31 March", "through March 2023" after a length of time."""
    if tokens.word(i) not in ("to", "ended", "ending", "through"):
        return None
    i += 1
    if tokens.has(i, "the", "end", "of"):
        i += 3
    elif tokens.word(i) in SMALL_PREPOSITIONS:
        i += 1
    end = read_date(tokens, i)
    if end is None or isinstance(end[0], Between):
        return None
    return Trailing(amount, unit, end[0]), end[1]


def read_which(here: Here) -> Found | None:
    """Read "last week", "this year", "next Friday", "the past two weeks", "this coming Monday"."""
    tokens, i = here.tokens, here.i
    which, j = WHICH[tokens.word(i)], i + 1
    if which == "this" and WHICH.get(tokens.word(j)) in ("past", "last", "next"):
        which, j = ("next" if WHICH[tokens.word(j)] == "next" else "past"), i + 2
    found = _which_name(here, "last" if which == "past" else which, j)
    if found is not None:
        return found
    counted = tokens.amount(j)
    unit = UNITS.get(tokens.word(counted[1])) if counted else None
    if counted is not None and unit is not None:
        amount, unit = in_whole_units(counted[0], unit)
        return Rolling(amount, unit, ahead=which == "next"), counted[1] + 1
    unit = UNITS.get(tokens.word(j))
    if unit == "fortnight":
        return Rolling(2, "week", ahead=which == "next"), j + 1
    if unit is None or unit == "hour":
        return None
    if tokens.word(j).endswith("s"):
        return (Rolling(None, unit, ahead=which == "next"), j + 1) if which in ("past", "next") else None
    return _which_unit(here, which, unit, j)


def _which_name(here: Here, which: str, j: int) -> Found | None:
    """Read "last Friday", "next March", "this summer", "last night", "this weekend" from its second word."""
    tokens, word = here.tokens, here.tokens.word(j)
    if word in WEEKDAYS:
        return after_weekday(tokens, Weekday(WEEKDAYS[word], which), j + 1)
    month = tokens.month(j)
    if month is not None and not tokens.word(tokens.after_month(j)).isdecimal():
        return Recurring("month", month, which=which), tokens.after_month(j)
    if word in SEASONS and not here.after_the:
        return Recurring("season", SEASONS[word], which=which), j + 1
    if word == "weekend":
        return Weekend(which), j + 1
    if word in PARTS_OF_DAY and which in ("last", "this"):
        return DayOffset(-1 if which == "last" else 0, "part_of_day"), j + 1
    return None


def _which_unit(here: Here, which: str, unit: str, j: int) -> Found | None:
    """Read "last week" (the calendar's), "the last week" (rolling), "the previous day" (of another)."""
    word = here.tokens.word(here.i)
    if here.tokens.word(j) == "night":
        return None
    if unit in _RELATIVE_UNITS and (word in ("following", "previous") or (unit == "day" and which == "next")):
        return Away(1 if which == "next" else -1, unit, relative=True), j + 1
    if which == "past" or (here.after_the and which == "last" and unit != "quarter"):
        return Rolling(1, unit), j + 1
    return None if unit == "day" else (CalendarUnit(unit, OFFSETS[which]), j + 1)


def read_weekday(here: Here) -> Found | None:
    """Read "Thursday", "Thursday evening", "Thursday, 24 March 2022", "Monday last week"."""
    tokens, i = here.tokens, here.i
    if not tokens.raw[i][0].isupper() and not tokens.trusted:
        return None
    before, after = tokens.word(i - 1), tokens.word(i + 1)
    if before in NAMES_BEFORE_WEEKDAY or (after in NAMES_AFTER_WEEKDAY and tokens.raw[i + 1][0].isupper()):
        return None
    return after_weekday(tokens, Weekday(WEEKDAYS[tokens.word(i)]), i + 1)


def after_weekday(tokens: Tokens, day: Weekday, j: int) -> Found:
    """Take in what follows a weekday's name: its date, a part of the day, its week."""
    if (dated := _date_of_weekday(tokens, j)) is not None:
        return dated
    if tokens.word(j) in PARTS_OF_DAY:
        j += 1
    k = j + 1 if tokens.word(j) in ("of", ",") else j
    if tokens.word(k) in OFFSETS and tokens.word(k + 1) == "week" and day.which is None:
        return WeekdayIn(day.day, CalendarUnit("week", OFFSETS[tokens.word(k)])), k + 2
    return day, j


def _date_of_weekday(tokens: Tokens, j: int) -> Found | None:
    opening = tokens.word(j)
    k = j + 1 if opening in (",", "(") else j
    k = k + 1 if tokens.word(k) == "the" else k
    dated = read_date(tokens, k)
    if dated is None or not isinstance(dated[0], Absolute | Recurring | OfYear):
        return None
    if isinstance(dated[0], Recurring) and dated[0].kind != "day":
        return None
    if opening != "(":
        return dated
    return (dated[0], dated[1] + 1) if tokens.word(dated[1]) == ")" else None
