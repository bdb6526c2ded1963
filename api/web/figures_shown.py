"""What the page shows of a figure: its name, its tellings in words, and what is known for a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from flask import url_for
from sqlalchemy.orm import Session

from api.web import timeline
from api.web.shown import ShownClaim
from api.web.timeline import SHAPES, Timeline
from api.web.wording import figures
from models.data.figure_queries import Member
from models.data.tables import Claim, Figure
from models.domain.desk import Desk
from models.domain.series import Point, Series, Standing
from models.domain.wire import decimal_text, under_policy
from models.domain.wording import number
from models.domain.wording import unit as unit_words
from models.workflow import series
from models.workflow.series import Drawn, Key

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ShownTelling:
    """One member of a figure: what it says, who told it when, and why it is here or left out."""

    key: Key
    says: str
    words: str
    url: str
    printed_in: str
    chain: str
    source: int
    shape: str
    as_of: date | None
    published_on: date | None
    point: Point | None
    left_out: str | None
    origin: str
    score: float
    reason: str
    status: str | None
    is_disputed: bool

    @property
    def name(self) -> str:
        """How a reader calls it: "claim 12"."""
        return f"{self.key[0]} {self.key[1]}"


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure with everything that its page says."""

    row: Figure
    name: str
    drawn: Drawn
    tellings: tuple[ShownTelling, ...]
    timeline: Timeline | None
    unit: str

    @property
    def used(self) -> list[ShownTelling]:
        """The tellings of the series, oldest first."""
        return [telling for telling in self.tellings if telling.point is not None]

    @property
    def left_out(self) -> list[ShownTelling]:
        """The tellings that the series does not use."""
        return [telling for telling in self.tellings if telling.point is None]

    def telling(self, key: object) -> ShownTelling | None:
        """Return the member with this key."""
        return next((telling for telling in self.tellings if telling.key == key), None)


def name_of(row: Figure) -> str:
    """Say in a few words what a figure counts, where: "Killed · explosion · Burgas, Bulgaria"."""
    population = row.population if row.population not in (None, "people", "person") else None
    parts = (figures.label(row.measure), population, row.event, row.place_text or row.country)
    return " · ".join(part for part in parts if part)


def unit_of(row: Figure) -> str:
    """Name what a figure counts in: "people"; for things, what they are."""
    counted = {"text": row.population} if row.population else None
    return unit_words({"unit": row.unit, "counted": counted})


def shown(session: Session, row: Figure, settings: Desk) -> ShownFigure:
    """Read a figure as this desk does."""
    drawn = series.draw(session, row.id)
    sources = [group.name for group in drawn.chains.groups]
    source_of = {key: n for n, group in enumerate(drawn.chains.groups) for key in group.ids}
    points = {point.entry.key: point for point in drawn.series.points}
    reasons = {one.entry.key: one.reason for one in drawn.series.left_out}
    disputed = {entry.key for d in drawn.series.disputes for entry in (d.one, d.other)}
    tellings = [
        _telling(member, settings, sources, source_of, points, reasons, disputed) for member in drawn.members
    ]
    tellings.sort(key=lambda t: (t.as_of or date.min, t.published_on or date.min, t.key))
    titles = {telling.key: title_of(telling) for telling in tellings}
    return ShownFigure(
        row=row,
        name=name_of(row),
        drawn=drawn,
        tellings=tuple(tellings),
        timeline=timeline.draw(drawn.series, sources, titles, disputed),  # type: ignore[arg-type]
        unit=unit_of(row),
    )


def _telling(
    member: Member,
    settings: Desk,
    sources: Sequence[str],
    source_of: dict[object, int],
    points: dict[object, Point],
    reasons: dict[object, str],
    disputed: set[object],
) -> ShownTelling:
    row, key = member.row, series.key_of(member.row)
    if isinstance(row, Claim):
        claim = ShownClaim.of(row, settings.vague_policy)
        says, words, status = claim.says, (claim.quantity or {}).get("text") or "", claim.status.value
        printed_in = row.article.source_name or row.article.title or f"article {row.article_id}"
        published, url = row.article.published_on, url_for("web.claim", claim_id=row.id)
    else:
        data = under_policy(row.data, settings.vague_policy)
        says, words, status = figures.interval(data["quantity"]), data["quantity"]["text"], None
        printed_in, published = row.publisher, row.as_of
        url = url_for("web.reference", reference_id=row.id)
    at = source_of.get(key, 0)
    return ShownTelling(
        key=key,
        says=says,
        words=words,
        url=url,
        printed_in=printed_in,
        chain=sources[at],
        source=at,
        shape=SHAPES[at % len(SHAPES)],
        as_of=points[key].day if key in points else row.as_of,
        published_on=published,
        point=points.get(key),
        left_out=reasons.get(key),
        origin=member.membership.origin,
        score=member.membership.score,
        reason=member.membership.reason,
        status=status,
        is_disputed=key in disputed,
    )


