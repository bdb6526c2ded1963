"""A claim on the bench: what it says and why, where it stands, and the form that settles it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from flask import render_template, request
from sqlalchemy.orm import Session

from api.session import database
from api.web import hints_shown, ranks
from api.web.blueprint import web
from api.web.checked_source import CheckedSource
from api.web.highlights import Mark, Run, around, behind_crlf, cut
from api.web.shown import ShownClaim, shown
from api.web.typed import TypedVerdict
from api.web.typed_correction import TypedCorrection
from api.web.visit import actor
from api.web.wording import corrections, review
from api.web.wording import trail as trail_words
from models.data import queries
from models.data.tables import Claim, Event, Judgement
from models.domain.desk import Desk
from models.domain.effective import merge
from models.domain.roles import Actor, Role
from models.domain.states import State
from models.workflow import accounts, changes, claims, desk, leases, visibility
from models.workflow.clock import now
from models.workflow.review import standing_step


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a step was not taken, with what had changed in between when that is why."""

    message: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    changes: tuple[str, ...] = ()
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class Possible:
    """What the visitor may do to a claim as it stands."""

    judge: bool
    take: bool
    release: bool
    dismiss: bool
    undo: bool
    reopen: bool
    correct: bool


@dataclass(frozen=True, slots=True)
class Lease:
    """Who looks at a claim now."""

    holder: str
    until: datetime
    is_mine: bool
    seconds_left: int


def _lease(session: Session, claim: Claim, at: datetime) -> Lease | None:
    if claim.lease_holder is None or claim.lease_until is None or not leases.is_live(claim, at):
        return None
    name = accounts.get_user(session, claim.lease_holder).name
    left = int((claim.lease_until - at).total_seconds())
    return Lease(name, claim.lease_until, claim.lease_holder == actor().user_id, left)


def _possible(claim: Claim, lease: Lease | None, trail: Sequence[Event], who: Actor) -> Possible:
    state = State(claim.state)
    reviews = who.may(Role.REVIEWER)
    is_mine = lease is not None and lease.is_mine
    is_anothers = lease is not None and not lease.is_mine
    own = _has_judged(claim, who)
    is_waiting = state in (State.OPEN, State.IN_REVIEW, State.PROPOSED)
    step = standing_step(trail, who)
    return Possible(
        judge=reviews and is_waiting and not is_anothers and not own,
        take=reviews and is_waiting and lease is None and not own,
        release=is_mine or (is_anothers and who.may(Role.EDITOR)),
        dismiss=reviews and state in (State.OPEN, State.IN_REVIEW) and not is_anothers,
        undo=reviews
        and step is not None
        and not is_anothers
        and (step.actor_id == who.user_id or who.may(Role.EDITOR)),
        reopen=who.may(Role.EDITOR) and state in (State.FINAL, State.STALE, State.DISMISSED),
        correct=reviews and state != State.DISMISSED and not is_anothers and not claim.article.erased_at,
    )


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The paragraphs around a claim: runs, each with whether it is of the claim's sentence."""

    runs: list[tuple[Run, bool]]
    claims: dict[int, ShownClaim]
    is_cut_before: bool
    is_cut_after: bool


def _excerpt(session: Session, claim: ShownClaim, settings: Desk) -> Excerpt:
    text, sentence = claim.article.text, claim.fields["sentence"]
    start, end = around(text, sentence["start"], sentence["end"])
    is_cut_after = end < len(text) and text[end - 1] not in "\r\n"
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    near = queries.claims_within(session, claim.article_id, start, end, settings.check_threshold)
    claims = {other.id: other for other in [*shown(near, settings.vague_policy), claim]}
    # A mark that belongs to no claim cuts the runs where the sentence begins and ends.
    marks = [Mark(0, sentence["start"], sentence["end"]), *(other.mark for other in claims.values())]
    runs = [
        (_without_sentence(run), 0 in run.claim_ids)
        for run in cut(text, marks, start, end, behind_crlf(text, start, end))
    ]
    return Excerpt(runs, claims, start > 0 and text[start - 1] not in "\r\n", is_cut_after)


