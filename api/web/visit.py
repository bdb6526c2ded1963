"""Who visits the page: found once a request from the session cookie."""

from flask import g, request

from api import auth
from models.domain.roles import Actor

OPEN_TO_ALL = frozenset({"web.login", "web.log_in", "web.static"})


def begin() -> None:
    """Find out who visits, and refuse a form that is not ours.

    Raises:
        Unauthenticated: nobody is logged in, and the page is not open to all.
        Forbidden: the form does not repeat the session's secret.
    """
    if request.endpoint == "web.static":
        return
    find()
    if visitor() is None and request.endpoint not in OPEN_TO_ALL:
        raise auth.Unauthenticated("log in first")
    if request.method not in auth.SAFE_METHODS:
        auth.check_csrf(request.form.get(auth.CSRF_FIELD) or request.headers.get(auth.CSRF_HEADER))


def find() -> None:
    """Find out who visits, if anybody."""
    g.actor = auth.session_actor()


def visitor() -> Actor | None:
    """Return who is logged in, if anybody."""
    found: Actor | None = g.get("actor")
    return found


def actor() -> Actor:
    """Return who is logged in; every page that is not open to all has somebody."""
    found = visitor()
    assert found is not None
    return found
