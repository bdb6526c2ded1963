"""Phrases of time that name a stretch or a part: "the first quarter of", "mid-2021", "overnight", "Q3"."""

from collections.abc import Callable, Iterable

from models.domain.time import calendar_windows as cal
from models.domain.time.calendar_dates import Found, read_bare_year, read_split_year
from models.domain.time.combinations import Between, Bounded, Part, Slice
from models.domain.time.expressions import (
    Absolute,
    Away,
    CalendarUnit,
    DayOffset,
    FiscalYear,
    OfYear,
    Recurring,
    Rolling,
    SamePeriod,
    Weekday,
    Weekend,
)
from models.domain.time.phrases import OFFSETS, Here, ends_clause, read_trailing, read_weekday, read_which
from models.domain.time.tokens import DASHES, SMALL_PREPOSITIONS, Tokens
from models.domain.time.words import (
    CALENDAR_UNITS,
    EDGES,
    HOLIDAYS,
    ORDINALS,
    PARTS_OF_DAY,
    SEASONS,
    THIRDS,
    UNITS,
    WEEKDAYS,
    WHICH,
)

_DAY_WORDS = {
    "yesterday": (-1, "yesterday"),
    "today": (0, "today"),
    "tonight": (0, "today"),
    "tomorrow": (1, "tomorrow"),
    "currently": (0, "now"),
}
_HALVES = {1: "first half", 2: "second half"}


def _whole(here: Here, j: int) -> Found | None:
    """Read what a part is taken of: a year, "the year", or any expression but a rolling or open one."""
    tokens = here.tokens
    if (year := read_bare_year(tokens, j)) is not None:
        return year
    inner = here.inner(j)
    if inner is not None:
        return None if isinstance(inner[0], Rolling | Bounded | Between) else inner
    if tokens.word(j) in ("the", "this") and tokens.word(j + 1) in CALENDAR_UNITS:
        return CalendarUnit(tokens.word(j + 1), 0), j + 2
    return None


def _read_edge(here: Here) -> Found | None:
    """Read "the end of 2022", "the beginning of the month", "the middle of March"."""
    tokens, i = here.tokens, here.i
    whole = _whole(here, i + 2) if tokens.word(i + 1) == "of" else None
    return (Part(EDGES.get(tokens.word(i), "mid"), whole[0]), whole[1]) if whole else None


def _read_third(here: Here) -> Found | None:
    """Read "early on Tuesday", "mid-2021", "late last year"."""
    tokens, j = here.tokens, here.i + 1
    if tokens.word(j) in DASHES or tokens.word(j) in SMALL_PREPOSITIONS:
        j += 1
    inner = read_bare_year(tokens, j) or here.inner(j)
    if inner is None or isinstance(inner[0], Rolling | Away | Between | Bounded):
        return None
    return Part(THIRDS[tokens.word(here.i)], inner[0]), inner[1]


def _read_comparative(here: Here) -> Found | None:
    """Read "earlier this month" (so far), "later this year" (the rest), "later in the day"."""
    tokens, j = here.tokens, here.i + 1
    if tokens.word(j) in SMALL_PREPOSITIONS:
        j += 1
    inner = read_bare_year(tokens, j) or here.inner(j)
    if inner is None:
        j += tokens.word(j) == "the"
        unit = UNITS.get(tokens.word(j)) if tokens.word(j - 1) == "the" else None
        return (SamePeriod(unit), j + 1) if unit == "day" else None
    if isinstance(inner[0], Rolling | Away | Between | Bounded):
        return None
    if isinstance(inner[0], CalendarUnit) and inner[0].offset == 0:
        return Part("so_far" if tokens.word(here.i) == "earlier" else "rest", inner[0]), inner[1]
    return inner


def read_ordinal(here: Here) -> Found | None:
    """Read "the first quarter of 2023", "the first half", "the last three months of 2022", "19th century"."""
    tokens, i = here.tokens, here.i
    ordinal, j = ORDINALS.get(tokens.word(i), 0), i + 1
    if tokens.word(i).isdecimal():
        day = tokens.day_number(i)
        if day is None or day[1] != i + 2:
            return None
        ordinal, j = day
    if not ordinal:
        return None
    if ordinal > 0 and tokens.word(j) == "of" and (month := tokens.month(j + 1)) is not None:
        return Recurring("day", month, ordinal), j + 2  # "the Fourth of July"
    j += tokens.word(j) in DASHES
    j += tokens.word(j) in ("fiscal", "financial", "calendar")
    match tokens.word(j):
        case "century" if ordinal > 0:
            first = (ordinal - 1) * 100 + 1
            return Absolute(cal.window_of_years(first, first + 99), "century"), j + 1
        case "quarter" if ordinal <= 4:
            return _of_year(tokens, Recurring("quarter", 4 if ordinal < 0 else ordinal), j + 1, ordinal > 0)
        case "half" if ordinal in _HALVES:
            named = _of_year(tokens, Recurring("half", ordinal), j + 1, False)
            whole = _whole(here, j + 2) if named is None and tokens.word(j + 1) == "of" else None
            return (Part(_HALVES[ordinal], whole[0]), whole[1]) if whole else named
    return _slice(here, ordinal, j)


