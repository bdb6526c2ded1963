"""Coming in and going out."""

from typing import Any

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from api import auth, errors
from api.web import frame, visit
from api.web.blueprint import web


@web.get("/login")
def login() -> Any:
    """Show the form, or go on for someone who is in already."""
    following = request.args.get("next", "")
    if visit.visitor() is not None:
        return redirect(frame.local_address(following))
    return render_template("login.html", next=following, name="", problem="")


@web.post("/login")
def log_in() -> Response | tuple[str, int]:
    """Let someone in who knows their password."""
    name, following = request.form.get("name", "").strip(), request.form.get("next", "")
    try:
        auth.log_in(name, request.form.get("password", ""))
    except (auth.Unauthenticated, auth.TooManyAttempts) as refused:
        problem = frame.sentence(refused.message)
        status = errors.STATUS_OF[type(refused)]
        return render_template("login.html", next=following, name=name, problem=problem), status.value
    return redirect(frame.local_address(following), 303)


@web.post("/logout")
def log_out() -> Response:
    """End this browser's session."""
    auth.log_out()
    return redirect(url_for("web.login"), 303)
