"""What lists and gauges show beside their rows, each asked once for many rows."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.data.tables import Claim, Job, User


def latest_jobs(session: Session, article_ids: Sequence[int]) -> dict[int, Job]:
    """Return the newest job of each of these articles that has one."""
    newest = select(func.max(Job.id)).where(Job.article_id.in_(article_ids)).group_by(Job.article_id)
    return {job.article_id: job for job in session.scalars(select(Job).where(Job.id.in_(newest)))}


def names_of(session: Session, user_ids: Sequence[int]) -> dict[int, str]:
    """Return the names of these people."""
    return dict(session.execute(select(User.id, User.name).where(User.id.in_(user_ids))).tuples().all())


def count_jobs_by_state(session: Session) -> dict[str, int]:
    """Return how many jobs stand in each state that has any."""
    return dict(session.execute(select(Job.state, func.count()).group_by(Job.state)).tuples().all())


def count_claims_by_state(session: Session) -> dict[str, int]:
    """Return how many standing claims, whatever their check-worthiness, stand in each state that has any."""
    query = select(Claim.state, func.count()).where(~Claim.withdrawn).group_by(Claim.state)
    return dict(session.execute(query).tuples().all())
