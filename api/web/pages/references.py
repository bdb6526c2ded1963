"""References: the list, one with its versions, and a file taken in as a whole, tried dry first if wanted."""

import hashlib
from dataclasses import dataclass
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from api import queue
from api.session import database
from api.web import typed
from api.web.blueprint import web
from api.web.frame import sentence
from api.web.pages.claims import Refusal
from api.web.visit import actor
from api.web.wording import figures as words
from models.data import figure_queries, reference_queries
from models.data.reference_queries import ReferenceFilter
from models.data.tables import Reference, User
from models.domain.errors import ClaimbenchError, Conflict, Invalid, VersionMismatch
from models.domain.reference_rows import changed_fields
from models.domain.references.files import COLUMNS, Row, rows_of_csv, rows_of_json_lines
from models.domain.roles import Role
from models.domain.wire import under_policy
from models.workflow import desk, references
from models.workflow.clock import now
from models.workflow.references import Imported

PAGE = 25
STATUS_OF = {VersionMismatch: 412, Invalid: 422, Conflict: 409}
MOST_PROBLEMS = 100
"""Problems of a file that are shown at once: with more, its form is wrong rather than its rows."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What the URL asks for; unknown words are taken as not said."""

    publisher: str = ""
    measure: str = ""
    place: str = ""
    text: str = ""
    withdrawn: bool = False

    @classmethod
    def of(cls, asked: "MultiDict[str, str]") -> "Filters":
        """Read them from a query string."""
        measure = asked.get("measure", "")
        return cls(
            publisher=asked.get("publisher", "").strip()[:200],
            measure=measure if measure in words.MEASURES else "",
            place=asked.get("place", "").strip()[:100],
            text=asked.get("text", "").strip()[:200],
            withdrawn=asked.get("withdrawn") == "1",
        )

    def url(self, **more: Any) -> str:
        """Return the list's URL with these filters."""
        said = {name: getattr(self, name) or None for name in ("publisher", "measure", "place", "text")}
        return url_for("web.references", **said, withdrawn=1 if self.withdrawn else None, **more)

    @property
    def wanted(self) -> ReferenceFilter:
        """Return them as the database is asked."""
        return ReferenceFilter(
            self.publisher or None,
            self.measure or None,
            self.place or None,
            text=self.text or None,
            is_withdrawn=self.withdrawn,
        )


@dataclass(frozen=True, slots=True)
class ShownReference:
    """A reference, or one version of it, in words."""

    data: dict[str, Any]
    says: str

    @property
    def family(self) -> str:
        """The family of its measure."""
        return words.family(self.data["measure"])


def _shown(session: Session, data: dict[str, Any]) -> ShownReference:
    read = under_policy(data, desk.current(session).desk.vague_policy)
    return ShownReference(read, words.interval(read["quantity"]))


@web.get("/references", endpoint="references")
def references_list() -> Any:
    """Show the references that stand, newest first, or those that were withdrawn."""
    filters = Filters.of(request.args)
    with database().read() as session:
        try:
            page = reference_queries.list_references(
                session, filters.wanted, PAGE, request.args.get("cursor")
            )
        except Invalid:
            return redirect(filters.url())
        return render_template(
            "references.html",
            section="References",
            filters=filters,
            measures=words.MEASURES,
            rows=[(row, _shown(session, row.data)) for row in page.rows],
            more_url=filters.url(cursor=page.next) if page.next else None,
        )


@web.get("/references/<int:reference_id>")
def reference(reference_id: int) -> str:
    """Show one reference with all its versions, the newest first."""
    with database().read() as session:
        return _show(session, references.get(session, reference_id))


def _show(session: Session, row: Reference, refusal: Refusal | None = None) -> str:
    return render_template(
        "reference_in_full.html",
        section="References",
        reference=row,
        shown=_shown(session, row.data),
        external_id=references.external_id_of(row),
        figure_id=_figure_of(session, row),
        versions=_versions(session, row),
        confirmation=_confirmation(row.id),
        refusal=refusal,
    )


