"""A figure as it is seen: its members with reasons, its series, its sources and what people decided."""

from collections.abc import Hashable, Iterable
from datetime import date
from typing import Any, cast

from sqlalchemy.orm import Session

from models.data import figure_queries
from models.data.figure_queries import Member
from models.data.tables import Claim, Figure
from models.domain.effective import merge
from models.domain.series import Dispute, Point, Series, Standing
from models.domain.states import State, Verdict, status
from models.domain.wire import decimal_text
from models.workflow import series
from models.workflow.series import Drawn, Key

Seen = dict[str, Any]


def figure(session: Session, row: Figure, on: date | None = None) -> Seen:
    """Return a figure in full; *on* is the day for which low, best and high are wanted."""
    drawn = series.draw(session, row.id)
    decisions = figure_queries.overrides_of(session, row.id)
    left_out = {one.entry.key: one.reason for one in drawn.series.left_out}
    columns = {column.name: getattr(row, column.name) for column in Figure.__table__.columns}
    return {
        **columns,
        "first_day": _iso(row.first_day),
        "last_day": _iso(row.last_day),
        "tellings": [_member(member, left_out) for member in _by_day(drawn.members)],
        "series": {
            "points": [point(one) for one in drawn.series.points],
            "days": [_standing(drawn.series.on(day)) for day in drawn.series.days()],
            "left_out": [{**_named(key), "reason": reason} for key, reason in left_out.items()],
        },
        "conflicts": _disputes(drawn.series.disputes),
        "incomparable": _disputes(drawn.series.apart),
        "sources": _sources(drawn),
        "on": _on(drawn.series, on) if on else None,
        "decisions": [
            {
                "claim_id": one.claim_id,
                "reference_id": one.reference_id,
                "kind": one.kind,
                "figure_id": one.other_figure_id,
                "reason": one.reason,
                "by": one.actor.name,
                "at": one.created_at,
            }
            for one in decisions
        ],
    }


def listed(row: Figure) -> Seen:
    """Return a figure as a list shows it."""
    columns = {column.name: getattr(row, column.name) for column in Figure.__table__.columns}
    return {**columns, "first_day": _iso(row.first_day), "last_day": _iso(row.last_day)}


def _by_day(members: Iterable[Member]) -> list[Member]:
    return sorted(members, key=lambda m: (m.row.as_of or date.min, series.key_of(m.row)))


def _member(member: Member, left_out: dict[Hashable, str]) -> Seen:
    row, key = member.row, series.key_of(member.row)
    fields = merge(row.reading, row.correction) if isinstance(row, Claim) else row.data
    return {
        **_named(key),
        "article_id": row.article_id if isinstance(row, Claim) else None,
        "text": (fields.get("quantity") or {}).get("text") or "",
        "status": status_of(row) if isinstance(row, Claim) else None,
        "origin": member.membership.origin,
        "score": member.membership.score,
        "reason": member.membership.reason,
        "is_used": key not in left_out,
        "left_out": left_out.get(key),
    }


def status_of(claim: Claim) -> str:
    """Name how a claim was judged so far."""
    return status(State(claim.state), Verdict(claim.verdict) if claim.verdict else None).value


def _named(key: Hashable) -> Seen:
    kind, number = cast(Key, key)
    return {
        "claim_id": number if kind == "claim" else None,
        "reference_id": number if kind == "reference" else None,
    }


def point(one: Point) -> Seen:
    """Return a telling as the series draws it; one that is left out may have no day."""
    stated = one.stated
    return {
        **_named(one.entry.key),
        "as_of": _iso(one.day),
        "published_on": _iso(one.entry.about.published_on),
        "until": _iso(one.until),
        "bound": stated.bound,
        "low": decimal_text(stated.low),
        "best": decimal_text(stated.best),
        "high": decimal_text(stated.high),
        "unit": stated.unit,
        "source": one.entry.chain,
        "change": one.change,
        "is_jump": one.is_jump,
        "reason": one.reason,
    }


def _standing(standing: Standing) -> Seen:
    return {
        "day": standing.day.isoformat(),
        "low": decimal_text(standing.low),
        "best": decimal_text(standing.best),
        "high": decimal_text(standing.high),
        "tellings": [_named(point.entry.key) for point in standing.points],
    }


def _on(drawn: Series, day: date) -> Seen:
    """Return what is known for a day that was asked for, with what it does not rest on and why."""
    left_out = [{**_named(one.entry.key), "reason": one.reason} for one in drawn.unused_on(day)]
    return {**_standing(drawn.on(day)), "left_out": left_out}


def _disputes(found: Iterable[Dispute]) -> list[Seen]:
    return [{"one": _named(d.one.key), "other": _named(d.other.key), "reason": d.reason} for d in found]


def _sources(drawn: Drawn) -> Seen:
    chains = drawn.chains
    return {
        "independent": chains.independent,
        "parties": chains.parties,
        "groups": [
            {
                "name": group.name,
                "kind": group.kind,
                "reason": group.reason,
                "party": group.party,
                "tellings": [_named(key) for key in group.ids],
            }
            for group in chains.groups
        ],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
