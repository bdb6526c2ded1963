"""The shape of a claim: what the text says as values, and where its review stands."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from api.ranks import Why
from api.schemas.fields import AskedInstant, AskedNumber, Instant, Strict, Words, asked_number, one_of
from api.schemas.lists import PageQuery
from api.schemas.plain import Plain
from models.domain.states import DismissReason, Opinion, State, Status, Verdict
from models.domain.vocabulary import (
    Basis,
    Bound,
    Certainty,
    Dimension,
    Kind,
    Measure,
    PeriodPrecision,
    VaguePolicy,
)


def _word(words: Any = None, *, null: bool = False, says: str = "") -> fields.String:
    """Return a field of an answer that is always there; *null* where it may be null."""
    check = one_of(words) if words is not None and not null else None
    kinds = {"enum": [*(word.value for word in words), None]} if words is not None and null else {}
    told = {"description": says} if says else {}
    return fields.String(required=True, allow_none=null, validate=check, metadata={**kinds, **told})


def _decimal(says: str = "") -> fields.String:
    return fields.String(
        required=True,
        allow_none=True,
        metadata={"description": says or "An exact decimal.", "example": "2000000"},
    )


def _day(says: str) -> fields.String:
    return fields.String(required=True, allow_none=True, metadata={"format": "date", "description": says})


class Span(Plain):
    """Words of the article: `text[start:end]` in code points."""

    start = fields.Integer(required=True)
    end = fields.Integer(required=True)
    text = fields.String(required=True)


class Change(Plain):
    """A rise or fall that the figure reports."""

    direction = fields.String(required=True, validate=validate.OneOf(["up", "down"]))
    from_ = fields.String(required=True, allow_none=True, attribute="from", data_key="from")
    from_unit = _word(null=True)
    by = _decimal("By how much.")
    by_unit = _word(null=True, says="A unit, `percent` or `factor`.")


class Quantity(Span):
    """What the words of a number say, as an interval."""

    bound = _word(Bound)
    best = _decimal()
    low = _decimal("Null is open below.")
    high = _decimal("Null is open above.")
    precision = _decimal("Half a unit of the last digit written; comparison widens the interval by it.")
    unit = _word(null=True)
    dimension = _word(Dimension)
    counted = fields.Nested(Span, required=True, allow_none=True)
    change = fields.Nested(Change, required=True, allow_none=True)
    per = _word(null=True)
    why = fields.List(fields.String(), required=True, metadata={"description": "The reasons of the reading."})


class Place(Span):
    """Where it holds."""

    country = _word(null=True, says="ISO 3166-1 alpha-2.")


class Period(Span):
    """When it holds, both days included; null is an open end."""

    first_day = _day("The first day.")
    last_day = _day("The last day.")
    precision = _word(PeriodPrecision)


class Source(Span):
    """Who says it."""

    cue = _word(null=True, says="The verb that says so.")
    quoted = fields.Boolean(required=True)


class HintEvidence(Plain):
    """One figure that speaks for a hint."""

    relation = fields.String(required=True)
    claim_id = fields.Integer(metadata={"description": "The other claim; or there is a reference_id."})
    reference_id = fields.Integer(metadata={"description": "The reference; or there is a claim_id."})
    reason = fields.String(required=True)


class Hint(Plain):
    """The machine's opinion; never a verdict."""

    opinion = _word(Opinion)
    score = fields.Float(required=True)
    evidence = fields.List(fields.Nested(HintEvidence), required=True)
    model = fields.String(required=True)
    confirms = fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "A settled claim with equal interval and meaning, to confirm this one by."},
    )


class MachineReading(Plain):
    """The machine's value of each field that a person has corrected."""

    measure = fields.String(allow_none=True)
    basis = fields.String(allow_none=True)
    certainty = fields.String()
    quantity = fields.Nested(Quantity, allow_none=True)
    place = fields.Nested(Place, allow_none=True)
    period = fields.Nested(Period, allow_none=True)
    source = fields.Nested(Source, allow_none=True)


