"""What the OpenAPI says of a route beyond its answer: what it asks of callers, and how it may refuse."""

from http import HTTPStatus
from typing import Any

from flask import Flask
from flask_smorest import Api
from marshmallow import Schema, fields

from api.auth import CSRF_HEADER
from api.contracts import Guard

VERSION = "1.0.0"
DESCRIPTION = """\
Articles go in, the claims in them come out with a verification status and the trail behind it.

Every refusal is `{"code", "status", "message", "errors"}`, decided in this order: 401 who are you, 403 not
yours to do, 404 no such thing, 428 name the version, 412 it has changed, 422 the values, 409 not in this
state. `errors` names each field, nested ones by a dotted path.

Lists are `{"items", "next"}`; send `next` back as `cursor` for what follows. Instants are UTC, days are
calendar days, offsets count Unicode code points, exact decimals are strings.
"""


class Refusal(Schema):
    """The body of every refusal."""

    code = fields.Integer(required=True, metadata={"description": "The HTTP status."})
    status = fields.String(required=True, metadata={"description": "Its name."})
    message = fields.String(required=True, metadata={"description": "What is wrong and what to do."})
    errors = fields.Dict(
        keys=fields.String(),
        values=fields.List(fields.String()),
        required=True,
        metadata={"description": "What is wrong with each field; nested ones as `evidence.0.locator`."},
    )


class DocumentedApi(Api):
    """flask-smorest's Api with our refusals in its document, and with Flask's error handlers left to us."""

    ERROR_SCHEMA = Refusal
    # Every refusal is named with its own status; a catch-all would hide a missing one.
    DEFAULT_ERROR_RESPONSE_NAME = None

    def _register_error_handlers(self) -> None:
        """Leave them to api/errors.py."""


def install(app: Flask) -> DocumentedApi:
    """Give an app its OpenAPI document at /openapi.json."""
    app.config.update(
        API_TITLE="Claimbench",
        API_VERSION=VERSION,
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/",
        OPENAPI_JSON_PATH="openapi.json",
        API_SPEC_OPTIONS={
            "info": {
                "description": DESCRIPTION,
                "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
            },
            "security": [{"token": []}, {"cookie": []}],
        },
    )
    api = DocumentedApi(app)
    schemes = api.spec.components
    schemes.security_scheme("token", {"type": "http", "scheme": "bearer"})
    schemes.security_scheme(
        "cookie",
        {
            "type": "apiKey",
            "in": "cookie",
            "name": app.config["SESSION_COOKIE_NAME"],
            "description": f"The page's log-in; writes also need the header {CSRF_HEADER}.",
        },
    )
    return api


def describe_guard(doc: dict[str, Any], doc_info: dict[str, Any], *, method: str, **_: Any) -> dict[str, Any]:
    """Add a route's parameters, body and refusals to its operation."""
    guard: Guard | None = doc_info.get("guard")
    if guard is None:
        return doc
    parameters = [*doc.get("parameters", []), *_headers(guard, method)]
    if guard.query is not None:
        parameters.append({"in": "query", "schema": guard.query})
    if guard.role is None:
        doc["security"] = []
    if parameters:
        doc["parameters"] = parameters
    if guard.body is not None:
        content: dict[str, Any] = {"application/json": {"schema": guard.body}}
        content |= {kind: {"schema": {"type": "string"}} for kind in guard.other_bodies}
        doc["requestBody"] = {"required": guard.is_body_required, "content": content}
    responses = doc.setdefault("responses", {})
    for status in _refusals(guard, method):
        responses.setdefault(str(status.value), status.name)
    if guard.shows_version:
        _describe_version(responses, method)
    return doc


def _headers(guard: Guard, method: str) -> list[dict[str, Any]]:
    headers = []
    if guard.needs_version:
        text = "The version that you have seen, in quotes: the ETag of your last GET."
        headers.append(_header("If-Match", text, is_required=True))
    if guard.shows_version and method == "get":
        headers.append(_header("If-None-Match", "The ETag that you have; 304 when it still stands."))
    if method == "post" and guard.role is not None:
        text = "A word of your own for this request: sent again within 24 hours, it happens once."
        headers.append(_header("Idempotency-Key", text, longest=255))
    return headers


def _header(name: str, description: str, *, is_required: bool = False, longest: int = 1000) -> dict[str, Any]:
    schema = {"type": "string", "minLength": 1, "maxLength": longest}
    return {
        "in": "header",
        "name": name,
        "description": description,
        "required": is_required,
        "schema": schema,
    }


def _refusals(guard: Guard, method: str) -> list[HTTPStatus]:
    """Return the refusals that a route may answer with."""
    found = [HTTPStatus.UNAUTHORIZED, HTTPStatus.SERVICE_UNAVAILABLE]
    found += [HTTPStatus.FORBIDDEN] if guard.role is not None else [HTTPStatus.TOO_MANY_REQUESTS]
    is_post = method == "post" and guard.role is not None
    if guard.about is not None or guard.may_be_missing:
        found.append(HTTPStatus.NOT_FOUND)
    if guard.needs_version:
        found += [HTTPStatus.PRECONDITION_REQUIRED, HTTPStatus.PRECONDITION_FAILED]
    if guard.body is not None:
        found += [HTTPStatus.BAD_REQUEST, HTTPStatus.UNSUPPORTED_MEDIA_TYPE]
    if guard.body is not None or is_post:
        found.append(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    # A parameter that a route does not know is refused everywhere.
    found.append(HTTPStatus.UNPROCESSABLE_ENTITY)
    if guard.refuses_conflicts or is_post:
        found.append(HTTPStatus.CONFLICT)
    return found


def _describe_version(responses: dict[str, Any], method: str) -> None:
    header = {"ETag": {"description": "The version, in quotes.", "schema": {"type": "string"}}}
    for status, response in responses.items():
        if str(status).startswith("2") and isinstance(response, dict):
            response["headers"] = {**response.get("headers", {}), **header}
    if method == "get":
        responses["304"] = {"description": "You have this version already."}
