"""Which stored claims and references may state the same figure: at most 200, by typed and indexed columns.

The same code on both databases. Every probe reads one index range of one block (a measure, a country, a
kind of event) outwards from one day and stops at its limit, so that a block of fifty thousand costs what one
of fifty does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session, defer, joinedload, undefer

from models.data.tables import Article, Claim, Reference
from models.data.vectors import cosines
from models.domain.states import State

MOST = 200
_OF_EVENT, _OF_COUNTRY, _ANYWHERE, _REFERENCES, _KIN = 30, 25, 10, 15, 8
"""Rows a probe may bring, before and after the day each: with one kin measure or three, under MOST in all."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose partners are wanted: *measures* begins with its own, kin measures follow."""

    measures: Sequence[str]
    country: str | None
    event: str | None
    day: date | None
    vector: bytes | None
    claim_id: int | None = None
    reference_id: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim or reference that may state the same figure, and how near its context is (None: unknown).

    The vector of a reference orders it among the others and is no more than that: one sentence without an
    article lies farther from a report of the same thing (.5 to .7) than another report does (.7 to .9).
    """

    row: Claim | Reference
    cosine: float | None


def find_partners(session: Session, asked: Asked) -> list[Candidate]:
    """Return the likely partners, the nearest contexts first; what has no vector follows, nearest in time."""
    own, *kin = asked.measures
    ids: dict[int, None] = {}
    for where, most in _probes(asked, own):
        ids.update(dict.fromkeys(_near(session, Claim, _standing(where), asked.day, most)))
    for measure in kin:
        where = [Claim.measure == measure, Claim.about_country == asked.country]
        ids.update(dict.fromkeys(_near(session, Claim, _standing(where), asked.day, _KIN)))
    ids.pop(asked.claim_id or 0, None)
    rows: list[Claim | Reference] = [*_load_claims(session, list(ids)[: MOST - 2 * _REFERENCES])]
    rows += _near_references(session, asked)
    found = cosines(asked.vector, [row.vector for row in rows])
    order = sorted(range(len(rows)), key=lambda n: (found[n] is None, -(found[n] or 0.0), n))
    is_of_reference = asked.reference_id is not None
    return [
        Candidate(rows[n], None if is_of_reference or isinstance(rows[n], Reference) else found[n])
        for n in order
    ]


def _probes(asked: Asked, measure: str) -> list[tuple[list[ColumnElement[bool]], int]]:
    """Return the conditions of each probe with its limit: the event's block, the country's, anywhere."""
    same: list[ColumnElement[bool]] = [Claim.measure == measure]
    probes = []
    if asked.country is not None:
        here = [*same, Claim.about_country == asked.country]
        if asked.event is not None:
            probes.append(([*here, Claim.event == asked.event], _OF_EVENT))
        probes.append((here, _OF_COUNTRY))
        probes.append(([*same, Claim.about_country.is_(None)], _ANYWHERE))
        return probes
    return [(same, _OF_EVENT + _OF_COUNTRY)]


def _standing(where: list[ColumnElement[bool]]) -> list[ColumnElement[bool]]:
    return [*where, ~Claim.withdrawn, Claim.state != State.DISMISSED.value]


def _near(
    session: Session, table: Any, where: list[ColumnElement[bool]], day: date | None, most: int
) -> list[int]:
    """Return the ids nearest to *day*, at most *most* before and as many after it."""
    query: Select[Any] = select(table.id).where(*where)
    if day is None:
        return list(session.scalars(query.order_by(table.as_of.desc()).limit(most)))
    before = query.where(table.as_of <= day).order_by(table.as_of.desc()).limit(most)
    after = query.where(table.as_of > day).order_by(table.as_of).limit(most)
    return [*session.scalars(before), *session.scalars(after)]


def _load_claims(session: Session, ids: Sequence[int]) -> Sequence[Claim]:
    """Return the claims of *ids* in that order, with what is known of their articles but not the text."""
    rows = session.scalars(
        select(Claim)
        .options(joinedload(Claim.article).options(defer(Article.text), undefer(Article.telling)))
        .where(Claim.id.in_(ids))
    )
    by_id = {row.id: row for row in rows}
    return [by_id[number] for number in ids if number in by_id]


def _near_references(session: Session, asked: Asked) -> Sequence[Reference]:
    where = [~Reference.withdrawn, Reference.measure == asked.measures[0]]
    if asked.country is not None:
        where.append(Reference.country == asked.country)
    ids = [n for n in _near(session, Reference, where, asked.day, _REFERENCES) if n != asked.reference_id]
    return session.scalars(select(Reference).where(Reference.id.in_(ids)).order_by(Reference.id)).all()