def title_of(telling: ShownTelling) -> str:
    """Say one telling in a line, as the chart's tip does."""
    day = figures.day(telling.as_of)
    return f"{day}: {telling.says}, {telling.chain}"


def standing_words(standing: Standing, unit: str) -> str:
    """Say the interval of a day: "8 to 12 people", "9 people or more"."""
    low, high = decimal_text(standing.low), decimal_text(standing.high)
    if low is None and high is None:
        return "nothing is known"
    if high is None:
        said = f"{number(low)} or more"
    elif low is None:
        said = f"up to {number(high)}"
    else:
        said = number(low) if low == high else f"{number(low)} to {number(high)}"
    return f"{said} {singular(unit) if said == '1' else unit}".strip()


def singular(unit: str) -> str:
    """Return the word for one of what a plural names, where it is formed by rule: people, households."""
    if unit == "people":
        return "person"
    is_regular = unit.endswith("s") and not unit.endswith(("ss", "ies", "ses", "xes", "shes", "ches"))
    return unit[:-1] if is_regular and " " not in unit else unit


@dataclass(frozen=True, slots=True)
class ShownDay:
    """What is known for one day, which tellings it rests on, and why the others do not count."""

    standing: Standing
    says: str
    best: Decimal | None
    is_one: bool
    used: tuple[ShownTelling, ...]
    unused: tuple[tuple[ShownTelling, str], ...]


def day_of(figure: ShownFigure, day: date) -> ShownDay:
    """Say what is known for *day*."""
    standing = figure.drawn.series.on(day)
    used = [figure.telling(point.entry.key) for point in standing.points]
    unused = [(figure.telling(one.entry.key), one.reason) for one in figure.drawn.series.unused_on(day)]
    return ShownDay(
        standing,
        standing_words(standing, figure.unit),
        standing.best,
        is_one_value(standing),
        tuple(telling for telling in used if telling),
        tuple((telling, reason) for telling, reason in unused if telling),
    )


def is_one_value(standing: Standing) -> bool:
    """Say whether lowest, best and highest are the same number, so that one of them says it all."""
    return standing.low == standing.high == standing.best


def latest(drawn: Series) -> Standing | None:
    """Return what is known for the last day on which something changed."""
    days = drawn.days()
    return drawn.on(days[-1]) if days else None


def chart_data(figure: ShownFigure) -> Json:
    """Return what the browser's chart is drawn from: numbers, days in seconds, and words."""
    drawn = figure.drawn.series
    standings = [drawn.on(day) for day in drawn.days()]
    return {
        "unit": figure.unit,
        "days": [_seconds(s.day) for s in standings],
        "low": [_float(s.low) for s in standings],
        "best": [_float(s.best) for s in standings],
        "high": [_float(s.high) for s in standings],
        "says": [
            f"{figures.day(s.day)}: {_known(s, figure.unit)}, by {_sources(len(s.points))}" for s in standings
        ],
        "tellings": [
            {
                "x": _seconds(t.point.day),
                "told": _seconds(t.published_on) if t.published_on else None,
                "low": _float(t.point.stated.low),
                "best": _float(t.point.stated.best),
                "high": _float(t.point.stated.high),
                "source": t.source,
                "shape": t.shape,
                "change": t.point.change,
                "jump": t.point.is_jump,
                "disputed": t.is_disputed,
            }
            for t in figure.used
            if t.point is not None
        ],
    }


def _known(standing: Standing, unit: str) -> str:
    """Say the interval of a day, with the best value where that says more."""
    words = standing_words(standing, unit)
    return (
        words if is_one_value(standing) or standing.best is None else f"{words}, best {number(standing.best)}"
    )


def _sources(count: int) -> str:
    return "1 source" if count == 1 else f"{count} sources"


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _seconds(day: date) -> int:
    return (day - date(1970, 1, 1)).days * 86400
