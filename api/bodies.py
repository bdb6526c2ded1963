"""How a request's JSON and query become values: decoded, then loaded by a schema."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NoReturn

from flask import request
from marshmallow import Schema
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType

LARGEST_BODY = 10_000_000
"""Bytes: a file of references. An article's text has a million, and JSON may write each of them in six."""

Json = dict[str, Any]
NO_OTHERS: Mapping[str, Callable[[bytes], Json]] = MappingProxyType({})


@cache
def _made(schema: type[Schema]) -> Schema:
    """Return the one instance of a schema: to make it takes longer than to load by it."""
    return schema()


def load_body(schema: type[Schema], others: Mapping[str, Callable[[bytes], Json]] = NO_OTHERS) -> Json:
    """Read the request's body through *schema*, or by what *others* have for its content type.

    Raises:
        UnsupportedMediaType: it is declared neither as JSON nor as one of the others (415).
        RequestEntityTooLarge: it is longer than :data:`LARGEST_BODY` (413).
        BadRequest: it is no JSON, or not in UTF-8 (400).
        ValidationError: the schema refuses it (422).
    """
    read = others.get(request.mimetype)
    if read is not None:
        return read(read_bytes())
    if not request.is_json:
        kinds = " or ".join(("application/json", *others))
        raise UnsupportedMediaType(f"send the body as Content-Type: {kinds}")
    loaded: Json = _made(schema).load(_decode(read_bytes()))
    return loaded


def load_query(schema: type[Schema]) -> Json:
    """Read the query string through *schema*; a parameter that is given twice is refused with the rest."""
    given: dict[str, Any] = {}
    for name, values in request.args.lists():
        given[name] = values[0] if len(values) == 1 else values
    loaded: Json = _made(schema).load(given)
    return loaded


def read_bytes() -> bytes:
    """Return the body as it came, or raise RequestEntityTooLarge."""
    too_large = RequestEntityTooLarge(
        f"the body is longer than {LARGEST_BODY:,} bytes; an article's text has 1,000,000 at most"
    )
    try:
        content = request.get_data(cache=True)
    except RequestEntityTooLarge:
        raise too_large from None
    # A body that does not say its length (sent in chunks) is cut at the limit instead of refused.
    if len(content) >= LARGEST_BODY and request.content_length != len(content):
        raise too_large
    return content


def _decode(content: bytes) -> Any:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRequest(
            f"the body is not UTF-8 (byte {error.start + 1}); convert it and send it again"
        ) from None
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise BadRequest(f"the body is no JSON: {error}") from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")
