"""People and their tokens over HTTP: who is on the desk, and with what their programs come in."""

import json
from http import HTTPStatus
from typing import Any

from flask import url_for
from flask.views import MethodView
from sqlalchemy.orm import Session

from api.contracts import Asked
from api.routes import Routes
from api.schemas.lists import PageQuery, list_of
from api.schemas.people import (
    ChangedUser,
    MintedTokenSchema,
    NewToken,
    NewUser,
    TokenSchema,
    TokensQuery,
    UserSchema,
)
from api.session import database
from api.subjects import TOKEN, USER
from models.data import people
from models.domain.roles import Actor, Role
from models.workflow import accounts
from models.workflow.clock import now

routes = Routes("people", "The people of the desk and their tokens.")


def _only_oneself(_session: Session, actor: Actor, user_id: int) -> None:
    if user_id != actor.user_id:
        actor.require(Role.ADMIN)


def _without_secret(body: str) -> str:
    """Keep a token's answer without its secret, which is stored nowhere."""
    answer = json.loads(body)
    return json.dumps({**answer, "secret": None}) if "secret" in answer else body


@routes.route("/users")
class Users(MethodView):
    """Everybody."""

    @routes.guard(Role.ADMIN, query=PageQuery)
    @routes.response(200, list_of(UserSchema))
    def get(self, asked: Asked) -> Any:
        """List the people of the desk, disabled ones too."""
        with database().read() as session:
            return people.page_of_users(session, **asked.query)

    @routes.guard(Role.ADMIN, body=NewUser)
    @routes.response(201, UserSchema)
    def post(self, asked: Asked) -> Any:
        """Add a person."""
        role = Role(asked.body["role"])
        with database().write() as session:
            user = accounts.add_user(
                session, asked.actor, asked.body["name"], asked.body["password"], role, now()
            )
        return user, HTTPStatus.CREATED, {"Location": url_for("people.OneUser", user_id=user.id)}


@routes.route("/users/<user_id>")
class OneUser(MethodView):
    """One person."""

    @routes.guard(Role.SUBMITTER, about=USER, allows=_only_oneself, shows_version=True)
    @routes.response(200, UserSchema)
    def get(self, asked: Asked) -> Any:
        """Return a person; everybody but an admin only themselves."""
        with database().read() as session:
            return accounts.get_user(session, asked.id)

    @routes.guard(
        Role.SUBMITTER,
        about=USER,
        allows=_only_oneself,
        body=ChangedUser,
        needs_version=True,
        shows_version=True,
        refuses_conflicts=True,
    )
    @routes.response(200, UserSchema)
    def patch(self, asked: Asked) -> Any:
        """Change somebody's password, role or access as an admin, or one's own password."""
        changes = dict(asked.body)
        if "role" in changes:
            changes["role"] = Role(changes["role"])
        with database().write() as session:
            return accounts.change_user(
                session, asked.actor, asked.id, now(), **changes, seen_epoch=asked.version
            )


@routes.route("/tokens")
class Tokens(MethodView):
    """Bearer tokens."""

    @routes.guard(Role.SUBMITTER, query=TokensQuery)
    @routes.response(200, list_of(TokenSchema))
    def get(self, asked: Asked) -> Any:
        """List one's own tokens, revoked ones too; anybody's as an admin."""
        query = dict(asked.query)
        user_id = query.pop("user") or asked.actor.user_id
        with database().read() as session:
            _only_oneself(session, asked.actor, user_id)
            return people.page_of_tokens(session, user_id, **query)

    @routes.guard(Role.SUBMITTER, body=NewToken, may_be_missing=True, shown_again=_without_secret)
    @routes.response(201, MintedTokenSchema)
    def post(self, asked: Asked) -> Any:
        """Make a token with one's own rights, or with somebody's as an admin; its secret is shown once."""
        user_id = asked.body["user"] or asked.actor.user_id
        with database().write() as session:
            minted = accounts.mint_token(session, asked.actor, user_id, asked.body["name"], now())
        return minted, HTTPStatus.CREATED


@routes.route("/tokens/<token_id>")
class OneToken(MethodView):
    """One token."""

    @routes.guard(Role.SUBMITTER, about=TOKEN)
    @routes.response(200, TokenSchema)
    def delete(self, asked: Asked) -> Any:
        """End a token: one's own, or anybody's as an admin. Ending it twice changes nothing."""
        with database().write() as session:
            return accounts.revoke_token(session, asked.actor, asked.id, now())
