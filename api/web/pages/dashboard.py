"""How the desk is doing: what was done each day and by whom, what waits and for how long, and agreement."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import render_template, request
from sqlalchemy.orm import Session

from api.session import database
from api.web.blueprint import web
from api.web.charts import Chart, stacked
from api.web.numbers import whole
from api.web.wording import figures
from models.data import workloads
from models.domain.states import State
from models.workflow import dashboard as desk_at_a_glance
from models.workflow import desk
from models.workflow.clock import now
from models.workflow.dashboard import Dashboard

RANGES = (7, 30, 90)
DONE = {
    "proposed": "first verdicts",
    "settled": "settled",
    "dismissed": "dismissed",
    "corrected": "corrected",
}
WAITING = (State.OPEN, State.IN_REVIEW, State.PROPOSED, State.STALE)
AGE_NAMES = ("under a day", "1 to 7 days", "7 to 30 days", "older")


@dataclass(frozen=True, slots=True)
class Person:
    """What one person did in these days, by kind."""

    name: str
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All of it."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class MeasureSeries:
    """How many claims of one measure were found each day."""

    name: str
    family: str
    chart: Chart


@web.get("/dashboard")
def dashboard() -> str:
    """Show the last 7, 30 or 90 days."""
    asked = request.args.get("days", 30, type=whole)
    days = asked if asked in RANGES else 30
    at = now()
    with database().read() as session:
        seen = desk_at_a_glance.overview(session, at, days)
        least = desk.current(session).desk.check_threshold
        ages = workloads.count_claims_by_age(session, [state.value for state in WAITING], least, at)
        people = _people(session, at - timedelta(days=days))
    columns = [(f"{one.day:%d %b}", {kind: getattr(one, kind) for kind in DONE}) for one in seen.days]
    return render_template(
        "dashboard.html",
        section="Dashboard",
        days=days,
        ranges=RANGES,
        seen=seen,
        done=DONE,
        columns=columns,
        throughput=stacked(columns),
        totals={kind: sum(counts[kind] for _, counts in columns) for kind in DONE},
        people=people,
        most=max((person.total for person in people), default=1),
        backlog={state: [ages.get((state.value, i), 0) for i in range(len(AGE_NAMES))] for state in WAITING},
        ages=AGE_NAMES,
        measures=_measures(seen),
        duration=duration,
    )


def _people(session: Session, since: datetime) -> list[Person]:
    counts = workloads.count_events_by_person(session, list(DONE), since)
    names = sorted({name for name, _ in counts})
    people = [Person(name, {kind: counts.get((name, kind), 0) for kind in DONE}) for name in names]
    return sorted(people, key=lambda person: -person.total)


def _measures(seen: Dashboard) -> list[MeasureSeries]:
    counts: dict[str | None, dict[object, int]] = {}
    for one in seen.measures:
        counts.setdefault(one.measure, {})[one.day] = one.claims
    top = max((count for by_day in counts.values() for count in by_day.values()), default=1)
    series = []
    for measure, by_day in sorted(counts.items(), key=lambda item: -sum(item[1].values())):
        columns = [(f"{one.day:%d %b}", {"found": by_day.get(one.day, 0)}) for one in seen.days]
        name = figures.label(measure) if measure else "Statements"
        series.append(MeasureSeries(name, figures.family(measure), stacked(columns, top)))
    return series


def duration(seconds: float | None) -> str:
    """Write how long something took: 48 s, 12 min, 3.5 h, 2 days; a dash for nothing."""
    if seconds is None:
        return "–"
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 90 * 60:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h" if seconds < 36 * 3600 else f"{seconds / 86400:.0f} days"
