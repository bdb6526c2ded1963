"""Which digits and number words belong to a date, a year or a clock time, and are no quantities."""

from models.domain.reading.date_words import CLOCK_ZONES, MONTHS, SURE_YEAR_BEFORE, YEAR_BEFORE
from models.domain.reading.nouns import is_person_noun, is_plural_noun
from models.domain.reading.number_words import NUMBER_WORDS, ONES, TENS
from models.domain.reading.tokens import Tokens
from models.domain.reading.unit_words import is_unit_word
from models.domain.reading.word_lists import words_of

_DASHES = frozenset(["-", "–", "—", "‑", "/", "−"])
_DAY_JOINS = _DASHES | frozenset(["to", "and", "or", ",", "through", "until"])
_ORDINAL_ENDS = frozenset(["st", "nd", "rd", "th"])
_COUNT_BEFORE = words_of(
    """
    than least some nearly almost approximately estimated many another killed killing roughly all
    exceeding exceeded
    """
)  # fmt: skip


def past_date(tokens: Tokens, at: int) -> int:
    """Return the token behind the date, year or clock time that the numeral at *at* is part of, or 0."""
    return (
        _past_clock(tokens, at)
        or _past_numeric_date(tokens, at)
        or _past_day(tokens, at)
        or past_year(tokens, at)
    )


def _past_clock(tokens: Tokens, at: int) -> int:
    words, raw = tokens.words, tokens.raw
    last = at + 1
    while raw[last] == ":" and tokens.touch(last - 1) and tokens.touch(last) and tokens.is_numeral(last + 1):
        last += 2
    is_clock = last > at + 1
    if words[last] in ("am", "pm") or (raw[last : last + 4] in _DOTTED_HALVES):
        return last + (1 if words[last] in ("am", "pm") else 4)
    if words[last] == "o'clock" or (words[last] == "o" and words[last + 2] == "clock"):
        return last + 1
    if words[last] in CLOCK_ZONES and (is_clock or _is_four_digits(raw[at]) or "." in raw[at]):
        return (
            0
            if words[last] in ("hours", "hrs") and not raw[at].startswith("0") and not is_clock
            else last + 1
        )
    if is_clock:
        return last
    if words[at - 1] == "from" and words[at - 2] in _OPEN_HOURS and words[at + 1] in ("to", "until", "till"):
        is_hours = _is_hour(tokens.raw[at]) and _is_hour(tokens.raw[at + 2])
        return at + 3 if is_hours and not words[at + 3].endswith("s") else 0  # "sat from 10 to 12"
    if words[at - 1] != "at" or not _is_dotted_time(raw[at]):
        return 0
    is_timetable = not _HAPPENS.isdisjoint(words[max(at - 5, 0) : at])
    return last if words[last] in _TIME_AFTER or (is_timetable and not words[last].isalpha()) else 0


_OPEN_HOURS = frozenset(["sat", "sits", "open", "opens", "opened", "closed", "closes", "sitting"])


def _is_hour(raw: str) -> bool:
    return raw.isdigit() and len(raw) < 3 and int(raw) <= 24


_HAPPENS = words_of(
    """
    leave leaves left leaving arrive arrives arrived start starts started begin begins began open opens
    opened depart departs departed struck strikes meets meet died lands landed due ends happened
    occurred closes
    """
)


_DOTTED_HALVES = (["a", ".", "m", "."], ["p", ".", "m", "."], ["A", ".", "M", "."], ["P", ".", "M", "."])
_TIME_AFTER = words_of(
    """
    on local this yesterday today monday tuesday wednesday thursday friday saturday sunday in
    """
)  # fmt: skip


def _is_dotted_time(raw: str) -> bool:
    hours, _, minutes = raw.partition(".")
    return (
        len(minutes) == 2 and hours.isdigit() and int(hours) < 24 and minutes.isdigit() and int(minutes) < 60
    )


def _past_numeric_date(tokens: Tokens, at: int) -> int:
    """Skip "12/03/2022", "2022-03-21", "9/11", "24/7"."""
    raw = tokens.raw
    last = at
    while raw[last + 1] in ("/", "-", "‑", "–") and tokens.touch(last) and tokens.touch(last + 1):
        if not (tokens.is_numeral(last + 2) and raw[last + 2].isdigit() and len(raw[last + 2]) < 5):
            break
        if last > at and raw[last + 1] != raw[at + 1]:
            break
        last += 2
    joins = (last - at) // 2
    if joins > 2:  # no date has four parts, nor is the chain a quantity
        return last + 1
    if joins == 2 and all(len(part) in (1, 2, 4) for part in raw[at : last + 1 : 2]):
        return last + 1
    return last + 1 if joins == 1 and raw[at + 1] == "/" and raw[at].isdigit() else 0


def _is_day(tokens: Tokens, at: int) -> bool:
    raw = tokens.raw[at]
    return len(raw) < 3 and raw.isdigit() and tokens.is_numeral(at) and 0 < int(raw) < 32


def is_month(tokens: Tokens, at: int) -> bool:
    """Say whether token *at* names a month ("may" and "march" only with a capital)."""
    return tokens.words[at] in MONTHS and tokens.is_capitalised(at)


