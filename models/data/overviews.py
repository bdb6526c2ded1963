"""What lists and gauges show beside their rows, each asked once for many rows."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from models.data.tables import Claim, Event, Job


def latest_jobs(session: Session, article_ids: Sequence[int]) -> dict[int, Job]:
    """Return the newest job of each of these articles that has one."""
    newest = select(func.max(Job.id)).where(Job.article_id.in_(article_ids)).group_by(Job.article_id)
    return {job.article_id: job for job in session.scalars(select(Job).where(Job.id.in_(newest)))}


def count_jobs_by_state(session: Session) -> dict[str, int]:
    """Return how many jobs stand in each state that has any."""
    query = select(Job.state, func.count()).group_by(Job.state)
    return {state: count for state, count in session.execute(query)}  # noqa: C416


def count_claims_by_state(session: Session) -> dict[str, int]:
    """Return how many standing claims, whatever their check-worthiness, stand in each state that has any."""
    query = select(Claim.state, func.count()).where(~Claim.withdrawn).group_by(Claim.state)
    return {state: count for state, count in session.execute(query)}  # noqa: C416


def count_claims_by_state_above(session: Session, least: float) -> dict[str, int]:
    """Return how many standing claims of at least that check-worthiness stand in each state that has any."""
    query = (
        select(Claim.state, func.count())
        .where(~Claim.withdrawn, Claim.check_worthiness >= least)
        .group_by(Claim.state)
    )
    return {state: count for state, count in session.execute(query)}  # noqa: C416


def count_events_by_day(
    session: Session, kinds: Sequence[str], since: datetime
) -> dict[tuple[date, str], int]:
    """Return how many events of claims there were on each day (UTC) of each of these kinds."""
    day = func.date(Event.at)
    query = (
        select(day, Event.kind, func.count())
        .where(Event.subject == "claim", Event.kind.in_(kinds), Event.at >= since)
        .group_by(day, Event.kind)
    )
    return {(_day(on), kind): count for on, kind, count in session.execute(query)}


def count_claims_by_day_and_measure(session: Session, since: datetime) -> dict[tuple[date, str | None], int]:
    """Return how many standing claims were found on each day (UTC), of each measure; None: statements."""
    day = func.date(Claim.created_at)
    query = (
        select(day, Claim.measure, func.count())
        .where(~Claim.withdrawn, Claim.created_at >= since)
        .group_by(day, Claim.measure)
    )
    return {(_day(on), measure): count for on, measure, count in session.execute(query)}


def settled_times(
    session: Session, since: datetime, at_most: int
) -> Sequence[tuple[datetime, datetime | None, datetime]]:
    """Return of the newest settlings when the claim was found, leased by who settled it, and settled."""
    leased = aliased(Event)
    when_leased = (
        select(func.max(leased.at))
        .where(
            leased.subject == "claim",
            leased.subject_id == Event.subject_id,
            leased.seq < Event.seq,
            leased.kind == "leased",
            leased.actor_id == Event.actor_id,
        )
        .scalar_subquery()
    )
    query = (
        select(Claim.created_at, when_leased, Event.at)
        .join(Claim, Claim.id == Event.subject_id)
        .where(Event.subject == "claim", Event.kind == "settled", Event.at >= since)
        .order_by(Event.at.desc())
        .limit(at_most)
    )
    return [(found, begun, settled) for found, begun, settled in session.execute(query)]


def _day(value: Any) -> date:
    """Read a day as either database gives it: PostgreSQL as a date, SQLite as text."""
    return date.fromisoformat(str(value))
