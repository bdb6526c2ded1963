"""Who reads the gold sentences: our own readers, or a peer in its environment, all as scoring's readings."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from lab.bench.peers.environments import PEERS, run
from lab.bench.peers.translate import TRANSLATORS
from lab.scoring import Change, Reading, When, Where
from models.domain.claim import Change as DomainChange
from models.domain.claim import Period, Place, Quantity, Span

OURS = "claimbench"
NAMES = (OURS, *PEERS)

#: One pass of our reader is over too soon to be timed well: it is repeated for so long.
LEAST_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Asked:
    """One sentence and the day on which it was published."""

    text: str
    published_on: date


@dataclass(frozen=True, slots=True)
class Answers:
    """One reader's quantities of every sentence, in order, and how many sentences a second it read."""

    reader: str
    readings: list[list[Reading]]
    sentences_per_second: float


def read_with(name: str, asked: list[Asked]) -> Answers:
    """Let the reader *name* read; raises KeyError for no reader, PeerMissingError for one not installed."""
    if name == OURS:
        return read_with_ours(asked)
    told = run(PEERS[name], [sentence.text for sentence in asked])
    translate = TRANSLATORS[name]
    readings = [[read for one in answer if (read := translate(one))] for answer in told.quantities]
    return Answers(name, readings, told.sentences_per_second)


def read_with_ours(asked: list[Asked]) -> Answers:
    """Read with models.domain: quantities against the clock, then each with the nearest period and place."""
    # The one reader under measurement: the peers must run where it does not import.
    from models.domain.quantities import read_context, read_quantities

    texts = [sentence.text for sentence in asked]
    for text in texts[:20]:
        read_quantities(text)
    speed = time_reader(read_quantities, texts)
    readings = []
    for sentence in asked:
        periods, places = read_periods(sentence), read_places(sentence.text)
        context = read_context(sentence.text, sentence.published_on)
        found = [reading_from_quantity(quantity) for quantity in read_quantities(sentence.text, context)]
        readings.append(
            [
                replace(one, period=nearest_period(one, periods), place=nearest_place(one, places))
                for one in found
            ]
        )
    return Answers(OURS, readings, speed)


def time_reader(read: Callable[[str], object], texts: list[str]) -> float:
    """Say how many sentences *read* does in a processor second, which other programs do not stretch."""
    passes, started = 0, time.process_time()
    while (seconds := time.process_time() - started) < LEAST_SECONDS or not passes:
        for text in texts:
            read(text)
        passes += 1
    return passes * len(texts) / seconds


def reading_from_quantity(quantity: Quantity) -> Reading:
    """Tell one of our quantities as a reading, under the interval policy."""
    return Reading(
        span=_offsets(quantity.span),
        bound=quantity.bound.value,
        best=quantity.best,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        dimension=quantity.dimension.value,
        precision=quantity.precision,
        per=quantity.per,
        counted=_offsets(quantity.counted) if quantity.counted else None,
        change=_change(quantity.change) if quantity.change else None,
    )


def read_periods(sentence: Asked) -> list[When]:
    """Find and resolve the periods of one sentence against its publication date."""
    from models.domain.periods import find_periods, looks_ahead, resolve_period

    text, published_on = sentence.text, sentence.published_on
    found = [resolve_period(span, published_on, looks_ahead(text, span)) for span in find_periods(text)]
    return [_when(period) for period in found if period]


def read_places(text: str) -> list[Where]:
    """Find and resolve the places of one sentence, each in the light of the others."""
    from models.domain.places import find_places, resolve_place

    spans = find_places(text)
    names = [span.text for span in spans]
    return [_where(resolve_place(span, names)) for span in spans]


def nearest_period(reading: Reading, periods: list[When]) -> When | None:
    """Choose the period that stands nearest to the quantity; which one is meant is the model's business."""
    return min(periods, key=lambda period: _distance(reading.span, period.span), default=None)


def nearest_place(reading: Reading, places: list[Where]) -> Where | None:
    """Choose the place that stands nearest to the quantity."""
    return min(places, key=lambda place: _distance(reading.span, place.span), default=None)


def _distance(left: tuple[int, int], right: tuple[int, int]) -> int:
    return max(left[0] - right[1], right[0] - left[1], 0)


def _offsets(span: Span) -> tuple[int, int]:
    return (span.start, span.end)


def _change(change: DomainChange) -> Change:
    return Change(change.direction, change.from_value, change.from_unit, change.by_value, change.by_unit)


def _when(period: Period) -> When:
    first, last = period.first_day, period.last_day
    return When(
        _offsets(period.span),
        first.isoformat() if first else None,
        last.isoformat() if last else None,
        period.precision.value,
    )


def _where(place: Place) -> Where:
    return Where(_offsets(place.span), place.country)
