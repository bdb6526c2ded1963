"""Who looks at a claim now: leases are taken, renewed, given back, and run out."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Integer, Select, bindparam, func, or_, select
from sqlalchemy.orm import Session

from models.data.tables import Claim, Judgement
from models.domain.errors import Conflict, NotFound
from models.domain.roles import Actor, Role
from models.domain.states import Action, RefusedTransition, State, move
from models.workflow import claims, desk, trail, visibility

# How long a page that was left may take to come back: a reload, or the way back from a link.
GRACE = timedelta(seconds=15)


def is_live(claim: Claim, now: datetime) -> bool:
    """Say whether somebody holds the claim at this instant."""
    return claim.lease_holder is not None and claim.lease_until is not None and claim.lease_until > now


def refuse_if_anothers(claim: Claim, actor: Actor, now: datetime) -> None:
    """Raise :class:`Conflict` when someone else holds the claim."""
    if is_live(claim, now) and claim.lease_holder != actor.user_id:
        raise Conflict(f"claim {claim.id} is in review by someone else until {claim.lease_until:%H:%M} UTC")


def forget(claim: Claim) -> None:
    """Clear the lease's end along with its holder."""
    claim.lease_until = None


def hold(session: Session, claim: Claim, actor: Actor, now: datetime) -> None:
    """Make *actor* the holder of a claim, as an event; a renewal by its holder writes none."""
    take_over(session, claim, actor, now, now + timedelta(minutes=desk.current(session).desk.lease_minutes))


def take_over(
    session: Session, claim: Claim, actor: Actor, now: datetime, until: datetime | None = None
) -> None:
    """Make *actor* the holder of a claim; without *until* for a step that ends the lease at once."""
    refuse_if_anothers(claim, actor, now)
    if claim.lease_holder is not None and claim.lease_holder != actor.user_id:
        expire(session, claim, now)
    if until is not None:
        claim.lease_until = until
    if claim.lease_holder is None:
        try:
            state = move(State(claim.state), Action.LEASE)
        except RefusedTransition as refused:
            raise Conflict(str(refused)) from refused
        _changed(session, claim, "leased", state, actor.user_id, actor.user_id, now)


def _changed(
    session: Session,
    claim: Claim,
    kind: str,
    state: State,
    holder: int | None,
    actor_id: int | None,
    now: datetime,
) -> None:
    """Write a lease's event; the version rises only where the state changes with it."""
    rises = claim.state != state
    changes = {"state": state.value, "lease_holder": holder, "version": claim.version + (1 if rises else 0)}
    trail.change(session, claim, kind, changes, actor_id, now)


def lease(session: Session, actor: Actor, claim_id: int, now: datetime) -> Claim:
    """Take or renew the lease of one claim."""
    actor.require(Role.REVIEWER)
    claim = claims.take(session, claim_id)
    require_right_to_judge(claim, actor)
    if _has_judged(claim, actor):
        raise Conflict("you have judged this claim already; someone else gives the next verdict")
    refuse_who_has_seen_anothers(claim, actor)
    hold(session, claim, actor, now)
    return claim


def require_right_to_claim(session: Session, claim_id: int, actor: Actor) -> None:
    """Raise what :func:`require_right_to_judge` raises, and NotFound; most claims need not be read for it."""
    actor.require(Role.REVIEWER)
    if not actor.may(Role.EDITOR) and claims.glance(session, claim_id).state == State.PROPOSED:
        require_right_to_judge(claims.get(session, claim_id), actor)


def require_right_to_judge(claim: Claim, actor: Actor) -> None:
    """Raise :class:`Forbidden` unless *actor* may judge this claim; an editor settles a disagreement."""
    is_disputed = claim.state == State.PROPOSED and len(visibility.active_judgements(claim)) > 1
    actor.require(Role.EDITOR if is_disputed else Role.REVIEWER)


def refuse_who_has_seen_anothers(claim: Claim, actor: Actor) -> None:
    """Raise :class:`Conflict` for a second reviewer whose own verdict has shown them the first one."""
    if not actor.may(Role.EDITOR) and visibility.has_seen_anothers(claim, actor):
        raise Conflict(
            "you took back a verdict after which you could see the other one; someone else, or an editor, "
            "gives the next"
        )


def release(session: Session, actor: Actor, claim_id: int, version: int | None, now: datetime) -> Claim:
    """Give a lease back; an editor may end anybody's."""
    actor.require(Role.REVIEWER)
    claim = claims.take(session, claim_id)
    claims.check_version(claim, version)
    if claim.lease_holder is None:
        raise Conflict(f"nobody holds claim {claim.id}")
    if claim.lease_holder != actor.user_id and not actor.may(Role.EDITOR):
        raise Conflict(f"claim {claim.id} is held by someone else; only they or an editor can release it")
    _changed(session, claim, "released", move(State(claim.state), Action.RELEASE), None, actor.user_id, now)
    claim.lease_until = None
    return claim


