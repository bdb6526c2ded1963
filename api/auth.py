"""Who is asking: a bearer token or a session cookie, and how a session begins and ends."""

import hmac
import secrets

from flask import Flask, g, request
from flask import session as cookie

from api.session import database, end_reading, reading
from api.throttle import throttle
from models.domain.errors import ClaimbenchError, Forbidden
from models.domain.roles import Actor
from models.workflow import accounts
from models.workflow.clock import now

CSRF_HEADER = "X-CSRF-Token"
CSRF_FIELD = "csrf_token"
LOG_IN = ("POST", "/v1/session")
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class Unauthenticated(ClaimbenchError):
    """Nobody is known behind this request (401)."""


class TooManyAttempts(ClaimbenchError):
    """Too many log-ins have failed (429); ``wait`` is in seconds."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"too many log-ins have failed; try again in {wait} seconds")
        self.wait = wait


def install(app: Flask) -> None:
    """Ask everybody who comes to /v1 who they are, even before whether there is such a path."""
    app.before_request(_authenticate_api)


def _authenticate_api() -> None:
    if request.path.startswith("/v1/") and (request.method, request.path) != LOG_IN:
        authenticate()


def authenticate() -> None:
    """Find out who asks, or raise :class:`Unauthenticated`; for requests to /v1.

    A cookie alone does not write: a page of another site could make a browser send it, so such a request
    must repeat the session's secret in the header :data:`CSRF_HEADER`.
    """
    if "Authorization" in request.headers:
        g.actor = _actor_of_token()
        return
    actor = session_actor()
    if actor is None:
        raise Unauthenticated(
            "say who you are: send Authorization: Bearer TOKEN (`./claimbench token new USER` mints one), "
            "or log in"
        )
    if request.method not in SAFE_METHODS:
        check_csrf(request.headers.get(CSRF_HEADER))
    g.actor = actor


def actor() -> Actor:
    """Return who asks; :func:`authenticate` or :func:`log_in` has found out."""
    found: Actor = g.actor
    return found


def session_actor() -> Actor | None:
    """Return who is logged in by the session cookie; None for nobody, or when their access has changed."""
    user_id, epoch, session_id = cookie.get("user"), cookie.get("epoch"), cookie.get("id")
    if not isinstance(user_id, int) or not isinstance(epoch, int) or not isinstance(session_id, str):
        return None
    with database().read() as session:
        user = accounts.user_of_session(session, user_id, epoch, session_id)
        return accounts.actor_of(user) if user is not None else None


def log_in(name: str, password: str) -> Actor:
    """Begin a session for someone who knows their password.

    Raises:
        TooManyAttempts: too many have failed of late; the password was not even looked at.
        Unauthenticated: there is no such user, or the password is another.
    """
    if wait := throttle().wait(name):
        raise TooManyAttempts(wait)
    with database().read() as session:
        # No name has such characters, and PostgreSQL would refuse even to look for some of them.
        user = accounts.log_in(session, name if name.isprintable() else "", password)
    if user is None:
        throttle().count_failure(name)
        raise Unauthenticated("this name and password do not belong together, or the user is disabled")
    # A new secret and a new cookie: whatever somebody may have planted before is worth nothing now.
    cookie.clear()
    cookie["user"], cookie["epoch"] = user.id, user.session_epoch
    cookie["id"], cookie["csrf"] = secrets.token_urlsafe(16), secrets.token_urlsafe(32)
    g.actor = accounts.actor_of(user)
    return actor()


def log_out() -> None:
    """End this browser's session, and with it every copy of its cookie."""
    if isinstance(session_id := cookie.get("id"), str):
        with database().write() as session:
            accounts.end_session(session, session_id, now())
    cookie.clear()


def csrf_token() -> str:
    """Return the secret that a form or a script of this session must repeat; made when there is none yet."""
    if "csrf" not in cookie:
        cookie["csrf"] = secrets.token_urlsafe(32)
    return str(cookie["csrf"])


def check_csrf(sent: str | None) -> None:
    """Raise :class:`Forbidden` unless *sent* is this session's secret."""
    kept = cookie.get("csrf")
    if not sent or not isinstance(kept, str) or not hmac.compare_digest(sent.encode(), kept.encode()):
        raise Forbidden(
            f"a request by cookie must repeat the session's token in {CSRF_HEADER}; load the page again"
        )


def _actor_of_token() -> Actor:
    scheme, _, secret = request.headers["Authorization"].partition(" ")
    secret = secret.strip()
    if scheme.lower() != "bearer" or not secret:
        raise Unauthenticated("send the token as Authorization: Bearer TOKEN")
    with reading() as session:
        bearer = accounts.bearer(session, secret)
    if bearer is None:
        raise Unauthenticated("this token opens nothing: it is wrong, was revoked, or its user is disabled")
    if bearer.is_use_worth_writing(now()):
        end_reading()
        with database().write() as session:
            accounts.note_use(session, bearer.token_id, now())
    return bearer.actor
