"""What a person decides about a figure: split a claim out, join two, pin one; later groupings keep it."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.data.figure_queries import memberships, row_of
from models.data.tables import Claim, Figure, FigureMember, FigureOverride
from models.domain.errors import Conflict, Invalid, NotFound, PreconditionRequired, VersionMismatch
from models.domain.roles import Actor, Role
from models.workflow import grouping, trail


def get(session: Session, figure_id: int) -> Figure:
    """Return a figure to read, or raise :class:`NotFound`."""
    figure = session.get(Figure, figure_id)
    if figure is None:
        raise NotFound(f"there is no figure {figure_id}")
    return figure


def split(
    session: Session,
    actor: Actor,
    figure_id: int,
    version: int | None,
    claim_id: int | None,
    reference_id: int | None,
    reason: str | None,
    now: datetime,
) -> Figure:
    """Take one member out into a figure of its own, and return that one; no grouping brings it back.

    Raises:
        Forbidden, NotFound, PreconditionRequired, VersionMismatch, Invalid, Conflict: in this order.
    """
    actor.require(Role.REVIEWER)
    figure = _take(session, figure_id, version)
    if (claim_id is None) == (reference_id is None):
        raise Invalid(
            "the figure cannot be split so", {"claim_id": ["Name one of claim_id and reference_id."]}
        )
    member = _member(session, figure, claim_id, reference_id)
    if figure.members < 2:
        raise Conflict(f"figure {figure_id} has one member only; there is nothing to split")
    row = row_of(session, member)
    _keep(session, figure, "split", actor, now, reason, claim_id=claim_id, reference_id=reference_id)
    touched = _claims_of(session, figure)
    grouping.leave(session, member, now, actor.user_id)
    own = grouping.create(session, row, now)
    said = reason or f"Taken out of figure {figure_id} by {actor.name}."
    grouping.add(session, own, row, grouping.PERSON, 1.0, said, actor.user_id, now)
    _let_wait(touched)
    return own


def join(
    session: Session,
    actor: Actor,
    figure_id: int,
    version: int | None,
    other_id: int,
    reason: str | None,
    now: datetime,
) -> Figure:
    """Bring another figure's members into this one, and return it; they stay whatever a grouping says.

    Raises:
        Forbidden, NotFound, PreconditionRequired, VersionMismatch, Invalid, Conflict: in this order.
    """
    actor.require(Role.REVIEWER)
    figure = _take(session, figure_id, version)
    other = session.get(Figure, other_id, with_for_update=True)
    if other is None or other_id == figure_id:
        raise Invalid("the figures cannot be joined", {"figure_id": ["Name another figure by its id."]})
    if other.joined_into is not None:
        raise Conflict(f"figure {other_id} was already joined to figure {other.joined_into}")
    _keep(session, figure, "join", actor, now, reason, other_figure_id=other_id)
    said = reason or f"Joined from figure {other_id} by {actor.name}."
    for member in memberships(session, other.id):
        row = row_of(session, member)
        grouping.leave(session, member, now, actor.user_id)
        grouping.add(session, figure, row, grouping.PERSON, 1.0, said, actor.user_id, now)
    other.joined_into = figure_id
    grouping.record(session, other, "joined", None, actor.user_id, now, into=figure_id)
    _let_wait(_claims_of(session, figure))
    return figure


def pin(
    session: Session,
    actor: Actor,
    figure_id: int,
    version: int | None,
    is_pinned: bool,
    reason: str | None,
    now: datetime,
) -> Figure:
    """Keep a figure's members where they are, or let the machine move them again; new ones join either way.

    Raises:
        Forbidden, NotFound, PreconditionRequired, VersionMismatch, Conflict: in this order.
    """
    actor.require(Role.REVIEWER)
    figure = _take(session, figure_id, version)
    if figure.pinned == is_pinned:
        return figure
    kind = "pin" if is_pinned else "unpin"
    _keep(session, figure, kind, actor, now, reason)
    figure.pinned = is_pinned
    grouping.record(session, figure, f"{kind}ned", None, actor.user_id, now)
    return figure


def _take(session: Session, figure_id: int, version: int | None) -> Figure:
    grouping.lock(session)
    figure = session.get(Figure, figure_id, with_for_update=True, populate_existing=True)
    if figure is None:
        raise NotFound(f"there is no figure {figure_id}")
    if version is None:
        raise PreconditionRequired("say with If-Match which version of the figure you have seen")
    if version != figure.version:
        raise VersionMismatch(
            f"figure {figure_id} is at version {figure.version}, not {version}; read it again"
        )
    if figure.joined_into is not None:
        raise Conflict(f"figure {figure_id} was joined to figure {figure.joined_into}; look there")
    return figure


def _member(session: Session, figure: Figure, claim_id: int | None, reference_id: int | None) -> FigureMember:
    query = select(FigureMember).where(FigureMember.figure_id == figure.id)
    named = FigureMember.claim_id == claim_id if claim_id else FigureMember.reference_id == reference_id
    member = session.scalars(query.where(named)).first()
    if member is None:
        name = "claim_id" if claim_id else "reference_id"
        raise Invalid("the figure cannot be split so", {name: [f"Is no member of figure {figure.id}."]})
    return member


def _claims_of(session: Session, figure: Figure) -> list[Claim]:
    ids = [member.claim_id for member in memberships(session, figure.id) if member.claim_id is not None]
    return list(session.scalars(select(Claim).where(Claim.id.in_(ids))))


def _let_wait(claims: list[Claim]) -> None:
    """Let the hints of these claims be written again; the sweep sends them where nothing else does."""
    for claim in claims:
        claim.awaits = claim.awaits or trail.AWAITS_HINT


def _keep(
    session: Session,
    figure: Figure,
    kind: str,
    actor: Actor,
    now: datetime,
    reason: str | None,
    claim_id: int | None = None,
    reference_id: int | None = None,
    other_figure_id: int | None = None,
) -> None:
    session.add(
        FigureOverride(
            figure_id=figure.id,
            kind=kind,
            claim_id=claim_id,
            reference_id=reference_id,
            other_figure_id=other_figure_id,
            reason=reason,
            actor_id=actor.user_id,
            created_at=now,
        )
    )
    session.flush()
