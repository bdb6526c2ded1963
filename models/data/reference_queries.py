"""The named questions about references: found by their publisher's name for them, listed, in all versions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from models.data.queries import Page, newest_first
from models.data.tables import Reference, ReferenceVersion

CHUNK = 500


@dataclass(frozen=True, slots=True)
class ReferenceFilter:
    """What a list of references may be narrowed to; every part that is None lets everything through.

    It has those that stand, or with ``is_withdrawn`` those that stand no more.
    """

    publisher: str | None = None
    measure: str | None = None
    place: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    text: str | None = None
    is_withdrawn: bool = False


def list_references(
    session: Session, wanted: ReferenceFilter, limit: int, cursor: str | None
) -> Page[Reference]:
    """Return references that meet *wanted*, newest first."""
    query = select(Reference).where(Reference.withdrawn == wanted.is_withdrawn)
    if wanted.publisher is not None:
        query = query.where(Reference.publisher == wanted.publisher)
    if wanted.measure is not None:
        query = query.where(Reference.measure == wanted.measure)
    if wanted.place is not None:
        words = func.lower(Reference.place_text).contains(wanted.place.lower(), autoescape=True)
        query = query.where(or_(Reference.country == wanted.place.upper(), words))
    if wanted.first_day is not None:
        query = query.where(Reference.last_day >= wanted.first_day)
    if wanted.last_day is not None:
        query = query.where(Reference.first_day <= wanted.last_day)
    if wanted.text is not None:
        query = query.where(func.lower(Reference.statement).contains(wanted.text.lower(), autoescape=True))
    return newest_first(session, query, Reference.id, limit, cursor)


def by_key(session: Session, keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Reference]:
    """Return the references of these (publisher, external id), locked for the transaction."""
    by_publisher: dict[str, list[str]] = {}
    for publisher, external_id in keys:
        by_publisher.setdefault(publisher, []).append(external_id)
    found: dict[tuple[str, str], Reference] = {}
    for publisher, ids in by_publisher.items():
        for start in range(0, len(ids), CHUNK):
            rows = session.scalars(
                select(Reference)
                .where(
                    Reference.publisher == publisher, Reference.external_id.in_(ids[start : start + CHUNK])
                )
                .order_by(Reference.id)
                .with_for_update()
            )
            found |= {(row.publisher, str(row.external_id)): row for row in rows}
    return found


def versions_of(session: Session, reference_id: int) -> Sequence[ReferenceVersion]:
    """Return every version of a reference, oldest first."""
    return session.scalars(
        select(ReferenceVersion)
        .where(ReferenceVersion.reference_id == reference_id)
        .order_by(ReferenceVersion.version)
    ).all()


def all_references(session: Session) -> Iterator[Reference]:
    """Return every reference that stands, oldest first, a chunk at a time."""
    last = 0
    while rows := session.scalars(
        select(Reference).where(Reference.id > last, ~Reference.withdrawn).order_by(Reference.id).limit(CHUNK)
    ).all():
        yield from rows
        last = rows[-1].id