class ClaimObject(Plain):
    """What a text asserts, as values; the person's where a person has corrected them."""

    kind = _word(Kind)
    sentence = fields.Nested(Span, required=True)
    standalone = fields.String(required=True, metadata={"description": "The claim as a sentence of its own."})
    check_worthiness = fields.Float(required=True)
    measure = _word(Measure, null=True)
    basis = _word(Basis, null=True)
    certainty = _word(Certainty)
    quantity = fields.Nested(Quantity, required=True, allow_none=True)
    place = fields.Nested(Place, required=True, allow_none=True)
    period = fields.Nested(Period, required=True, allow_none=True)
    source = fields.Nested(Source, required=True, allow_none=True)
    confidence = fields.Dict(keys=fields.String(), values=fields.Float(), required=True)


class Standing(Plain):
    """Which claim it is, and where its review stands."""

    id = fields.Integer(required=True)
    article_id = fields.Integer(required=True)
    status = _word(Status, says="The one word to poll.")
    state = _word(State)
    verdict = _word(Verdict, null=True, says="A person's judgement, once it is final.")
    version = fields.Integer(required=True, metadata={"description": "The ETag; writes name it in If-Match."})


# The fields of the last base come first.
class ClaimSchema(ClaimObject, Standing):
    """One checkable assertion, and where its review stands."""

    model = fields.String(required=True, metadata={"description": "What read it."})
    machine = fields.Nested(MachineReading, required=True)
    hint = fields.Nested(Hint, required=True, allow_none=True)


class Person(Strict):
    """Somebody of the desk."""

    id = fields.Integer(required=True)
    name = fields.String(required=True)


class Lease(Plain):
    """Who looks at a claim now, and until when it is theirs."""

    holder = fields.Nested(Person, required=True)
    until = Instant(required=True)


class EvidenceSchema(Plain):
    """What a judgement rests on."""

    url = _word(null=True)
    claim_id = fields.Integer(required=True, allow_none=True)
    claim_version = fields.Integer(required=True, allow_none=True, dump_only=True)
    reference_id = fields.Integer(required=True, allow_none=True)
    reference_version = fields.Integer(required=True, allow_none=True, dump_only=True)
    quote = _word(null=True)
    locator = fields.String(required=True)


class JudgementSchema(Plain):
    """One person's verdict."""

    id = fields.Integer(required=True)
    reviewer = fields.Nested(Person, required=True)
    round = fields.Integer(required=True, metadata={"description": "Counts how often the claim was opened."})
    verdict = _word(Verdict)
    note = _word(null=True)
    evidence = fields.List(fields.Nested(EvidenceSchema), required=True)
    created_at = Instant(required=True)
    undone_at = Instant(required=True, allow_none=True)


class Dismissal(Plain):
    """Why a claim was taken off the desk."""

    reason = _word(DismissReason)
    duplicate_of = fields.Integer(required=True, allow_none=True)
    note = _word(null=True)


class RefusalOfOne(Strict):
    """Why one claim of many was left as it was; what it would have been answered alone."""

    code = fields.Integer(required=True, metadata={"description": "The HTTP status it would have had."})
    message = fields.String(required=True)
    errors = fields.Dict(keys=fields.String(), values=fields.List(fields.String()), required=True)


class ClaimInFullSchema(ClaimSchema):
    """A claim with who holds it and how it was judged, as far as the caller may see that."""

    vague_policy = _word(
        VaguePolicy,
        null=True,
        says="The desk's policy that gives a vague count its ends; null for other values.",
    )
    lease = fields.Nested(Lease, required=True, allow_none=True)
    judgements = fields.List(
        fields.Nested(JudgementSchema),
        required=True,
        metadata={
            "description": "Oldest first. A first verdict is its author's alone until the second is in."
        },
    )
    dismissal = fields.Nested(Dismissal, required=True, allow_none=True)
    reasons = fields.List(
        _word(Why),
        required=True,
        metadata={"description": "Why it is worth the next minutes, strongest first; empty: nothing waits."},
    )
    created_at = Instant(required=True)
    updated_at = Instant(required=True)


