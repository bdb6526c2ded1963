"""The shapes of trusted figures, of what an import did, and of what a document says of a number."""

from marshmallow import fields, validate

from api.schemas.claims import Person
from api.schemas.fields import Instant, Strict, Words, one_of
from api.schemas.lists import PageQuery
from api.schemas.review import LONGEST_NOTE
from models.domain.checking.limits import LONGEST_DOCUMENT
from models.domain.number_in_source import Standing
from models.domain.vocabulary import Basis, Bound, Measure


def _cell(says: str, example: str | None = None, longest: int = 20_000) -> Words:
    told = {"description": says} | ({"example": example} if example else {})
    return Words(allow_none=True, validate=validate.Length(max=longest), metadata=told)


class NewReferenceSchema(Strict):
    """One trusted figure, by the columns of an import; give value, or low and high."""

    publisher = Words(required=True, validate=validate.Length(1, 200))
    external_id = _cell("The publisher's own name of the figure: the same again is a new version.")
    as_of = Words(
        required=True,
        validate=validate.Length(1, 20),
        metadata={"description": "The day for which it stands, YYYY-MM-DD.", "example": "2026-03-12"},
    )
    first_day = _cell("Where it counts a time: its first day.", "2026-03-01")
    place = _cell("Where it holds.", "Tarvenna")
    country = _cell("The place's country, ISO 3166-1 alpha-2, where its name does not say.", "UA")
    measure = fields.String(required=True, validate=one_of(Measure))
    population = _cell("What is counted.", "people")
    value = _cell("A number, or words as an article has them.", "at least 17")
    low = _cell("The lower end, an exact decimal.", "19000")
    high = _cell("The upper end, an exact decimal.", "22000")
    unit = _cell(
        "person, household, building, item, percent, a currency (ISO 4217) or another unit.", "person"
    )
    basis = fields.String(allow_none=True, validate=one_of(Basis))
    url = _cell("Where it stands, http or https; nobody fetches it.", "https://example.org/report")
    statement = _cell("What it says, in a few words.", "killed in the dam break")


class ReferenceQuantity(Strict):
    """What its number says, as an interval of exact decimals."""

    text = fields.String(required=True)
    bound = fields.String(required=True, validate=one_of(Bound))
    best = fields.String(required=True, allow_none=True)
    low = fields.String(required=True, allow_none=True)
    high = fields.String(required=True, allow_none=True)
    precision = fields.String(required=True)
    unit = fields.String(required=True)


class ReferencePlace(Strict):
    """Where it holds."""

    text = fields.String(required=True)
    country = fields.String(required=True, allow_none=True)


class ReferenceObject(Strict):
    """What a reference states."""

    publisher = fields.String(required=True)
    external_id = fields.String(required=True, allow_none=True)
    statement = fields.String(required=True)
    measure = fields.String(required=True, validate=one_of(Measure))
    basis = fields.String(required=True, allow_none=True)
    population = fields.String(required=True, allow_none=True)
    quantity = fields.Nested(ReferenceQuantity, required=True)
    place = fields.Nested(ReferencePlace, required=True, allow_none=True)
    first_day = fields.String(required=True, metadata={"format": "date"})
    as_of = fields.String(required=True, metadata={"format": "date"})
    url = fields.String(required=True, allow_none=True)


class ReferenceSchema(ReferenceObject):
    """A figure from a trusted source, as it stands."""

    id = fields.Integer(required=True)
    version = fields.Integer(required=True)
    withdrawn = fields.Boolean(required=True)
    created_at = Instant(required=True)
    updated_at = Instant(required=True)


class ReferenceVersionSchema(ReferenceObject):
    """A reference as it stood in one version."""

    version = fields.Integer(required=True)
    changed = fields.List(
        fields.String(),
        required=True,
        metadata={"description": "The columns that it changed; empty at first."},
    )
    withdrawn = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "Why it was withdrawn, empty where nobody said; null: it stood."},
    )
    by = fields.Nested(Person, required=True)
    created_at = Instant(required=True)


class ReferenceInFullSchema(ReferenceSchema):
    """A reference with all its versions, oldest first."""

    versions = fields.List(fields.Nested(ReferenceVersionSchema), required=True)


class NewWithdrawal(Strict):
    """Why a reference stands no more."""

    reason = Words(
        allow_none=True,
        load_default=None,
        validate=validate.Length(max=LONGEST_NOTE),
        metadata={"description": "Why; it is kept."},
    )


class ReferencesQuery(PageQuery):
    """What a list of references may be narrowed to."""

    publisher = Words(load_default=None, validate=validate.Length(1, 200))
    measure = fields.String(load_default=None, validate=one_of(Measure))
    place = Words(
        load_default=None,
        validate=validate.Length(1, 200),
        metadata={"description": "A country's two letters, or words of the place."},
    )
    period = Words(
        load_default=None,
        validate=validate.Length(4, 40),
        metadata={"description": "A day, month, year or ISO interval that it stands for."},
    )
    text = Words(load_default=None, validate=validate.Length(1, 500))
    withdrawn = fields.String(
        load_default="false",
        validate=validate.OneOf(["true", "false"]),
        metadata={"description": "true: those that stand no more, in place of those that stand."},
    )


class ImportQuery(Strict):
    """How a file is taken in."""

    dry_run = fields.String(
        load_default="false",
        validate=validate.OneOf(["true", "false"]),
        metadata={"description": "true: check and count, keep nothing."},
    )
    file_name = Words(load_default=None, validate=validate.Length(1, 200))


class ImportReportSchema(Strict):
    """What an import did, or would do."""

    rows = fields.Integer(required=True)
    new = fields.Integer(required=True)
    changed = fields.Integer(required=True)
    unchanged = fields.Integer(required=True)
    dry_run = fields.Boolean(required=True, attribute="is_dry_run")
    import_id = fields.Integer(required=True, allow_none=True)


class DocumentSchema(Strict):
    """A document's words, pasted; nothing of it is kept."""

    text = Words(
        required=True,
        metadata={"description": f"At most {LONGEST_DOCUMENT:,} characters; form feeds part its pages."},
    )


class DocumentSpan(Strict):
    """Words of the document: `text[start:end]` in code points (of a page sent as HTML: of its words)."""

    start = fields.Integer(required=True)
    end = fields.Integer(required=True)
    text = fields.String(required=True)


class HitSchema(Strict):
    """One number of the document that may be the claim's."""

    standing = fields.String(required=True, validate=one_of(Standing))
    reason = fields.String(required=True)
    fit = fields.Float(
        required=True, metadata={"description": "0 to 1: how much the words around it share with the claim."}
    )
    number = fields.Nested(DocumentSpan, required=True)
    sentence = fields.Nested(DocumentSpan, required=True)
    locator = fields.String(required=True, metadata={"example": "page 2, paragraph 3"})


class FindingSchema(Strict):
    """Whether the document has the claim's number, and where; the best hit decides."""

    standing = fields.String(required=True, validate=one_of(Standing))
    reason = fields.String(required=True)
    numbers_read = fields.Integer(required=True)
    hits = fields.List(fields.Nested(HitSchema), required=True)
