"""The strict fields of which all schemas are made: a value has its type, or it is refused."""

import math
import re
from datetime import UTC, date, datetime
from typing import Any

from marshmallow import RAISE, Schema, fields, validate

from api.subjects import LARGEST_ID

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,6})?([Zz]|[+-]\d{2}:\d{2})\Z", re.ASCII)


class Strict(Schema):
    """A schema that refuses fields it does not know."""

    class Meta:
        """Unknown fields are a mistake of the caller's that silence would hide."""

        unknown = RAISE


class Words(fields.String):
    """Text that both databases keep: no U+0000 and no half of a surrogate pair."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        words = super()._deserialize(value, attr, data, **kwargs)
        if "\x00" in words or any("\ud800" <= c <= "\udfff" for c in words):
            raise self.make_error("unkept")
        return words

    default_error_messages = {  # noqa: RUF012 - marshmallow reads it as a plain class attribute
        "unkept": "Holds U+0000 or half of a surrogate pair; remove it."
    }


class Whole(fields.Integer):
    """A JSON integer; neither 1.0, nor true, nor "1"."""

    def __init__(self, *, low: int = 0, high: int = LARGEST_ID, **kwargs: Any) -> None:
        super().__init__(strict=True, validate=validate.Range(low, high), **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        if type(value) is not int:
            raise self.make_error("invalid", input=value)
        return super()._deserialize(value, attr, data, **kwargs)


class Truth(fields.Boolean):
    """true or false; neither 1 nor "yes"."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


class Number(fields.Float):
    """A JSON number that is finite."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not _is_finite(value):
            raise self.make_error("invalid", input=value)
        return super()._deserialize(value, attr, data, **kwargs)


def _is_finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # an integer beyond the range of doubles
        return False


class Day(fields.Date):
    """A calendar day as YYYY-MM-DD; other spellings of ISO 8601 are refused."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:
        if not isinstance(value, str) or not _DAY.match(value):
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE)
        return super()._deserialize(value, attr, data, **kwargs)


class Instant(fields.Field[datetime]):
    """An instant of an answer: RFC 3339 in UTC, with a Z."""

    def _serialize(self, value: datetime | None, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else value.astimezone(UTC).isoformat().replace("+00:00", "Z")


class AskedInstant(fields.Field[datetime]):
    """An instant of a query string: RFC 3339 with its offset, given back in UTC."""

    default_error_messages = {  # noqa: RUF012 - marshmallow reads it as a plain class attribute
        "invalid": "Must be an instant with its offset, such as 2024-05-02T12:00:00Z."
    }

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> datetime:
        # A plus that nobody has quoted arrives as a blank.
        if not isinstance(value, str) or not _INSTANT.match(value := value.replace(" ", "+", 1)):
            raise self.make_error("invalid")
        try:
            return datetime.fromisoformat(value.upper()).astimezone(UTC)
        except (ValueError, OverflowError):
            raise self.make_error("invalid") from None


class Part(fields.Nested):
    """An object of the answer that is made of columns of the row itself."""

    def get_value(self, obj: Any, attr: str, accessor: Any = None, default: Any = None) -> Any:
        return obj


def one_of(words: Any) -> validate.OneOf:
    """Return a check that a word is one of an enum's, which names them when it is not."""
    return validate.OneOf([word.value for word in words], error="Must be one of: {choices}.")


def asked_number(low: int, high: int = LARGEST_ID, **kwargs: Any) -> fields.Integer:
    """Return a whole number of a query string, where everything is text."""
    return AskedWhole(validate=validate.Range(low, high), **kwargs)


class AskedWhole(fields.Integer):
    """A whole number of a query string, in plain digits."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        if not isinstance(value, str) or not re.fullmatch(r"-?[0-9]{1,30}", value):
            raise self.make_error("invalid", input=value)
        return super()._deserialize(value, attr, data, **kwargs)


class AskedNumber(fields.Float):
    """A finite number of a query string."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> float:
        if not isinstance(value, str) or not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?", value):
            raise self.make_error("invalid", input=value)
        return super()._deserialize(value, attr, data, **kwargs)
