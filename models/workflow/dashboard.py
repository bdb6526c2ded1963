"""How the desk is doing: what waits, what was done each day, how long it took, and how well people agree."""

import statistics
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from models.data import overviews
from models.domain.states import State
from models.workflow import agreement, desk
from models.workflow.agreement import Agreement

DAYS = 30
MOST_DAYS = 365
NEWEST_SETTLINGS = 5_000
"""Of how many a median is taken at most: more of them would hardly move it, and cost."""

# What a day's work consists of. No verdict shows in any of it, nor that two people disagreed.
KINDS = ("proposed", "settled", "dismissed", "undone", "reopened", "corrected", "went_stale")


@dataclass(frozen=True, slots=True)
class Day:
    """What happened to claims on one day (UTC): claims found, and events of each kind."""

    day: date
    found: int
    proposed: int
    settled: int
    dismissed: int
    corrected: int
    undone: int
    reopened: int
    went_stale: int


@dataclass(frozen=True, slots=True)
class MeasureOfDay:
    """How many claims of one measure were found on a day; None: statements."""

    day: date
    measure: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many standing claims are in a state, and how many of them the queue shows."""

    state: str
    claims: int
    above_threshold: int


@dataclass(frozen=True, slots=True)
class Dashboard:
    """The desk at a glance.

    ``seconds_of_review`` is the median from the lease to the settling by the same person,
    ``seconds_until_settled`` from when the claim was found, both over what was settled in these days; None
    where nothing was.
    """

    days: list[Day]
    backlog: list[Waiting]
    seconds_of_review: float | None
    seconds_until_settled: float | None
    measures: list[MeasureOfDay]
    agreement: list[Agreement]


def overview(session: Session, now: datetime, days: int = DAYS) -> Dashboard:
    """Return the dashboard of the last *days* days, today included, oldest first; every day is there."""
    first = (now - timedelta(days=days - 1)).replace(hour=0, minute=0, second=0, microsecond=0)
    found, measures = _found(session, first)
    times = overviews.settled_times(session, first, NEWEST_SETTLINGS)
    return Dashboard(
        days=_days(session, first, days, found),
        backlog=_backlog(session),
        seconds_of_review=_median([(end - begin).total_seconds() for _, begin, end in times if begin]),
        seconds_until_settled=_median([(end - begin).total_seconds() for begin, _, end in times]),
        measures=measures,
        agreement=agreement.measure(session),
    )


def _found(session: Session, first: datetime) -> tuple[dict[date, int], list[MeasureOfDay]]:
    counts = overviews.count_claims_by_day_and_measure(session, first)
    by_day: dict[date, int] = {}
    for (day, _), count in counts.items():
        by_day[day] = by_day.get(day, 0) + count
    ordered = sorted(counts.items(), key=lambda item: (item[0][0], item[0][1] or ""))
    return by_day, [MeasureOfDay(day, measure, count) for (day, measure), count in ordered]


def _days(session: Session, first: datetime, days: int, found: dict[date, int]) -> list[Day]:
    counts = overviews.count_events_by_day(session, KINDS, first)
    dates = [first.date() + timedelta(days=number) for number in range(days)]
    return [
        Day(
            day=day,
            found=found.get(day, 0),
            **{kind: counts.get((day, kind), 0) for kind in KINDS},
        )
        for day in dates
    ]


def _backlog(session: Session) -> list[Waiting]:
    everything = overviews.count_claims_by_state(session)
    shown = overviews.count_claims_by_state_above(session, desk.current(session).desk.check_threshold)
    return [Waiting(state.value, everything.get(state, 0), shown.get(state, 0)) for state in State]


def _median(values: list[float]) -> float | None:
    return statistics.median(values) if values else None