def _slice(here: Here, ordinal: int, j: int) -> Found | None:
    """Read "three months of 2021" or "week of March" after an ordinal."""
    tokens = here.tokens
    counted = tokens.amount(j)
    count = counted[0] if counted is not None else 1
    if counted is not None:
        if abs(ordinal) != 1:
            return None
        j = counted[1]
    unit = UNITS.get(tokens.word(j))
    if not count or unit not in ("day", "week", "month", "year", "decade") or ordinal > 12:
        return None
    whole = _whole(here, j + 2) if tokens.word(j + 1) in ("of", "in") else None
    return (Slice(ordinal, count, unit, whole[0]), whole[1]) if whole else None


def _of_year(tokens: Tokens, inner: Recurring, j: int, alone: bool) -> Found | None:
    """Join a quarter, half, season or holiday with the year named after it; without one only if *alone*."""
    k = j + (tokens.word(j) in ("of", "in", ","))
    k += tokens.word(k) in ("fiscal", "financial", "calendar", "fy")
    if (year := read_bare_year(tokens, k)) is not None:
        return OfYear(inner, year[0]), year[1]
    if tokens.word(k) in OFFSETS and tokens.word(k + 1) == "year":
        return OfYear(inner, CalendarUnit("year", OFFSETS[tokens.word(k)])), k + 2
    if tokens.has(j, "of", "the", "year"):
        return (inner if inner.kind == "quarter" else OfYear(inner, CalendarUnit("year", 0))), j + 3
    return (inner, j) if alone else None


def _read_season(here: Here) -> Found | None:
    """Read "summer 2020", "the winter of 2019–20", "in the autumn"."""
    tokens, i = here.tokens, here.i
    inner = Recurring("season", SEASONS[tokens.word(i)])
    k = i + 1 + (tokens.word(i + 1) == "of")
    if inner.month == 12 and (split := read_split_year(tokens, k)) is not None:
        return OfYear(inner, Absolute(cal.window_of_year(split[0]))), split[2]
    cued = here.after_the and tokens.word(i - 2) in ("in", "during", "since", "by", "until", "before", "over")
    return _of_year(tokens, inner, i + 1, (cued or tokens.trusted) and tokens.word(i + 1) != "of")


def _read_day_word(here: Here) -> Found | None:
    """Read "yesterday", "yesterday evening", "today", "tomorrow", "currently"."""
    days, rule = _DAY_WORDS[here.tokens.word(here.i)]
    return DayOffset(days, rule), here.i + 1 + (here.tokens.word(here.i + 1) in PARTS_OF_DAY)


def _read_overnight(here: Here) -> Found | None:
    """Read "overnight" as the night that ends on the publication date."""
    if here.after_the:
        return None
    j = here.i + 1
    named = here.inner(j + (here.tokens.word(j) in ("on", "into")))
    if named is not None and isinstance(named[0], Weekday | Recurring | Absolute):
        return named  # "overnight on 4 June"
    return DayOffset(0, "overnight", nights=True), j


def _read_so_far(here: Here) -> Found | None:
    """Read "so far", "so far this year" and "to date"."""
    tokens, i = here.tokens, here.i
    if tokens.has(i, "to", "date"):
        return Bounded("until", DayOffset(0, "now")), i + 2
    if not tokens.has(i, "so", "far"):
        return None
    inner = here.inner(i + 2 + (tokens.word(i + 2) in SMALL_PREPOSITIONS))
    if inner is not None and isinstance(inner[0], CalendarUnit | Recurring | Absolute):
        return Part("so_far", inner[0]), inner[1]
    return Bounded("until", DayOffset(0, "now")), i + 2


def _read_numbered(here: Here) -> Found | None:
    """Read "Q3 2023" and "H1"."""
    tokens, i = here.tokens, here.i
    kind, most = ("quarter", 4) if tokens.word(i) == "q" else ("half", 2)
    number = tokens.integer(i + 1, 1)
    if not tokens.touches(i) or number is None or not 1 <= number <= most or not tokens.raw[i].isupper():
        return None
    joined = tokens.touches(i - 1) and tokens.word(i - 1).isalnum()
    return None if joined else _of_year(tokens, Recurring(kind, number), i + 2, True)


