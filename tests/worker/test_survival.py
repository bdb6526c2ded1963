"""A real worker behind a real broker: jobs end well, whatever is killed."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from celery import Celery

from cli import programs
from cli.runfile import RUN, processes_of
from cli.supervise import Program, Supervisor
from models.data.database import Database
from models.data.tables import Claim, Job
from models.domain.roles import Actor, Role
from models.jobs import EXTRACT, JOBS
from models.nlp.load import load_finder
from models.nlp.pipeline import Pipeline
from models.settings import Settings
from models.workflow import accounts, extract, intake, jobs
from models.workflow.clock import now

LONG = "\n\n".join(
    f"On Tuesday at least {number} people were killed in the town of Tarvenna, the agency said. "
    f"About {number * 10} were evacuated to Ostrevik, and {number * 3} houses were destroyed."
    for number in range(100, 600)
)
"""An article that takes seconds to read, so that there is time to kill its reader."""


@pytest.fixture
def settings(sqlite_url: str, tmp_path: Path) -> Settings:
    return Settings.from_environment(
        {
            "CLAIMBENCH_VAR": str(tmp_path),
            "DATABASE_URL": sqlite_url,
            "CLAIMBENCH_EXTRACTOR": "rules",
            "CLAIMBENCH_HEARTBEAT_EVERY": "1",
            "CLAIMBENCH_STALE_AFTER": "3",
            "CLAIMBENCH_SWEEP_EVERY": "1",
        }
    )


class Running:
    """A broker, a worker and a clock as processes, and what a test does to them."""

    def __init__(self, settings: Settings) -> None:
        self.settings = replace(settings, worker_processes=2)
        self.mark = f"worker-test-{os.getpid()}-{settings.var_dir.name}"
        environment = {
            RUN: self.mark,
            "CLAIMBENCH_VAR": str(settings.var_dir),
            "DATABASE_URL": settings.database_url,
            "CLAIMBENCH_EXTRACTOR": settings.extractor,
            "CLAIMBENCH_HEARTBEAT_EVERY": str(settings.heartbeat_every),
            "CLAIMBENCH_STALE_AFTER": str(settings.stale_after),
            "CLAIMBENCH_SWEEP_EVERY": str(settings.sweep_every),
        }
        self.supervisor = Supervisor(settings.var_dir / "log", environment)
        self.database = Database(settings.database_url)
        self.app = Celery(broker=settings.broker_url)
        with self.database.write() as session:
            user = accounts.add_user(session, None, "maria", "long enough", Role.SUBMITTER, now())
            self.actor = Actor(user.id, user.name, Role.SUBMITTER)

    def start(self) -> None:
        broker = Program("broker", programs.broker(self.settings), ends_last=True)
        self.supervisor.start(broker)
        self.supervisor.start(Program("worker", programs.worker(self.settings)))
        self.supervisor.start(Program("beat", programs.beat(self.settings)))

    def submit(self, text: str, published_on: date | None = None) -> int:
        new = intake.NewArticle(text, published_on=published_on)
        with self.database.write() as session:
            return intake.submit(session, self.actor, new, now()).job.id

    def send(self, job_id: int) -> None:
        self.app.send_task(EXTRACT, [job_id], queue=JOBS)

    def job(self, job_id: int) -> Job:
        with self.database.read() as session:
            return jobs.get(session, job_id)

    def wait(self, holds: Callable[[], bool], seconds: float = 40) -> None:
        end = time.monotonic() + seconds
        while not holds():
            self.supervisor.check()
            assert time.monotonic() < end, self.supervisor.tail("worker")
            time.sleep(0.05)

    def wait_for(self, job_id: int, state: str) -> None:
        self.wait(lambda: self.job(job_id).state == state)

    def reader_of(self, job_id: int) -> int:
        return int(str(self.job(job_id).owner).rpartition(":")[2])


@pytest.fixture
def running(settings: Settings) -> Iterator[Running]:
    started = Running(settings)
    yield started
    started.supervisor.stop()
    started.database.close()
    assert not processes_of(started.mark)


def test_a_job_that_was_never_sent_is_found_by_the_sweep(running: Running):
    running.start()
    job_id = running.submit("At least 17 people were killed, the agency said.")
    running.wait_for(job_id, "succeeded")


def test_a_killed_child_and_a_killed_worker_lose_nothing_and_double_nothing(running: Running):
    running.start()
    job_id = running.submit(LONG)
    running.send(job_id)
    running.wait_for(job_id, "running")
    os.kill(running.reader_of(job_id), signal.SIGKILL)
    running.wait(lambda: running.job(job_id).attempt == 2)
    leader = running.supervisor.pid("worker")
    os.kill(leader, signal.SIGKILL)
    running.wait_for(job_id, "succeeded")
    assert running.job(job_id).attempt >= 3
    with running.database.read() as session:
        claims = extract.claims_of(session, running.job(job_id).article_id)
    anchors = [(claim.anchor_start, claim.anchor_end) for claim in claims]
    undisturbed = Pipeline(load_finder("rules")).extract(LONG)
    assert anchors == [(draft.anchor.start, draft.anchor.end) for draft in undisturbed.claims]
    assert running.job(job_id).claims_found == len(anchors) > 500


def test_a_cancelled_job_is_left_by_its_reader(running: Running):
    running.start()
    job_id = running.submit(LONG)
    running.send(job_id)
    running.wait_for(job_id, "running")
    with running.database.write() as session:
        jobs.cancel(session, running.actor, job_id, now())
    small = running.submit("At least 17 people were killed, the agency said.")
    running.send(small)
    running.wait_for(small, "succeeded")
    assert running.job(job_id).state == "cancelled"


def test_claims_are_compared_after_reading_and_a_lost_comparison_is_found_by_the_sweep(running: Running):
    told = "people were killed when the ferry Aurora sank off Kalamata in Greece, the coast guard said."
    running.start()
    job_ids = [
        running.submit(f"{words} {told}", date(2024, 5, 1))
        for words in ("Seventeen", "At least 17", "Thirty")
    ]
    for job_id in job_ids:
        running.wait_for(job_id, "succeeded")

    def claims() -> list[Claim]:
        with running.database.read() as session:
            articles = [running.job(job_id).article_id for job_id in job_ids]
            return [extract.claims_of(session, article_id)[0] for article_id in articles]

    def opinions() -> list[str | None]:
        return [claim.hint["opinion"] if claim.hint else None for claim in claims()]

    running.wait(lambda: opinions() == ["conflicts", "agrees", "conflicts"])
    lost = claims()[1].id
    with running.database.write() as session:
        claim = session.get_one(Claim, lost)
        claim.hint, claim.awaits = None, "grouping"
    running.wait(lambda: opinions()[1] == "agrees")
    running.wait(lambda: all(claim.awaits is None for claim in claims()))
