"""What lists and gauges show beside their rows, each asked once for many rows."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.data.tables import Claim, Job


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
