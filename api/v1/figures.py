"""Figures over HTTP: one thing in the world over time, and what reviewers decide about its members."""

import csv
import io
from collections.abc import Callable, Iterator
from typing import Any

from flask import Response
from flask.views import MethodView
from sqlalchemy.orm import Session

from api import drawing, figure_rows
from api.contracts import Asked
from api.exporting import cell
from api.routes import Routes
from api.schemas.claims import EventSchema
from api.schemas.figures import (
    FigureInFullSchema,
    FigureQuery,
    FigureSchema,
    FiguresQuery,
    NewJoin,
    NewPin,
    NewSplit,
)
from api.schemas.lists import list_of
from api.session import database
from api.subjects import FIGURE
from models.data import figure_queries, queries
from models.data.figure_queries import FigureFilter
from models.data.queries import Page
from models.data.tables import Figure
from models.domain.roles import Role
from models.workflow import figures
from models.workflow.clock import now

routes = Routes("figures", "What several articles state: grouped, compared, and drawn over time.")


@routes.route("/figures")
class Figures(MethodView):
    """All figures."""

    @routes.guard(Role.SUBMITTER, query=FiguresQuery)
    @routes.response(200, list_of(FigureSchema))
    def get(self, asked: Asked) -> Any:
        """List figures, newest first."""
        query = asked.query
        wanted = FigureFilter(
            query["measure"],
            query["place"],
            query["text"],
            query["least_members"],
            has_conflicts=query["conflicts"] == "true",
        )
        with database().read() as session:
            found = figure_queries.list_figures(session, wanted, query["limit"], query["cursor"])
            return Page([drawing.listed(row) for row in found.rows], found.next)


@routes.route("/figures/<figure_id>")
class OneFigure(MethodView):
    """One figure."""

    @routes.guard(Role.SUBMITTER, about=FIGURE, query=FigureQuery, shows_version=True)
    @routes.response(200, FigureInFullSchema)
    def get(self, asked: Asked) -> Any:
        """Return a figure with its members and why they are here, its series, conflicts and sources."""
        with database().read() as session:
            return drawing.figure(session, figures.get(session, asked.id), asked.query["on"])


@routes.route("/figures/<figure_id>/events")
class FigureEvents(MethodView):
    """The trail of one figure."""

    @routes.guard(Role.SUBMITTER, about=FIGURE)
    @routes.response(200, list_of(EventSchema))
    def get(self, asked: Asked) -> Any:
        """Return everything that happened to a figure, oldest first: members, joins, splits, pins."""
        with database().read() as session:
            figures.get(session, asked.id)
            return Page(queries.events_of(session, "figure", asked.id), None)


@routes.route("/figures/<figure_id>/series.csv")
class FigureAsCsv(MethodView):
    """One figure's series as a table."""

    @routes.guard(Role.SUBMITTER, about=FIGURE)
    @routes.response(200, {"type": "string"}, content_type="text/csv")
    def get(self, asked: Asked) -> Any:
        """Return a figure's series as CSV, one telling a row, those left out with the reason."""
        return _table(asked.id, figure_rows.tellings, f"figure-{asked.id}.csv")


@routes.route("/figures/<figure_id>/days.csv")
class FigureDaysAsCsv(MethodView):
    """What is known of one figure from day to day, as a table."""

    @routes.guard(Role.SUBMITTER, about=FIGURE)
    @routes.response(200, {"type": "string"}, content_type="text/csv")
    def get(self, asked: Asked) -> Any:
        """Return low, best and high from each day of a change, with what is used and left out."""
        return _table(asked.id, figure_rows.days, f"figure-{asked.id}-days.csv")


def _table(figure_id: int, rows: Callable[[Session, Figure], Iterator[list[Any]]], name: str) -> Response:
    lines = io.StringIO()
    writer = csv.writer(lines)
    with database().read() as session:
        for row in rows(session, figures.get(session, figure_id)):
            writer.writerow([cell(value) for value in row])
    answer = Response(lines.getvalue(), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _done(use_case: Callable[[Session], Figure]) -> Any:
    """Run a use case in its transaction and return the figure as it stands now."""
    with database().write() as session:
        figure = use_case(session)
        session.flush()
        return drawing.figure(session, figure)


@routes.route("/figures/<figure_id>/split")
class FigureSplit(MethodView):
    """A member that states something else."""

    @routes.guard(
        Role.REVIEWER,
        about=FIGURE,
        body=NewSplit,
        needs_version=True,
        shows_version=True,
        refuses_conflicts=True,
    )
    @routes.response(200, FigureInFullSchema)
    def post(self, asked: Asked) -> Any:
        """Take one member out into a figure of its own, which is returned; no grouping brings it back."""
        body = asked.body
        return _done(
            lambda session: figures.split(
                session,
                asked.actor,
                asked.id,
                asked.version,
                body["claim_id"],
                body["reference_id"],
                body["reason"],
                now(),
            )
        )


@routes.route("/figures/<figure_id>/join")
class FigureJoin(MethodView):
    """Two figures that are one thing."""

    @routes.guard(
        Role.REVIEWER,
        about=FIGURE,
        body=NewJoin,
        needs_version=True,
        shows_version=True,
        refuses_conflicts=True,
    )
    @routes.response(200, FigureInFullSchema)
    def post(self, asked: Asked) -> Any:
        """Bring another figure's members into this one, where they stay."""
        other, reason = asked.body["figure_id"], asked.body["reason"]
        return _done(
            lambda session: figures.join(session, asked.actor, asked.id, asked.version, other, reason, now())
        )


@routes.route("/figures/<figure_id>/pin")
class FigurePin(MethodView):
    """A figure that is right as it is."""

    @routes.guard(
        Role.REVIEWER,
        about=FIGURE,
        body=NewPin,
        needs_version=True,
        shows_version=True,
        refuses_conflicts=True,
    )
    @routes.response(200, FigureInFullSchema)
    def post(self, asked: Asked) -> Any:
        """Keep a figure's members where they are, or let the machine move them again."""
        pinned, reason = asked.body["pinned"], asked.body["reason"]
        return _done(
            lambda session: figures.pin(session, asked.actor, asked.id, asked.version, pinned, reason, now())
        )
