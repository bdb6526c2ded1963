"""How every refusal looks: ``{"code", "status", "message", "errors"}``, whatever raised it."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import structlog
from flask import Flask, Response, jsonify, request
from marshmallow import ValidationError
from sqlalchemy.exc import IntegrityError, OperationalError
from werkzeug.exceptions import HTTPException

from api.auth import TooManyAttempts, Unauthenticated
from models.domain.errors import (
    ClaimbenchError,
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    PreconditionRequired,
    VersionMismatch,
)

log = structlog.get_logger(__name__)

STATUS_OF: dict[type[ClaimbenchError], HTTPStatus] = {
    Unauthenticated: HTTPStatus.UNAUTHORIZED,
    Forbidden: HTTPStatus.FORBIDDEN,
    NotFound: HTTPStatus.NOT_FOUND,
    PreconditionRequired: HTTPStatus.PRECONDITION_REQUIRED,
    VersionMismatch: HTTPStatus.PRECONDITION_FAILED,
    Invalid: HTTPStatus.UNPROCESSABLE_ENTITY,
    Conflict: HTTPStatus.CONFLICT,
    TooManyAttempts: HTTPStatus.TOO_MANY_REQUESTS,
}

Problems = dict[str, list[str]]


def refusal(status: HTTPStatus, message: str, errors: Problems | None = None) -> Response:
    """Write a refusal as JSON."""
    body = {"code": status.value, "status": status.phrase, "message": message, "errors": errors or {}}
    answer = jsonify(body)
    answer.status_code = status.value
    if status is HTTPStatus.UNAUTHORIZED:
        answer.headers["WWW-Authenticate"] = 'Bearer realm="claimbench"'
    return answer


def flat(messages: Any, path: str = "") -> Problems:
    """Flatten marshmallow's nested messages to dotted paths: ``{"evidence.0.locator": ["Missing …"]}``."""
    if isinstance(messages, Mapping):
        found: Problems = {}
        for name, inner in messages.items():
            # What is wrong with a whole object stands under the object's own name.
            further = path if name == "_schema" and path else f"{path}.{name}" if path else str(name)
            for key, words in flat(inner, further).items():
                found.setdefault(key, []).extend(words)
        return found
    return {path: [str(words) for words in (messages if isinstance(messages, list) else [messages])]}


def install(app: Flask) -> None:
    """Give every kind of error its answer."""
    app.register_error_handler(Exception, answer)


def answer(error: Exception) -> Response:
    """Turn whatever was raised into its answer; what we did not foresee is logged and is a 500."""
    match error:
        case ClaimbenchError():
            return _refused(error)
        case ValidationError():
            status = HTTPStatus.UNPROCESSABLE_ENTITY
            return refusal(status, "some fields cannot be taken as they are", flat(error.messages))
        case HTTPException():
            return _http(error)
        case IntegrityError():
            log.warning("writes_collided", path=request.path, error=str(error.orig))
            return refusal(HTTPStatus.CONFLICT, "somebody wrote the same thing at the same moment; ask again")
        case OperationalError():
            log.error("database_away", path=request.path, error=str(error.orig))
            message = "the database does not answer just now; try again"
            return _later(refusal(HTTPStatus.SERVICE_UNAVAILABLE, message), 5)
        case _:
            log.error("request_failed", method=request.method, path=request.path, exc_info=error)
            message = "this is our mistake, and the log has it; the request changed nothing"
            return refusal(HTTPStatus.INTERNAL_SERVER_ERROR, message)


def _later(refused: Response, seconds: int) -> Response:
    refused.headers["Retry-After"] = str(seconds)
    return refused


def _refused(error: ClaimbenchError) -> Response:
    refused = refusal(STATUS_OF[type(error)], error.message, error.fields)
    return _later(refused, error.wait) if isinstance(error, TooManyAttempts) else refused


def _http(error: HTTPException) -> Response:
    """Say what Flask itself refuses (no such path, another method) or redirects, in our words' shape."""
    own = error.get_response()
    status = HTTPStatus(own.status_code)
    said = error.description or status.phrase
    if status is HTTPStatus.NOT_FOUND and request.path.startswith("/v1/"):
        said = f"there is no route {request.path}; /openapi.json names all of them"
    refused = refusal(status, said) if status >= 400 else Response(status=status)
    for name, value in own.headers.items():
        if name.lower() not in ("content-type", "content-length"):
            refused.headers[name] = value
    return refused
