"""Submitting an article by hand: pasted or as a file, with what is known about it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from api.queue import send_extract
from api.session import database
from api.web.blueprint import web
from api.web.typed import MAX_FORM_BYTES, lines
from api.web.visit import actor
from models.domain.errors import Invalid
from models.domain.roles import Role
from models.workflow import intake
from models.workflow.clock import now

FIELD_NAMES = {
    "text": "Text",
    "file": "Text file",
    "title": "Title",
    "published_on": "Published on",
    "source_name": "Source",
    "url": "URL",
}


@dataclass(frozen=True, slots=True)
class TypedArticle:
    """The form as it was filled in."""

    text: str = ""
    title: str = ""
    published_on: str = ""
    source_name: str = ""
    url: str = ""


def _read_file(upload: FileStorage | None) -> tuple[str | None, str | None]:
    """Return the text of an uploaded file, or what is wrong with it."""
    if upload is None or not upload.filename:
        return None, None
    content = upload.read(MAX_FORM_BYTES)
    try:
        # A byte order mark says how the file is written; it is no part of the article.
        return content.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        return None, f"Is not UTF-8 (byte {error.start + 1:,}); save it as UTF-8 text and send it again."


def _read_form(typed: TypedArticle, upload: FileStorage | None) -> intake.NewArticle:
    """Return the article that a form means; raise :class:`Invalid` that names each field that is off."""
    errors: dict[str, list[str]] = {}
    text, problem = _read_file(upload)
    if problem:
        errors["file"] = [problem]
    if text is not None and typed.text.strip():
        errors["file"] = ["There is also a pasted text; send only one of the two."]
    published_on = None
    if typed.published_on:
        try:
            published_on = date.fromisoformat(typed.published_on)
        except ValueError:
            errors["published_on"] = ["Is no calendar day; write it as 2022-03-24."]
    new = intake.NewArticle(
        text=typed.text if text is None else text,
        title=typed.title.strip() or None,
        published_on=published_on,
        source_name=typed.source_name.strip() or None,
        url=typed.url.strip() or None,
    )
    try:
        intake.check(new, now())
    except Invalid as refused:
        in_file = {
            ("file" if name == "text" and text is not None else name): said
            for name, said in refused.fields.items()
        }
        errors = {**in_file, **errors}
    if "file" in errors:
        errors.pop("text", None)
    if errors:
        raise Invalid("the article cannot be accepted as it is", errors)
    return new


@web.get("/submit")
def submit() -> Any:
    """Show the empty form."""
    actor().require(Role.SUBMITTER)
    return render_template(
        "submit.html", section="Submit", typed=TypedArticle(), errors={}, field_names=FIELD_NAMES
    )


@web.post("/submit")
def submit_article() -> Response | tuple[str, int]:
    """Take an article in and go to its job."""
    form = request.form
    typed = TypedArticle(
        lines(form.get("text", "")),
        *(form.get(name, "") for name in ("title", "published_on", "source_name", "url")),
    )
    try:
        new = _read_form(typed, request.files.get("file"))
        with database().write() as session:
            submission = intake.submit(session, actor(), new, now())
    except Invalid as refused:
        page = render_template(
            "submit.html", section="Submit", typed=typed, errors=refused.fields, field_names=FIELD_NAMES
        )
        return page, 422
    send_extract(submission.job_to_send)
    if not submission.is_new_article:
        flash("This article is here already; this is its latest job.", "warn")
    return redirect(url_for("web.job", job_id=submission.job.id), 303)
