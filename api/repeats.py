"""How a POST with an Idempotency-Key happens once: its answer is kept for a day and given again."""

import hashlib
import hmac
import time
from collections.abc import Callable

from flask import Response, request

from api.bodies import read_bytes
from api.session import database, settings
from models.domain.errors import Conflict, Invalid
from models.domain.roles import Actor
from models.workflow import idempotency
from models.workflow.clock import now
from models.workflow.idempotency import Answer

HEADER = "Idempotency-Key"
WAIT = 5.0
"""Seconds that the second of two requests waits for the first one's answer before it gets a 409."""
PAUSE = 0.05


def take(actor: Actor, key: str) -> Answer | None:
    """Return the kept answer of a request that came before; None when this one goes ahead.

    Raises :class:`Invalid` when the key belongs to another request, and :class:`Conflict` when the first
    one is at work for longer than :data:`WAIT`.
    """
    if not key.isprintable():
        raise Invalid("an Idempotency-Key has printable characters only")
    end = time.monotonic() + WAIT
    asked = _digest()
    while True:
        try:
            with database().write() as session:
                return idempotency.reserve(session, actor.user_id, key, asked, now())
        except Conflict:
            if time.monotonic() > end:
                raise
        time.sleep(PAUSE)


def keep(actor: Actor, key: str, answer: Response, shown_again: Callable[[str], str]) -> None:
    """Keep an answer, unless the failure was ours; *shown_again* takes out what is shown only once."""
    with database().write() as session:
        if answer.status_code >= 500:
            idempotency.forget(session, actor.user_id, key)
            return
        body = shown_again(answer.get_data(as_text=True))
        kept = Answer(answer.status_code, body, answer.headers.get("Location"))
        idempotency.keep(session, actor.user_id, key, kept)


def forget(actor: Actor, key: str) -> None:
    """Let the key be used again: the request failed on our side."""
    with database().write() as session:
        idempotency.forget(session, actor.user_id, key)


def again(kept: Answer) -> Response:
    """Give a kept answer once more, marked as such."""
    answer = Response(kept.body, kept.status, mimetype="application/json")
    if kept.location is not None:
        answer.headers["Location"] = kept.location
    answer.headers["Idempotent-Replayed"] = "true"
    return answer


def _digest() -> str:
    """Hash what makes two requests the same one.

    Keyed, since a body may hold a password, and a plain hash of it would be quick to guess.
    """
    mac = hmac.new(settings().secret_key.encode(), digestmod=hashlib.sha256)
    for part in (request.method, request.full_path, request.headers.get("If-Match", "")):
        mac.update(part.encode() + b"\0")
    mac.update(read_bytes())
    return mac.hexdigest()
