"""The shapes of figures about the desk: its dashboard, and how well its people agree."""

from marshmallow import fields

from api.schemas.fields import Strict, asked_number, one_of
from models.domain.states import State
from models.workflow import dashboard


class AgreementSchema(Strict):
    """How well people agree in one field where two of them judged the same claim blind."""

    field = fields.String(required=True, metadata={"description": "`verdict`, or the coarser `status`."})
    people = fields.List(
        fields.String(),
        required=True,
        allow_none=True,
        metadata={"description": "Two names; null is everybody together."},
    )
    claims = fields.Integer(required=True, metadata={"description": "How many claims both have judged."})
    observed = fields.Float(
        required=True, allow_none=True, metadata={"description": "The share on which they agree."}
    )
    kappa = fields.Float(
        required=True, allow_none=True, metadata={"description": "Cohen's, of a pair; null where undefined."}
    )
    alpha = fields.Float(
        required=True,
        allow_none=True,
        metadata={"description": "Krippendorff's, nominal; null where undefined."},
    )


class DaySchema(Strict):
    """What happened to claims on one day (UTC)."""

    day = fields.Date(required=True)
    found = fields.Integer(required=True)
    proposed = fields.Integer(required=True)
    settled = fields.Integer(required=True)
    dismissed = fields.Integer(required=True)
    corrected = fields.Integer(required=True)
    undone = fields.Integer(required=True)
    reopened = fields.Integer(required=True)
    went_stale = fields.Integer(required=True)


class WaitingSchema(Strict):
    """How many claims are in a state."""

    state = fields.String(required=True, validate=one_of(State))
    claims = fields.Integer(required=True)
    above_threshold = fields.Integer(
        required=True, metadata={"description": "Those that the queue shows; the others are unlikely."}
    )


class MeasureOfDaySchema(Strict):
    """How many claims of a measure were found on a day (UTC)."""

    day = fields.Date(required=True)
    measure = fields.String(
        required=True, allow_none=True, metadata={"description": "Null: statements, which have none."}
    )
    claims = fields.Integer(required=True)


class DashboardSchema(Strict):
    """The desk at a glance."""

    days = fields.List(
        fields.Nested(DaySchema), required=True, metadata={"description": "Oldest first; every day is there."}
    )
    backlog = fields.List(fields.Nested(WaitingSchema), required=True)
    seconds_of_review = fields.Float(
        required=True,
        allow_none=True,
        metadata={
            "description": "The median from taking a claim to settling it; null where none was settled."
        },
    )
    seconds_until_settled = fields.Float(
        required=True,
        allow_none=True,
        metadata={"description": "The median from finding a claim to settling it."},
    )
    measures = fields.List(fields.Nested(MeasureOfDaySchema), required=True)
    agreement = fields.List(fields.Nested(AgreementSchema), required=True)


class DashboardQuery(Strict):
    """How far back the dashboard looks."""

    days = asked_number(
        1,
        dashboard.MOST_DAYS,
        load_default=dashboard.DAYS,
        metadata={"description": "How many days, today included."},
    )
