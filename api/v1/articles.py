"""Articles over HTTP: in, found again, described better, and read once more."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import url_for
from flask.views import MethodView
from sqlalchemy.orm import Session

from api import queue
from api.contracts import Asked
from api.routes import Routes
from api.schemas.articles import (
    ArticleAbout,
    ArticleSchema,
    ArticlesQuery,
    ArticleWithTextSchema,
    NewArticleSchema,
    NewTakedown,
    SubmissionSchema,
)
from api.schemas.lists import list_of
from api.session import database
from api.subjects import ARTICLE
from models.data import overviews, queries
from models.data.queries import Page
from models.data.tables import Article, Job
from models.domain.roles import Role
from models.workflow import articles, intake, jobs, takedown
from models.workflow.clock import now

routes = Routes("articles", "Texts that come in and are read for claims.")


@dataclass(frozen=True, slots=True)
class SeenArticle:
    """An article as lists and answers show it."""

    row: Article
    claims: int
    job: Job | None


def see(session: Session, rows: Sequence[Article]) -> list[SeenArticle]:
    """Put beside each article how many claims it has, and its latest job."""
    ids = [row.id for row in rows]
    counts, latest = queries.claim_counts(session, ids), overviews.latest_jobs(session, ids)
    return [SeenArticle(row, counts.get(row.id, 0), latest.get(row.id)) for row in rows]


def submission(session: Session, article: Article, job: Job) -> tuple[dict[str, Any], int, dict[str, str]]:
    """Answer that a job is under way, with its address."""
    location = url_for("jobs.OneJob", job_id=job.id)
    body = {"article": see(session, [article])[0], "job": job}
    return body, HTTPStatus.ACCEPTED, {"Location": location}


@routes.route("/articles")
class Articles(MethodView):
    """All articles."""

    @routes.guard(Role.SUBMITTER, query=ArticlesQuery)
    @routes.response(200, list_of(ArticleSchema))
    def get(self, asked: Asked) -> Any:
        """List articles, the newest first."""
        with database().read() as session:
            page = queries.list_articles(session, **asked.query)
            return Page(see(session, page.rows), page.next)

    @routes.guard(Role.SUBMITTER, body=NewArticleSchema)
    @routes.response(
        202, SubmissionSchema, headers={"Location": {"description": "The job.", "schema": {"type": "string"}}}
    )
    def post(self, asked: Asked) -> Any:
        """Send an article in; the same one again is recognised, with its latest job."""
        with database().write() as session:
            new = intake.NewArticle(**asked.body)
            submitted = intake.submit(session, asked.actor, new, now())
            answer = submission(session, submitted.article, submitted.job)
        queue.send_extract(submitted.job_to_send)
        return answer


@routes.route("/articles/<article_id>")
class OneArticle(MethodView):
    """One article."""

    @routes.guard(Role.SUBMITTER, about=ARTICLE, shows_version=True)
    @routes.response(200, ArticleWithTextSchema)
    def get(self, asked: Asked) -> Any:
        """Return an article with its words."""
        with database().read() as session:
            return see(session, [articles.get(session, asked.id)])[0]

    @routes.guard(Role.SUBMITTER, about=ARTICLE, body=ArticleAbout, needs_version=True, shows_version=True)
    @routes.response(200, ArticleWithTextSchema)
    def patch(self, asked: Asked) -> Any:
        """Change what is known about an article; another publication date reads its periods again."""
        with database().write() as session:
            edited = articles.edit(session, asked.actor, asked.id, asked.version, asked.body, now())
            answer = see(session, [edited.article])[0]
        queue.send_extract(edited.job_to_send)
        return answer


@routes.route("/articles/<article_id>/extract")
class ArticleExtraction(MethodView):
    """Another reading of an article."""

    @routes.guard(Role.EDITOR, about=ARTICLE)
    @routes.response(
        202, SubmissionSchema, headers={"Location": {"description": "The job.", "schema": {"type": "string"}}}
    )
    def post(self, asked: Asked) -> Any:
        """Read an article again, which disturbs nothing that people did.

        A job of it that still runs is returned instead.
        """
        with database().write() as session:
            job = jobs.extract_again(session, asked.actor, asked.id, now())
            answer = submission(session, articles.get(session, asked.id), job)
        queue.send_extract(job.id if job.state == jobs.JobState.QUEUED else None)
        return answer


@routes.route("/articles/<article_id>/takedown")
class ArticleTakedown(MethodView):
    """An article whose words must go."""

    @routes.guard(Role.ADMIN, about=ARTICLE, body=NewTakedown, shows_version=True)
    @routes.response(200, ArticleWithTextSchema)
    def post(self, asked: Asked) -> Any:
        """Erase an article's words, those of its claims, quotes and vectors; ids, hashes and trail stay.

        Doing it again changes nothing.
        """
        with database().write() as session:
            article = takedown.take_down(session, asked.actor, asked.id, asked.body["reason"], now())
            return see(session, [article])[0]
