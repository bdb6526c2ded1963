"""The desk's own page, for admins: its people, their tokens, and how it works."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from api.session import database
from api.web import typed
from api.web.blueprint import web
from api.web.visit import actor
from models.data import queries
from models.data.tables import User
from models.domain.errors import Conflict, Invalid, VersionMismatch
from models.domain.roles import Role
from models.domain.vocabulary import VaguePolicy
from models.workflow import accounts
from models.workflow import desk as settings_of
from models.workflow.clock import now

NUMBERS = ("check_threshold", "household_size", "jump_limit", "lease_minutes")


def _page(errors: dict[str, list[str]] | None = None, problem: str = "", form: str = "") -> str:
    actor().require(Role.ADMIN)
    with database().read() as session:
        return render_template(
            "desk.html",
            section="Desk",
            users=queries.list_users(session),
            tokens=queries.list_tokens(session),
            current=settings_of.current(session),
            roles=[role.value for role in Role],
            policies=[policy.value for policy in VaguePolicy],
            errors=errors or {},
            problem=problem,
            form=form,
        )


@web.get("/desk")
def desk() -> str:
    """Show people, tokens and settings."""
    return _page()


def _try(form: str, step: Callable[[Session], str]) -> Response | tuple[str, int]:
    """Take a step and say what came of it, or show the page again with why not."""
    actor().require(Role.ADMIN)
    try:
        with database().write() as session:
            said = step(session)
    except Invalid as refused:
        return _page(refused.fields, "" if refused.fields else refused.message, form), 422
    except (Conflict, VersionMismatch) as refused:
        return _page({}, refused.message, form), 412 if isinstance(refused, VersionMismatch) else 409
    flash(said, "good")
    return redirect(url_for("web.desk"), 303)


def _role(word: str) -> Role:
    if word not in list(Role):
        raise Invalid("the role is unknown", {"role": ["Choose one of the four."]})
    return Role(word)


@web.post("/desk/users")
def add_user() -> Any:
    """Add a person."""
    form = request.form

    def step(session: Session) -> str:
        user = accounts.add_user(
            session,
            actor(),
            form.get("name", ""),
            form.get("password", ""),
            _role(form.get("role", "")),
            now(),
        )
        return f"{user.name} can log in now."

    return _try("user", step)


@web.post("/desk/users/<int:user_id>")
def change_user(user_id: int) -> Any:
    """Change a person's role, password or access."""
    form = request.form

    def step(session: Session) -> str:
        user: User
        if "disable" in form or "enable" in form:
            user = accounts.change_user(session, actor(), user_id, now(), is_disabled="disable" in form)
            return f"{user.name} {'can no longer' if user.disabled_at else 'can'} log in."
        if form.get("password"):
            user = accounts.change_user(session, actor(), user_id, now(), password=form["password"])
            return f"{user.name} has a new password; older log-ins have ended."
        user = accounts.change_user(session, actor(), user_id, now(), role=_role(form.get("role", "")))
        return f"{user.name} is {user.role} now."

    return _try(f"user-{user_id}", step)


@web.post("/desk/settings")
def change_settings() -> Any:
    """Change how the desk works, as a new version of its settings."""
    form = request.form

    def step(session: Session) -> str:
        said = {name: _number(form.get(name, "").strip()) for name in NUMBERS}
        said["vague_policy"] = form.get("vague_policy", "")
        said["second_reviewer"] = form.get("second_reviewer") == "yes"
        settings_of.change(session, actor(), said, typed.version(form), now())
        return "The settings hold from now on."

    return _try("settings", step)


def _number(words: str) -> Any:
    """Return what was typed as a number, nothing as None, and other words as they are, to be refused."""
    if not words:
        return None
    try:
        return int(words) if words.isdigit() else float(words)
    except ValueError:
        return words
