"""Figures about the desk over HTTP: its dashboard, and how well its people agree."""

from typing import Any

from flask.views import MethodView

from api.contracts import Asked
from api.routes import Routes
from api.schemas.lists import list_of
from api.schemas.overviews import AgreementSchema, DashboardQuery, DashboardSchema
from api.session import database
from models.data.queries import Page
from models.domain.roles import Role
from models.workflow import agreement, dashboard
from models.workflow.clock import now

routes = Routes("overviews", "How the desk is doing.")


@routes.route("/agreement")
class Agreement(MethodView):
    """How well people agree."""

    @routes.guard(Role.REVIEWER)
    @routes.response(200, list_of(AgreementSchema))
    def get(self, asked: Asked) -> Any:
        """Return the agreement of everybody and of each pair, by field.

        Only claims with two blind verdicts count: a figure never tells an open first one.
        """
        with database().read() as session:
            return Page(agreement.measure(session), None)


@routes.route("/dashboard")
class Dashboard(MethodView):
    """The desk at a glance."""

    @routes.guard(Role.REVIEWER, query=DashboardQuery)
    @routes.response(200, DashboardSchema)
    def get(self, asked: Asked) -> Any:
        """Return what waits, what was done each day, how long it took, and how well people agree."""
        with database().read() as session:
            return dashboard.overview(session, now(), asked.query["days"])
