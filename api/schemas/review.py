"""The shapes of what reviewers send: verdicts, dismissals, reopenings, and the settings of the desk."""

from marshmallow import fields, validate

from api.schemas.fields import Number, Strict, Truth, Whole, Words, one_of
from models.domain.states import DismissReason, Verdict
from models.domain.vocabulary import VaguePolicy
from models.workflow import review_many

LONGEST_NOTE = 10_000
LONGEST_LOCATOR = 1_000
MOST_EVIDENCE = 100


def _note() -> Words:
    return Words(allow_none=True, load_default=None, validate=validate.Length(max=LONGEST_NOTE))


class NewEvidenceSchema(Strict):
    """What a verdict rests on: exactly one of url, claim_id and reference_id, and where in it to look."""

    url = Words(
        allow_none=True,
        load_default=None,
        validate=validate.Length(max=8_000),
        metadata={"description": "http or https; nobody fetches it."},
    )
    claim_id = Whole(low=1, allow_none=True, load_default=None, metadata={"description": "A settled claim."})
    reference_id = Whole(
        low=1, allow_none=True, load_default=None, metadata={"description": "A trusted figure."}
    )
    quote = _note()
    locator = Words(
        required=True,
        validate=validate.Length(1, LONGEST_LOCATOR),
        metadata={"description": "A paragraph, a page, a table.", "example": "paragraph 2"},
    )


class NewVerdict(Strict):
    """A person's judgement with what it rests on."""

    verdict = fields.String(required=True, validate=one_of(Verdict))
    evidence = fields.List(
        fields.Nested(NewEvidenceSchema),
        load_default=list,
        validate=validate.Length(max=MOST_EVIDENCE),
        metadata={"description": "At least one, except for not_checkable and not_enough_evidence."},
    )
    note = Words(
        allow_none=True,
        load_default=None,
        validate=validate.Length(max=LONGEST_NOTE),
        metadata={"description": "Needed for not_checkable and not_enough_evidence: why."},
    )


class NewDismissal(Strict):
    """Why a claim is taken off the desk."""

    reason = fields.String(required=True, validate=one_of(DismissReason))
    duplicate_of = Whole(
        low=1, allow_none=True, load_default=None, metadata={"description": "Another claim's id."}
    )
    note = _note()


class SeenClaim(Strict):
    """A claim with the version of it that was seen, as If-Match says it for one alone."""

    id = Whole(low=1, required=True)
    version = Whole(low=1, required=True)


class ManyClaims(Strict):
    """Several claims that one step is taken with."""

    claims = fields.List(
        fields.Nested(SeenClaim), required=True, validate=validate.Length(1, review_many.MOST_AT_ONCE)
    )


class NewDismissals(NewDismissal, ManyClaims):
    """Claims that are taken off the desk for one reason."""


class NewOpening(Strict):
    """Why a claim is opened again."""

    reason = Words(required=True, validate=validate.Length(1, LONGEST_NOTE))


class QueueWish(Strict):
    """What the next claim of the queue shall not be."""

    skip = fields.List(
        Whole(low=1),
        load_default=list,
        validate=validate.Length(max=500),
        metadata={"description": "Ids of claims that the caller does not want now."},
    )


class DeskSettingsSchema(Strict):
    """How this desk works; what is left out takes its default."""

    vague_policy = fields.String(
        validate=one_of(VaguePolicy), metadata={"description": "How `dozens` becomes numbers."}
    )
    second_reviewer = Truth(metadata={"description": "Whether a verdict needs a second person."})
    check_threshold = Number(metadata={"description": "0 to 1; queue and page hide claims below it."})
    household_size = Number(
        allow_none=True, metadata={"description": "Persons a household, 1 to 20; null: never converted."}
    )
    jump_limit = Number(metadata={"description": "1 to 1000; a revision by a larger factor is flagged."})
    lease_minutes = Whole(low=1, high=240)


class DeskSettingsInForce(Strict):
    """The settings that hold now."""

    version = fields.Integer(required=True)
    vague_policy = fields.String(required=True, validate=one_of(VaguePolicy))
    second_reviewer = fields.Boolean(required=True)
    check_threshold = fields.Float(required=True)
    household_size = fields.Float(required=True, allow_none=True)
    jump_limit = fields.Float(required=True)
    lease_minutes = fields.Integer(required=True)
