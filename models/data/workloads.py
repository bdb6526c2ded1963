"""Who did how much, and how long what waits has waited, each counted by the database."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from models.data.tables import Claim, Event, User

# How long a claim has been here at most, for each column of the backlog; the last one has no end.
AGES = (timedelta(days=1), timedelta(days=7), timedelta(days=30))


def count_events_by_person(
    session: Session, kinds: Sequence[str], since: datetime
) -> dict[tuple[str, str], int]:
    """Return how many events of claims of each of these kinds each person made, by name and kind."""
    query = (
        select(User.name, Event.kind, func.count())
        .join(User, User.id == Event.actor_id)
        .where(Event.subject == "claim", Event.kind.in_(kinds), Event.at >= since)
        .group_by(User.name, Event.kind)
    )
    return {(name, kind): count for name, kind, count in session.execute(query)}


def count_claims_by_age(
    session: Session, states: Sequence[str], least: float, now: datetime
) -> dict[tuple[str, int], int]:
    """Return how many standing claims above a threshold are in each state and age, an index into AGES.

    What is older than all of them has the index after the last.
    """
    found_after = [(Claim.created_at > now - age, index) for index, age in enumerate(AGES)]
    age = case(*found_after, else_=len(AGES))
    query = (
        select(Claim.state, age, func.count())
        .where(~Claim.withdrawn, Claim.state.in_(states), Claim.check_worthiness >= least)
        .group_by(Claim.state, age)
    )
    return {(state, index): count for state, index, count in session.execute(query)}
