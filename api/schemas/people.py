"""The shapes of people, their tokens and their sessions."""

from marshmallow import fields, validate

from api.schemas.fields import Instant, Strict, Truth, Whole, Words, asked_number, one_of
from api.schemas.lists import PageQuery
from models.domain.roles import Role

# Argon2 reads all of it; a password of a megabyte would be a way to keep us busy.
LONGEST_PASSWORD = 1_000


class UserSchema(Strict):
    """A person of the desk."""

    id = fields.Integer(required=True)
    name = fields.String(required=True)
    role = fields.String(required=True, validate=one_of(Role))
    created_at = Instant(required=True)
    disabled_at = Instant(required=True, allow_none=True)
    version = fields.Integer(required=True, attribute="session_epoch")


class NewUser(Strict):
    """A person to add."""

    name = Words(required=True, validate=validate.Length(1, 80))
    password = Words(required=True, validate=validate.Length(max=LONGEST_PASSWORD))
    role = fields.String(required=True, validate=one_of(Role))


class ChangedUser(Strict):
    """What changes about a person; their open log-ins end with it."""

    password = Words(validate=validate.Length(max=LONGEST_PASSWORD))
    role = fields.String(validate=one_of(Role))
    disabled = Truth(attribute="is_disabled")


class TokenSchema(Strict):
    """A bearer token; its secret is nowhere."""

    id = fields.Integer(required=True)
    user_id = fields.Integer(required=True)
    name = fields.String(required=True)
    created_at = Instant(required=True)
    last_used_at = Instant(required=True, allow_none=True)
    revoked_at = Instant(required=True, allow_none=True)


class MintedTokenSchema(Strict):
    """A new token with its secret."""

    id = fields.Integer(required=True, attribute="token.id")
    user_id = fields.Integer(required=True, attribute="token.user_id")
    name = fields.String(required=True, attribute="token.name")
    created_at = Instant(required=True, attribute="token.created_at")
    secret = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "Shown this once; null in a repeated answer to the same Idempotency-Key."},
    )


class NewToken(Strict):
    """A token to make."""

    name = Words(required=True, validate=validate.Length(1, 80), metadata={"description": "What it is for."})
    user = Whole(
        low=1, allow_none=True, load_default=None, metadata={"description": "Whose; one's own by default."}
    )


class TokensQuery(PageQuery):
    """Whose tokens are listed."""

    user = asked_number(1, load_default=None, metadata={"description": "Whose; one's own by default."})


class LogIn(Strict):
    """A name and its password."""

    name = Words(required=True, validate=validate.Length(1, 80))
    password = Words(required=True, validate=validate.Length(1, LONGEST_PASSWORD))


class Visitor(Strict):
    """Who is logged in."""

    id = fields.Integer(required=True)
    name = fields.String(required=True)
    role = fields.String(required=True, validate=one_of(Role))
    csrf_token = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "What writes by cookie repeat in X-CSRF-Token; null with a bearer token."},
    )
