"""How a claim or reference finds its figure, and what a person decided about that is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from models.data.partners import Asked, Candidate, find_partners
from models.data.tables import Claim, Figure, FigureMember, FigureOverride, Reference
from models.domain.grouping.about import About
from models.domain.grouping.choosing import Choice, Mate, choose
from models.domain.grouping.likeness import Likeness, kin_of, likeness
from models.domain.states import State
from models.domain.vocabulary import Kind, VaguePolicy
from models.workflow import subjects, trail

CLOSE_LOOKS = 80
"""How many of the nearest contexts are compared fact by fact."""
MACHINE, PERSON = "machine", "person"
_LOCK = 6_0_2
"""PostgreSQL's advisory lock under which figures are formed: two workers must not make one figure twice."""


@dataclass(frozen=True, slots=True)
class Partner:
    """A stored claim or reference beside a claim: its facts, how like it is, and the figure it states."""

    row: Claim | Reference
    about: About
    likeness: Likeness
    figure_id: int | None
    is_by_hand: bool = False


def lock(session: Session) -> None:
    """Let one worker at a time form figures, until its transaction ends (SQLite's writers queue anyway)."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def member_of(session: Session, row: Claim | Reference) -> FigureMember | None:
    """Return where a claim or reference stands."""
    column = FigureMember.claim_id if isinstance(row, Claim) else FigureMember.reference_id
    return session.scalars(select(FigureMember).where(column == row.id)).first()


def partners(session: Session, row: Claim | Reference, policy: VaguePolicy) -> tuple[About, list[Partner]]:
    """Return what *row* is about, and the nearest of what may state the same figure or a kin of it."""
    this = subjects.about(row, policy, knows_article=True)
    asked = Asked(
        measures=[this.measure, *(m for m in kin_of(this.measure) if m != this.measure)],
        country=this.locality.country,
        event=this.event,
        day=this.as_of,
        vector=row.vector,
        claim_id=row.id if isinstance(row, Claim) else None,
        reference_id=row.id if isinstance(row, Reference) else None,
    )
    nearest = find_partners(session, asked)[:CLOSE_LOOKS]
    stands = _figures_of(session, nearest)
    found = []
    for candidate in nearest:
        other = subjects.about(candidate.row, policy, knows_article=True)
        key = (isinstance(candidate.row, Claim), candidate.row.id)
        figure, origin = stands.get(key, (None, None))
        like = likeness(this, other, candidate.cosine)
        found.append(Partner(candidate.row, other, like, figure, origin == PERSON))
    return this, found


def _figures_of(session: Session, candidates: Sequence[Candidate]) -> dict[tuple[bool, int], tuple[int, str]]:
    """Return the figures that candidates state, and by whose hand.

    One query a kind, since an OR of both reads every member.
    """
    found: dict[tuple[bool, int], tuple[int, str]] = {}
    for is_claim, column in ((True, FigureMember.claim_id), (False, FigureMember.reference_id)):
        ids = [c.row.id for c in candidates if isinstance(c.row, Claim) is is_claim]
        if ids:
            columns = (column, FigureMember.figure_id, FigureMember.origin)
            rows = session.execute(select(*columns).where(column.in_(ids)))
            found |= {(is_claim, number): (figure, origin) for number, figure, origin in rows if number}
    return found


def regroup(
    session: Session, row: Claim | Reference, this: About, found: Sequence[Partner], now: datetime
) -> FigureMember | None:
    """Put *row* where it belongs among what was *found*; None where it states no figure (any more).

    What a person put somewhere stays there; so does every member of a pinned figure.
    """
    member = member_of(session, row)
    if not _states_a_figure(row):
        if member is not None:
            leave(session, member, now)
        return None
    if member is not None and (member.origin == PERSON or session.get_one(Figure, member.figure_id).pinned):
        _refresh(session, session.get_one(Figure, member.figure_id))
        return member
    kept_out = _split_from(session, row)
    mates = [
        Mate(p.figure_id, p.about, p.likeness, p.is_by_hand) for p in found if p.figure_id not in kept_out
    ]
    choice = choose(this, mates)
    if member is not None:
        is_alone = session.get_one(Figure, member.figure_id).members <= 1
        if choice is None and is_alone:
            _describe(session.get_one(Figure, member.figure_id), row)
            return member
        if choice is not None and choice.figure == member.figure_id:
            member.score, member.reason = choice.score, choice.reason
            _refresh(session, session.get_one(Figure, member.figure_id))
            return member
        leave(session, member, now)
    return _join(session, row, choice, now)


def _states_a_figure(row: Claim | Reference) -> bool:
    if isinstance(row, Reference):
        return not row.withdrawn
    return row.kind == Kind.FIGURE and not row.withdrawn and row.state != State.DISMISSED


def _split_from(session: Session, row: Claim | Reference) -> set[int]:
    """Return the figures that a person took *row* out of."""
    column = FigureOverride.claim_id if isinstance(row, Claim) else FigureOverride.reference_id
    query = select(FigureOverride.figure_id).where(column == row.id, FigureOverride.kind == "split")
    return set(session.scalars(query))


def _join(session: Session, row: Claim | Reference, choice: Choice | None, now: datetime) -> FigureMember:
    if choice is None:
        figure = create(session, row, now)
        return add(session, figure, row, MACHINE, 1.0, "The first that states it.", None, now)
    figure = session.get_one(Figure, choice.figure)
    return add(session, figure, row, MACHINE, choice.score, choice.reason, None, now)


def create(session: Session, row: Claim | Reference, now: datetime) -> Figure:
    """Make a figure of what *row* states; it has no member yet."""
    figure = Figure(
        label="", measure=str(row.measure), members=0, pinned=False, version=1, created_at=now, updated_at=now
    )
    _describe(figure, row)
    session.add(figure)
    session.flush()
    return figure


def _describe(figure: Figure, row: Claim | Reference) -> None:
    """Say what a figure is about by one of its members."""
    figure.label = row.standalone if isinstance(row, Claim) else row.statement
    figure.measure, figure.unit = str(row.measure), row.unit
    figure.country = row.about_country if isinstance(row, Claim) else row.country
    figure.place_text, figure.place_key = row.place_text, row.place_key
    figure.population, figure.event = row.population, row.event
    figure.first_day = figure.last_day = row.as_of


def add(
    session: Session,
    figure: Figure,
    row: Claim | Reference,
    origin: str,
    score: float,
    reason: str,
    actor_id: int | None,
    now: datetime,
) -> FigureMember:
    """Make *row* a member of a figure, as an event of the figure's trail."""
    is_claim = isinstance(row, Claim)
    member = FigureMember(
        figure_id=figure.id,
        claim_id=row.id if is_claim else None,
        reference_id=None if is_claim else row.id,
        origin=origin,
        score=score,
        reason=reason,
        added_at=now,
    )
    session.add(member)
    session.flush()
    figure.members += 1
    days = [day for day in (figure.first_day, figure.last_day, row.as_of) if day is not None]
    figure.first_day, figure.last_day = min(days, default=None), max(days, default=None)
    record(session, figure, "member_added", member, actor_id, now, origin=origin, score=round(score, 4))
    return member


