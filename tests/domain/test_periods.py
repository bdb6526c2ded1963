"""Time expressions are found whole and read as the right days, seen from Thursday 24 March 2022."""

from datetime import date

import pytest

from models.domain.claim import Span
from models.domain.explain_periods import explain_period, explain_rule
from models.domain.periods import describe_period, resolve_period

PUBLISHED = date(2022, 3, 24)

# words | first day | last day | precision; "-" is an open end
PAST = """
Thursday | 2022-03-24 | 2022-03-24 | day
Friday | 2022-03-18 | 2022-03-18 | day
Wednesday | 2022-03-23 | 2022-03-23 | day
on Monday evening | 2022-03-21 | 2022-03-21 | day
early on Tuesday | 2022-03-22 | 2022-03-22 | day
late Sunday | 2022-03-20 | 2022-03-20 | day
last Thursday | 2022-03-17 | 2022-03-17 | day
last Friday | 2022-03-18 | 2022-03-18 | day
this past Sunday | 2022-03-20 | 2022-03-20 | day
next Friday | 2022-03-25 | 2022-03-25 | day
next Thursday | 2022-03-31 | 2022-03-31 | day
this Saturday | 2022-03-26 | 2022-03-26 | day
this coming Monday | 2022-03-28 | 2022-03-28 | day
Monday last week | 2022-03-14 | 2022-03-14 | day
Tuesday of last week | 2022-03-15 | 2022-03-15 | day
yesterday | 2022-03-23 | 2022-03-23 | day
yesterday morning | 2022-03-23 | 2022-03-23 | day
today | 2022-03-24 | 2022-03-24 | day
tonight | 2022-03-24 | 2022-03-24 | day
tomorrow | 2022-03-25 | 2022-03-25 | day
the day before yesterday | 2022-03-22 | 2022-03-22 | day
the day after tomorrow | 2022-03-26 | 2022-03-26 | day
last night | 2022-03-23 | 2022-03-23 | day
this morning | 2022-03-24 | 2022-03-24 | day
overnight | 2022-03-23 | 2022-03-24 | day
currently | 2022-03-24 | 2022-03-24 | day
a day earlier | 2022-03-23 | 2022-03-23 | day
a year earlier | 2021-01-01 | 2021-12-31 | year
two weeks earlier | 2022-03-07 | 2022-03-13 | week
the previous day | 2022-03-23 | 2022-03-23 | day
the day before | 2022-03-23 | 2022-03-23 | day
two days ago | 2022-03-22 | 2022-03-22 | day
10 hours ago | 2022-03-24 | 2022-03-24 | day
48 hours ago | 2022-03-22 | 2022-03-22 | day
three weeks ago | 2022-02-28 | 2022-03-06 | week
a month ago | 2022-02-01 | 2022-02-28 | month
two years ago | 2020-01-01 | 2020-12-31 | year
twenty-five years ago | 1997-01-01 | 1997-12-31 | year
a decade ago | 2012-01-01 | 2012-12-31 | year
a couple of years ago | 2020-01-01 | 2020-12-31 | year
a fortnight ago | 2022-03-07 | 2022-03-13 | week
last week | 2022-03-14 | 2022-03-20 | week
this week | 2022-03-21 | 2022-03-27 | week
next week | 2022-03-28 | 2022-04-03 | week
last month | 2022-02-01 | 2022-02-28 | month
this month | 2022-03-01 | 2022-03-31 | month
next month | 2022-04-01 | 2022-04-30 | month
last quarter | 2021-10-01 | 2021-12-31 | quarter
this quarter | 2022-01-01 | 2022-03-31 | quarter
last year | 2021-01-01 | 2021-12-31 | year
this year | 2022-01-01 | 2022-12-31 | year
next year | 2023-01-01 | 2023-12-31 | year
so far this year | 2022-01-01 | 2022-03-24 | span
so far in 2022 | 2022-01-01 | 2022-03-24 | span
earlier this month | 2022-03-01 | 2022-03-24 | span
later this year | 2022-03-24 | 2022-12-31 | span
since mid-June | 2021-06-11 | - | span
overnight on 4 March | 2022-03-04 | 2022-03-04 | day
since New Year | 2022-01-01 | - | day
to date | - | 2022-03-24 | day
in the past 24 hours | 2022-03-23 | 2022-03-24 | span
over the last 48 hours | 2022-03-22 | 2022-03-24 | span
the last day | 2022-03-23 | 2022-03-24 | span
over the past two weeks | 2022-03-10 | 2022-03-24 | span
in the last seven days | 2022-03-17 | 2022-03-24 | span
in the past week | 2022-03-17 | 2022-03-24 | span
the last month | 2022-02-24 | 2022-03-24 | span
in the past year | 2021-03-24 | 2022-03-24 | span
the past decade | 2012-03-24 | 2022-03-24 | span
the past three months | 2021-12-24 | 2022-03-24 | span
the next two weeks | 2022-03-24 | 2022-04-07 | span
the past few days | - | 2022-03-24 | span
in recent days | - | 2022-03-24 | span
recent months | - | 2022-03-24 | span
in the coming weeks | 2022-03-24 | - | span
in March | 2022-03-01 | 2022-03-31 | month
in April | 2021-04-01 | 2021-04-30 | month
February | 2022-02-01 | 2022-02-28 | month
last March | 2021-03-01 | 2021-03-31 | month
last February | 2022-02-01 | 2022-02-28 | month
next May | 2022-05-01 | 2022-05-31 | month
March of last year | 2021-03-01 | 2021-03-31 | month
October last year | 2021-10-01 | 2021-10-31 | month
March 2020 | 2020-03-01 | 2020-03-31 | month
in March of 2020 | 2020-03-01 | 2020-03-31 | month
30 February 2021 | 2021-02-01 | 2021-02-28 | month
the month of March 2020 | 2020-03-01 | 2020-03-31 | month
on 21 March | 2022-03-21 | 2022-03-21 | day
March 21 | 2022-03-21 | 2022-03-21 | day
March 21st | 2022-03-21 | 2022-03-21 | day
the 21st of March | 2022-03-21 | 2022-03-21 | day
the Fourth of July | 2021-07-04 | 2021-07-04 | day
21 December | 2021-12-21 | 2021-12-21 | day
29 February | 2020-02-29 | 2020-02-29 | day
21 March 2019 | 2019-03-21 | 2019-03-21 | day
March 21, 2019 | 2019-03-21 | 2019-03-21 | day
Mar. 21, 2019 | 2019-03-21 | 2019-03-21 | day
Sept. 11, 2001 | 2001-09-11 | 2001-09-11 | day
21 March last year | 2021-03-21 | 2021-03-21 | day
Thursday, 17 March 2022 | 2022-03-17 | 2022-03-17 | day
Thursday, March 17 | 2022-03-17 | 2022-03-17 | day
Thursday (17 March) | 2022-03-17 | 2022-03-17 | day
the night of 23 March | 2022-03-23 | 2022-03-23 | day
the week of March 3 | 2022-02-28 | 2022-03-06 | week
2022-03-21 | 2022-03-21 | 2022-03-21 | day
21/03/2022 | 2022-03-21 | 2022-03-21 | day
21.03.2022 | 2022-03-21 | 2022-03-21 | day
03/21/2022 | 2022-03-21 | 2022-03-21 | day
04/03/2022 | 2022-03-04 | 2022-03-04 | day
in 2021 | 2021-01-01 | 2021-12-31 | year
the year 2019 | 2019-01-01 | 2019-12-31 | year
the 1990s | 1990-01-01 | 1999-12-31 | span
the '90s | 1990-01-01 | 1999-12-31 | span
the early 2000s | 2000-01-01 | 2003-12-31 | span
the late 1980s | 1987-01-01 | 1989-12-31 | span
the 19th century | 1801-01-01 | 1900-12-31 | span
the twentieth century | 1901-01-01 | 2000-12-31 | span
the 2012–13 season | 2012-07-01 | 2013-06-30 | year
the 2012-13 school year | 2012-07-01 | 2013-06-30 | year
2015-2020 | 2015-01-01 | 2020-12-31 | span
mid-2021 | 2021-05-01 | 2021-08-31 | span
early 2021 | 2021-01-01 | 2021-04-30 | span
late 2021 | 2021-09-01 | 2021-12-31 | span
late last year | 2021-09-01 | 2021-12-31 | span
late February | 2022-02-21 | 2022-02-28 | span
mid-March | 2022-03-11 | 2022-03-20 | span
the middle of 2021 | 2021-05-01 | 2021-08-31 | span
at the end of 2021 | 2021-12-31 | 2021-12-31 | day
the end of February | 2022-02-28 | 2022-02-28 | day
the beginning of the year | 2022-01-01 | 2022-01-01 | day
the start of last month | 2022-02-01 | 2022-02-01 | day
the rest of the year | 2022-03-24 | 2022-12-31 | span
the first quarter of 2023 | 2023-01-01 | 2023-03-31 | quarter
the third quarter of last year | 2021-07-01 | 2021-09-30 | quarter
the fourth quarter | 2021-10-01 | 2021-12-31 | quarter
the first quarter of this year | 2022-01-01 | 2022-03-31 | quarter
Q3 2023 | 2023-07-01 | 2023-09-30 | quarter
Q1 | 2022-01-01 | 2022-03-31 | quarter
H1 2021 | 2021-01-01 | 2021-06-30 | span
the second half of 2021 | 2021-07-01 | 2021-12-31 | span
the first half of March | 2022-03-01 | 2022-03-15 | span
the first half of the year | 2022-01-01 | 2022-06-30 | span
the first three months of 2023 | 2023-01-01 | 2023-03-31 | span
the last two months of 2021 | 2021-11-01 | 2021-12-31 | span
the first nine months of last year | 2021-01-01 | 2021-09-30 | span
the second week of March | 2022-03-08 | 2022-03-14 | week
the first week of 2022 | 2022-01-01 | 2022-01-07 | week
the last week of February | 2022-02-22 | 2022-02-28 | week
the first 10 days of March | 2022-03-01 | 2022-03-10 | span
summer 2020 | 2020-06-01 | 2020-08-31 | span
the summer of 2020 | 2020-06-01 | 2020-08-31 | span
last summer | 2021-06-01 | 2021-08-31 | span
the winter of 2019–20 | 2019-12-01 | 2020-02-29 | span
fiscal year 2021 | 2021-01-01 | 2021-12-31 | year
the 2020-21 financial year | 2020-04-01 | 2021-03-31 | year
FY2021 | 2021-01-01 | 2021-12-31 | year
the year to June | 2020-07-01 | 2021-06-30 | span
the year ended 31 December 2021 | 2021-01-01 | 2021-12-31 | span
the three months to February | 2021-12-01 | 2022-02-28 | span
the 12 months to March 2021 | 2020-04-01 | 2021-03-31 | span
the week ending 20 March | 2022-03-14 | 2022-03-20 | span
the weekend | 2022-03-19 | 2022-03-20 | span
last weekend | 2022-03-19 | 2022-03-20 | span
this weekend | 2022-03-26 | 2022-03-27 | span
next weekend | 2022-03-26 | 2022-03-27 | span
New Year's Eve | 2021-12-31 | 2021-12-31 | day
Christmas Day 2020 | 2020-12-25 | 2020-12-25 | day
Easter Sunday 2021 | 2021-04-04 | 2021-04-04 | day
since February | 2022-02-01 | - | month
since 24 February | 2022-02-24 | - | day
since last year | 2021-01-01 | - | year
since the outbreak began in February | 2022-02-01 | - | month
since the war broke out on 24 February | 2022-02-24 | - | day
since fighting resumed on Monday | 2022-03-21 | - | day
since 2014 | 2014-01-01 | - | year
since the start of the year | 2022-01-01 | - | year
since Monday | 2022-03-21 | - | day
since two weeks ago | 2022-03-07 | - | week
from Monday | 2022-03-21 | - | day
from 2014 onwards | 2014-01-01 | - | year
after 2014 | 2015-01-01 | - | year
after 21 March | 2022-03-22 | - | day
before 2014 | - | 2013-12-31 | year
before Monday | - | 2022-03-20 | day
until Sunday | - | 2022-03-27 | day
until 2030 | - | 2030-12-31 | year
by Friday | - | 2022-03-25 | day
by the end of the year | - | 2022-12-31 | year
by 2030 | - | 2030-12-31 | year
by the end of March | - | 2022-03-31 | month
as of 15 February | 2022-02-15 | 2022-02-15 | day
as of Monday | 2022-03-21 | 2022-03-21 | day
between February and March | 2022-02-01 | 2022-03-31 | span
between 2015 and 2020 | 2015-01-01 | 2020-12-31 | span
between Monday and Wednesday | 2022-03-21 | 2022-03-23 | span
from Monday to Wednesday | 2022-03-21 | 2022-03-23 | span
from 3 to 7 March | 2022-03-03 | 2022-03-07 | span
between 3 and 7 March | 2022-03-03 | 2022-03-07 | span
3–7 March | 2022-03-03 | 2022-03-07 | span
March 3-7, 2021 | 2021-03-03 | 2021-03-07 | span
from 28 February to 7 March | 2022-02-28 | 2022-03-07 | span
January–March 2020 | 2020-01-01 | 2020-03-31 | span
March 2020 to May 2021 | 2020-03-01 | 2021-05-31 | span
from November 2021 to March | 2021-11-01 | 2022-03-31 | span
from December to February | 2021-12-01 | 2022-02-28 | span
from 2015 to 2020 | 2015-01-01 | 2020-12-31 | span
"""

