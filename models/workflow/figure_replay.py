"""Whether a figure's rows are what its events say: its members, its pin, where it was joined, who decided."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from models.data.figure_queries import memberships
from models.data.tables import Event, Figure, FigureOverride

Who = tuple[str, int]
"""("claim" | "reference", id)"""
Decision = tuple[str, Who | int | None, int | None, datetime]
"""What was decided about what, by whom, when."""


@dataclass(slots=True)
class Replayed:
    """A figure as its events leave it: who put each member there, and whom people took out."""

    members: dict[Who, str] = field(default_factory=dict)
    pinned: bool = False
    joined_into: int | None = None
    version: int = 1
    decided: Counter[Decision] = field(default_factory=Counter)
    left: list[Decision] = field(default_factory=list)


def replay(events: Sequence[Event]) -> Replayed:
    """Rebuild a figure from its events, in order."""
    figure = Replayed()
    for event in events:
        figure.version += 1
        if event.kind == "member_added":
            figure.members[_who(event)] = event.data["origin"]
        elif event.kind == "member_left":
            figure.members.pop(_who(event), None)
            if event.actor_id is not None:
                figure.left.append(("split", _who(event), event.actor_id, event.at))
        elif event.kind in ("pinned", "unpinned"):
            figure.pinned = event.kind == "pinned"
            figure.decided[event.kind.removesuffix("ned"), None, event.actor_id, event.at] += 1
        elif event.kind == "joined":
            figure.joined_into = event.data["into"]
            if event.actor_id is not None:
                figure.decided["join", event.data["into"], event.actor_id, event.at] += 1
    return figure


def differences(session: Session, figure_id: int, events: Sequence[Event]) -> Iterator[str]:
    """Name what of a figure, its members and the decisions about it is not as its events say."""
    row, said = session.get(Figure, figure_id), replay(events)
    if row is None:
        yield "has no row"
        return
    for column in ("pinned", "joined_into", "version"):
        stands, told = getattr(row, column), getattr(said, column)
        if stands != told:
            yield f"{column} is {stands!r}, its events say {told!r}"
    stand = {_member(m.claim_id, m.reference_id): m.origin for m in memberships(session, figure_id)}
    if row.members != len(stand):
        yield f"members is {row.members}, and {len(stand)} stand there"
    yield from _member_differences(stand, said.members)
    yield from _decision_differences(_decisions(session, figure_id), said)


def _member_differences(stand: dict[Who, str], told: dict[Who, str]) -> Iterator[str]:
    for who in sorted(stand.keys() | told.keys()):
        name = f"{who[0]} {who[1]}"
        if who not in told:
            yield f"{name} is a member, its events say that it is none"
        elif who not in stand:
            yield f"{name} is no member, its events say that it is one"
        elif stand[who] != told[who]:
            yield f"{name} was put there by a {stand[who]}, its events say by a {told[who]}"


def _decision_differences(kept: Counter[Decision], said: Replayed) -> Iterator[str]:
    """Hold the decisions that groupings obey to the events; a join takes every member out at its time."""
    told = said.decided.copy()
    joins = {(actor, at) for kind, _, actor, at in told if kind == "join"}
    for one in said.left:
        if one in kept or (one[2], one[3]) not in joins:
            told[one] += 1
    for one in sorted(kept - told, key=str):
        yield f"the decision {_said(one)} is kept, and no event tells of it"
    for one in sorted(told - kept, key=str):
        yield f"the decision {_said(one)} is not kept, its events tell of it"


def _decisions(session: Session, figure_id: int) -> Counter[Decision]:
    """Return what is kept of the decisions that this figure's own chain tells of."""
    is_join = FigureOverride.kind == "join"
    query = select(FigureOverride).where(
        or_(
            and_(is_join, FigureOverride.other_figure_id == figure_id),
            and_(~is_join, FigureOverride.figure_id == figure_id),
        )
    )
    found: Counter[Decision] = Counter()
    for one in session.scalars(query):
        what: Who | int | None = None
        if one.kind == "join":
            what = one.figure_id
        elif one.kind == "split":
            what = _member(one.claim_id, one.reference_id)
        found[one.kind, what, one.actor_id, one.created_at] += 1
    return found


def _who(event: Event) -> Who:
    return _member(event.data.get("claim"), event.data.get("reference"))


def _member(claim_id: int | None, reference_id: int | None) -> Who:
    return ("claim", claim_id) if claim_id is not None else ("reference", reference_id or 0)


def _said(decision: Decision) -> str:
    kind, what, actor, at = decision
    named = f" {what[0]} {what[1]}" if isinstance(what, tuple) else f" into figure {what}" if what else ""
    return f"{kind}{named} by user {actor} at {at:%Y-%m-%d %H:%M:%S}"
