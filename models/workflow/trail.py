"""How every change leaves its line: the append-only, hash-chained trail."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, inspect, select
from sqlalchemy.orm import Session

from models.data import direct
from models.data.tables import Claim, Content, Event
from models.domain.fingerprint import digest
from models.domain.states import State
from models.domain.vocabulary import Kind

FIRST = "0" * 64

# The columns of a claim that its events alone must be able to rebuild.
REPLAYED = (
    "state",
    "verdict",
    "version",
    "round",
    "fingerprint",
    "dismissal",
    "lease_holder",
    "reading",
    "correction",
    "model",
    "withdrawn",
)
AWAITS_GROUPING, AWAITS_HINT = "grouping", "hint"
"""What a claim may wait for (``claims.awaits``): its figure and then its hint, or its hint alone."""

# Columns that hold an article's words: events carry their hash, and `contents` the words.
BY_HASH = frozenset({"reading", "correction"})


def line_hash(event: Event) -> str:
    """Hash one line with the hash of the line before it."""
    return _hash({name: getattr(event, name) for name in _LINE_COLUMNS})


_LINE_COLUMNS = ("subject", "subject_id", "seq", "at", "actor_id", "kind", "data", "previous")
_LINE = insert(Event)


def _hash(line: dict[str, Any]) -> str:
    return digest({**line, "at": line["at"].isoformat()})


# The head of a chain: all that the next line needs of it.
_HEAD = (
    select(Event.seq, Event.hash)
    .where(Event.subject == bindparam("subject"), Event.subject_id == bindparam("subject_id"))
    .order_by(Event.seq.desc())
    .limit(1)
)


def last_event(session: Session, subject: str, subject_id: int) -> Event | None:
    """Return the newest line of a subject's trail."""
    return session.scalars(
        select(Event)
        .where(Event.subject == subject, Event.subject_id == subject_id)
        .order_by(Event.seq.desc())
        .limit(1)
    ).first()


def append(
    session: Session,
    subject: str,
    subject_id: int,
    kind: str,
    data: dict[str, Any],
    actor_id: int | None,
    now: datetime,
) -> None:
    """Add one line to the trail of a subject, whose row lock the caller holds."""
    session.flush()
    connection = session.connection()
    last = connection.execute(_HEAD, {"subject": subject, "subject_id": subject_id}).first()
    line = {
        "subject": subject,
        "subject_id": subject_id,
        "seq": last.seq + 1 if last else 1,
        "at": now,
        "actor_id": actor_id,
        "kind": kind,
        "data": data,
        "previous": last.hash if last else FIRST,
    }
    # Past the unit of work, which spends several times as long on a row that nobody looks at again.
    connection.execute(_LINE, {**line, "hash": _hash(line)})


def _recorded(session: Session, claim: Claim, column: str, value: Any) -> Any:
    """Return what an event says of a column's value: itself, or the hash of words kept aside."""
    if column not in BY_HASH or value is None:
        return value
    sha256 = digest(value)
    if session.get(Content, (claim.id, sha256)) is None:
        session.add(Content(claim_id=claim.id, sha256=sha256, body=value))
    return sha256


def change(
    session: Session,
    claim: Claim,
    kind: str,
    changes: dict[str, Any],
    actor_id: int | None,
    now: datetime,
    **data: Any,
) -> None:
    """Set columns of a claim and write the event that says so, old and new value of each.

    The only way in which a replayed column of a claim may change.
    """
    moved = {}
    for column, value in changes.items():
        old = getattr(claim, column)
        if old != value:
            moved[column] = [_recorded(session, claim, column, old), _recorded(session, claim, column, value)]
            setattr(claim, column, value)
    if _changes_comparison(claim, moved):
        claim.awaits = AWAITS_GROUPING
    claim.updated_at = now
    if not inspect(claim).pending:
        direct.update_row(session, claim)
    append(session, "claim", claim.id, kind, {"changes": moved, **data}, actor_id, now)


def _changes_comparison(claim: Claim, moved: dict[str, list[Any]]) -> bool:
    """Say whether what *moved* changes which figures a claim stands beside, and how."""
    if claim.kind != Kind.FIGURE:
        return False
    if not moved.keys().isdisjoint(("reading", "correction", "withdrawn", "verdict")):
        return True
    return not {State.DISMISSED, State.FINAL, State.STALE}.isdisjoint(moved.get("state", ()))


def change_erased(
    session: Session, claim: Claim, changes: dict[str, Any], actor_id: int | None, now: datetime
) -> None:
    """Write the event of a claim whose words were erased: their new hashes, with no old words kept aside."""
    moved = {column: [None, _recorded(session, claim, column, getattr(claim, column))] for column in BY_HASH}
    for column, value in changes.items():
        moved[column] = [getattr(claim, column), value]
        setattr(claim, column, value)
    claim.updated_at = now
    append(session, "claim", claim.id, "erased", {"changes": moved}, actor_id, now)


def begin(session: Session, claim: Claim, kind: str, now: datetime, **data: Any) -> None:
    """Write the first event of a new claim: every replayed column, from nothing."""
    changes = {
        column: [None, _recorded(session, claim, column, getattr(claim, column))] for column in REPLAYED
    }
    append(session, "claim", claim.id, kind, {"changes": changes, **data}, None, now)


def old_values(session: Session, claim: Claim, event: Event) -> dict[str, Any]:
    """Return what an event's columns held before it, with the words behind the hashes."""
    values: dict[str, Any] = {}
    for column, (old, _) in event.data["changes"].items():
        is_hash = column in BY_HASH and old is not None
        values[column] = session.get_one(Content, (claim.id, old)).body if is_hash else old
    return values


def replay(events: list[Event]) -> dict[str, Any]:
    """Rebuild the replayed columns of a claim from its events, in order (words as hashes)."""
    columns: dict[str, Any] = {}
    for event in events:
        for column, (_, new) in event.data.get("changes", {}).items():
            columns[column] = new
    return columns
