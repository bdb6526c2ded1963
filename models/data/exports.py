"""The claims that leave the desk, a chunk at a time by key."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, defer, joinedload, selectinload

from models.data.queries import ClaimFilter, claim_conditions
from models.data.tables import Claim, Judgement


def claims_after(session: Session, wanted: ClaimFilter, after: int, limit: int) -> Sequence[Claim]:
    """Return the next standing claims that meet *wanted*, by id, with their judgements and evidence."""
    judgements = selectinload(Claim.judgements)
    query = (
        select(Claim)
        .options(
            defer(Claim.vector),
            judgements.selectinload(Judgement.evidence),
            judgements.options(joinedload(Judgement.reviewer)),
        )
        .where(*claim_conditions(wanted), Claim.id > after)
        .order_by(Claim.id)
        .limit(limit)
    )
    return session.scalars(query).unique().all()
