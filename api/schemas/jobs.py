"""The shape of a job: one run over an article, and how far it is."""

from marshmallow import fields

from api.schemas.fields import Instant, Part, Strict, asked_number, one_of
from api.schemas.lists import PageQuery
from models.workflow.jobs import JobState


class Progress(Strict):
    """What a job is doing; done of total, in units of the stage."""

    stage = fields.String(required=True, allow_none=True)
    done = fields.Integer(required=True)
    total = fields.Integer(required=True)


class JobSchema(Strict):
    """One run over an article."""

    id = fields.Integer(required=True)
    article_id = fields.Integer(required=True)
    state = fields.String(required=True, validate=one_of(JobState))
    attempt = fields.Integer(required=True, metadata={"description": "How often a worker has begun it."})
    progress = Part(Progress, required=True)
    error = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "Why it failed, or why the last attempt did not come through."},
    )
    model = fields.String(required=True, allow_none=True, metadata={"description": "What read the article."})
    claims_found = fields.Integer(required=True, allow_none=True)
    created_at = Instant(required=True)
    started_at = Instant(required=True, allow_none=True)
    finished_at = Instant(required=True, allow_none=True)


class JobsQuery(PageQuery):
    """What a list of jobs may be narrowed to."""

    state = fields.String(load_default=None, validate=one_of(JobState))
    article = asked_number(
        1, load_default=None, attribute="article_id", metadata={"description": "The id of an article."}
    )
