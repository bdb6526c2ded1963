"""Whether this process lives, whether it can serve, and what it counts."""

from http import HTTPStatus
from typing import Any

from flask import Flask, Response, jsonify
from sqlalchemy.exc import SQLAlchemyError

from api import queue
from api.session import database
from models.data.migrate import is_at_head


def install(app: Flask) -> None:
    """Give an app /health and /ready, open to all: they tell nothing about the desk."""
    app.add_url_rule("/health", view_func=health)
    app.add_url_rule("/ready", view_func=ready)


def health() -> Response:
    """Say that this process answers."""
    return jsonify(status="ok")


def ready() -> tuple[Response, int]:
    """Say whether requests can be served: 200, or 503 with what is missing.

    Without the broker they can: jobs wait in the database and are sent when it is back.
    """
    said: dict[str, Any] = {"database": _database_word()}
    is_ready = said["database"] == "ok"
    said["broker"] = "ok" if queue.is_broker_reachable() else "unreachable"
    status = HTTPStatus.OK if is_ready else HTTPStatus.SERVICE_UNAVAILABLE
    return jsonify(status="ready" if is_ready else "not ready", **said), status


def _database_word() -> str:
    try:
        return "ok" if is_at_head(database()) else "not migrated: run ./claimbench migrate"
    except SQLAlchemyError:
        return "unreachable"