# what a sentence about the future makes of the same words
FUTURE = """
Thursday | 2022-03-24 | 2022-03-24 | day
on Friday | 2022-03-25 | 2022-03-25 | day
on Wednesday | 2022-03-30 | 2022-03-30 | day
in March | 2022-03-01 | 2022-03-31 | month
in February | 2023-02-01 | 2023-02-28 | month
on 21 March | 2023-03-21 | 2023-03-21 | day
from Monday | 2022-03-28 | - | day
over the weekend | 2022-03-26 | 2022-03-27 | span
between April and June | 2022-04-01 | 2022-06-30 | span
since Monday | 2022-03-21 | - | day
"""


def _rows(table: str) -> list[tuple[str, date | None, date | None, str]]:
    rows = []
    for line in table.strip().splitlines():
        words, first, last, precision = (cell.strip() for cell in line.split("|"))
        ends = [None if day == "-" else date.fromisoformat(day) for day in (first, last)]
        rows.append((words, ends[0], ends[1], precision))
    return rows


@pytest.mark.parametrize(("words", "first", "last", "precision"), _rows(PAST))
def test_words_are_read_as_days(words: str, first: date | None, last: date | None, precision: str) -> None:
    period = resolve_period(words, PUBLISHED)
    assert period is not None
    assert (period.first_day, period.last_day, period.precision) == (first, last, precision)
    assert f"words:{words}" in period.why


