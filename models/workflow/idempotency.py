"""How a POST that is sent twice happens once: the first answer is kept for a day."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from models.data.tables import IdempotencyKey
from models.domain.errors import Conflict, Invalid

KEPT_FOR = timedelta(hours=24)
# A request that has not answered for so long has died with its process.
ABANDONED_AFTER = timedelta(seconds=60)
MAX_KEY = 255


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer that a request got the first time."""

    status: int
    body: str
    location: str | None


def reserve(session: Session, user_id: int, key: str, request_sha256: str, now: datetime) -> Answer | None:
    """Return the kept answer of a repeated request; None means that this one goes ahead.

    Raises:
        Invalid: the key was used for another request, or is too long.
        Conflict: the first request with this key is still at work.
    """
    if not 1 <= len(key) <= MAX_KEY:
        raise Invalid(f"an Idempotency-Key has 1 to {MAX_KEY} characters")
    row = session.get(IdempotencyKey, (user_id, key), with_for_update=True)
    if row is not None and now - row.created_at > KEPT_FOR:
        session.delete(row)
        session.flush()
        row = None
    if row is None:
        fresh = IdempotencyKey(user_id=user_id, key=key, request_sha256=request_sha256, created_at=now)
        try:
            with session.begin_nested():
                session.add(fresh)
        except IntegrityError as error:
            raise _still_at_work() from error
        return None
    if row.request_sha256 != request_sha256:
        raise Invalid("this Idempotency-Key was used for another request; take a new one")
    if row.status is None:
        if now - row.created_at < ABANDONED_AFTER:
            raise _still_at_work()
        row.created_at = now
        return None
    return Answer(row.status, row.body or "", row.location)


def _still_at_work() -> Conflict:
    return Conflict("the first request with this Idempotency-Key is still at work; ask again in a moment")


def keep(session: Session, user_id: int, key: str, answer: Answer) -> None:
    """Keep the answer of a request that went ahead."""
    row = session.get_one(IdempotencyKey, (user_id, key))
    row.status, row.body, row.location = answer.status, answer.body, answer.location


def forget(session: Session, user_id: int, key: str) -> None:
    """Let a key be used again: its request failed on our side and changed nothing."""
    session.execute(
        delete(IdempotencyKey).where(
            IdempotencyKey.user_id == user_id, IdempotencyKey.key == key, IdempotencyKey.status.is_(None)
        )
    )


def sweep(session: Session, now: datetime) -> None:
    """Forget keys that are older than a day."""
    session.execute(delete(IdempotencyKey).where(IdempotencyKey.created_at < now - KEPT_FOR))
