"""Whether the trail is whole and the tables are what it says; and a checkpoint to hold it to later."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from models.data.tables import Claim, Event, Figure
from models.domain.effective import merge, search_columns
from models.domain.fingerprint import digest
from models.workflow import figure_replay
from models.workflow.trail import BY_HASH, FIRST, REPLAYED, line_hash, replay

CHUNK = 1000


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as the trail says."""

    subject: str
    subject_id: int
    what: str


@dataclass(frozen=True, slots=True)
class Head:
    """The last line of one chain: whoever holds it can tell later whether lines before it were changed."""

    subject: str
    subject_id: int
    seq: int
    hash: str


def heads(session: Session) -> Iterator[Head]:
    """Yield the head of every chain, ordered: the checkpoint."""
    last = (
        select(Event.subject, Event.subject_id, func.max(Event.seq).label("seq"))
        .group_by(Event.subject, Event.subject_id)
        .subquery()
    )
    rows = session.execute(
        select(Event.subject, Event.subject_id, Event.seq, Event.hash)
        .join(
            last,
            (Event.subject == last.c.subject)
            & (Event.subject_id == last.c.subject_id)
            & (Event.seq == last.c.seq),
        )
        .order_by(Event.subject, Event.subject_id)
        .execution_options(yield_per=CHUNK)
    )
    for row in rows:
        yield Head(*row)


def verify(session: Session, checkpoint: Iterable[Head] = ()) -> Iterator[Difference]:
    """Check every chain, replay every claim and figure, and name what differs.

    Linear, a chain in memory at a time. With a *checkpoint* taken earlier, chains that were cut or
    rewritten as a whole are named too.
    """
    expected = {(head.subject, head.subject_id): head for head in checkpoint}
    events = session.scalars(
        select(Event).order_by(Event.subject, Event.subject_id, Event.seq).execution_options(yield_per=CHUNK)
    )
    for (subject, subject_id), lines in groupby(events, key=lambda e: (e.subject, e.subject_id)):
        chain = list(lines)
        for what in _broken_links(chain):
            yield Difference(subject, subject_id, what)
        head = expected.pop((subject, subject_id), None)
        if head and (len(chain) < head.seq or chain[head.seq - 1].hash != head.hash):
            yield Difference(subject, subject_id, f"event {head.seq} is not the one of the checkpoint")
        for what in _replayed(session, subject, subject_id, chain):
            yield Difference(subject, subject_id, what)
    for subject, subject_id in expected:
        yield Difference(subject, subject_id, "has no events any more")
    for subject, ids in (("claim", Claim.id), ("figure", Figure.id)):
        has_events = exists().where(Event.subject == subject, Event.subject_id == ids)
        for subject_id in session.scalars(select(ids).where(~has_events)):
            yield Difference(subject, subject_id, "has no events")


def _broken_links(events: list[Event]) -> Iterator[str]:
    previous = FIRST
    for expected, event in enumerate(events, 1):
        if event.seq != expected:
            yield f"event {expected} is missing"
            return
        if event.previous != previous:
            yield f"event {event.seq} does not follow the one before it"
        if event.hash != line_hash(event):
            yield f"event {event.seq} ({event.kind}) is not what was written"
        previous = event.hash


def _replayed(session: Session, subject: str, subject_id: int, chain: list[Event]) -> Iterable[str]:
    if subject == "figure":
        return figure_replay.differences(session, subject_id, chain)
    if subject != "claim":
        return ()
    claim = session.get(Claim, subject_id)
    return ["has no row"] if claim is None else _row_differences(claim, chain)


def _row_differences(claim: Claim, events: list[Event]) -> Iterator[str]:
    replayed = replay(events)
    for column in REPLAYED:
        value = getattr(claim, column)
        stands = digest(value) if column in BY_HASH and value is not None else value
        if stands != replayed.get(column):
            yield f"{column} is {stands!r}, its events say {replayed.get(column)!r}"
    for column, value in search_columns(merge(claim.reading, claim.correction)).items():
        if getattr(claim, column) != value:
            yield f"{column} is {getattr(claim, column)!r}, its reading says {value!r}"
