"""Who may see which judgement: before the second verdict is in, nobody but its author sees the first one."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, aliased, object_session

from models.data.queries import events_of
from models.data.tables import Claim, Event, Judgement
from models.domain.roles import Actor
from models.workflow.claims import know_if_unjudged
from models.workflow.staleness import active_judgements

__all__ = [
    "JUDGED",
    "active_judgements",
    "events",
    "has_seen_anothers",
    "judgements",
    "judgements_of_many",
    "seen_anothers",
]

JUDGED = frozenset({"proposed", "disagreed", "settled"})
"""The events that a judgement makes."""


def judgements(claim: Claim, actor: Actor) -> list[Judgement]:
    """Return the judgements of a claim that *actor* may see, oldest first.

    The claim belongs to an open session: what is hidden is told by its trail.
    """
    session = object_session(claim)
    assert session is not None, "a claim is read in a session"
    know_if_unjudged(session, claim)
    if all(judgement.reviewer_id == actor.user_id for judgement in claim.judgements):
        return list(claim.judgements)
    hidden = _hidden(claim, events_of(session, "claim", claim.id))
    return [j for j in claim.judgements if j.id not in hidden or j.reviewer_id == actor.user_id]


def judgements_of_many(session: Session, claims: Iterable[Claim], actor: Actor) -> dict[int, list[Judgement]]:
    """Return the judgements of each of these claims that *actor* may see, with one question for all."""
    found = {claim.id: claim for claim in claims}
    judged = [claim.id for claim in found.values() if claim.judgements]
    lines: dict[int, list[Event]] = {claim_id: [] for claim_id in judged}
    for event in session.scalars(
        select(Event).where(
            Event.subject == "claim", Event.subject_id.in_(judged), Event.kind.in_(sorted(JUDGED))
        )
    ):
        lines[event.subject_id].append(event)
    visible: dict[int, list[Judgement]] = {}
    for claim_id, claim in found.items():
        hidden = _hidden(claim, lines[claim_id]) if claim.judgements else set()
        visible[claim_id] = [
            one for one in claim.judgements if one.id not in hidden or one.reviewer_id == actor.user_id
        ]
    return visible


def events(claim: Claim, trail: Sequence[Event], actor: Actor) -> list[Event]:
    """Return the whole *trail* of a claim as *actor* may see it.

    An event of a judgement that is hidden stays, since that there is one shows in the claim's state, but
    without anything that follows from the verdict; such a copy, and whatever follows it, has no hash.
    """
    hidden = _hidden(claim, trail)
    if not hidden:
        return list(trail)
    authors = {judgement.id: judgement.reviewer_id for judgement in claim.judgements}
    about = _judgement_of_events(trail)
    seen: list[Event] = []
    is_past_a_hidden_line = False
    for event in trail:
        is_hidden = about.get(event.seq) in hidden and authors[about[event.seq]] != actor.user_id
        is_past_a_hidden_line |= is_hidden
        # The hash of a line holds the one before it, so each later one could confirm a guess.
        seen.append(_without(event, is_hidden=is_hidden) if is_past_a_hidden_line else event)
    return seen


def _hidden(claim: Claim, trail: Iterable[Event]) -> set[int]:
    """Return the ids of the judgements that only their authors may see.

    A round in which somebody proposed is blind until two judgements of it stand, or one that settled it.
    What was undone in such a round is hidden with the rest: it says what its author thinks.
    """
    kinds = {event.data["judgement"]: event.kind for event in trail if event.kind in JUDGED}
    rounds: dict[int, list[Judgement]] = {}
    for judgement in claim.judgements:
        rounds.setdefault(judgement.round, []).append(judgement)
    hidden: set[int] = set()
    for made in rounds.values():
        standing = [judgement for judgement in made if judgement.undone_at is None]
        is_blind = any(kinds.get(judgement.id) == "proposed" for judgement in made)
        is_settled = len(standing) > 1 or any(kinds.get(j.id) == "settled" for j in standing)
        if is_blind and not is_settled:
            hidden.update(judgement.id for judgement in made)
    return hidden


def _judgement_of_events(trail: Iterable[Event]) -> dict[int, int]:
    """Return which judgement each event is about; an undoing is about what it undoes."""
    about: dict[int, int] = {}
    for event in trail:
        if event.kind in JUDGED:
            about[event.seq] = event.data["judgement"]
        elif event.data.get("undoes") in about:
            about[event.seq] = about[event.data["undoes"]]
    return about


def _without(event: Event, *, is_hidden: bool) -> Event:
    """Copy an event, never to be stored, without its hash, and where hidden without what follows from it."""
    data: dict[str, Any] = event.data
    if is_hidden:
        data = {k: v for k, v in event.data.items() if k not in ("judgement", "judged")}
        data["changes"] = {
            column: moved
            for column, moved in event.data["changes"].items()
            if column not in ("verdict", "fingerprint")
        }
    return Event(
        subject=event.subject,
        subject_id=event.subject_id,
        seq=event.seq,
        at=event.at,
        actor_id=event.actor_id,
        actor=event.actor,
        kind=event.kind,
        data=data,
        previous="",
        hash="",
    )


def has_seen_anothers(claim: Claim, actor: Actor) -> bool:
    """Say whether *actor* has judged this round of a claim after somebody else, and taken that back.

    Their verdict showed them the other one, so another of theirs would not be a second opinion. An
    editor may still decide, as they would settle a disagreement.
    """
    made = [judgement for judgement in claim.judgements if judgement.round == claim.round]
    return any(
        mine.reviewer_id == actor.user_id
        and mine.undone_at is not None
        and any(
            other.id < mine.id and other.reviewer_id != actor.user_id and other.undone_at is None
            for other in made
        )
        for mine in made
    )


def seen_anothers(user_id: ColumnElement[int]) -> ColumnElement[bool]:
    """Return :func:`has_seen_anothers` as a condition on claims, for the person of this id."""
    mine, other = aliased(Judgement), aliased(Judgement)
    return (
        select(mine.id)
        .join(other, other.claim_id == mine.claim_id)
        .where(
            mine.claim_id == Claim.id,
            mine.round == Claim.round,
            mine.reviewer_id == user_id,
            mine.undone_at.is_not(None),
            other.round == Claim.round,
            other.id < mine.id,
            other.reviewer_id != user_id,
            other.undone_at.is_(None),
        )
        .exists()
    )
