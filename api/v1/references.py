"""References over HTTP: one or a whole file in, found again, with every version."""

import csv
import hashlib
import io
from http import HTTPStatus
from typing import Any

from flask import Response, jsonify, url_for
from flask.views import MethodView
from sqlalchemy.orm import Session

from api import queue
from api.bodies import Json
from api.contracts import Asked
from api.periods import days_of
from api.routes import Routes
from api.schemas.lists import list_of
from api.schemas.references import (
    ImportQuery,
    ImportReportSchema,
    NewReferenceSchema,
    NewWithdrawal,
    ReferenceInFullSchema,
    ReferenceSchema,
    ReferencesQuery,
)
from api.session import database
from api.subjects import REFERENCE
from models.data import reference_queries
from models.data.queries import Page
from models.data.reference_queries import ReferenceFilter
from models.data.tables import Reference, User
from models.domain.errors import Invalid
from models.domain.fingerprint import digest
from models.domain.reference_rows import changed_fields
from models.domain.references.files import COLUMNS, row_of_object, rows_of_csv, rows_of_json_lines
from models.domain.roles import Role
from models.workflow import references
from models.workflow.clock import now
from models.workflow.references import Imported

routes = Routes("references", "Figures from trusted sources, with which claims are compared.")

CSV, JSON_LINES = "text/csv", "application/x-ndjson"


def _csv_file(content: bytes) -> Json:
    return {"rows": rows_of_csv(content), "sha256": hashlib.sha256(content).hexdigest()}


def _json_lines_file(content: bytes) -> Json:
    return {"rows": rows_of_json_lines(content), "sha256": hashlib.sha256(content).hexdigest()}


def _object_seen(data: Json) -> Json:
    quantity, place = data["quantity"], data["place"]
    names = ("text", "bound", "best", "low", "high", "precision", "unit")
    return {
        **{name: data[name] for name in ("publisher", "external_id", "measure", "basis", "population")},
        "statement": data["standalone"],
        "quantity": {name: quantity[name] for name in names},
        "place": {"text": place["text"], "country": place["country"]} if place else None,
        "first_day": data["period"]["first_day"],
        "as_of": data["as_of"],
        "url": data["url"],
    }


def _seen(row: Reference) -> Json:
    return {
        **_object_seen(row.data),
        "id": row.id,
        "version": row.version,
        "withdrawn": row.withdrawn,
        "created_at": row.created_at,
        "updated_at": row.updated_at,
    }


def _versions(session: Session, reference_id: int) -> list[Json]:
    seen: list[Json] = []
    before: Json | None = None
    for version in reference_queries.versions_of(session, reference_id):
        changed = changed_fields(before, version.data) if before is not None else []
        seen.append(
            {
                **_object_seen(version.data),
                "version": version.version,
                "changed": changed,
                "withdrawn": version.data.get("withdrawn"),
                "by": session.get_one(User, version.actor_id),
                "created_at": version.created_at,
            }
        )
        before = version.data
    return seen