def _past_day(tokens: Tokens, at: int) -> int:
    """Skip the day or the list of days beside a month: "21 March 2022", "March 3-5", "3, 4 and 5 May"."""
    before = at - 1 - (tokens.raw[at - 1] == ".")
    if at and is_month(tokens, before):
        return _past_day_behind(tokens, before, at)
    if not _is_day(tokens, at):
        return 0
    last = _past_ordinal(tokens, at)
    while tokens.words[last] in _DAY_JOINS and _is_day(tokens, last + 1):
        last = _past_ordinal(tokens, last + 1)
    if tokens.words[last] == "of":
        last += 1
    if tokens.words[last] == "-" and tokens.touch(last - 1):
        last += 1
    if not is_month(tokens, last):
        return 0
    return _past_year_behind(tokens, last + 1)


def _past_day_behind(tokens: Tokens, month: int, at: int) -> int:
    if len(tokens.raw[at]) == 4 and tokens.raw[at].isdigit():
        return at + 1
    if not _is_day(tokens, at):
        return 0
    lone_month = tokens.words[month - 1] in (
        "in",
        "last",
        "this",
        "since",
        "during",
        "until",
        "late",
        "early",
    )
    if lone_month and is_plural_noun(tokens.words[at + 1]):
        return 0
    last = _past_ordinal(tokens, at)
    if tokens.words[last] in _DASHES and "," in tokens.raw[last + 1] and tokens.is_numeral(last + 1):
        return 0  # "between March and June 15-20,000 crossed"
    while tokens.words[last] in _DAY_JOINS and _is_day(tokens, last + 1):
        following = tokens.words[last + 2]
        if tokens.words[last] not in _DASHES and (is_plural_noun(following) or is_person_noun(following)):
            break
        last = _past_ordinal(tokens, last + 1)
    return _past_year_behind(tokens, last)


def _past_ordinal(tokens: Tokens, at: int) -> int:
    return at + 2 if tokens.words[at + 1] in _ORDINAL_ENDS and tokens.touch(at) else at + 1


def _past_year_behind(tokens: Tokens, at: int) -> int:
    year = at + (tokens.raw[at] in (",", "."))
    is_year = _is_four_digits(tokens.raw[year]) and 1000 <= int(tokens.raw[year]) <= 2100
    return year + 1 if is_year and not is_person_noun(tokens.words[year + 1]) else at


def _is_four_digits(raw: str) -> bool:
    return len(raw) == 4 and raw.isascii() and raw.isdigit()


def is_year_like(raw: str) -> bool:
    """Say whether *raw* could be a year by its digits."""
    return _is_four_digits(raw) and 1000 <= int(raw) <= 2100


def past_year(tokens: Tokens, at: int) -> int:
    """Skip a year, a span of years ("2012–13", "1914-1918") or a decade's digits."""
    if (
        tokens.raw[at - 1] in ("'", "’")
        and len(tokens.raw[at]) == 2
        and tokens.touch(at - 1)
        and not tokens.touch(at - 2)
    ):
        return at + 1  # the class of '98
    era = tokens.raw[at + 1 : at + 5]
    if era[0] in ("BC", "BCE", "CE", "AD") or era in (["B", ".", "C", "."], ["A", ".", "D", "."]):
        return at + (2 if len(era[0]) > 1 else 5)
    if not is_year_like(tokens.raw[at]):
        return 0
    pair = _past_year_pair(tokens, at)
    if pair:
        return pair
    return at + 1 if _is_year(tokens, at) else 0


def _past_year_pair(tokens: Tokens, at: int) -> int:
    raw = tokens.raw
    if raw[at + 1] not in _DASHES or not raw[at + 2].isdigit() or not tokens.is_numeral(at + 2):
        return 0
    first, second = raw[at], raw[at + 2]
    if len(second) == 2 and tokens.touch(at):
        return (
            at + 3
            if (int(first) >= 1700 and int(second) == (int(first) + 1) % 100) or second > first[2:]
            else 0
        )
    both = is_year_like(second) and int(first) >= 1500 and int(first) < int(second)
    return at + 3 if both and not is_plural_noun(tokens.words[at + 3]) else 0


def _is_year(tokens: Tokens, at: int) -> bool:
    year = int(tokens.raw[at])
    before, after = tokens.words[at - 1], tokens.words[at + 1]
    if before == "between" and tokens.is_numeral(at + 2) and not is_year_like(tokens.raw[at + 2]):
        return False  # "between 1000 - 5000 people"
    if before in _COUNT_BEFORE or is_unit_word(after) or tokens.raw[at + 1] in ("%", "°"):
        return False
    if before in SURE_YEAR_BEFORE or tokens.is_capitalised(at - 1):
        return not (is_person_noun(after) and before not in ("in", "since", "during"))
    is_modern = 1800 <= year <= 2100
    if is_person_noun(after) and year % 50 == 0:
        return False
    if before in YEAR_BEFORE:
        return is_modern or not is_plural_noun(after)
    if is_plural_noun(after):
        return 1900 <= year <= 2060 and year % 100 != 0 and not is_person_noun(after)
    return is_modern and (year % 100 != 0 or not after.isalpha())


def past_spelled_year(tokens: Tokens, at: int) -> int:
    """Skip "nineteen eighty-four" and ordinals ("twenty-first"), clock words ("ten o'clock")."""
    words = tokens.words
    is_past = words[at - 1] == "past" and words[at - 2] in ("half", "quarter", "ten", "five", "twenty")
    if is_past:
        return at + 1
    if words[at + 1] == "o'clock":
        return at + 2
    if words[at] in ("nineteen", "twenty", "eighteen") and words[at + 1] in TENS:
        return at + (4 if words[at + 2] == "-" and words[at + 3] in ONES else 2)
    if words[at] in TENS and words[at + 1] == "-" and words[at + 2].endswith(("st", "nd", "rd", "th")):
        return at + 3 if words[at + 2] not in NUMBER_WORDS else 0
    return 0
