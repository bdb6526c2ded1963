"""The shape of a correction: a merge patch of a claim's effective fields, and what is put back."""

from typing import Any

from marshmallow import fields, validate

from api.schemas.fields import Strict, Truth, Whole, Words, one_of
from models.domain.effective import EFFECTIVE_FIELDS
from models.domain.vocabulary import Basis, Bound, Certainty, Dimension, Measure, PeriodPrecision

DECIMAL = r"[+-]?[0-9]{1,60}(\.[0-9]{1,60})?\Z"


def _offset() -> Whole:
    return Whole(metadata={"description": "Code points into the article's text."})


def _decimal(**more: Any) -> Words:
    return Words(
        allow_none=True,
        validate=validate.Regexp(DECIMAL, error="Must be a decimal in digits."),
        metadata={"description": "An exact decimal.", "example": "2000000"},
        **more,
    )


def _name(longest: int = 60, **more: Any) -> Words:
    return Words(allow_none=True, validate=validate.Length(1, longest), **more)


class SpanPatch(Strict):
    """Words of the article, marked by a person; what they say is cut from the text."""

    start = _offset()
    end = _offset()


class ChangePatch(Strict):
    """A rise or fall, given as a whole."""

    direction = fields.String(required=True, validate=validate.OneOf(["up", "down"]))
    from_ = _decimal(data_key="from", attribute="from", load_default=None)
    from_unit = _name(load_default=None)
    by = _decimal(load_default=None)
    by_unit = _name(load_default=None)


class EndsPatch(Strict):
    """Both ends of an interval, given as a whole; null is open."""

    low = _decimal(load_default=None)
    high = _decimal(load_default=None)


class QuantityPatch(SpanPatch):
    """Parts of the quantity; a moved span is read again, and a new best or bound moves the ends with it."""

    bound = fields.String(validate=one_of(Bound))
    best = _decimal()
    low = _decimal()
    high = _decimal()
    precision = _decimal()
    unit = Words(validate=validate.Length(1, 60))
    dimension = fields.String(validate=one_of(Dimension))
    counted = fields.Nested(SpanPatch, allow_none=True)
    change = fields.Nested(ChangePatch, allow_none=True)
    per = _name()
    conservative = fields.Nested(
        EndsPatch,
        allow_none=True,
        metadata={
            "description": "A vague count's ends under the conservative policy. With new ends and without it,"
            " the new ends hold under both policies."
        },
    )


class PlacePatch(SpanPatch):
    """Parts of the place."""

    country = Words(
        allow_none=True, validate=validate.Length(equal=2), metadata={"description": "ISO 3166-1 alpha-2."}
    )


class PeriodPatch(SpanPatch):
    """Parts of the period; its days include both ends."""

    first_day = Words(allow_none=True, validate=validate.Length(10, 10), metadata={"format": "date"})
    last_day = Words(allow_none=True, validate=validate.Length(10, 10), metadata={"format": "date"})
    precision = fields.String(validate=one_of(PeriodPrecision))


class SourcePatch(SpanPatch):
    """Parts of the source."""

    cue = _name(200)
    quoted = Truth()


class Correction(Strict):
    """A merge patch (RFC 7396): what is left out stays, null removes."""

    measure = fields.String(validate=one_of(Measure))
    basis = fields.String(allow_none=True, validate=one_of(Basis))
    certainty = fields.String(validate=one_of(Certainty))
    quantity = fields.Nested(QuantityPatch)
    place = fields.Nested(PlacePatch, allow_none=True)
    period = fields.Nested(PeriodPatch, allow_none=True)
    source = fields.Nested(SourcePatch, allow_none=True)


class PutBack(Strict):
    """Which corrected fields get the machine's reading again."""

    fields_ = fields.List(
        fields.String(validate=validate.OneOf(EFFECTIVE_FIELDS)),
        required=True,
        data_key="fields",
        attribute="fields",
        validate=validate.Length(1, len(EFFECTIVE_FIELDS)),
    )