def leave(session: Session, member: FigureMember, now: datetime, actor_id: int | None = None) -> None:
    """Take a member out of its figure, as an event."""
    figure = session.get_one(Figure, member.figure_id)
    session.delete(member)
    session.flush()
    _refresh(session, figure)
    record(session, figure, "member_left", member, actor_id, now)


def record(
    session: Session,
    figure: Figure,
    kind: str,
    member: FigureMember | None,
    actor_id: int | None,
    now: datetime,
    **data: object,
) -> None:
    """Write one event of a figure's trail; its version rises with it."""
    about = {"claim": member.claim_id, "reference": member.reference_id} if member else {}
    trail.append(
        session,
        "figure",
        figure.id,
        kind,
        {**{k: v for k, v in about.items() if v is not None}, **data},
        actor_id,
        now,
    )
    figure.version += 1
    figure.updated_at = now


def _refresh(session: Session, figure: Figure) -> None:
    """Count a figure's members and take its days from theirs."""
    days, count = [], 0
    for table, column in ((Claim, FigureMember.claim_id), (Reference, FigureMember.reference_id)):
        first, last, some = session.execute(
            select(func.min(table.as_of), func.max(table.as_of), func.count())
            .join(FigureMember, column == table.id)
            .where(FigureMember.figure_id == figure.id)
        ).one()
        days += [day for day in (first, last) if day is not None]
        count += some
    figure.members = count
    figure.first_day, figure.last_day = min(days, default=None), max(days, default=None)
