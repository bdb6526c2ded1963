"""How values that are JSON already are dumped fast: marshmallow names the fields, nothing is converted."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from marshmallow import Schema, fields

from api.schemas.fields import Strict

Write = Callable[[Any], Any]


class Plain(Strict):
    """A schema of mappings whose values are JSON already, as those of stored claims are.

    marshmallow asks each field of each value for its accessor, its default and its hooks; a list of claims
    would spend most of its time there. The names, their order and what is nested are still the schema's.
    """

    def dump(self, obj: Any, *, many: bool | None = None) -> Any:
        """Write a mapping, or several, as the fields say."""
        write = _writer(type(self))
        return [write(one) for one in obj] if (self.many if many is None else many) else write(obj)


@cache
def _writer(schema: type[Schema]) -> Write:
    """Return what writes one mapping of *schema*."""
    parts = [
        (str(field.data_key or name), str(field.attribute or name), _of(field))
        for name, field in schema().dump_fields.items()
    ]

    def write(value: Mapping[str, Any]) -> dict[str, Any]:
        return {
            key: value[name] if of is None or value[name] is None else of(value[name])
            for key, name, of in parts
            if name in value
        }

    return write


def _of(field: Any) -> Write | None:
    """Return what writes a field's value; None where it goes out as it is."""
    if isinstance(field, fields.Nested):
        return _of_nested(field)
    if isinstance(field, fields.List):
        inner = _of(field.inner)
        return None if inner is None else lambda values: [inner(value) for value in values]
    if type(field) in (fields.String, fields.Integer, fields.Float, fields.Boolean, fields.Dict):
        return None
    return lambda value: field._serialize(value, None, None)


def _of_nested(field: fields.Nested) -> Write:
    schema = field.schema
    if isinstance(schema, Plain):
        return _writer(type(schema))
    return lambda value: schema.dump(value)
