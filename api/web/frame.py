"""What every page has around it: who is in, the words that templates may use, and how a refusal looks."""

import hashlib
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import structlog
from flask import redirect, render_template, request, url_for
from markupsafe import Markup
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from api import auth, errors
from api.web import visit
from api.web.blueprint import web
from api.web.typed import MAX_FORM_BYTES
from api.web.wording import figures, review
from api.web.wording.trail import dismissal_words, field_words
from models.domain.errors import ClaimbenchError
from models.domain.roles import Role

log = structlog.get_logger(__name__)

STATIC = Path(__file__).resolve().parent / "static"
TITLES = {
    HTTPStatus.FORBIDDEN: "Not yours to do",
    HTTPStatus.NOT_FOUND: "Not here",
    HTTPStatus.CONFLICT: "Not possible now",
    HTTPStatus.PRECONDITION_FAILED: "It has changed meanwhile",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Too much at once",
    HTTPStatus.SERVICE_UNAVAILABLE: "The database does not answer",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Our mistake",
}


@cache
def _content_hash(filename: str) -> str:
    return hashlib.sha256((STATIC / filename).read_bytes()).hexdigest()[:12]


def _static(filename: str) -> str:
    """Return the link of a static file, which changes with its content."""
    return url_for("web.static", filename=filename, v=_content_hash(filename))


def _csrf_field() -> Markup:
    """Return the hidden field that shows that a form is ours."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(auth.CSRF_FIELD, auth.csrf_token())


def _may(role: str) -> bool:
    """Say whether the visitor has the rights of a role."""
    who = visit.visitor()
    return who is not None and who.may(Role(role))


@web.app_context_processor
def _words() -> dict[str, Any]:
    return {
        "actor": visit.visitor(),
        "may": _may,
        "static": _static,
        "csrf_field": _csrf_field,
        "label": figures.label,
        "day": figures.day,
        "moment": review.moment,
        "worth": review.worth,
        "bases": review.BASES,
        "certainties": review.CERTAINTIES,
        "opinions": review.OPINIONS,
        "job_words": review.JOB_WORDS,
        "state_words": review.STATE_WORDS,
        "status_words": review.STATUS_WORDS,
        "verdict_names": review.NAME_OF_VERDICT,
        "dismissal_words": dismissal_words,
        "field_words": field_words,
        "family_names": {name: words for name, (words, _) in figures.FAMILIES.items()},
    }


@web.before_request
def _begin() -> None:
    # Werkzeug refuses form fields of over 500 kB by default, and an article may be larger.
    request.max_form_memory_size = MAX_FORM_BYTES
    visit.begin()


@web.after_request
def _keep_nothing(answer: Response) -> Response:
    """Let no browser keep a page: another person may sit there next, and a claim moves on."""
    if request.endpoint != "web.static":
        answer.headers["Cache-Control"] = "no-store"
    return answer


def sentence(message: str) -> str:
    """Write a refusal's message as a sentence."""
    said = message[:1].upper() + message[1:]
    return said if said.endswith((".", "!", "?")) else f"{said}."


def _error_page(status: HTTPStatus, message: str) -> tuple[str, int]:
    title = TITLES.get(status, "That did not work")
    return render_template("error.html", title=title, message=sentence(message)), status.value


def local_address(address: str) -> str:
    """Return where to go on: only ever a page of this desk, the queue when *address* is none."""
    is_local = address.startswith("/") and not address.startswith(("//", "/\\")) and "\n" not in address
    return address if is_local else url_for("web.queue")


def wants_json() -> bool:
    """Say whether a script of the page asks, rather than a person."""
    return request.accept_mimetypes.best == "application/json"


def _page_of_form() -> str | None:
    """Return the page of this desk that a form was sent from: what was typed there is kept in its tab."""
    came_from = urlsplit(request.headers.get("HX-Current-URL") or request.referrer or "")
    return came_from.path if came_from.netloc == request.host else None


@web.errorhandler(auth.Unauthenticated)
def _nobody(_error: auth.Unauthenticated) -> Response:
    """Let them log in, and go on to where they were going."""
    if wants_json():
        return Response(status=HTTPStatus.UNAUTHORIZED)
    following = request.full_path.rstrip("?") if request.method == "GET" else _page_of_form()
    answer = redirect(url_for("web.login", next=following if following != "/" else None), 303)
    if request.headers.get("HX-Request"):
        # A part of a page cannot become the log-in form; the whole page must.
        answer.headers["HX-Redirect"] = answer.headers.pop("Location")
        answer.status_code = HTTPStatus.NO_CONTENT
    return answer


@web.errorhandler(ClaimbenchError)
def _refused(error: ClaimbenchError) -> tuple[str, int]:
    return _error_page(errors.STATUS_OF[type(error)], error.message)


@web.errorhandler(HTTPException)
def _http(error: HTTPException) -> Any:
    if error.response is not None:
        return error.response
    return _error_page(HTTPStatus(error.code or 500), error.description or "That did not work")


@web.errorhandler(OperationalError)
def _database_away(error: OperationalError) -> tuple[str, int]:
    log.error("database_away", path=request.path, error=str(error.orig))
    return _error_page(HTTPStatus.SERVICE_UNAVAILABLE, "Nothing was changed; try again in a moment")


@web.errorhandler(Exception)
def _broken(error: Exception) -> tuple[str, int]:
    log.error("page_failed", method=request.method, path=request.path, exc_info=error)
    return _error_page(HTTPStatus.INTERNAL_SERVER_ERROR, "The log has it; nothing was changed")


@web.app_errorhandler(HTTPStatus.NOT_FOUND)
def _no_such_page(error: HTTPException) -> Any:
    """Answer an address that nothing has: a page for people, JSON for programs."""
    takes = request.accept_mimetypes
    if takes["text/html"] <= takes["application/json"] or request.path.startswith("/v1/"):
        return errors.answer(error)
    visit.find()
    return _error_page(HTTPStatus.NOT_FOUND, "There is no such page")
