"""Which of an article's numbers a figure is kept for: the one that states it most surely.

"Two died at the car wash, hours after five died at the airport": read in text order, the two would take the
airport's figure, and keep the five out of it.
"""

from collections.abc import Collection, Hashable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.data.tables import Claim, FigureMember, Reference
from models.domain.grouping.about import About
from models.domain.grouping.choosing import Choice, Mate, are_told_apart, choose
from models.domain.vocabulary import Kind, VaguePolicy
from models.workflow import grouping, trail
from models.workflow.grouping import Partner


def reserved(
    session: Session, row: Claim | Reference, this: About, found: Sequence[Partner], policy: VaguePolicy
) -> set[Hashable]:
    """Return the figures that *row* would join and that another claim of its article states more surely.

    Only claims that have no figure yet have a say: what stands in one keeps *row* out by itself.
    """
    kept: set[Hashable] = set()
    if not isinstance(row, Claim) or (choice := _choice(found, this, kept)) is None:
        return kept
    others = [_seen(session, other, policy) for other in _waiting_beside(session, row)]
    rivals = [(about, partners) for about, partners in others if are_told_apart(this, about)]
    while choice is not None:
        told = [_choice(partners, about, kept) for about, partners in rivals]
        if not any(t is not None and t.figure == choice.figure and t.score > choice.score for t in told):
            break
        kept.add(choice.figure)
        choice = _choice(found, this, kept)
    return kept


def _waiting_beside(session: Session, claim: Claim) -> Sequence[Claim]:
    """Return the claims of the same article and measure that wait for their first figure."""
    return session.scalars(
        select(Claim)
        .outerjoin(FigureMember, FigureMember.claim_id == Claim.id)
        .where(
            Claim.article_id == claim.article_id,
            Claim.id != claim.id,
            Claim.kind == Kind.FIGURE.value,
            Claim.measure == claim.measure,
            Claim.awaits == trail.AWAITS_GROUPING,
            ~Claim.withdrawn,
            FigureMember.id.is_(None),
        )
        .order_by(Claim.id)
    ).all()


def _seen(session: Session, claim: Claim, policy: VaguePolicy) -> tuple[About, list[Partner]]:
    return grouping.partners(session, claim, policy)


def _choice(found: Sequence[Partner], this: About, but: Collection[Hashable]) -> Choice | None:
    mates = (Mate(p.figure_id, p.about, p.likeness, p.is_by_hand) for p in found if p.figure_id not in but)
    return choose(this, mates)
