"""Logging in by cookie over HTTP, for scripts in a browser; programs take a token."""

from typing import Any

from flask import Response, request
from flask.views import MethodView

from api import auth
from api.contracts import Asked
from api.routes import Routes
from api.schemas.people import LogIn, Visitor
from models.domain.roles import Actor, Role

routes = Routes("session", "The session cookie: in, who, and out.")


def _shown(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.user_id,
        "name": actor.name,
        "role": actor.role.value,
        "csrf_token": None if "Authorization" in request.headers else auth.csrf_token(),
    }


@routes.route("/session")
class Session(MethodView):
    """One's session."""

    @routes.guard(Role.SUBMITTER)
    @routes.response(200, Visitor)
    def get(self, asked: Asked) -> Any:
        """Say who is asking."""
        return _shown(asked.actor)

    @routes.guard(None, body=LogIn)
    @routes.response(200, Visitor)
    def post(self, asked: Asked) -> Any:
        """Log in; the answer sets the cookie."""
        return _shown(auth.log_in(asked.body["name"], asked.body["password"]))

    @routes.guard(Role.SUBMITTER)
    @routes.response(204)
    def delete(self, asked: Asked) -> Any:
        """Log out; a bearer token is not ended by it."""
        auth.log_out()
        return Response(status=204)