@pytest.mark.parametrize(("words", "first", "last", "precision"), _rows(FUTURE))
def test_a_sentence_about_the_future_looks_ahead(
    words: str, first: date | None, last: date | None, precision: str
) -> None:
    period = resolve_period(words, PUBLISHED, future=True)
    assert period is not None
    assert (period.first_day, period.last_day, period.precision) == (first, last, precision)


# a sentence, and its time expressions in order
@pytest.mark.parametrize(
    "words", ["Thursday", "last week", "since February", "overnight", "in the past 24 hours"]
)
def test_without_a_publication_date_nothing_is_guessed(words: str) -> None:
    period = resolve_period(words, None)
    assert period is not None
    assert (period.first_day, period.last_day) == (None, None)
    assert "no publication date" in period.why


@pytest.mark.parametrize(
    "words", ["21 March 2019", "in 2021", "the 1990s", "Q3 2023", "between 2015 and 2020"]
)
def test_absolute_words_need_no_publication_date(words: str) -> None:
    period = resolve_period(words, None)
    assert period is not None
    assert period.first_day is not None


@pytest.mark.parametrize("words", ["", "the minister", "twelve tanks", "!!", "in 45 BC"])
def test_what_is_no_time_is_none(words: str) -> None:
    assert resolve_period(words, PUBLISHED) is None


