"""Many claims at once: dismissed together with one reason, and brought back together."""

from collections.abc import Sequence
from typing import Any

from flask import flash, redirect, request
from flask import session as cookie
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from api.session import database
from api.web import typed
from api.web.blueprint import web
from api.web.frame import local_address, sentence
from api.web.numbers import whole
from api.web.visit import actor
from models.domain.errors import ClaimbenchError, Invalid
from models.domain.states import DismissReason
from models.workflow import review_many
from models.workflow.clock import now
from models.workflow.review_many import Outcome

Chosen = list[tuple[int, int]]
# Where this browser's session remembers what can be undone with one click.
TOGETHER = "dismissed_together"


def _chosen() -> Chosen:
    """Return the claims that were ticked, each with the version that was seen ("12:3")."""
    return list(dict.fromkeys(request.form.getlist("claim", type=_seen)))


def _seen(words: str) -> tuple[int, int]:
    claim_id, _, version = words.partition(":")
    return whole(claim_id), whole(version)


def _back() -> Response:
    return redirect(local_address(request.form.get("back", "")), 303)


def _count(number: int) -> str:
    return "1 claim" if number == 1 else f"{number} claims"


def _say(outcomes: Sequence[Outcome], done: str) -> None:
    """Flash how many went through, and why each other one did not."""
    taken = sum(outcome.claim is not None for outcome in outcomes)
    if taken:
        flash(f"{_count(taken)} {done}.", "good")
    for outcome in outcomes:
        if outcome.refusal is not None:
            said = [sentence(outcome.refusal.message), *_details(outcome.refusal)]
            flash(f"Claim {outcome.claim_id} was left alone: {' '.join(said)}", "warn")


def _details(refused: ClaimbenchError) -> list[str]:
    return [message for messages in refused.fields.values() for message in messages]


def _dismiss(session: Session, chosen: Chosen) -> list[Outcome]:
    form = request.form
    if form.get("reason", "") not in list(DismissReason):
        raise Invalid("Choose the reason why they are taken off the desk")
    reason = DismissReason(form["reason"])
    other = form.get("duplicate_of", "").strip() if reason is DismissReason.DUPLICATE_OF else ""
    duplicate_of = typed.claim_number(other, request.host_url) if other else None
    note = typed.lines(form.get("note", "")).strip() or None
    return review_many.dismiss(session, actor(), chosen, reason, duplicate_of, note, now())


@web.post("/dismiss")
def dismiss_together() -> Any:
    """Take the ticked claims off the desk; what cannot go stays, with the reason."""
    try:
        with database().write() as session:
            outcomes = _dismiss(session, _chosen())
            taken = [[o.claim_id, o.claim.version] for o in outcomes if o.claim is not None]
    except Invalid as refused:
        flash(" ".join([sentence(refused.message), *_details(refused)]), "bad")
        return _back()
    _say(outcomes, "dismissed")
    cookie[TOGETHER] = taken
    return _back()


@web.post("/dismiss/undo")
def bring_back_together() -> Any:
    """Undo the last step of the ticked claims, each as an event of its own."""
    try:
        with database().write() as session:
            outcomes = review_many.undo(session, actor(), _chosen(), now())
    except ClaimbenchError as refused:
        flash(sentence(refused.message), "bad")
        return _back()
    _say(outcomes, "brought back")
    cookie.pop(TOGETHER, None)
    return _back()


def dismissed_together() -> list[list[int]]:
    """Return the claims that this browser dismissed last and can bring back with one click."""
    found: list[list[int]] = cookie.get(TOGETHER, [])
    return found
