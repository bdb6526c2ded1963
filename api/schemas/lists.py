"""The shape of every list: a page of items and the cursor of the next one."""

from functools import cache

from marshmallow import Schema, fields, validate

from api.schemas.fields import Strict, Words, asked_number

DEFAULT_LIMIT, LARGEST_LIMIT = 50, 200


class PageQuery(Strict):
    """Where a list goes on, and how many items of it are wanted."""

    limit = asked_number(
        1, LARGEST_LIMIT, load_default=DEFAULT_LIMIT, metadata={"description": "How many items at most."}
    )
    cursor = Words(
        load_default=None,
        validate=validate.Length(1, 500),
        metadata={"description": "The `next` of the page before."},
    )


@cache
def list_of(item: type[Schema]) -> type[Schema]:
    """Return the schema of a list of *item*."""
    parts = {
        "items": fields.List(fields.Nested(item), required=True, attribute="rows"),
        "next": fields.String(
            required=True,
            allow_none=True,
            metadata={"description": "The cursor of the next page; null at the end."},
        ),
    }
    name = item.__name__.removesuffix("Schema")
    return Strict.from_dict(parts, name=f"{name}List")  # type: ignore[arg-type]
