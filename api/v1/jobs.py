"""Jobs over HTTP: how far each is, and how one is cancelled or begun anew."""

from http import HTTPStatus
from typing import Any

from flask import url_for
from flask.views import MethodView

from api import queue
from api.contracts import Asked
from api.routes import Routes
from api.schemas.jobs import JobSchema, JobsQuery
from api.schemas.lists import list_of
from api.session import database
from api.subjects import JOB
from models.data import queries
from models.domain.roles import Role
from models.workflow import jobs
from models.workflow.clock import now

routes = Routes("jobs", "Runs over articles: queued, running, and how they ended.")


@routes.route("/jobs")
class Jobs(MethodView):
    """All jobs."""

    @routes.guard(Role.SUBMITTER, query=JobsQuery)
    @routes.response(200, list_of(JobSchema))
    def get(self, asked: Asked) -> Any:
        """List jobs, the newest first."""
        with database().read() as session:
            return queries.list_jobs(session, **asked.query)


@routes.route("/jobs/<job_id>")
class OneJob(MethodView):
    """One job."""

    @routes.guard(Role.SUBMITTER, about=JOB)
    @routes.response(200, JobSchema)
    def get(self, asked: Asked) -> Any:
        """Return a job with its progress."""
        with database().read() as session:
            return jobs.get(session, asked.id)

    @routes.guard(Role.SUBMITTER, about=JOB, refuses_conflicts=True)
    @routes.response(200, JobSchema)
    def delete(self, asked: Asked) -> Any:
        """Cancel a job that has not ended; its article and its earlier claims stay."""
        with database().write() as session:
            return jobs.cancel(session, asked.actor, asked.id, now())


@routes.route("/jobs/<job_id>/retry")
class JobRetry(MethodView):
    """A new job in place of one that failed."""

    @routes.guard(Role.SUBMITTER, about=JOB)
    @routes.response(
        202, JobSchema, headers={"Location": {"description": "The new job.", "schema": {"type": "string"}}}
    )
    def post(self, asked: Asked) -> Any:
        """Begin anew what failed or was cancelled, as a job of its own."""
        with database().write() as session:
            job = jobs.retry(session, asked.actor, asked.id, now())
        queue.send_extract(job.id)
        return job, HTTPStatus.ACCEPTED, {"Location": url_for("jobs.OneJob", job_id=job.id)}
