"""The life of a job: its row is the truth, so it survives broker, worker and clock."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import CursorResult, select, update
from sqlalchemy.orm import Session

from models.data.tables import Article, Job
from models.domain.errors import Conflict, NotFound
from models.domain.roles import Actor, Role
from models.workflow import trail

MAX_ATTEMPTS = 5
SILENT_AFTER = timedelta(seconds=60)


class JobState(StrEnum):
    """Where a job stands; the last three are ends."""

    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


ENDS = frozenset({JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED})


@dataclass(frozen=True, slots=True)
class StartedJob:
    """What a worker needs of a job it has claimed: all of it copied, so that no transaction stays open."""

    id: int
    article_id: int
    owner: str
    attempt: int
    text: str
    title: str | None
    published_on: date | None


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep found: jobs to send (again), and jobs it gave up."""

    to_send: tuple[int, ...]
    failed: tuple[int, ...]


def create(session: Session, article: Article, actor_id: int | None, now: datetime) -> Job:
    """Queue one extraction of *article*; the caller sends its id after the commit."""
    job = Job(article_id=article.id, state=JobState.QUEUED, heartbeat_at=now, created_at=now)
    session.add(job)
    session.flush()
    trail.append(session, "article", article.id, "queued", {"job": job.id}, actor_id, now)
    return job


def latest(session: Session, article_id: int) -> Job | None:
    """Return an article's newest job."""
    return session.scalars(
        select(Job).where(Job.article_id == article_id).order_by(Job.id.desc()).limit(1)
    ).first()


def get(session: Session, job_id: int) -> Job:
    """Return a job, or raise :class:`NotFound`: an id that never was is no pending job."""
    job = session.get(Job, job_id)
    if job is None:
        raise NotFound(f"there is no job {job_id}")
    return job


def start(session: Session, job_id: int, owner: str, now: datetime) -> StartedJob | None:
    """Claim a queued job for one worker; None when it is not to be run (ended, or another's)."""
    result: CursorResult[Any] = session.execute(  # type: ignore[assignment]
        update(Job)
        .where(Job.id == job_id, Job.state == JobState.QUEUED)
        .values(
            state=JobState.RUNNING,
            owner=owner,
            attempt=Job.attempt + 1,
            heartbeat_at=now,
            started_at=now,
            stage="starting",
            done=0,
            total=0,
        )
    )
    if result.rowcount != 1:
        return None
    job = session.get(Job, job_id, populate_existing=True)
    assert job is not None
    article = job.article
    return StartedJob(
        id=job.id,
        article_id=article.id,
        owner=owner,
        attempt=job.attempt,
        text=article.text,
        title=article.title,
        published_on=article.published_on,
    )


def _mine(started: StartedJob) -> Any:
    return (
        (Job.id == started.id)
        & (Job.state == JobState.RUNNING)
        & (Job.owner == started.owner)
        & (Job.attempt == started.attempt)
    )


def beat(
    session: Session, started: StartedJob, now: datetime, stage: str, done: int = 0, total: int = 0
) -> bool:
    """Give a sign of life with progress; False when the job was cancelled or given to another worker."""
    result: CursorResult[Any] = session.execute(  # type: ignore[assignment]
        update(Job).where(_mine(started)).values(heartbeat_at=now, stage=stage, done=done, total=total)
    )
    return result.rowcount == 1


def is_mine(session: Session, started: StartedJob) -> bool:
    """Say whether the job still belongs to this owner and attempt, and lock its row where rows lock."""
    return session.scalars(select(Job.id).where(_mine(started)).with_for_update()).first() is not None


def succeed(
    session: Session, started: StartedJob, now: datetime, model: str, sentences: int, claims_found: int
) -> None:
    """End a job well, all its sentences read; the caller has checked :func:`is_mine` in this transaction."""
    session.execute(
        update(Job)
        .where(_mine(started))
        .values(
            state=JobState.SUCCEEDED,
            stage="done",
            done=sentences,
            total=sentences,
            finished_at=now,
            heartbeat_at=now,
            model=model,
            claims_found=claims_found,
            error=None,
        )
    )


def fail(session: Session, started: StartedJob, reason: str, now: datetime) -> bool:
    """End a job with its reason, unless it is no longer this worker's; trying again cannot help it."""
    result: CursorResult[Any] = session.execute(  # type: ignore[assignment]
        update(Job)
        .where(_mine(started))
        .values(state=JobState.FAILED, error=reason, finished_at=now, heartbeat_at=now)
    )
    return result.rowcount == 1


def requeue(session: Session, started: StartedJob, reason: str, now: datetime) -> bool:
    """Put a job back after a failure that may pass (True when it may run again; else it is failed now)."""
    if started.attempt >= MAX_ATTEMPTS:
        fail(session, started, _given_up(reason), now)
        return False
    result: CursorResult[Any] = session.execute(  # type: ignore[assignment]
        update(Job)
        .where(_mine(started))
        .values(state=JobState.QUEUED, owner=None, error=reason, heartbeat_at=now)
    )
    return result.rowcount == 1


