"""The reader on any text: no crash, spans that slice back, no overlap, finite decimals, linear time."""

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.domain.claim import Quantity
from models.domain.explain import explain
from models.domain.quantities import read_quantities
from models.domain.reading.word_lists import words_of
from tests.domain.pace import grows_linearly

# Pieces that make readers meet: numbers, connectors, units, signs, and whatever else Unicode has.
_PIECES = st.sampled_from(
    sorted(
        words_of(
            """
            0 1 7 10 12 17 20 21 100 300 1999 2022 3.5 1,5 10,000 1.234.567 .5 007
            99999999999999999999999 one two twenty hundred thousand million billion crore a an
            half third quarter dozen dozens several few couple handful scores tens of and or to
            from between by in per out up down rose fell doubled tenfold more than less at least
            most about some nearly - – — / : ; , . % $ £ € Rs USD kr bn m k tn km km/h kg °C
            degrees year-old years day people soldiers killed houses no nobody none not point
            points percent cent March May Monday 21st am pm No. Article F-16 G7 +44 # @ www. ( ) "
            ' “ ” ½ ⅓ ² ± − \u00a0 \u2009 \u202f \u200b é 漢字 🙂 ١٢ ２０ US U.S. aged over under old
            times twice
            """
        )
    )
)
_NOISE = st.lists(st.one_of(_PIECES, st.text(max_size=6)), max_size=25).flatmap(
    lambda pieces: st.sampled_from([" ", "", "-"]).map(lambda glue: glue.join(pieces))
)


def _decimals(quantity: Quantity) -> list[Decimal]:
    change, kept = quantity.change, quantity.conservative
    found = [quantity.best, quantity.low, quantity.high, quantity.precision]
    found += [change.from_value, change.by_value] if change else []
    found += [kept.low, kept.high] if kept else []
    return [value for value in found if value is not None]


def _check(text: str) -> None:
    end = 0
    for quantity in read_quantities(text):
        span, counted = quantity.span, quantity.counted
        assert end <= span.start < span.end <= len(text)
        assert span.text == text[span.start : span.end]
        assert counted is None or counted.text == text[counted.start : counted.end] != ""
        assert all(value.is_finite() and "E" not in str(value) for value in _decimals(quantity))
        assert quantity.precision >= 0
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        assert quantity.unit
        assert quantity.why
        assert explain(text, quantity)
        end = span.end


@settings(max_examples=250, deadline=None)
@given(_NOISE)
def test_reads_shuffled_figure_words(text: str) -> None:
    _check(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_reads_any_text(text: str) -> None:
    _check(text)


_REPEATED = (
    "1|1,|1.|12 |1-|a |one |twenty-|million |and a half |from 1 to |between |up |1/|.|- |no |none of |of |"
    "rose to 3 |$|$1 |0 0|@|a@|+4 |call 1|per |5 people and |aaaa|F-16|hundreds of |U.S. |'s |March 3, |"
    "12 percent of the |1:2|in 2019-20 "
)


@pytest.mark.parametrize("piece", _REPEATED.split("|"))
def test_time_grows_with_the_text(piece: str) -> None:
    """Sixteen times the text takes some sixteen times as long; a quadratic reader would take 256 times."""
    short, long = piece * (1000 // len(piece)), piece * (16000 // len(piece))
    ratio = _seconds(long) / _seconds(short)
    assert ratio < 90, f"{piece!r} repeated takes {ratio:.0f} times as long at sixteen times the length"


def test_a_long_headline_is_read_in_line_with_its_length() -> None:
    assert grows_linearly(read_quantities, "The Gorge Three And ", times=700)


def _seconds(text: str) -> float:
    """Return the best processor time of three: the machine may be busy."""
    times = []
    for _ in range(3):
        start = time.process_time()
        read_quantities(text)
        times.append(time.process_time() - start)
    return max(min(times), 2e-4)