@web.post("/references/<int:reference_id>/withdraw")
def withdraw_reference(reference_id: int) -> Any:
    """Let a reference stand no more, once its number is typed and a reason given."""
    actor().require(Role.EDITOR)
    form = request.form
    reason = typed.lines(form.get("reason", "")).strip()
    errors = {} if reason else {"reason": ["Say why; its versions keep it."]}
    if form.get("confirmation", "").strip().lower() != _confirmation(reference_id):
        errors["confirmation"] = [f"Type exactly: {_confirmation(reference_id)}"]
    try:
        if errors:
            raise Invalid("nothing was withdrawn: see what is marked below", errors)
        with database().write() as session:
            references.withdraw(session, actor(), reference_id, typed.version(form), reason, now())
    except (Conflict, Invalid, VersionMismatch) as error:
        with database().read() as session:
            return _show(session, references.get(session, reference_id), _refused(error)), STATUS_OF[
                type(error)
            ]
    queue.send_references([reference_id])
    flash("It is withdrawn. Verdicts that rested on it are stale now.", "good")
    return redirect(url_for("web.reference", reference_id=reference_id), 303)


def _refused(error: ClaimbenchError) -> Refusal:
    if isinstance(error, VersionMismatch):
        return Refusal(
            "This reference has changed since you read it, so it was not withdrawn. Look again, then decide.",
            is_stale=True,
        )
    return Refusal(sentence(error.message), error.fields)


def _confirmation(reference_id: int) -> str:
    """Return what an editor types to show that this reference is meant."""
    return f"withdraw {reference_id}"


def _figure_of(session: Session, row: Reference) -> int | None:
    return figure_queries.figure_of_reference(session, row.id)


def _versions(session: Session, row: Reference) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    before: dict[str, Any] | None = None
    for version in reference_queries.versions_of(session, row.id):
        found.append(
            {
                "number": version.version,
                "shown": _shown(session, version.data),
                "changed": changed_fields(before, version.data) if before is not None else [],
                "by": session.get_one(User, version.actor_id).name,
                "at": version.created_at,
                "why_withdrawn": version.data.get("withdrawn"),
            }
        )
        before = version.data
    return found[::-1]


@web.get("/references/import")
def references_import() -> str:
    """Show the form that takes a file in."""
    actor().require(Role.EDITOR)
    return _form()


def _form(text: str = "", error: Invalid | None = None, imported: Imported | None = None) -> str:
    problems = [(*_where(name), " ".join(said)) for name, said in (error.fields.items() if error else ())]
    return render_template(
        "references_import.html",
        section="References",
        columns=COLUMNS,
        text=text,
        message=sentence(error.message) if error else "",
        problems=problems[:MOST_PROBLEMS],
        more_problems=max(0, len(problems) - MOST_PROBLEMS),
        imported=imported,
    )


def _where(name: str) -> tuple[str, str]:
    """Read "row.3.as_of" as row and column."""
    kind, _, rest = name.partition(".")
    number, _, column = rest.partition(".")
    return (number, column.replace("_", " ")) if kind == "row" else ("", name)


@web.post("/references/import")
def take_references() -> Any:
    """Take a file in, every row or none; "try" checks and counts, and keeps nothing."""
    actor().require(Role.EDITOR)
    sent = request.files.get("file")
    text = typed.lines(request.form.get("text", ""))
    content = (sent.read() if sent and sent.filename else b"") or text.encode()
    is_dry_run = request.form.get("then") == "try"
    try:
        checked = references.check(_rows(content), now())
        with database().write() as session:
            imported = references.take(
                session,
                actor(),
                checked,
                now(),
                sha256=hashlib.sha256(content).hexdigest(),
                file_name=sent.filename if sent and sent.filename else None,
                is_dry_run=is_dry_run,
            )
    except Invalid as error:
        return _form(_decoded(content), error), 422
    queue.send_references(imported.to_compare)
    if is_dry_run:
        return _form(_decoded(content), imported=imported)
    flash(
        f"{imported.rows} rows: {imported.new} new, {imported.changed} changed, "
        f"{imported.unchanged} there already. Verdicts that rested on a changed one are stale now.",
        "good",
    )
    return redirect(url_for("web.references"), 303)


def _rows(content: bytes) -> list[Row]:
    is_json = content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{"
    return rows_of_json_lines(content) if is_json else rows_of_csv(content)


def _decoded(content: bytes) -> str:
    """Return the file's words for the form, so that the second press sends the same again."""
    return content.decode("utf-8-sig", errors="replace")
