"""One's own account: the password, and the tokens with which programs act in one's name."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from api import auth
from api.session import database
from api.web.blueprint import web
from api.web.visit import actor
from models.data import queries
from models.domain.errors import Invalid
from models.workflow import accounts
from models.workflow.clock import now


def _page(errors: dict[str, list[str]], secret: str = "") -> str:
    with database().read() as session:
        tokens = queries.list_tokens(session, actor().user_id)
        return render_template("account.html", section="Account", tokens=tokens, errors=errors, secret=secret)


@web.get("/account")
def account() -> str:
    """Show one's account."""
    return _page({})


@web.post("/account/password")
def change_password() -> Any:
    """Change one's own password; every other log-in ends with it."""
    name, old, new = actor().name, request.form.get("old", ""), request.form.get("new", "")
    with database().read() as session:
        is_right = accounts.log_in(session, name, old) is not None
    if not is_right:
        return _page({"old": ["This is not your password now."]}), 422
    try:
        with database().write() as session:
            accounts.change_user(session, actor(), actor().user_id, now(), password=new)
    except Invalid as refused:
        return _page({"new": refused.fields.get("password", [refused.message])}), 422
    auth.log_in(name, new)
    flash("The password is changed. You are logged out everywhere else.", "good")
    return redirect(url_for("web.account"), 303)


@web.post("/account/tokens")
def make_token() -> Any:
    """Make a token; this answer is the only time that its secret is shown."""
    try:
        with database().write() as session:
            name = request.form.get("name", "")
            minted = accounts.mint_token(session, actor(), actor().user_id, name, now())
    except Invalid as refused:
        return _page(refused.fields), 422
    return _page({}, minted.secret)


@web.post("/account/tokens/<int:token_id>/revoke")
def revoke_token(token_id: int) -> Response:
    """End a token."""
    with database().write() as session:
        token = accounts.revoke_token(session, actor(), token_id, now())
    flash(f"The token “{token.name}” opens nothing any more.", "good")
    is_own = token.user_id == actor().user_id
    return redirect(url_for("web.account") if is_own else url_for("web.desk"), 303)
