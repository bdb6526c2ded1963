"""The shapes of articles: what is sent in, what may change, and what is shown."""

from marshmallow import fields, validate

from api.schemas.fields import Day, Instant, Strict, Words
from api.schemas.jobs import JobSchema
from api.schemas.lists import PageQuery

LONGEST_TITLE = 2_000
LONGEST_URL = 8_000


class ArticleAbout(Strict):
    """What is known about an article besides its words; null is the same as left out."""

    title = Words(
        allow_none=True,
        validate=validate.Length(max=LONGEST_TITLE),
        metadata={"description": "Context for its figures; never a claim."},
    )
    published_on = Day(
        allow_none=True, metadata={"description": "The day from which `yesterday` is counted."}
    )
    source_name = Words(
        allow_none=True,
        validate=validate.Length(max=LONGEST_TITLE),
        metadata={"description": "Who published it."},
    )
    url = Words(
        allow_none=True,
        validate=validate.Length(max=LONGEST_URL),
        metadata={"description": "Its own address, http or https; nobody fetches it."},
    )


class NewArticleSchema(ArticleAbout):
    """An article to be read; the same one again is recognised."""

    # What is wrong with a text (empty, too long, U+0000) is intake's to say, for the page as for the API.
    text = fields.String(
        required=True,
        metadata={"description": "Its words, kept exactly as sent; at most 1,000,000 bytes of UTF-8."},
    )


class ArticleSchema(Strict):
    """An article without its words."""

    id = fields.Integer(required=True, attribute="row.id")
    title = fields.String(required=True, allow_none=True, attribute="row.title")
    published_on = fields.Date(required=True, allow_none=True, attribute="row.published_on")
    source_name = fields.String(required=True, allow_none=True, attribute="row.source_name")
    url = fields.String(required=True, allow_none=True, attribute="row.url")
    created_at = Instant(required=True, attribute="row.created_at")
    erased_at = Instant(
        required=True,
        allow_none=True,
        attribute="row.erased_at",
        metadata={"description": "When it was taken down; its words are gone."},
    )
    version = fields.Integer(required=True, attribute="row.version")
    claims = fields.Integer(required=True, metadata={"description": "How many claims stand in it."})
    job = fields.Nested(
        JobSchema, required=True, allow_none=True, metadata={"description": "Its latest job."}
    )


class ArticleWithTextSchema(ArticleSchema):
    """An article with its words."""

    text = fields.String(required=True, attribute="row.text")


class SubmissionSchema(Strict):
    """An article that was taken in or recognised, and the job that reads it."""

    article = fields.Nested(ArticleSchema, required=True)
    job = fields.Nested(JobSchema, required=True)


class ArticlesQuery(PageQuery):
    """What a list of articles may be narrowed to."""

    text = Words(
        load_default=None,
        validate=validate.Length(1, 200),
        metadata={"description": "Words of the title or the source's name."},
    )


class NewTakedown(Strict):
    """Why an article is taken down."""

    reason = Words(
        required=True,
        validate=validate.Length(1, 10_000),
        metadata={"description": "The trail keeps it."},
    )