def _read_fiscal(here: Here) -> Found | None:
    """Read "fiscal year 2023", "financial year 2022-23", "FY2023" and "FY23"."""
    tokens = here.tokens
    i = here.i + 1 + (tokens.word(here.i + 1) == "year")
    if (split := read_split_year(tokens, i)) is not None and split[1] == split[0] + 1:
        return FiscalYear(split[0], split[1]), split[2]
    if (year := tokens.year(i)) is not None:
        return FiscalYear(None, year), i + 1
    short = tokens.integer(i, 2)
    if tokens.word(i - 1) == "fy" and short is not None and len(tokens.word(i)) == 2:
        return FiscalYear(None, 2000 + short), i + 1
    return None


def _read_weekend(here: Here) -> Found | None:
    """Read "the weekend"."""
    return (Weekend(), here.i + 1) if here.after_the or here.tokens.trusted else None


def _read_holiday(here: Here) -> Found | None:
    """Read Christmas, New Year's Eve, Easter and the like."""
    tokens, i = here.tokens, here.i
    for words, day in HOLIDAYS.items():
        if tokens.has(i, *words) and tokens.raw[i][0].isupper():
            inner = Recurring("easter", 1) if day is None else Recurring("holiday", *day)
            return _of_year(tokens, inner, i + len(words), True)
    return None


def _read_same(here: Here) -> Found | None:
    """Read "that day", "the same month"."""
    word = here.tokens.word(here.i + 1)
    return (SamePeriod(word), here.i + 2) if word in CALENDAR_UNITS or word == "day" else None


def _read_recent(here: Here) -> Found | None:
    """Read "recent days": open at the far end, since nobody says where they begin."""
    word = here.tokens.word(here.i + 1)
    return (Rolling(None, UNITS[word]), here.i + 2) if word.endswith("s") and word in UNITS else None


def _read_rest(here: Here) -> Found | None:
    """Read "the rest of the year"."""
    whole = _whole(here, here.i + 2) if here.tokens.word(here.i + 1) == "of" else None
    return (Part("rest", whole[0]), whole[1]) if whole else None


def _read_unit(here: Here) -> Found | None:
    """Read "the year to June", "the night of 24 March", "the week of May 3", "the day before"."""
    tokens, i, word = here.tokens, here.i, here.tokens.word(here.i)
    if tokens.has(i, "day", "before", "yesterday"):
        return DayOffset(-2, "yesterday"), i + 3
    if tokens.has(i, "day", "after", "tomorrow"):
        return DayOffset(2, "tomorrow"), i + 3
    if here.after_the and tokens.word(i + 1) == "before" and ends_clause(tokens, i + 2):
        return (Away(-1, word, relative=True), i + 2) if word in UNITS else None
    has_length = word in CALENDAR_UNITS and (here.after_the or word == "week")
    if has_length and (trailing := read_trailing(tokens, i + 1, 1, word)) is not None:
        return trailing
    if word == "year" and (year := read_bare_year(tokens, i + 1)) is not None:
        return year
    if tokens.word(i + 1) != "of" or not (here.after_the or tokens.trusted):
        return None
    whole = _whole(here, i + 2)
    return (Part("week_of", whole[0]) if word == "week" else whole[0], whole[1]) if whole else None


def _read_which_or_ordinal(here: Here) -> Found | None:
    """Read "last week", or "the last three months of 2022" where that goes further."""
    ordinal = read_ordinal(here)
    return ordinal if ordinal is not None else read_which(here)


def _make_readers() -> dict[str, Callable[[Here], Found | None]]:
    rows: tuple[tuple[Iterable[str], Callable[[Here], Found | None]], ...] = (
        ((*PARTS_OF_DAY, *CALENDAR_UNITS, "day"), _read_unit),
        (EDGES, _read_edge),
        (("middle",), _read_edge),
        (THIRDS, _read_third),
        (("earlier", "later"), _read_comparative),
        (ORDINALS, read_ordinal),
        (WHICH, _read_which_or_ordinal),
        (WEEKDAYS, read_weekday),
        (SEASONS, _read_season),
        (_DAY_WORDS, _read_day_word),
        (("overnight",), _read_overnight),
        (("so", "to"), _read_so_far),
        (("q", "h"), _read_numbered),
        (("fy", "fiscal", "financial"), _read_fiscal),
        ((words[0] for words in HOLIDAYS), _read_holiday),
        (("that", "same"), _read_same),
        (("recent",), _read_recent),
        (("rest", "remainder"), _read_rest),
        (("weekend",), _read_weekend),
    )
    return {word: reader for words, reader in rows for word in words}


#: The reader of each word that begins a phrase.
READERS = _make_readers()
