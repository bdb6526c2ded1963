"""The named questions that lists ask, each answered a page at a time by keyset, never by offset."""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Select, func, or_, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session, defer, joinedload

from models.data.tables import Article, Claim, Event, Job, Token, User
from models.domain.errors import Invalid
from models.domain.states import STATUS_OF_STATE, STATUS_OF_VERDICT, State, Status, Verdict
from models.domain.states import status as status_of

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows of a list, and the cursor at which the next ones begin (None: there are no more)."""

    rows: Sequence[Row]
    next: str | None


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """What a list of claims may be narrowed to; every part that is None lets everything through.

    ``place`` is a country code or words of the place; ``value_from`` and ``value_to`` meet every claim
    whose interval, with its precision, reaches into that range; so do the days with its period.
    """

    status: Status | None = None
    measure: str | None = None
    kind: str | None = None
    place: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    value_from: float | None = None
    value_to: float | None = None
    article_id: int | None = None
    text: str | None = None
    min_check_worthiness: float | None = None
    opinion: str | None = None


def _encode(values: list[Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def _decode(cursor: str, kinds: tuple[type, ...]) -> list[Any]:
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error):
        values = None
    fits = isinstance(values, list) and len(values) == len(kinds)
    if not fits or not all(type(v) in (kind, int) for v, kind in zip(values, kinds, strict=True)):
        raise Invalid("the list cannot go on there", {"cursor": ["Take the cursor that the last page gave."]})
    if any(isinstance(v, int) and abs(v) >= 2**63 for v in values):
        raise Invalid("the list cannot go on there", {"cursor": ["Take the cursor that the last page gave."]})
    return list(values)


def _contains(column: InstrumentedAttribute[Any] | ColumnElement[Any], words: str) -> ColumnElement[bool]:
    return func.lower(column).contains(words.lower(), autoescape=True)


def with_status(status: Status) -> ColumnElement[bool]:
    """Return the condition that a claim polls as *status*."""
    states = [state.value for state, word in STATUS_OF_STATE.items() if word is status]
    verdicts = [verdict.value for verdict, word in STATUS_OF_VERDICT.items() if word is status]
    is_settled_so = (Claim.state == State.FINAL.value) & Claim.verdict.in_(verdicts)
    if len(states) == 1 and not verdicts:
        # An equality lets the index give the queue in its order, without sorting all that waits.
        return Claim.state == states[0]
    return or_(Claim.state.in_(states), is_settled_so) if states else is_settled_so


def claim_conditions(wanted: ClaimFilter) -> list[ColumnElement[bool]]:
    """Return one condition for each part of the filter that is set."""
    by_part: dict[str, Callable[[Any], ColumnElement[bool]]] = {
        "status": with_status,
        "measure": lambda measure: Claim.measure == measure,
        "kind": lambda kind: Claim.kind == kind,
        "place": lambda place: or_(Claim.country == place.upper(), _contains(Claim.place_text, place)),
        "first_day": lambda day: Claim.last_day >= day,
        "last_day": lambda day: Claim.first_day <= day,
        # An open end reaches everything beyond it.
        "value_from": lambda value: or_(Claim.high >= value, Claim.high.is_(None) & Claim.low.is_not(None)),
        "value_to": lambda value: or_(Claim.low <= value, Claim.low.is_(None) & Claim.high.is_not(None)),
        "article_id": lambda article_id: Claim.article_id == article_id,
        "text": lambda text: _contains(Claim.standalone, text),
        "min_check_worthiness": lambda least: Claim.check_worthiness >= least,
        "opinion": lambda opinion: Claim.hint["opinion"].as_string() == opinion,
    }
    parts = ((condition, getattr(wanted, name)) for name, condition in by_part.items())
    return [~Claim.withdrawn, *(condition(value) for condition, value in parts if value is not None)]


# How lists of claims are ordered: the columns of the key, whether they descend, and the cursor's types.
CLAIM_ORDERS: dict[str, tuple[tuple[InstrumentedAttribute[Any], ...], bool, tuple[type, ...]]] = {
    "queue": ((Claim.urgency, Claim.check_worthiness, Claim.id), True, (int, float, int)),
    "check_worthiness": ((Claim.check_worthiness, Claim.id), True, (float, int)),
    "newest": ((Claim.id,), True, (int,)),
    "text": ((Claim.article_id, Claim.anchor_start, Claim.id), False, (int, int, int)),
}


# An article may have a megabyte of words, and a list shows none of them: they load when they are asked for.
CLAIM_IN_A_LIST = (joinedload(Claim.article).defer(Article.text), defer(Claim.vector))


def list_claims(
    session: Session, wanted: ClaimFilter, order: str, limit: int, cursor: str | None
) -> Page[Claim]:
    """Return a page of standing claims that meet *wanted*, in one of :data:`CLAIM_ORDERS`."""
    columns, descends, kinds = CLAIM_ORDERS[order]
    least = wanted.min_check_worthiness
    if order == "queue" and least is not None:
        # As a sum, so that SQLite does not take it for a range of an index that is in another order.
        where = [
            *claim_conditions(replace(wanted, min_check_worthiness=None)),
            Claim.check_worthiness + 0 >= least,
        ]
    else:
        where = claim_conditions(wanted)
    query = select(Claim).options(*CLAIM_IN_A_LIST).where(*where)
    if cursor is not None:
        key, place = tuple_(*columns), tuple_(*_decode(cursor, kinds))
        query = query.where(key < place if descends else key > place)
    query = query.order_by(*(c.desc() if descends else c.asc() for c in columns))
    return _page(session, query, limit, lambda claim: [getattr(claim, c.key) for c in columns])


def claims_within(
    session: Session, article_id: int, start: int, end: int, min_check_worthiness: float
) -> Sequence[Claim]:
    """Return an article's standing claims above a threshold whose anchors reach into ``[start, end)``."""
    wanted = ClaimFilter(article_id=article_id, min_check_worthiness=min_check_worthiness)
    query = (
        select(Claim)
        .options(*CLAIM_IN_A_LIST)
        .where(*claim_conditions(wanted), Claim.anchor_start < end, Claim.anchor_end > start)
        .order_by(Claim.anchor_start, Claim.id)
    )
    return session.scalars(query).unique().all()


