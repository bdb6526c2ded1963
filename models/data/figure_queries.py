"""The named questions about figures: lists of them, and the members of one."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, joinedload

from models.data.queries import Page, newest_first
from models.data.tables import Article, Claim, Figure, FigureMember, FigureOverride, HintEvidence, Reference
from models.domain.relations import Relation

MOST_MEMBERS = 400
"""Members that one page of a figure shows and its series is drawn from: the latest by their days."""
OPENING = 8_000
"""Characters of an article that tell whether it carries another's text."""


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """What a list of figures may be narrowed to; every part that is None lets everything through."""

    measure: str | None = None
    place: str | None = None
    text: str | None = None
    least_members: int | None = None
    has_conflicts: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a figure with the claim or reference that it is."""

    membership: FigureMember
    row: Claim | Reference
    opening: str = ""


def list_figures(session: Session, wanted: FigureFilter, limit: int, cursor: str | None) -> Page[Figure]:
    """Return figures that have members, newest first."""
    query = select(Figure).where(Figure.members >= (wanted.least_members or 1))
    if wanted.measure is not None:
        query = query.where(Figure.measure == wanted.measure)
    if wanted.place is not None:
        words = func.lower(Figure.place_text).contains(wanted.place.lower(), autoescape=True)
        query = query.where(or_(Figure.country == wanted.place.upper(), words))
    if wanted.text is not None:
        query = query.where(func.lower(Figure.label).contains(wanted.text.lower(), autoescape=True))
    if wanted.has_conflicts:
        rests = FigureMember.claim_id == HintEvidence.claim_id
        conflicting = select(FigureMember.figure_id).join(HintEvidence, rests)
        query = query.where(
            Figure.id.in_(conflicting.where(HintEvidence.relation == Relation.CONFLICTS.value))
        )
    return newest_first(session, query, Figure.id, limit, cursor)


def members_of(session: Session, figure_id: int) -> list[Member]:
    """Return the latest members of a figure by their days, claims with the openings of their articles."""
    of_figure = FigureMember.figure_id == figure_id
    claims = session.execute(
        select(FigureMember, Claim, func.substr(Article.text, 1, OPENING))
        .join(Claim, Claim.id == FigureMember.claim_id)
        .join(Article, Article.id == Claim.article_id)
        .options(joinedload(Claim.article).defer(Article.text))
        .where(of_figure)
        .order_by(Claim.as_of.desc(), Claim.id.desc())
        .limit(MOST_MEMBERS)
    ).all()
    references = session.execute(
        select(FigureMember, Reference)
        .join(Reference, Reference.id == FigureMember.reference_id)
        .where(of_figure)
        .order_by(Reference.as_of.desc(), Reference.id.desc())
        .limit(MOST_MEMBERS)
    ).all()
    return [Member(m, row, opening) for m, row, opening in claims] + [Member(m, row) for m, row in references]


def memberships(session: Session, figure_id: int) -> Sequence[FigureMember]:
    """Return every member of a figure, in the order in which they came."""
    of_figure = select(FigureMember).where(FigureMember.figure_id == figure_id)
    return session.scalars(of_figure.order_by(FigureMember.id)).all()


def row_of(session: Session, member: FigureMember) -> Claim | Reference:
    """Return the claim or the reference that a member is."""
    if member.claim_id is not None:
        return session.get_one(Claim, member.claim_id)
    return session.get_one(Reference, member.reference_id)


def overrides_of(session: Session, figure_id: int) -> Sequence[FigureOverride]:
    """Return what people decided about a figure, oldest first."""
    return session.scalars(
        select(FigureOverride)
        .options(joinedload(FigureOverride.actor))
        .where(FigureOverride.figure_id == figure_id)
        .order_by(FigureOverride.id)
    ).all()


def figure_of_claim(session: Session, claim_id: int) -> int | None:
    """Return the id of the figure that a claim states."""
    return session.scalars(select(FigureMember.figure_id).where(FigureMember.claim_id == claim_id)).first()


def figure_of_reference(session: Session, reference_id: int) -> int | None:
    """Return the id of the figure that a reference states."""
    states = FigureMember.reference_id == reference_id
    return session.scalars(select(FigureMember.figure_id).where(states)).first()
