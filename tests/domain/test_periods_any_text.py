"""Any text at all is read without a crash, in time linear in its length."""

import string
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.domain.periods import find_dateline, find_periods, resolve_period
from tests.domain.pace import grows_linearly

PUBLISHED = date(2022, 3, 24)


_TIME_WORDS = (
    "the of in on by since until from to and between early late mid end first last next this past week month "
    "year Monday March May 3 21 2022 24 1990 s ' – - , . ( ) / Q a two days ago earlier quarter half so far "
    "overnight night day before fiscal summer century recent th st"
)
_WORDS = st.sampled_from(sorted(set(_TIME_WORDS.split())))


@given(st.text())
def test_any_text_is_read_and_sliced_back(text: str) -> None:
    for span in find_periods(text):
        assert text[span.start : span.end] == span.text
    resolve_period(text, PUBLISHED)
    find_dateline(text, 2022)


@given(st.lists(_WORDS, max_size=40), st.dates(), st.sampled_from([None, True, False]))
@example(["late", "late", "March"], date(2000, 1, 1), None)
def test_any_run_of_time_words_is_read(words: list[str], published: date, future: bool | None) -> None:
    text = " ".join(words)
    spans = find_periods(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for span in spans:
        assert text[span.start : span.end] == span.text
        period = resolve_period(span, published, future)
        assert period is not None
        if period.first_day and period.last_day:
            assert period.first_day <= period.last_day


@pytest.mark.parametrize(
    "unit",
    [
        "the end of ",
        "early ",
        "since ",
        "from 3 to 7 ",
        "2019-",
        "the ",
        "last ",
        "May ",
        "(",
        "a ",
        "3 March, ",
    ],
)
def test_reading_is_linear_in_the_sentence(unit: str) -> None:
    assert grows_linearly(find_periods, unit)


@settings(max_examples=50)
@given(st.text(alphabet=string.ascii_letters + string.digits + " .,-–’'", max_size=300))
def test_words_known_to_be_time_never_crash(text: str) -> None:
    period = resolve_period(text, PUBLISHED)
    assert period is None or period.span.text == text