class Anchor(NamedTuple):
    """Where a claim of an article begins, and what is asked of all its claims at once."""

    claim_id: int
    start: int
    measure: str | None
    check_worthiness: float


def anchors_of(session: Session, article_id: int) -> list[Anchor]:
    """Return where each standing claim of an article begins, in text order; light even with thousands."""
    rows = session.execute(
        select(Claim.id, Claim.anchor_start, Claim.measure, Claim.check_worthiness)
        .where(Claim.article_id == article_id, ~Claim.withdrawn)
        .order_by(Claim.anchor_start, Claim.anchor_end, Claim.id)
    )
    return [Anchor(*row) for row in rows]


def claims_beside(
    session: Session, claim: Claim, min_check_worthiness: float
) -> tuple[int | None, int | None]:
    """Return the ids of the standing claims just before and after one in its article, above a threshold."""
    wanted = ClaimFilter(article_id=claim.article_id, min_check_worthiness=min_check_worthiness)
    place = tuple_(Claim.anchor_start, Claim.id)
    here = tuple_(claim.anchor_start, claim.id)
    ids = select(Claim.id).where(*claim_conditions(wanted)).limit(1)
    before = ids.where(place < here).order_by(Claim.anchor_start.desc(), Claim.id.desc())
    after = ids.where(place > here).order_by(Claim.anchor_start, Claim.id)
    return session.scalars(before).first(), session.scalars(after).first()


def count_claims(session: Session, wanted: ClaimFilter) -> int:
    """Return how many standing claims meet *wanted*."""
    return session.scalar(select(func.count()).select_from(Claim).where(*claim_conditions(wanted))) or 0


