"""What must be done now and then so that nothing stays stuck: the sweep's part in the database."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from models.workflow import idempotency, jobs, leases
from models.workflow.jobs import Swept


def sweep(session: Session, now: datetime, silent_after: timedelta, *, is_queue_empty: bool) -> Swept:
    """End leases that ran out, forget old idempotency keys, and return the jobs to send again."""
    leases.expire_all(session, now)
    idempotency.sweep(session, now)
    return jobs.sweep(session, now, silent_after, is_queue_empty=is_queue_empty)