def _given_up(reason: str | None) -> str:
    return f"given up after {MAX_ATTEMPTS} attempts; the last one ended so: {reason or 'its worker died'}"


def _newest_begun(session: Session) -> datetime | None:
    """Return when the newest job that a worker has begun was queued."""
    return session.scalars(
        select(Job.created_at).where(Job.started_at.is_not(None)).order_by(Job.id.desc()).limit(1)
    ).first()


def sweep(
    session: Session, now: datetime, silent_after: timedelta = SILENT_AFTER, *, is_queue_empty: bool = True
) -> Swept:
    """Find jobs whose worker or message was lost; the caller sends ``to_send`` after the commit.

    A running job that has been silent goes back to queued, or is failed after its last attempt. A queued
    job that nobody started within the same time is sent again: a job that runs twice changes nothing,
    since only one worker can claim its row. While the broker still holds messages (*is_queue_empty* is
    False) a queued job only waits its turn, and sending it again would make a long queue longer. But the
    queue keeps its order: a job that a later one has overtaken has lost its message, and is sent again,
    once for each time that it is overtaken anew.
    """
    silent_since = now - silent_after
    to_send, failed = [], []
    is_lost = Job.state == JobState.RUNNING
    if is_queue_empty:
        is_lost |= Job.state == JobState.QUEUED
    elif (overtaken_before := _newest_begun(session)) is not None:
        is_lost |= (Job.state == JobState.QUEUED) & (Job.heartbeat_at < overtaken_before)
    lost = session.scalars(
        select(Job)
        .where(Job.heartbeat_at < silent_since, is_lost)
        .order_by(Job.id)
        .with_for_update(skip_locked=True)
    ).all()
    for job in lost:
        job.heartbeat_at = now
        if job.state == JobState.RUNNING and job.attempt >= MAX_ATTEMPTS:
            job.state, job.error, job.finished_at = JobState.FAILED, _given_up(job.error), now
            failed.append(job.id)
            continue
        if job.state == JobState.RUNNING:
            job.state, job.owner, job.error = JobState.QUEUED, None, "its worker gave no sign of life"
        to_send.append(job.id)
    return Swept(tuple(to_send), tuple(failed))


def cancel(session: Session, actor: Actor, job_id: int, now: datetime) -> Job:
    """Cancel a job that has not ended; a running worker notices at its next sign of life.

    Cancelling a cancelled job changes nothing; one that ended otherwise raises :class:`Conflict`.
    """
    actor.require(Role.SUBMITTER)
    job = session.get(Job, job_id, with_for_update=True)
    if job is None:
        raise NotFound(f"there is no job {job_id}")
    if job.state == JobState.CANCELLED:
        return job
    if job.state in ENDS:
        raise Conflict(f"job {job_id} has already {job.state}; only a queued or running job can be cancelled")
    job.state, job.finished_at, job.owner = JobState.CANCELLED, now, None
    trail.append(session, "article", job.article_id, "job_cancelled", {"job": job.id}, actor.user_id, now)
    return job


def retry(session: Session, actor: Actor, job_id: int, now: datetime) -> Job:
    """Queue a new job in place of one that failed or was cancelled; the caller sends it."""
    actor.require(Role.SUBMITTER)
    job = get(session, job_id)
    newest = latest(session, job.article_id)
    if newest is not None and newest.state not in ENDS:
        raise Conflict(f"job {newest.id} of the same article is {newest.state}; wait for it or cancel it")
    if job.state not in (JobState.FAILED, JobState.CANCELLED):
        raise Conflict(f"job {job_id} has {job.state}; only a failed or cancelled job can be retried")
    if job.article.erased_at:
        raise Conflict(f"article {job.article_id} was taken down; its text is gone")
    return create(session, job.article, actor.user_id, now)


def begin_again(session: Session, article: Article, actor_id: int | None, now: datetime) -> Job:
    """Have an article read as it is now, which the caller sends: by the job that still runs, or a new one.

    A job that has begun read the article as it was, and would write that last of all. Put back, it is no
    longer its worker's, which hears of it at its next sign of life.
    """
    newest = latest(session, article.id)
    if newest is not None:
        session.refresh(newest, with_for_update=True)
    if newest is None or newest.state in ENDS:
        return create(session, article, actor_id, now)
    newest.state, newest.owner, newest.heartbeat_at = JobState.QUEUED, None, now
    return newest


def extract_again(session: Session, actor: Actor, article_id: int, now: datetime) -> Job:
    """Queue another extraction of an article, which the caller sends; return one that still runs."""
    actor.require(Role.EDITOR)
    article = session.get(Article, article_id)
    if article is None:
        raise NotFound(f"there is no article {article_id}")
    if article.erased_at:
        raise Conflict(f"article {article_id} was taken down; its text is gone")
    newest = latest(session, article_id)
    if newest is not None and newest.state not in ENDS:
        return newest
    return create(session, article, actor.user_id, now)
