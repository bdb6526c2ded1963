"""The tasks, by the names of models/jobs: each reads a row, does one thing, and writes rows."""

from collections.abc import Iterable
from datetime import timedelta

import structlog
from kombu.exceptions import OperationalError as BrokerAway
from sqlalchemy.exc import OperationalError as DatabaseAway

from models.jobs import EXTRACT, HINT, HINT_REFERENCE, HINTS, SWEEP
from models.workflow import hints, jobs, upkeep
from models.workflow.clock import now
from worker import app, process
from worker.comparing import compare_article, compare_reference
from worker.reading import read

log = structlog.get_logger(__name__)


@app.task(name=EXTRACT)
def extract(job_id: int) -> None:
    """Read one job's article and write its claims; a job that is not waiting is left alone."""
    with process.database().write() as session:
        started = jobs.start(session, job_id, process.owner(), now())
    if started is None:
        log.info("job_not_waiting", job_id=job_id)
        return
    with structlog.contextvars.bound_contextvars(job_id=job_id, article_id=started.article_id):
        read(started, process.database(), process.pipeline, process.settings().heartbeat_every)
    _send(HINT, [started.article_id])


@app.task(name=HINT, autoretry_for=(DatabaseAway,), retry_backoff=True, max_retries=3)
def hint(article_id: int) -> None:
    """Compare the claims of an article that wait, and let the articles that they touch follow."""
    with structlog.contextvars.bound_contextvars(article_id=article_id):
        _send(HINT, compare_article(process.database(), article_id))


@app.task(name=HINT_REFERENCE, autoretry_for=(DatabaseAway,), retry_backoff=True, max_retries=3)
def hint_reference(reference_id: int) -> None:
    """Find the figure of a reference, and let the articles that it touches follow."""
    with structlog.contextvars.bound_contextvars(reference_id=reference_id):
        _send(HINT, compare_reference(process.database(), reference_id, process.pipeline))


@app.task(name=SWEEP)
def sweep() -> None:
    """Send again the jobs that were lost, end those that were lost too often, and end old leases."""
    silent_after = timedelta(seconds=process.settings().stale_after)
    is_queue_empty = process.is_queue_empty()  # asked before, since it may wait and the writers wait for us
    with process.database().write() as session:
        swept = upkeep.sweep(session, now(), silent_after, is_queue_empty=is_queue_empty)
    for job_id in swept.to_send:
        app.send_task(EXTRACT, [job_id])
    if swept.to_send or swept.failed:
        log.warning("jobs_rescued", sent=swept.to_send, given_up=swept.failed)
    if process.is_queue_empty(HINTS):
        with process.database().read() as session:
            articles, references = hints.articles_waiting(session), hints.references_waiting(session)
        _send(HINT_REFERENCE, references)
        _send(HINT, articles)


def _send(task: str, ids: Iterable[int]) -> None:
    """Send one message an id; with the broker away they wait in the database for the sweep."""
    try:
        for number in ids:
            app.send_task(task, [number])
    except BrokerAway as error:
        log.warning("broker_unreachable", task=task, error=str(error))
