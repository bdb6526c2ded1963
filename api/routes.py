"""The one order in which a request is refused, for every route: 401, 403, 404, 428, 412, 422, 409."""

import json
from collections.abc import Callable
from copy import deepcopy
from functools import wraps
from typing import Any

from flask import Response, request
from flask_smorest import Blueprint
from marshmallow import ValidationError
from werkzeug.exceptions import HTTPException

from api import auth, errors, etags, repeats
from api.bodies import Json, load_body, load_query, read_bytes
from api.contracts import NOBODY, Asked, Guard
from api.openapi import describe_guard
from api.schemas.fields import Strict
from api.session import end_reading, reading
from models.domain.errors import ClaimbenchError, Invalid
from models.domain.roles import Actor, Role


class Routes(Blueprint):
    """A blueprint whose routes say with :meth:`guard` what they ask of their callers."""

    def __init__(self, name: str, description: str) -> None:
        super().__init__(name, name, url_prefix="/v1", description=description)
        self._prepare_doc_cbks.append(describe_guard)

    def guard(
        self, role: Role | None, **asks: Any
    ) -> Callable[[Callable[..., Any]], Callable[..., Response]]:
        """Let a view run only when nothing speaks against it; it gets one :class:`Asked`.

        The keywords are the fields of :class:`Guard`. It stands above ``response``, so that it sees the
        finished answer. What a use case refuses comes after all of this, in the use case's own order.
        """
        guard = Guard(role, **asks)

        def decorate(view: Callable[..., Any]) -> Callable[..., Response]:
            @wraps(view)
            def guarded(self: Any, **path: str) -> Response:
                return _run(guard, lambda asked: view(self, asked), path)

            guarded._apidoc = {**deepcopy(getattr(view, "_apidoc", {})), "guard": guard}  # type: ignore[attr-defined]
            return guarded

        return decorate


def _run(guard: Guard, view: Callable[[Asked], Response], path: dict[str, str]) -> Response:
    """Refuse in order, or give the kept answer, or run the view."""
    if guard.role is None:
        return _answer(guard, view, Asked(NOBODY))
    actor = auth.actor()
    actor.require(guard.role)
    subject_id, version = _find(guard, actor, path)
    if request.method not in auth.SAFE_METHODS:
        end_reading()
    key = request.headers.get(repeats.HEADER) if request.method == "POST" else None
    if key is None:
        return _answer(guard, view, Asked(actor, subject_id, version))
    try:
        kept = repeats.take(actor, key)
    except Invalid:
        _check_version(guard, version)
        raise
    if kept is not None:
        return _finish(guard, repeats.again(kept))
    return _answer_once(guard, view, Asked(actor, subject_id, version), key)


def _find(guard: Guard, actor: Actor, path: dict[str, str]) -> tuple[int, int]:
    """Return the subject's id and the version that stands (0 where the route has none), or raise NotFound."""
    subject = guard.about
    if subject is None:
        return 0, 0
    number = subject.number(next(iter(path.values()))) if path else 0
    is_write = request.method not in auth.SAFE_METHODS
    find = subject.glance if is_write and subject.glance is not None else subject.find
    with reading() as session:
        try:
            found = find(session, number)
            # The session forgets what nobody holds, and a view that reads it would load it again.
            session.info["found"] = found
        finally:
            # Before a 404, and while what was found is held, so that it is not read twice.
            if guard.allows is not None:
                guard.allows(session, actor, number)
        return number, subject.version(found) if guard.needs_version else 0


def _check_version(guard: Guard, version: int) -> None:
    if guard.needs_version and guard.about is not None:
        etags.check_seen(version, guard.about.noun)


def _answer(guard: Guard, view: Callable[[Asked], Response], asked: Asked) -> Response:
    _check_version(guard, asked.version)
    # A route without parameters has none to misspell either.
    query = load_query(guard.query or Strict)
    body: Json = {}
    if guard.body is not None and (guard.is_body_required or read_bytes()):
        body = load_body(guard.body, guard.other_bodies)
    answer = view(Asked(asked.actor, asked.id, asked.version, body, query))
    return _finish(guard, answer)


def _answer_once(guard: Guard, view: Callable[[Asked], Response], asked: Asked, key: str) -> Response:
    """Answer and keep the answer, a refusal too; a failure of ours is not kept."""
    try:
        answer = _answer(guard, view, asked)
    except (ClaimbenchError, HTTPException, ValidationError) as refused:
        answer = errors.answer(refused)
    except BaseException:
        repeats.forget(asked.actor, key)
        raise
    repeats.keep(asked.actor, key, answer, guard.shown_again)
    return answer


def _finish(guard: Guard, answer: Response) -> Response:
    """Show the version that the body names as the answer's ETag."""
    if not guard.shows_version or answer.status_code >= 300:
        return answer
    body: Json = json.loads(answer.get_data())
    return etags.show(answer, body["version"])
