"""A figure as tables for a spreadsheet: one row a telling, or one row a day on which something changes."""

from collections.abc import Hashable, Iterator
from datetime import date
from typing import Any, cast

from sqlalchemy.orm import Session

from api import drawing
from models.data.figure_queries import Member
from models.data.tables import Claim, Figure
from models.domain.effective import merge
from models.domain.series import Point
from models.domain.wire import decimal_text
from models.workflow import series
from models.workflow.series import Drawn, Key

_POINT = (
    "as_of",
    "published_on",
    "until",
    "bound",
    "low",
    "best",
    "high",
    "unit",
    "source",
    "change",
    "is_jump",
)
_FIGURE = ("measure", "country", "place", "population", "event")
TELLINGS = (
    *_POINT, "is_used", "reason", "claim_id", "reference_id", "article_id", "in_conflict", "status", "text",
    "statement", "outlet", "title", "url", "origin", "score", "figure_id", *_FIGURE,
)  # fmt: skip
"""The columns of a series: what is used, then what is left out, with the reason."""
DAYS = ("day", "until", "low", "best", "high", "unit", "sources", "used", "left_out", "figure_id", *_FIGURE)
"""The columns of its days: what is known from each day until the next, and what that rests on."""


def tellings(session: Session, row: Figure) -> Iterator[list[Any]]:
    """Yield one row a telling, below their names."""
    drawn = series.draw(session, row.id)
    members = {series.key_of(member.row): member for member in drawn.members}
    disputed = {entry.key for pair in drawn.series.disputes for entry in (pair.one, pair.other)}
    about = _about(row)

    def written(point: Point, is_used: bool) -> list[Any]:
        key = cast(Key, point.entry.key)
        flat = {**drawing.point(point), **_told(members[key]), **about}
        flat |= {"is_used": is_used, "in_conflict": key in disputed}
        if point.entry.about.as_of is None:
            flat["as_of"] = None  # left out for that very reason
        return [flat[name] for name in TELLINGS]

    yield list(TELLINGS)
    for point in drawn.series.points:
        yield written(point, True)
    for one in drawn.series.left_out:
        yield written(Point(one.entry, one.entry.about.as_of or date.min, reason=one.reason), False)


def days(session: Session, row: Figure) -> Iterator[list[Any]]:
    """Yield one row a day on which something changes, below their names."""
    drawn, about = series.draw(session, row.id), _about(row)
    changes = drawn.series.days()
    yield list(DAYS)
    for day, until in zip(changes, [*changes[1:], None], strict=True):
        standing = drawn.series.on(day)
        flat = {
            **about,
            "day": day.isoformat(),
            "until": until.isoformat() if until else None,
            "low": decimal_text(standing.low),
            "best": decimal_text(standing.best),
            "high": decimal_text(standing.high),
            "unit": row.unit,
            "sources": _independent(drawn, [point.entry.key for point in standing.points]),
            "used": "; ".join(_name(point.entry.key) for point in standing.points),
            "left_out": "; ".join(
                f"{_name(one.entry.key)}: {one.reason}" for one in drawn.series.unused_on(day)
            ),
        }
        yield [flat[name] for name in DAYS]


def _about(row: Figure) -> dict[str, Any]:
    return {
        **{name: getattr(row, "place_text" if name == "place" else name) for name in _FIGURE},
        "figure_id": row.id,
    }


def _told(member: Member) -> dict[str, Any]:
    """Return what a telling's article or publisher adds: its words, where they stand, how it was judged."""
    row = member.row
    of_member = {"origin": member.membership.origin, "score": member.membership.score}
    if isinstance(row, Claim):
        fields, article = merge(row.reading, row.correction), row.article
        of_row = {
            "article_id": row.article_id,
            "status": drawing.status_of(row),
            "statement": row.standalone,
            "outlet": article.source_name,
            "title": article.title,
            "url": article.url,
        }
    else:
        fields = row.data
        of_row = {"article_id": None, "status": None, "statement": row.statement, "title": None}
        of_row |= {"outlet": row.publisher, "url": row.url}
    return {**of_member, **of_row, "text": (fields.get("quantity") or {}).get("text")}


def _independent(drawn: Drawn, keys: list[Hashable]) -> int:
    """Count the sources of these tellings that do not go back to one another."""
    used = set(keys)
    return sum(bool(used & set(group.ids)) for group in drawn.chains.groups)


def _name(key: Hashable) -> str:
    kind, number = cast(Key, key)
    return f"{kind} {number}"
