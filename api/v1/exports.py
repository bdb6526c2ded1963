"""Claims on their way out: as JSON lines or CSV, streamed, so that a desk of any size fits through."""

from collections.abc import Iterable, Iterator
from typing import Any

from flask import Response, request
from flask.views import MethodView

from api import exporting
from api.bodies import Json
from api.contracts import Asked
from api.routes import Routes
from api.schemas.claims import ClaimsFilter
from api.session import database
from api.wanted import claims_wanted
from models.domain.roles import Actor, Role

routes = Routes("exports", "The desk's claims as files.")


def _answer(lines: Iterable[str], kind: str, name: str) -> Response:
    answer = Response((line.encode() for line in lines), content_type=f"{kind}; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _claims(query: Json, actor: Actor) -> Iterator[exporting.Exported]:
    """Say which claims are wanted while the request is there; they are read while the answer goes out."""
    return exporting.claims(database(), claims_wanted(query), actor, request.host_url.rstrip("/"))


@routes.route("/exports/claims.jsonl")
class ClaimsAsJsonLines(MethodView):
    """Claims as one JSON object a line."""

    @routes.guard(Role.EDITOR, query=ClaimsFilter)
    @routes.response(200, {"type": "string"}, content_type="application/x-ndjson")
    def get(self, asked: Asked) -> Any:
        """Stream the claims that meet the list's filters, by id, with verdicts, evidence and trail."""
        lines = exporting.json_lines(_claims(asked.query, asked.actor))
        return _answer(lines, "application/x-ndjson", "claims.jsonl")


@routes.route("/exports/claims.csv")
class ClaimsAsCsv(MethodView):
    """Claims as a table."""

    @routes.guard(Role.EDITOR, query=ClaimsFilter)
    @routes.response(200, {"type": "string"}, content_type="text/csv")
    def get(self, asked: Asked) -> Any:
        """Stream the claims that meet the list's filters as CSV, by id.

        A cell that begins with = + - or @ gets an apostrophe before it unless it is a number, so that no
        spreadsheet runs it.
        """
        lines = exporting.csv_lines(_claims(asked.query, asked.actor))
        return _answer(lines, "text/csv", "claims.csv")
