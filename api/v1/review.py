"""The review over HTTP: what a person does to a claim, each write naming the version that they saw."""

from collections.abc import Callable
from typing import Any

from flask.views import MethodView
from sqlalchemy.orm import Session

from api import errors, seeing
from api.bodies import Json
from api.contracts import Asked
from api.routes import Routes
from api.schemas.claims import ClaimInFullSchema, OutcomeSchema
from api.schemas.lists import list_of
from api.schemas.review import (
    ManyClaims,
    NewDismissal,
    NewDismissals,
    NewOpening,
    NewVerdict,
    QueueWish,
)
from api.session import database
from api.subjects import CLAIM
from models.data.queries import Page
from models.data.tables import Claim
from models.domain.roles import Actor, Role
from models.domain.states import DismissReason, Verdict
from models.domain.vocabulary import VaguePolicy
from models.workflow import claims, desk, leases, review, review_many
from models.workflow.clock import now
from models.workflow.review import NewEvidence
from models.workflow.review_many import Outcome

routes = Routes("review", "Leases, verdicts, dismissals, and how they are taken back.")


def _done(asked: Asked, use_case: Callable[[Session], Claim]) -> Any:
    """Run a use case in its transaction and return the claim as its caller now sees it."""
    with database().write() as session:
        return seeing.claim_in_full(session, use_case(session), asked.actor)


def _may_judge(session: Session, actor: Actor, claim_id: int) -> None:
    leases.require_right_to_claim(session, claim_id, actor)


def _may_undo(session: Session, actor: Actor, claim_id: int) -> None:
    review.require_right_to_undo(session, claims.get(session, claim_id), actor)


@routes.route("/claims/<claim_id>/verdict")
class ClaimVerdict(MethodView):
    """A person's judgement."""

    @routes.guard(
        Role.REVIEWER,
        about=CLAIM,
        allows=_may_judge,
        body=NewVerdict,
        needs_version=True,
        shows_version=True,
        refuses_conflicts=True,
    )
    @routes.response(200, ClaimInFullSchema)
    def put(self, asked: Asked) -> Any:
        """Judge a claim: settle it, or propose it where the desk wants a second person."""
        verdict = Verdict(asked.body["verdict"])
        evidence = [NewEvidence(**item) for item in asked.body["evidence"]]
        note = asked.body["note"]
        return _done(
            asked,
            lambda session: review.decide(
                session, asked.actor, asked.id, asked.version, verdict, evidence, note, now()
            ),
        )


@routes.route("/claims/<claim_id>/lease")
class ClaimLease(MethodView):
    """Who looks at a claim now."""

    @routes.guard(Role.REVIEWER, about=CLAIM, shows_version=True)
    @routes.response(200, ClaimInFullSchema)
    def post(self, asked: Asked) -> Any:
        """Take a claim, or keep it longer."""
        return _done(asked, lambda session: leases.lease(session, asked.actor, asked.id, now()))


@routes.route("/claims/<claim_id>/release")
class ClaimRelease(MethodView):
    """A lease that ends."""

    @routes.guard(Role.REVIEWER, about=CLAIM, needs_version=True, shows_version=True)
    @routes.response(200, ClaimInFullSchema)
    def post(self, asked: Asked) -> Any:
        """Give a claim back; an editor may end anybody's lease."""
        return _done(
            asked, lambda session: leases.release(session, asked.actor, asked.id, asked.version, now())
        )


@routes.route("/claims/<claim_id>/undo")
class ClaimUndo(MethodView):
    """A step that is taken back."""

    @routes.guard(Role.REVIEWER, about=CLAIM, allows=_may_undo, needs_version=True, shows_version=True)
    @routes.response(200, ClaimInFullSchema)
    def post(self, asked: Asked) -> Any:
        """Take back one's own last step, or anybody's as an editor; the trail keeps both."""
        return _done(asked, lambda session: review.undo(session, asked.actor, asked.id, asked.version, now()))


