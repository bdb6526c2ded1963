"""What becomes of a started job: claims, or a reason in its row."""

import time
from collections.abc import Iterator
from datetime import date

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from sqlalchemy.exc import OperationalError

from models.data.database import Database
from models.data.tables import Job
from models.domain.claim import Extraction
from models.domain.roles import Actor, Role
from models.nlp.load import load_finder
from models.nlp.pipeline import OnProgress, Pipeline
from models.workflow import accounts, extract, intake, jobs
from models.workflow.clock import now
from worker.reading import read

TEXT = "The mayor said 21 people were killed in the town. Another 300 fled."


@pytest.fixture
def database(sqlite_url: str) -> Iterator[Database]:
    opened = Database(sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def started(database: Database) -> jobs.StartedJob:
    with database.write() as session:
        user = accounts.add_user(session, None, "maria", "long enough", Role.SUBMITTER, now())
        actor = Actor(user.id, user.name, Role.SUBMITTER)
        sent = intake.submit(session, actor, intake.NewArticle(TEXT, published_on=date(2026, 3, 3)), now())
        begun = jobs.start(session, sent.job.id, "test:1", now())
    assert begun is not None
    return begun


def job(database: Database, started: jobs.StartedJob) -> Job:
    with database.read() as session:
        return jobs.get(session, started.id)


class Failing:
    def __init__(self, error: Exception) -> None:
        self.error = error

    def extract(self, text: str, title: str | None, on: date | None, report: OnProgress) -> Extraction:
        raise self.error


def test_an_article_becomes_claims_once(database: Database, started: jobs.StartedJob):
    pipeline = Pipeline(load_finder("rules"))
    read(started, database, lambda: pipeline, 10)
    read(started, database, lambda: pipeline, 10)  # a message that came twice
    assert job(database, started).state == "succeeded"
    with database.read() as session:
        quotes = [
            claim.reading["quantity"]["text"] for claim in extract.claims_of(session, started.article_id)
        ]
    assert len(quotes) == len(set(quotes)) == 2


@pytest.mark.parametrize(
    ("error", "state", "reason"),
    [
        (ValueError("no such tokenizer"), "failed", "ValueError: no such tokenizer"),
        (SoftTimeLimitExceeded(), "failed", "longer than the time limit"),
        (OperationalError("SELECT 1", {}, Exception("locked")), "queued", "out of reach: locked"),
    ],
)
def test_a_failure_is_said_in_the_row(
    database: Database, started: jobs.StartedJob, error: Exception, state: str, reason: str
):
    read(started, database, lambda: Failing(error), 10)  # type: ignore[arg-type,return-value]
    row = job(database, started)
    assert row.state == state
    assert reason in (row.error or "")


def test_a_cancelled_job_writes_nothing(database: Database, started: jobs.StartedJob):
    class Slow:
        def extract(self, text: str, title: str | None, on: date | None, report: OnProgress) -> Extraction:
            with database.write() as session:
                jobs.get(session, started.id).state = jobs.JobState.CANCELLED
            for done in range(200):
                time.sleep(0.02)
                report("marking", done, 200)
            raise AssertionError("it was never told to stop")

    read(started, database, lambda: Slow(), 0.05)  # type: ignore[arg-type,return-value]
    assert job(database, started).state == "cancelled"
    with database.read() as session:
        assert not extract.claims_of(session, started.article_id)
