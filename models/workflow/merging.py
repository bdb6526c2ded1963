"""When two figures that the machine made turn out to be one, and how they become one."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from models.data.figure_queries import memberships, row_of
from models.data.tables import Claim, Figure, FigureMember, FigureOverride, Reference
from models.domain.grouping.about import About
from models.domain.grouping.choosing import Mate, are_told_apart, choose
from models.domain.grouping.likeness import definition_apart, happening_apart
from models.domain.vocabulary import VaguePolicy
from models.workflow import grouping, subjects
from models.workflow.grouping import Partner

SURE = 0.9
"""How sure a claim of one figure must be of the other: two figures made one touch every telling of both."""
MOST_MEMBERS = 60
"""Figures with more members are left to people: each member is held against each of the other figure."""


def merge(
    session: Session,
    row: Claim | Reference,
    this: About,
    found: Sequence[Partner],
    policy: VaguePolicy,
    now: datetime,
) -> Figure | None:
    """Join another figure that *row* as surely states to its own; return the figure that is left, or None.

    What a person has pinned, split, joined or put somewhere is never joined by the machine, so a reviewer's
    split undoes it for good. Both figures' trails say what was joined and why.
    """
    member = grouping.member_of(session, row)
    if member is None:
        return None
    own = session.get_one(Figure, member.figure_id)
    mates = [
        Mate(p.figure_id, p.about, p.likeness)
        for p in found
        if p.figure_id is not None and p.figure_id != own.id
    ]
    choice = choose(this, mates)
    if choice is None or choice.score < SURE:
        return None
    other = session.get_one(Figure, choice.figure)
    if not (_is_machine_made(session, own) and _is_machine_made(session, other)):
        return None
    if not _are_one(_abouts(session, own, policy), _abouts(session, other, policy)):
        return None
    kept, joined = (own, other) if own.id < other.id else (other, own)
    _move(session, joined, kept, choice.score, choice.reason, now)
    return kept


def _is_machine_made(session: Session, figure: Figure) -> bool:
    """Say whether no person has decided anything about a figure."""
    if figure.pinned or figure.joined_into is not None or figure.members > MOST_MEMBERS:
        return False
    of_it = or_(FigureOverride.figure_id == figure.id, FigureOverride.other_figure_id == figure.id)
    decided = session.scalar(select(func.count()).select_from(FigureOverride).where(of_it))
    put = select(func.count()).select_from(FigureMember)
    by_people = put.where(FigureMember.figure_id == figure.id, FigureMember.origin == grouping.PERSON)
    return not decided and not session.scalar(by_people)


def _are_one(ours: Sequence[About], theirs: Sequence[About]) -> bool:
    """Say whether no two members are defined apart or of two happenings, nor told as two by one article."""
    return all(
        definition_apart(one, other) is None
        and happening_apart(one, other) is None
        and not are_told_apart(one, other)
        for one in ours
        for other in theirs
    )


def _abouts(session: Session, figure: Figure, policy: VaguePolicy) -> list[About]:
    return [subjects.about(row_of(session, member), policy) for member in memberships(session, figure.id)]


def _move(session: Session, joined: Figure, kept: Figure, score: float, reason: str, now: datetime) -> None:
    said = f"Joined from figure {joined.id}, which is the same: {reason[:1].lower()}{reason[1:]}"
    for member in memberships(session, joined.id):
        row = row_of(session, member)
        grouping.leave(session, member, now)
        grouping.add(session, kept, row, grouping.MACHINE, score, said, None, now)
    joined.joined_into = kept.id
    grouping.record(session, joined, "joined", None, None, now, into=kept.id, reason=reason)