@routes.route("/claims/<claim_id>/dismiss")
class ClaimDismissal(MethodView):
    """A claim that is none."""

    @routes.guard(Role.REVIEWER, about=CLAIM, body=NewDismissal, needs_version=True, shows_version=True)
    @routes.response(200, ClaimInFullSchema)
    def post(self, asked: Asked) -> Any:
        """Take a claim off the desk; it can be reopened."""
        reason = DismissReason(asked.body["reason"])
        duplicate_of, note = asked.body["duplicate_of"], asked.body["note"]
        return _done(
            asked,
            lambda session: review.dismiss(
                session, asked.actor, asked.id, asked.version, reason, duplicate_of, note, now()
            ),
        )


@routes.route("/claims/<claim_id>/reopen")
class ClaimOpening(MethodView):
    """A claim that is looked at once more."""

    @routes.guard(Role.EDITOR, about=CLAIM, body=NewOpening, needs_version=True, shows_version=True)
    @routes.response(200, ClaimInFullSchema)
    def post(self, asked: Asked) -> Any:
        """Open a final, stale or dismissed claim for a new round."""
        reason = asked.body["reason"]
        return _done(
            asked, lambda session: review.reopen(session, asked.actor, asked.id, asked.version, reason, now())
        )


@routes.route("/queue/next")
class QueueNext(MethodView):
    """What to do next."""

    @routes.guard(
        Role.REVIEWER, body=QueueWish, is_body_required=False, shows_version=True, may_be_missing=True
    )
    @routes.response(200, ClaimInFullSchema)
    def post(self, asked: Asked) -> Any:
        """Lease the most valuable claim that waits; who has a live lease gets that one again.

        404 when nothing waits.
        """
        skip = asked.body.get("skip", [])
        return _done(asked, lambda session: leases.next_in_queue(session, asked.actor, now(), skip))


@routes.route("/claims/dismiss")
class ManyDismissals(MethodView):
    """Claims that are none, all at once."""

    @routes.guard(Role.REVIEWER, body=NewDismissals)
    @routes.response(200, list_of(OutcomeSchema))
    def post(self, asked: Asked) -> Any:
        """Take several claims off the desk; each has its own outcome, and all can be undone."""
        body = asked.body
        return _done_with_many(
            lambda session: review_many.dismiss(
                session,
                asked.actor,
                _seen(body),
                DismissReason(body["reason"]),
                body["duplicate_of"],
                body["note"],
                now(),
            )
        )


@routes.route("/claims/undo")
class ManyUndoings(MethodView):
    """Steps that are taken back, all at once."""

    @routes.guard(Role.REVIEWER, body=ManyClaims)
    @routes.response(200, list_of(OutcomeSchema))
    def post(self, asked: Asked) -> Any:
        """Take back the last step of several claims; each has its own outcome."""
        return _done_with_many(
            lambda session: review_many.undo(session, asked.actor, _seen(asked.body), now())
        )


def _seen(body: Json) -> list[tuple[int, int]]:
    return [(one["id"], one["version"]) for one in body["claims"]]


def _done_with_many(use_case: Callable[[Session], list[Outcome]]) -> Page[seeing.Seen]:
    """Run a use case over many claims in one transaction and return what became of each."""
    with database().write() as session:
        outcomes = use_case(session)
        policy = desk.current(session).desk.vague_policy
        return Page([_outcome(one, policy) for one in outcomes], None)


def _outcome(outcome: Outcome, policy: VaguePolicy) -> seeing.Seen:
    refusal = outcome.refusal
    fields = refusal.fields if refusal is not None else {}
    return {
        "claim_id": outcome.claim_id,
        "claim": seeing.claim(outcome.claim, policy) if outcome.claim is not None else None,
        "refusal": {
            "code": errors.STATUS_OF[type(refusal)].value,
            "message": refusal.message,
            "errors": fields,
        }
        if refusal is not None
        else None,
    }