def test_a_span_keeps_its_place() -> None:
    span = Span(40, 48, "Thursday")
    period = resolve_period(span, PUBLISHED)
    assert period is not None
    assert period.span == span


def test_earlier_counts_from_the_other_period_of_the_sentence() -> None:
    march = resolve_period("March 2021", PUBLISHED)
    year_before = resolve_period("a year earlier", PUBLISHED, around=march)
    monday = resolve_period("Monday", PUBLISHED)
    next_day = resolve_period("the next day", PUBLISHED, around=monday)
    assert year_before is not None
    assert next_day is not None
    assert (year_before.first_day, year_before.last_day) == (date(2020, 3, 1), date(2020, 3, 31))
    assert next_day.first_day == date(2022, 3, 22)


def test_the_next_day_without_another_period_fixes_no_days() -> None:
    period = resolve_period("the next day", PUBLISHED)
    assert period is not None
    assert (period.first_day, period.last_day) == (None, None)
    assert "fixes no days" in period.why


@pytest.mark.parametrize(
    ("country", "words", "first", "last"),
    [
        ("US", "fiscal year 2023", "2022-10-01", "2023-09-30"),
        ("GB", "the 2022-23 financial year", "2022-04-01", "2023-03-31"),
        ("JP", "fiscal 2022", "2022-04-01", "2023-03-31"),
        ("AU", "the 2022–23 financial year", "2022-07-01", "2023-06-30"),
        ("AU", "summer 2020", "2020-12-01", "2021-02-28"),
    ],
)
def test_the_country_turns_fiscal_years_and_seasons(country: str, words: str, first: str, last: str) -> None:
    period = resolve_period(words, PUBLISHED, country=country)
    assert period is not None
    assert (period.first_day, period.last_day) == (date.fromisoformat(first), date.fromisoformat(last))


