"""The shapes of figures: what they are about, who states them, and how they move over time."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from api.schemas.claims import _day, _decimal, _word
from api.schemas.fields import Day, Instant, Strict, Truth, Whole, Words, asked_number, one_of
from api.schemas.lists import PageQuery
from api.schemas.review import LONGEST_NOTE
from models.domain.states import Status
from models.domain.vocabulary import Bound, Measure


def _number(says: str) -> fields.Integer:
    return fields.Integer(required=True, allow_none=True, metadata={"description": says})


class FigureSchema(Strict):
    """The thing in the world that several claims and references state."""

    id = fields.Integer(required=True)
    label = fields.String(required=True, metadata={"description": "The words of one claim that states it."})
    measure = _word(Measure)
    unit = _word(null=True)
    country = _word(null=True, says="ISO 3166-1 alpha-2.")
    place = fields.String(required=True, allow_none=True, attribute="place_text")
    population = _word(null=True, says="Whom or what it counts.")
    event = _word(null=True, says="The kind of event: explosion, crash, flood …")
    first_day = _day("The first day for which a member stands.")
    last_day = _day("The last day for which a member stands.")
    members = fields.Integer(required=True)
    pinned = fields.Boolean(
        required=True, metadata={"description": "Whether the machine leaves its members where they are."}
    )
    joined_into = _number("The figure to which a person, or the machine, joined it; its members are there.")
    version = fields.Integer(required=True, metadata={"description": "The ETag; writes name it in If-Match."})
    created_at = Instant(required=True)
    updated_at = Instant(required=True)


class Telling(Strict):
    """A member, by exactly one of its two ids."""

    claim_id = _number("A claim of the desk.")
    reference_id = _number("A reference.")


class FigureMemberSchema(Telling):
    """One claim or reference that states the figure, why it is held to, and whether the series uses it."""

    article_id = _number("The claim's article.")
    text = fields.String(required=True, metadata={"description": "The number's words."})
    status = fields.String(
        required=True, allow_none=True, validate=one_of(Status), metadata={"description": "A claim's."}
    )
    origin = fields.String(required=True, validate=validate.OneOf(["machine", "person"]))
    score = fields.Float(required=True, metadata={"description": "How surely it states this figure."})
    reason = fields.String(required=True, metadata={"description": "Why it is here."})
    is_used = fields.Boolean(required=True)
    left_out = fields.String(
        required=True, allow_none=True, metadata={"description": "Why the series does not use it."}
    )


class PointSchema(Telling):
    """A telling that the series uses."""

    as_of = _day("The day for which it stands.")
    published_on = _day("The day on which it was told.")
    until = _day("The day on which a later one took its place; null: it stands.")
    bound = _word(Bound)
    low = _decimal("Null is open below.")
    best = _decimal()
    high = _decimal("Null is open above.")
    unit = _word(null=True)
    source = fields.String(required=True, metadata={"description": "Whom it goes back to."})
    change = fields.String(required=True, allow_none=True, metadata={"enum": ["up", "down", None]})
    is_jump = fields.Boolean(required=True, metadata={"description": "The change passes the desk's limit."})
    reason = fields.String(required=True, metadata={"description": "How it changed what stood before."})


class StandingSchema(Strict):
    """What is known for one day, one estimate a source."""

    day = _day("The day.")
    low = _decimal("Null: no standing telling has a low end.")
    best = _decimal("The newest day's; of rivals what most independent sources say, then the lowest.")
    high = _decimal("Null: no standing telling has a high end.")
    tellings = fields.List(fields.Nested(Telling), required=True)


class LeftOutSchema(Telling):
    """A telling that the series does not use."""

    reason = fields.String(required=True)


class StandingInFullSchema(StandingSchema):
    """What is known for a day that was asked for, and what that does not rest on."""

    left_out = fields.List(
        fields.Nested(LeftOutSchema), required=True, metadata={"description": "Every other telling, and why."}
    )


class DisputeSchema(Strict):
    """Two tellings that cannot both hold, or that cannot be held against each other."""

    one = fields.Nested(Telling, required=True)
    other = fields.Nested(Telling, required=True)
    reason = fields.String(required=True)


class SeriesSchema(Strict):
    """The figure over time, oldest first."""

    points = fields.List(fields.Nested(PointSchema), required=True)
    days = fields.List(
        fields.Nested(StandingSchema),
        required=True,
        metadata={"description": "Low, best and high from each day on which something changes."},
    )
    left_out = fields.List(fields.Nested(LeftOutSchema), required=True)


class FigureSourceSchema(Strict):
    """Tellings that go back to one source."""

    name = fields.String(required=True)
    kind = fields.String(required=True)
    reason = fields.String(required=True)
    party = fields.String(
        required=True, allow_none=True, metadata={"description": "How it is a side in the event, if it is."}
    )
    tellings = fields.List(fields.Nested(Telling), required=True)


class SourcesSchema(Strict):
    """How many sources do not go back to one another."""

    independent = fields.Integer(required=True)
    parties = fields.Integer(required=True)
    groups = fields.List(fields.Nested(FigureSourceSchema), required=True)


class OverrideSchema(Telling):
    """What a person decided about the figure."""

    kind = fields.String(required=True, validate=validate.OneOf(["split", "join", "pin", "unpin"]))
    figure_id = _number("The figure that was joined to it.")
    reason = fields.String(required=True, allow_none=True)
    by = fields.String(required=True)
    at = Instant(required=True)


class FigureInFullSchema(FigureSchema):
    """A figure with its members, its series, its sources and what people decided about it."""

    tellings = fields.List(
        fields.Nested(FigureMemberSchema),
        required=True,
        metadata={"description": "Its members, the latest 400 by their days, oldest first."},
    )
    series = fields.Nested(SeriesSchema, required=True)
    conflicts = fields.List(
        fields.Nested(DisputeSchema), required=True, metadata={"description": "Pairs that cannot both hold."}
    )
    incomparable = fields.List(
        fields.Nested(DisputeSchema),
        required=True,
        metadata={"description": "Pairs that are defined apart and so are no conflict, and why."},
    )
    sources = fields.Nested(SourcesSchema, required=True)
    on = fields.Nested(
        StandingInFullSchema,
        required=True,
        allow_none=True,
        metadata={"description": "What is known for the day that was asked for; null where none was."},
    )
    decisions = fields.List(fields.Nested(OverrideSchema), required=True)


class FiguresQuery(PageQuery):
    """What a list of figures may be narrowed to."""

    measure = fields.String(load_default=None, validate=one_of(Measure))
    place = Words(
        load_default=None,
        validate=validate.Length(1, 200),
        metadata={"description": "A country's two letters, or words of the place."},
    )
    text = Words(
        load_default=None, validate=validate.Length(1, 500), metadata={"description": "Words of the figure."}
    )
    least_members = asked_number(
        1, 1_000_000, load_default=None, metadata={"description": "How many must state it."}
    )
    conflicts = fields.String(
        load_default="false",
        validate=validate.OneOf(["true", "false"]),
        metadata={"description": "true: only those with members that conflict."},
    )


class FigureQuery(Strict):
    """The day for which low, best and high are wanted."""

    on = Day(load_default=None, metadata={"description": "A day, as YYYY-MM-DD."})


def _reason() -> Words:
    return Words(
        allow_none=True,
        load_default=None,
        validate=validate.Length(max=LONGEST_NOTE),
        metadata={"description": "Why; it is kept."},
    )


class NewSplit(Strict):
    """Which member states another figure."""

    claim_id = Whole(low=1, allow_none=True, load_default=None)
    reference_id = Whole(low=1, allow_none=True, load_default=None)
    reason = _reason()

    @validates_schema
    def check_one(self, data: dict[str, Any], **_: Any) -> None:
        """Refuse none and both: a split takes out one member."""
        if (data["claim_id"] is None) == (data["reference_id"] is None):
            raise ValidationError("Name exactly one of claim_id and reference_id.", "claim_id")


class NewJoin(Strict):
    """Which figure is the same thing."""

    figure_id = Whole(low=1, required=True, metadata={"description": "Its members come to this figure."})
    reason = _reason()


class NewPin(Strict):
    """Whether the figure's members stay where they are."""

    pinned = Truth(load_default=True)
    reason = _reason()
