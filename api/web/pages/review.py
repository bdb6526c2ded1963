"""What the buttons of a claim do: one use case each; a refusal shows the page with all that was typed."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from api.session import database
from api.web import typed
from api.web.blueprint import web
from api.web.frame import sentence, wants_json
from api.web.pages.claims import Refusal, changes_since, show
from api.web.pages.queue import open_next
from api.web.typed import TypedVerdict
from api.web.typed_correction import TypedCorrection
from api.web.visit import actor
from api.web.wording.review import NAME_OF_VERDICT
from models.data.tables import Claim
from models.domain.errors import ClaimbenchError, Conflict, Forbidden, Invalid, VersionMismatch
from models.domain.states import DismissReason, State, Verdict
from models.workflow import claims, leases, review
from models.workflow.clock import now

STATUS_OF = {Forbidden: 403, VersionMismatch: 412, Invalid: 422, Conflict: 409}
Step = Callable[[Session], Claim]
Refused = tuple[str, int]


def attempt(
    claim_id: int,
    step: Step,
    open_form: str,
    said: TypedVerdict | None = None,
    correction: TypedCorrection | None = None,
) -> Claim | Refused:
    """Take a step; return the claim, or the page that says why not, with its HTTP status."""
    try:
        with database().write() as session:
            return step(session)
    except (Forbidden, VersionMismatch, Invalid, Conflict) as error:
        refused = error
    with database().read() as session:
        claim = claims.get(session, claim_id)
        refusal = _refusal(session, claim, refused)
        return show(session, claim, said, refusal, open_form, correction), STATUS_OF[type(refused)]


def _refusal(session: Session, claim: Claim, error: ClaimbenchError) -> Refusal:
    seen = typed.version(request.form)
    if isinstance(error, VersionMismatch) and seen is not None:
        return Refusal(
            "This claim has changed since you read it, so nothing was written. What you typed is still here: "
            "look at what is new, then decide again.",
            changes=changes_since(session, claim, seen),
            is_stale=True,
        )
    return Refusal(sentence(error.message), error.fields)


def done(outcome: Claim | Refused, said: str) -> Response | Refused:
    """Say what was done and go on to the next claim or stay, as the button says; or show why it was not."""
    if not isinstance(outcome, Claim):
        return outcome
    claim = outcome
    if request.form.get("then") == "next":
        flash(f"Claim {claim.id}: {said}", "good")
        return open_next()
    flash(said, "good")
    return redirect(url_for("web.claim", claim_id=claim.id), 303)


@web.post("/claims/<int:claim_id>/verdict")
def decide(claim_id: int) -> Any:
    """Judge a claim."""
    said = TypedVerdict.of(request.form)
    own_address = request.host_url
    evidence = [row.as_evidence(own_address) for row in said.said_evidence]
    version = typed.version(request.form)

    def step(session: Session) -> Claim:
        if said.verdict not in list(Verdict):
            raise Invalid(
                "The verdict is missing", {"verdict": ["Choose one of the eight, with the keys 1 to 8."]}
            )
        verdict = Verdict(said.verdict)
        return review.decide(session, actor(), claim_id, version, verdict, evidence, said.note or None, now())

    outcome = attempt(claim_id, step, "verdict", said)
    if not isinstance(outcome, Claim):
        return outcome
    word = NAME_OF_VERDICT[said.verdict].lower()
    if outcome.state == State.FINAL:
        return done(outcome, f"settled as {word}.")
    return done(outcome, f"your verdict ({word}) is in; it waits for another person.")


@web.post("/claims/<int:claim_id>/dismiss")
def dismiss(claim_id: int) -> Any:
    """Take a claim off the desk."""
    form = request.form
    own_address = request.host_url

    def step(session: Session) -> Claim:
        if form.get("reason", "") not in list(DismissReason):
            raise Invalid("The reason is missing", {"reason": ["Choose why it is taken off the desk."]})
        reason = DismissReason(form["reason"])
        other = form.get("duplicate_of", "").strip() if reason is DismissReason.DUPLICATE_OF else ""
        duplicate_of = typed.claim_number(other, own_address) if other else None
        note = typed.lines(form.get("note", "")).strip() or None
        return review.dismiss(
            session, actor(), claim_id, typed.version(form), reason, duplicate_of, note, now()
        )

    outcome = attempt(claim_id, step, "dismiss")
    return done(outcome, "dismissed. Undo brings it back.")


@web.post("/claims/<int:claim_id>/reopen")
def reopen(claim_id: int) -> Any:
    """Open a settled, stale or dismissed claim for another round."""
    reason = typed.lines(request.form.get("reason", "")).strip()
    version = typed.version(request.form)

    def step(session: Session) -> Claim:
        return review.reopen(session, actor(), claim_id, version, reason, now())

    outcome = attempt(claim_id, step, "reopen")
    return done(outcome, "opened again for a new round.")


@web.post("/claims/<int:claim_id>/undo")
def undo(claim_id: int) -> Any:
    """Take back the last step."""
    version = typed.version(request.form)
    outcome = attempt(claim_id, lambda session: review.undo(session, actor(), claim_id, version, now()), "")
    return done(outcome, "the last step is undone; the trail keeps both.")


@web.post("/claims/<int:claim_id>/lease")
def take(claim_id: int) -> Any:
    """Take a claim in review, or renew it; the page's own renewal asks for JSON and learns the time left."""
    if not wants_json():
        outcome = attempt(claim_id, lambda session: leases.lease(session, actor(), claim_id, now()), "")
        if not isinstance(outcome, Claim):
            return outcome
        return redirect(url_for("web.claim", claim_id=claim_id), 303)
    try:
        with database().write() as session:
            until = leases.lease(session, actor(), claim_id, now()).lease_until
    except Conflict as refused:
        return {"message": sentence(refused.message)}, 409
    assert until is not None
    return {"seconds_left": int((until - now()).total_seconds())}


@web.post("/claims/<int:claim_id>/leave")
def leave(claim_id: int) -> Any:
    """Let one's lease run out soon, since its page was left."""
    with database().write() as session:
        leases.leave(session, actor(), claim_id, now())
    return "", 204


@web.post("/claims/<int:claim_id>/release")
def release(claim_id: int) -> Any:
    """Give a claim back to the queue."""
    version = typed.version(request.form)
    outcome = attempt(
        claim_id, lambda session: leases.release(session, actor(), claim_id, version, now()), ""
    )
    return done(outcome, "given back to the queue.")