def count_by_state(session: Session, min_check_worthiness: float) -> dict[str, int]:
    """Return how many standing claims above a threshold stand in each state."""
    rows = session.execute(
        select(Claim.state, func.count())
        .where(~Claim.withdrawn, Claim.check_worthiness >= min_check_worthiness)
        .group_by(Claim.state)
    )
    return dict(rows.all())


def count_by_status(session: Session, wanted: ClaimFilter) -> dict[Status, int]:
    """Return how many standing claims that meet *wanted* have each status; those of none are left out."""
    rows = session.execute(
        select(Claim.state, Claim.verdict, func.count())
        .where(*claim_conditions(wanted))
        .group_by(Claim.state, Claim.verdict)
    )
    counts: dict[Status, int] = {}
    for state, verdict, count in rows:
        word = status_of(State(state), Verdict(verdict) if verdict else None)
        counts[word] = counts.get(word, 0) + count
    return counts


def count_jobs(session: Session) -> dict[str, int]:
    """Return how many jobs stand in each state."""
    rows = session.execute(select(Job.state, func.count()).group_by(Job.state))
    return dict(rows.all())


def _page(session: Session, query: Select[Any], limit: int, key: Any) -> Page[Any]:
    rows = session.scalars(query.limit(limit + 1)).unique().all()
    more = len(rows) > limit
    rows = rows[:limit]
    return Page(rows, _encode(key(rows[-1])) if more else None)


def newest_first(
    session: Session, query: Select[Any], column: InstrumentedAttribute[int], limit: int, cursor: str | None
) -> Page[Any]:
    """Return a page of *query* in falling order of *column*, which is the rows' id."""
    if cursor is not None:
        query = query.where(column < _decode(cursor, (int,))[0])
    return _page(session, query.order_by(column.desc()), limit, lambda row: [row.id])


def list_articles(session: Session, text: str | None, limit: int, cursor: str | None) -> Page[Article]:
    """Return articles, newest first; *text* looks in titles and source names."""
    query = select(Article).options(defer(Article.text))
    if text is not None:
        query = query.where(or_(_contains(Article.title, text), _contains(Article.source_name, text)))
    return newest_first(session, query, Article.id, limit, cursor)


def list_jobs(
    session: Session, state: str | None, article_id: int | None, limit: int, cursor: str | None
) -> Page[Job]:
    """Return jobs with their articles, newest first."""
    query = select(Job).options(joinedload(Job.article).defer(Article.text))
    if state is not None:
        query = query.where(Job.state == state)
    if article_id is not None:
        query = query.where(Job.article_id == article_id)
    return newest_first(session, query, Job.id, limit, cursor)


def claim_counts(session: Session, article_ids: Sequence[int]) -> dict[int, int]:
    """Return how many standing claims each of these articles has."""
    rows = session.execute(
        select(Claim.article_id, func.count())
        .where(Claim.article_id.in_(article_ids), ~Claim.withdrawn)
        .group_by(Claim.article_id)
    )
    return dict(rows.all())


def events_of(session: Session, subject: str, subject_id: int) -> Sequence[Event]:
    """Return a subject's whole trail, oldest first."""
    return session.scalars(
        select(Event)
        .options(joinedload(Event.actor))
        .where(Event.subject == subject, Event.subject_id == subject_id)
        .order_by(Event.seq)
    ).all()


def list_users(session: Session) -> Sequence[User]:
    """Return everybody of the desk, by name; those who may still log in first."""
    return session.scalars(select(User).order_by(User.disabled_at.is_not(None), User.name)).all()


def list_tokens(session: Session, user_id: int | None = None) -> Sequence[Token]:
    """Return tokens with their users, newest first; those that still open the door before the others."""
    query = select(Token).options(joinedload(Token.user))
    if user_id is not None:
        query = query.where(Token.user_id == user_id)
    return session.scalars(query.order_by(Token.revoked_at.is_not(None), Token.id.desc())).all()