def test_a_date_soon_to_come_is_not_taken_for_last_years() -> None:
    january = resolve_period("20 January", date(2022, 1, 3))
    told = resolve_period("20 January", date(2022, 1, 3), future=False)
    assert january is not None
    assert told is not None
    assert january.first_day == date(2022, 1, 20)
    assert told.first_day == date(2021, 1, 20)


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize(
    "words",
    [
        "yesterday",
        "tomorrow",
        "9999 years ago",
        "the next 9999 years",
        "last century",
        "in March",
        "since May 3",
    ],
)
def test_the_ends_of_the_calendar_do_not_crash(published: date, words: str) -> None:
    assert resolve_period(words, published) is not None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Thursday", "24 March 2022"),
        ("since February", "from 1 February 2022 on"),
        ("until Sunday", "up to 27 March 2022"),
        ("in February", "February 2022"),
        ("last year", "2021"),
        ("last week", "14 March 2022 to 20 March 2022"),
        ("the same day", "no days fixed"),
    ],
)
def test_a_period_is_said_in_plain_words(words: str, said: str) -> None:
    period = resolve_period(words, PUBLISHED)
    assert period is not None
    assert describe_period(period) == said


@pytest.mark.parametrize("row", _rows(PAST))
def test_every_rule_is_explained(row: tuple[str, date | None, date | None, str]) -> None:
    period = resolve_period(row[0], PUBLISHED)
    assert period is not None
    rule = period.why[0].removeprefix("period:")
    assert explain_rule(rule) != rule
    assert len(explain_period(period)) == len(period.why)