@routes.route("/references")
class References(MethodView):
    """All references."""

    @routes.guard(Role.SUBMITTER, query=ReferencesQuery)
    @routes.response(200, list_of(ReferenceSchema))
    def get(self, asked: Asked) -> Any:
        """List references that stand, or those that were withdrawn, the newest first."""
        query = dict(asked.query)
        limit, cursor = query.pop("limit"), query.pop("cursor")
        first_day, last_day = days_of(query.pop("period"))
        is_withdrawn = query.pop("withdrawn") == "true"
        wanted = ReferenceFilter(**query, first_day=first_day, last_day=last_day, is_withdrawn=is_withdrawn)
        with database().read() as session:
            found = reference_queries.list_references(session, wanted, limit, cursor)
            return Page([_seen(row) for row in found.rows], found.next)

    @routes.guard(
        Role.EDITOR,
        body=NewReferenceSchema,
        other_bodies={CSV: _csv_file, JSON_LINES: _json_lines_file},
        query=ImportQuery,
    )
    @routes.response(
        201,
        ReferenceSchema,
        headers={"Location": {"description": "The reference.", "schema": {"type": "string"}}},
    )
    @routes.alt_response(200, schema={"oneOf": [ImportReportSchema, ReferenceSchema]})
    def post(self, asked: Asked) -> Any:
        """Take in one reference, or a file of them: every row or none (200 with what it did).

        A new one is 201. The same again is recognised and 200; with another value it is a new version of it,
        and verdicts that rest on it go stale.
        """
        if "rows" not in asked.body:
            return self._take_one(asked)
        checked = references.check(asked.body["rows"], now())
        is_dry_run = asked.query["dry_run"] == "true"
        with database().write() as session:
            imported = references.take(
                session,
                asked.actor,
                checked,
                now(),
                sha256=asked.body["sha256"],
                file_name=asked.query["file_name"],
                is_dry_run=is_dry_run,
            )
        queue.send_references(imported.to_compare)
        return _report(imported)

    def _take_one(self, asked: Asked) -> Any:
        try:
            checked = references.check([row_of_object(asked.body)], now())
        except Invalid as refused:
            fields = {name.removeprefix("row.1."): words for name, words in refused.fields.items()}
            raise Invalid("the reference cannot be taken as it is", fields) from None
        is_dry_run = asked.query["dry_run"] == "true"
        sha256 = digest(asked.body)
        with database().write() as session:
            imported = references.take(
                session, asked.actor, checked, now(), sha256=sha256, is_dry_run=is_dry_run
            )
            if is_dry_run:
                return _report(imported)
            row = references.by_row(session, checked[0])
            location = url_for("references.OneReference", reference_id=row.id)
            status = HTTPStatus.CREATED if imported.new else HTTPStatus.OK
            answer = jsonify(ReferenceSchema().dump(_seen(row)))
            answer.status_code, answer.headers["Location"] = status, location
        queue.send_references(imported.to_compare)
        return answer


def _report(imported: Imported) -> Response:
    return jsonify(ImportReportSchema().dump(imported))


@routes.route("/references/<reference_id>")
class OneReference(MethodView):
    """One reference."""

    @routes.guard(Role.SUBMITTER, about=REFERENCE, shows_version=True)
    @routes.response(200, ReferenceInFullSchema)
    def get(self, asked: Asked) -> Any:
        """Return a reference with all its versions."""
        with database().read() as session:
            row = references.get(session, asked.id)
            return {**_seen(row), "versions": _versions(session, asked.id)}


@routes.route("/references/<reference_id>/withdraw")
class ReferenceWithdrawal(MethodView):
    """A reference that stands no more."""

    @routes.guard(
        Role.EDITOR,
        about=REFERENCE,
        body=NewWithdrawal,
        needs_version=True,
        shows_version=True,
        refuses_conflicts=True,
    )
    @routes.response(200, ReferenceInFullSchema)
    def post(self, asked: Asked) -> Any:
        """Let a reference stand no more, as its next version; verdicts that rest on it go stale."""
        with database().write() as session:
            row = references.withdraw(
                session, asked.actor, asked.id, asked.version, asked.body["reason"], now()
            )
            answer = {**_seen(row), "versions": _versions(session, asked.id)}
        queue.send_references([asked.id])
        return answer


@routes.route("/exports/references.csv")
class ReferencesExport(MethodView):
    """All references as a file that can be imported again."""

    @routes.guard(Role.EDITOR)
    @routes.response(200, {"type": "string"}, content_type=CSV)
    def get(self, asked: Asked) -> Any:
        """Return every reference that stands as CSV, in the columns of an import."""
        written = io.StringIO()
        writer = csv.DictWriter(written, COLUMNS, lineterminator="\r\n")
        writer.writeheader()
        with database().read() as session:
            for row in reference_queries.all_references(session):
                writer.writerow({name: _harmless(cell) for name, cell in row.data["cells"].items()})
        headers = {"Content-Disposition": 'attachment; filename="references.csv"'}
        return Response(written.getvalue(), content_type=f"{CSV}; charset=utf-8", headers=headers)


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from reading a cell as a formula; plain numbers stay (CONTRACT section 5)."""
    is_number = cell.lstrip("+-").replace(".", "", 1).isdecimal()
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not is_number else cell
