"""The desk's settings over HTTP: read by all, changed as a whole by an admin."""

from typing import Any

from flask.views import MethodView

from api.contracts import Asked
from api.routes import Routes
from api.schemas.review import DeskSettingsInForce, DeskSettingsSchema
from api.session import database
from api.subjects import DESK
from models.domain.roles import Role
from models.workflow import desk
from models.workflow.clock import now
from models.workflow.desk import VersionedDesk

routes = Routes("settings", "How this desk works; every change is an event.")


def _shown(found: VersionedDesk) -> dict[str, Any]:
    return {**found.desk.as_data(), "version": found.version}


@routes.route("/settings")
class Settings(MethodView):
    """The settings of the desk."""

    @routes.guard(Role.SUBMITTER, about=DESK, shows_version=True)
    @routes.response(200, DeskSettingsInForce)
    def get(self, asked: Asked) -> Any:
        """Return the settings that hold now."""
        with database().read() as session:
            return _shown(desk.current(session))

    @routes.guard(
        Role.ADMIN,
        about=DESK,
        body=DeskSettingsSchema,
        needs_version=True,
        shows_version=True,
        refuses_conflicts=True,
    )
    @routes.response(200, DeskSettingsInForce)
    def put(self, asked: Asked) -> Any:
        """Replace the settings; what is left out takes its default."""
        with database().write() as session:
            return _shown(desk.change(session, asked.actor, asked.body, asked.version, now()))
