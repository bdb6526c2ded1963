"""Correcting what the machine reads: the form's preview, the step, and the machine's reading put back."""

from typing import Any

from flask import render_template, request
from sqlalchemy.orm import Session

from api.session import database
from api.web import typed
from api.web.blueprint import web
from api.web.pages.review import attempt, done
from api.web.typed_correction import TypedCorrection
from api.web.visit import actor
from api.web.wording.trail import field_changes
from models.data.tables import Claim
from models.domain.correction import correct as corrected_fields
from models.domain.effective import EFFECTIVE_FIELDS, merge
from models.domain.errors import Invalid
from models.domain.roles import Role
from models.workflow import claims, corrections
from models.workflow.clock import now

Patch = dict[str, Any]


def _read(claim: Claim, said: TypedCorrection) -> Patch:
    """Return what the form means for a claim, as a merge patch."""
    fields = merge(claim.reading, claim.correction)
    return said.patch(claim.article.text, fields, claim.article.published_on)


@web.post("/claims/<int:claim_id>/correct/preview")
def preview_correction(claim_id: int) -> str:
    """Say what the form as it stands would change, and what in it cannot be read."""
    actor().require(Role.REVIEWER)
    said = TypedCorrection.of(request.form)
    with database().read() as session:
        claim = claims.get(session, claim_id)
        before = merge(claim.reading, claim.correction)
        try:
            after = corrected_fields(claim.article.text, before, _read(claim, said))
        except Invalid as refused:
            messages = [message for found in refused.fields.values() for message in found]
            return render_template("correction_preview.html", changes=[], problems=messages)
        return render_template("correction_preview.html", changes=field_changes(before, after), problems=[])


@web.post("/claims/<int:claim_id>/correct")
def correct(claim_id: int) -> Any:
    """Correct a claim's fields; the machine's reading stays beside them."""
    said = TypedCorrection.of(request.form)
    version = typed.version(request.form)

    def step(session: Session) -> Claim:
        claim = claims.take(session, claim_id)
        actor().require(Role.REVIEWER)
        claims.check_version(claim, version)
        patch = _read(claim, said)
        if not patch:
            raise Invalid("Nothing differs from what stands already")
        return corrections.apply(session, actor(), claim_id, version, patch, now())

    outcome = attempt(claim_id, step, "correct", correction=said)
    return done(outcome, "corrected; the machine's reading stays beside it.")


@web.post("/claims/<int:claim_id>/put-back")
def put_back(claim_id: int) -> Any:
    """Give a field the machine's reading again."""
    name = request.form.get("field", "")
    version = typed.version(request.form)

    def step(session: Session) -> Claim:
        if name not in EFFECTIVE_FIELDS:
            raise Invalid("There is no such field")
        return corrections.put_back(session, actor(), claim_id, version, [name], now())

    outcome = attempt(claim_id, step, "")
    return done(outcome, "the machine's reading stands again.")
