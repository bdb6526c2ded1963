"""The shape of what happened to a claim since somebody read it."""

from marshmallow import fields

from api.schemas.claims import EventSchema
from api.schemas.fields import Strict, asked_number


class ChangesQuery(Strict):
    """What is compared with what stands now."""

    since = asked_number(
        1,
        load_default=None,
        metadata={"description": "The version that was seen; of a stale claim, by default, its verdict's."},
    )


class FieldDifferenceSchema(Strict):
    """One field of a claim as it was and as it is."""

    field = fields.String(required=True)
    before = fields.Raw(required=True, allow_none=True)
    after = fields.Raw(required=True, allow_none=True)


class CitedDifferenceSchema(Strict):
    """What a standing verdict cites and what has moved on since."""

    claim_id = fields.Integer(required=True, allow_none=True)
    reference_id = fields.Integer(required=True, allow_none=True)
    version_then = fields.Integer(required=True)
    version_now = fields.Integer(required=True)


class ChangesSchema(Strict):
    """What happened to a claim after a version of it."""

    since = fields.Integer(required=True)
    version = fields.Integer(required=True, metadata={"description": "The version that stands now."})
    events = fields.List(fields.Nested(EventSchema), required=True)
    fields_ = fields.List(
        fields.Nested(FieldDifferenceSchema), required=True, attribute="fields", data_key="fields"
    )
    evidence = fields.List(
        fields.Nested(CitedDifferenceSchema),
        required=True,
        metadata={"description": "Of a stale claim: what its verdicts cite and what has changed."},
    )
