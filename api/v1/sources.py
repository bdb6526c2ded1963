"""Whether a claim's number stands in a document that somebody pastes or sends; nothing of it is kept."""

from typing import Any

from flask.views import MethodView

from api.bodies import Json
from api.contracts import Asked
from api.routes import Routes
from api.schemas.references import DocumentSchema, FindingSchema
from api.session import database
from api.subjects import CLAIM
from models.documents.pdf import words_of_pdf
from models.domain.checking.pages import text_of_page
from models.domain.errors import Invalid
from models.domain.roles import Role
from models.workflow import sources

routes = Routes("sources", "Whether a document says what a claim says.")


def _plain(content: bytes) -> Json:
    return {"text": _decoded(content)}


def _page(content: bytes) -> Json:
    return {"text": text_of_page(_decoded(content))}


def _pdf(content: bytes) -> Json:
    return {"text": words_of_pdf(content)}


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = f"Is not UTF-8 (byte {error.start + 1}); convert it, or paste its words."
        raise Invalid("the document cannot be read", {"text": [problem]}) from None


@routes.route("/claims/<claim_id>/check-source")
class SourceCheck(MethodView):
    """A look into a document."""

    @routes.guard(
        Role.REVIEWER,
        about=CLAIM,
        body=DocumentSchema,
        other_bodies={"text/plain": _plain, "text/html": _page, "application/pdf": _pdf},
    )
    @routes.response(200, FindingSchema)
    def post(self, asked: Asked) -> Any:
        """Say whether a document has the claim's figure in any form, and where.

        Send its words as JSON, as plain text, as the HTML of a page, or as a PDF. Nothing is kept or fetched.
        """
        with database().read() as session:
            claim = sources.claim_to_check(session, asked.id)
        return sources.look_into(claim, asked.body["text"])
