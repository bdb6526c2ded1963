"""How a started job is carried through: read with a heartbeat, recorded once, its failure said in its row."""

from collections.abc import Callable

import structlog
from celery.exceptions import SoftTimeLimitExceeded
from sqlalchemy.exc import OperationalError

from models.data.database import Database
from models.nlp.pipeline import Pipeline
from models.workflow import extract, jobs
from models.workflow.clock import now
from models.workflow.jobs import StartedJob
from worker.heartbeat import Heartbeat, JobLost, Progress

log = structlog.get_logger(__name__)


def read(started: StartedJob, database: Database, load: Callable[[], Pipeline], beat_every: float) -> None:
    """Read the article of *started* and write its claims, or its reason for failing.

    *load* gives the pipeline, inside the heartbeat since it may take seconds. A database that is out of
    reach may come back, so such a job waits for the sweep; anything else would fail the same way again.
    """

    def beat(progress: Progress) -> bool:
        with database.write() as session:
            return jobs.beat(session, started, now(), *progress)

    try:
        with Heartbeat(beat, beat_every) as heart:
            found = load().extract(started.text, started.title, started.published_on, heart.report)
        with database.write() as session:
            is_recorded = extract.record(session, started, found, now())
    except JobLost as lost:
        log.info("job_lost", where=str(lost))
    except OperationalError as error:
        log.warning("database_out_of_reach", exc_info=True)
        with database.write() as session:
            jobs.requeue(session, started, f"the database was out of reach: {error.orig}", now())
    except SoftTimeLimitExceeded:
        _fail(database, started, "reading it took longer than the time limit; split the article")
    except Exception as error:  # whatever an article does to the pipeline, its job must say so
        log.exception("job_failed")
        _fail(database, started, f"{type(error).__name__}: {error}")
    else:
        log.info("job_done", claims=len(found.claims), is_recorded=is_recorded)


def _fail(database: Database, started: StartedJob, reason: str) -> None:
    with database.write() as session:
        jobs.fail(session, started, reason, now())
