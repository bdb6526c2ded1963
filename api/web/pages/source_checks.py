"""Whether a document has a claim's number: pasted or sent on the claim's page, looked into, and not kept."""

from typing import Any

from flask import request

from api.session import database
from api.web import typed
from api.web.blueprint import web
from api.web.checked_source import CheckedSource
from api.web.frame import sentence
from api.web.pages.claims import show
from api.web.typed import TypedEvidence, TypedVerdict
from api.web.visit import actor
from models.documents.pdf import is_pdf, words_of_pdf
from models.domain.checking.pages import text_of_page
from models.domain.errors import Invalid
from models.domain.roles import Role
from models.workflow import claims, sources


@web.post("/claims/<int:claim_id>/check-source")
def check_source(claim_id: int) -> Any:
    """Look for the claim's number in a document, and show where it stands."""
    actor().require(Role.REVIEWER)
    link, text = request.form.get("link", "").strip(), typed.lines(request.form.get("text", ""))
    with database().read() as session:
        wanted = sources.claim_to_check(session, claim_id)
    try:
        text = _words_of_file() or text
        checked = CheckedSource(link, text, sources.look_into(wanted, text))
    except Invalid as error:
        said = [message for messages in error.fields.values() for message in messages]
        checked = CheckedSource(link, text, problem=" ".join([sentence(error.message), *said]))
    with database().read() as session:
        page = show(session, claims.get(session, claim_id), checked=checked)
    return page, 422 if checked.problem else 200


def _words_of_file() -> str:
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        return ""
    content = sent.read()
    if is_pdf(content):
        return words_of_pdf(content)
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        problem = "Is not UTF-8 text; convert it, or paste its words."
        raise Invalid("the document cannot be read", {"file": [problem]}) from None
    is_page = sent.filename.lower().endswith((".html", ".htm", ".xhtml"))
    return text_of_page(words) if is_page else words


@web.post("/claims/<int:claim_id>/take-quote")
def take_quote(claim_id: int) -> Any:
    """Fill the verdict's form with a place that was found; without a script, this is how it gets there."""
    actor().require(Role.REVIEWER)
    form = request.form
    names = ("what", "locator", "quote")
    piece = TypedEvidence(*(typed.lines(form.get(name, "")).strip() for name in names))
    with database().read() as session:
        return show(session, claims.get(session, claim_id), TypedVerdict(evidence=(piece,)))