class PastClaimSchema(Strict):
    """A claim as it stood at an instant; its words are null where a take-down has erased them."""

    id = fields.Integer(required=True)
    article_id = fields.Integer(required=True)
    at = Instant(required=True)
    status = _word(Status, says="`in_review` where it was settled by verdicts that are hidden again.")
    state = _word(State)
    verdict = _word(Verdict, null=True, says="Null too where it is hidden from the caller now.")
    version = fields.Integer(required=True)
    model = fields.String(required=True)
    claim = fields.Nested(ClaimObject, required=True, allow_none=True)
    machine = fields.Nested(MachineReading, required=True, allow_none=True)


class PastQuery(Strict):
    """Which instant is asked for."""

    time = AskedInstant(
        required=True,
        metadata={"description": "RFC 3339, such as 2024-05-02T12:00:00Z.", "format": "date-time"},
    )


class EventSchema(Strict):
    """One line of a trail, a claim's or a figure's."""

    seq = fields.Integer(required=True)
    at = Instant(required=True)
    actor = fields.Nested(
        Person, required=True, allow_none=True, metadata={"description": "Null: the machine."}
    )
    kind = fields.String(required=True)
    data = fields.Dict(keys=fields.String(), required=True)
    hash = fields.String(
        required=True,
        metadata={"description": "Of the line and the one before it; empty where a verdict is hidden."},
    )


class CountsFilter(Strict):
    """What claims of every status may be narrowed to."""

    kind = fields.String(load_default=None, validate=one_of(Kind))
    measure = fields.String(load_default=None, validate=one_of(Measure))
    place = Words(
        load_default=None,
        validate=validate.Length(1, 200),
        metadata={"description": "A country's two letters, or words of the place."},
    )
    period = Words(
        load_default=None,
        validate=validate.Length(4, 40),
        metadata={
            "description": "Meets the claim's period: a day, month, year or ISO interval.",
            "examples": ["2022-03-24", "2022-03", "2022", "2022-02-24/2022-03-31", "2022-02-24/.."],
        },
    )
    value_from = AskedNumber(
        load_default=None, metadata={"description": "The claim's interval reaches this or more."}
    )
    value_to = AskedNumber(
        load_default=None, metadata={"description": "The claim's interval reaches this or less."}
    )
    article = asked_number(1, load_default=None, metadata={"description": "The id of an article."})
    text = Words(
        load_default=None, validate=validate.Length(1, 500), metadata={"description": "Words of the claim."}
    )
    min_check_worthiness = AskedNumber(load_default=None, validate=validate.Range(0, 1))
    hint = fields.String(
        load_default=None,
        validate=one_of(Opinion),
        metadata={"description": "The machine's opinion: `conflicts` for what other figures contradict."},
    )

    @validates_schema
    def check_range(self, query: dict[str, Any], **_: Any) -> None:
        """Refuse a range that holds no number, which is a slip of whoever wrote it."""
        low, high = query["value_from"], query["value_to"]
        if low is not None and high is not None and low > high:
            raise ValidationError("Ends before it begins.", "value_to")


class ClaimsFilter(CountsFilter):
    """What claims may be narrowed to."""

    status = fields.String(load_default=None, validate=one_of(Status))


class ClaimsQuery(ClaimsFilter, PageQuery):
    """What a list of claims may be narrowed to, and its order."""

    order = fields.String(
        load_default="check_worthiness",
        validate=validate.OneOf(["check_worthiness", "queue", "newest", "text"]),
    )


class OutcomeSchema(Strict):
    """What became of one claim of many: how it stands, or why it was left as it was."""

    id = fields.Integer(required=True, attribute="claim_id")
    claim = fields.Nested(ClaimSchema, required=True, allow_none=True)
    refusal = fields.Nested(RefusalOfOne, required=True, allow_none=True)


class ExportedClaimSchema(ClaimSchema):
    """A claim on its way out: with what its verdict rests on, and where its trail is."""

    judgements = fields.List(fields.Nested(JudgementSchema), required=True)
    dismissal = fields.Nested(Dismissal, required=True, allow_none=True)
    created_at = Instant(required=True)
    updated_at = Instant(required=True)
    trail = fields.String(required=True, metadata={"format": "uri"})


class CountsSchema(Strict):
    """How many claims have each status."""

    all = fields.Integer(required=True)
    by_status = fields.Dict(
        keys=fields.String(validate=one_of(Status)), values=fields.Integer(), required=True
    )