def _without_sentence(run: Run) -> Run:
    return Run(run.start, run.text, tuple(i for i in run.claim_ids if i), tuple(i for i in run.opens if i))


def changes_since(session: Session, claim: Claim, version: int) -> tuple[str, ...]:
    """Say what happened to a claim after the version that the visitor saw."""
    events = visibility.events(claim, queries.events_of(session, "claim", claim.id), actor())
    happened = changes.since(session, claim, events, version)
    lines = [trail_words.line(event) for event in happened.events]
    fields = trail_words.field_changes(happened.before, happened.after) if happened.before else []
    return (*(" ".join((line.said, *line.details)) for line in lines), *fields)


def show(
    session: Session,
    claim: Claim,
    typed: TypedVerdict | None = None,
    refusal: Refusal | None = None,
    open_form: str = "",
    correction: TypedCorrection | None = None,
    checked: CheckedSource | None = None,
) -> str:
    """Render a claim's page; *typed* and *refusal* come from a form that was not taken.

    ``?confirm=1`` fills the form with what the hint offers; *checked* is a document that was looked into.
    """
    who = actor()
    settings = desk.current(session).desk
    this = ShownClaim.of(claim, settings.vague_policy)
    events = visibility.events(claim, queries.events_of(session, "claim", claim.id), who)
    lease = _lease(session, claim, now())
    before, after = queries.claims_beside(session, claim, settings.check_threshold)
    judgements = visibility.judgements(claim, who)
    hint = hints_shown.shown(session, claim, settings.vague_policy)
    possible = _possible(claim, lease, events, who)
    is_asked = typed is None and possible.judge and bool(request.args.get("confirm"))
    offer = hint.offer if hint and is_asked else None
    if offer is not None:
        typed = offer.typed
    is_stale = claim.state == State.STALE
    return render_template(
        "claim.html",
        section="Queue",
        claim=this,
        excerpt=None if claim.article.erased_at else _excerpt(session, this, settings),
        before=before,
        after=after,
        lease=lease,
        possible=possible,
        hint=hint,
        is_confirming=offer is not None,
        checked=checked,
        judgements=judgements,
        disputed=_disputed(claim, judgements),
        changed_since=ranks.changes_since_settled(session, claim) if is_stale else [],
        is_judged_by_me=_has_judged(claim, who),
        trail=[trail_words.line(event) for event in reversed(events)],
        typed=typed or TypedVerdict(),
        correction=correction or TypedCorrection.of_claim(merge(claim.reading, claim.correction)),
        vocabulary=_vocabulary(this),
        refusal=refusal,
        open_form=open_form,
        verdicts=review.VERDICTS,
        dismissals=review.DISMISSALS,
    )


def _disputed(claim: Claim, seen: Sequence[Judgement]) -> list[Judgement]:
    """Return the two verdicts that differ and wait for a third, where the visitor sees both."""
    standing = {judgement.id for judgement in visibility.active_judgements(claim)}
    both = [judgement for judgement in seen if judgement.id in standing]
    return both if claim.state == State.PROPOSED and len(both) > 1 else []


def _vocabulary(claim: ShownClaim) -> dict[str, Any]:
    """Return the words that the form of a correction offers for this claim."""
    return {
        "measure": corrections.MEASURES,
        "basis": corrections.BASES,
        "certainty": corrections.CERTAINTIES,
        "units": corrections.UNITS,
        "uses": corrections.span_uses(is_figure=claim.quantity is not None),
    }


def _has_judged(claim: Claim, who: Actor) -> bool:
    return any(j.reviewer_id == who.user_id for j in visibility.active_judgements(claim))


@web.get("/claims/<int:claim_id>")
def claim(claim_id: int) -> str:
    """Show one claim."""
    with database().read() as session:
        return show(session, claims.get(session, claim_id))
