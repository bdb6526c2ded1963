"""The tasks, by the names of models/jobs: each reads a row, does one thing, and writes rows."""

from datetime import timedelta

import structlog

from models.jobs import EXTRACT, SWEEP
from models.workflow import jobs, upkeep
from models.workflow.clock import now
from worker import app, process
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