def leave(session: Session, actor: Actor, claim_id: int, now: datetime) -> None:
    """Let a lease run out soon, since its holder's page was left; coming back within :data:`GRACE` renews it.

    No release: a page that is only loaded again must not lose its claim, nor find another version of it.
    """
    claim = claims.take(session, claim_id)
    if claim.lease_holder == actor.user_id and claim.lease_until is not None:
        claim.lease_until = min(claim.lease_until, now + GRACE)


def expire(session: Session, claim: Claim, now: datetime) -> None:
    """End a lease that has run out."""
    _changed(session, claim, "lease_expired", move(State(claim.state), Action.EXPIRE), None, None, now)
    claim.lease_until = None


def expire_all(session: Session, now: datetime, at_most: int = 500) -> int:
    """End the leases that have run out, as the sweep does; return how many."""
    # Their ids alone first: mostly there are none, and objects are dear even then.
    lapsed = session.connection().scalars(_LAPSED, {"now": now, "at_most": at_most}).all()
    for claim_id in lapsed:
        expire(session, session.get_one(Claim, claim_id), now)
    return len(lapsed)


def _has_judged(claim: Claim, actor: Actor) -> bool:
    return any(
        j.reviewer_id == actor.user_id and j.round == claim.round and j.undone_at is None
        for j in claim.judgements
    )


def next_in_queue(session: Session, actor: Actor, now: datetime, skip: Sequence[int] = ()) -> Claim:
    """Lease the most valuable claim that waits; a caller with a live lease gets that one again.

    Claims that wait for a second verdict come first, then those that conflict with another figure, then by
    check-worthiness. Atomic on both databases: SQLite's writers queue, PostgreSQL skips rows that another
    request has locked.
    """
    actor.require(Role.REVIEWER)
    # What nobody holds any more waits again at once, not only after the next sweep.
    expire_all(session, now, at_most=50)
    mine = session.connection().scalar(_MINE, {"actor": actor.user_id, "now": now})
    if mine is not None:
        return _held(session, session.get_one(Claim, mine), actor, now)
    threshold = desk.current(session).desk.check_threshold
    asked: dict[str, object] = {"actor": actor.user_id, "threshold": threshold, "now": now}
    if skip:
        asked["skip"] = list(skip)
    is_editor = actor.may(Role.EDITOR)
    proposed = session.connection().scalar(
        _waiting(Claim.id, is_editor=is_editor, skips=bool(skip)), {**asked, "state": State.PROPOSED.value}
    )
    if proposed is not None:
        return _held(session, session.get_one(Claim, proposed), actor, now)
    opened = _waiting(Claim, claims.IS_JUDGED, is_editor=is_editor, skips=bool(skip))
    claim = claims.first_asked_if_judged(session, opened, {**asked, "state": State.OPEN.value})
    if claim is None:
        raise NotFound("the queue is empty: no open claim is above the desk's threshold")
    return _held(session, claim, actor, now)


def _held(session: Session, claim: Claim, actor: Actor, now: datetime) -> Claim:
    hold(session, claim, actor, now)
    return claim


_LAPSED = (
    select(Claim.id)
    .where(Claim.lease_holder.is_not(None), Claim.lease_until < bindparam("now"))
    .limit(bindparam("at_most", type_=Integer))
    .with_for_update(skip_locked=True)
)
_MINE = (
    select(Claim.id)
    .where(Claim.lease_holder == bindparam("actor"), Claim.lease_until > bindparam("now"))
    .limit(1)
)


@cache
def _waiting(*wanted: Any, is_editor: bool, skips: bool) -> Select[Any]:
    """Return the question for what is *wanted* of the claim that is handed out next; its terms are bound.

    Put together once: that takes longer than its answer.
    """
    query = select(*wanted).where(
        Claim.state == bindparam("state"),
        ~Claim.withdrawn,
        # As a sum, so that SQLite does not take it for a range of an index that is in another order.
        Claim.check_worthiness + 0 >= bindparam("threshold"),
        or_(Claim.lease_holder.is_(None), Claim.lease_until < bindparam("now")),
        *_may_judge(is_editor=is_editor),
    )
    if skips:
        query = query.where(Claim.id.not_in(bindparam("skip", expanding=True)))
    return (
        query.order_by(Claim.urgency.desc(), Claim.check_worthiness.desc(), Claim.id.desc())
        .limit(1)
        .with_for_update(skip_locked=True)
    )


def _may_judge(*, is_editor: bool) -> list[ColumnElement[bool]]:
    """Return on which conditions the bound actor gives a claim its next verdict; a dispute is an editor's."""
    standing = (
        Judgement.claim_id == Claim.id,
        Judgement.round == Claim.round,
        Judgement.undone_at.is_(None),
    )
    actor: BindParameter[int] = bindparam("actor")
    has_judged = select(Judgement.id).where(*standing, Judgement.reviewer_id == actor).exists()
    if is_editor:
        return [~has_judged]
    verdicts = select(func.count(Judgement.id)).where(*standing).correlate(Claim).scalar_subquery()
    is_disputed = (Claim.state == State.PROPOSED.value) & (verdicts > 1)
    return [~has_judged, ~is_disputed, ~visibility.seen_anothers(actor)]
