"""Jobs: what is being read now, what failed and why, and the way to try again."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from api.queue import send_extract
from api.session import database
from api.web.blueprint import web
from api.web.pages.queue import Tab
from api.web.visit import actor
from api.web.wording import review
from models.data import queries
from models.data.tables import Article, Job
from models.domain.errors import Conflict, Invalid
from models.workflow import jobs as known_jobs
from models.workflow.clock import now
from models.workflow.jobs import ENDS, JobState

PAGE = 40
LONG_WAIT = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class ShownJob:
    """A job for the templates."""

    row: Job
    has_waited_long: bool

    @classmethod
    def of(cls, row: Job) -> "ShownJob":
        """Look at a job now."""
        is_waiting = row.state == JobState.QUEUED
        return cls(row, is_waiting and now() - row.created_at > LONG_WAIT)

    def __getattr__(self, name: str) -> Any:
        """Give what the row has."""
        return getattr(self.row, name)

    @property
    def article(self) -> Article:
        """The article that is read."""
        return self.row.article

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.row.state in ENDS

    @property
    def stage_words(self) -> str:
        """What the worker does now."""
        if self.row.state == JobState.QUEUED:
            return "It starts as soon as a worker is free."
        return (self.row.stage or "starting").replace("_", " ")


@web.get("/jobs")
def jobs() -> Any:
    """Show the jobs, newest first."""
    state = request.args.get("state", "")
    state = state if state in list(JobState) else ""
    cursor = request.args.get("cursor")
    with database().read() as session:
        try:
            page = queries.list_jobs(session, state or None, None, PAGE, cursor)
        except Invalid:
            return redirect(url_for("web.jobs"))
        counts = queries.count_jobs(session)
        tabs = [Tab("All", sum(counts.values()), url_for("web.jobs"), not state)]
        tabs += [
            Tab(words, counts.get(word.value, 0), url_for("web.jobs", state=word.value), state == word)
            for word, words in review.JOB_WORDS.items()
        ]
        return render_template(
            "jobs.html",
            section="Jobs",
            jobs=[ShownJob.of(job) for job in page.rows],
            tabs=tabs,
            state=state,
            here=url_for("web.jobs", state=state or None, cursor=cursor),
            is_any_running=any(job.state not in ENDS for job in page.rows),
            more_url=url_for("web.jobs", state=state or None, cursor=page.next) if page.next else None,
        )


@web.get("/jobs/<int:job_id>")
def job(job_id: int) -> str:
    """Show one job; the page asks again until it has ended."""
    with database().read() as session:
        found = ShownJob.of(known_jobs.get(session, job_id))
        return render_template("job.html", section="Jobs", job=found)


@web.post("/jobs/<int:job_id>/cancel")
def cancel_job(job_id: int) -> Response:
    """Cancel a job that has not ended."""
    try:
        with database().write() as session:
            known_jobs.cancel(session, actor(), job_id, now())
    except Conflict as refused:
        flash(f"{refused.message}.", "warn")
    return redirect(url_for("web.job", job_id=job_id), 303)


@web.post("/jobs/<int:job_id>/retry")
def retry_job(job_id: int) -> Response:
    """Queue a new job in place of one that failed or was cancelled."""
    try:
        with database().write() as session:
            new_id = known_jobs.retry(session, actor(), job_id, now()).id
    except Conflict as refused:
        flash(f"{refused.message}.", "warn")
        return redirect(url_for("web.job", job_id=job_id), 303)
    send_extract(new_id)
    return redirect(url_for("web.job", job_id=new_id), 303)
