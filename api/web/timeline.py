"""A figure over time as an SVG: each telling with its interval, what stands from day to day, and the axes."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from models.domain.series import Point, Series, Standing
from models.domain.wording import number

WIDTH, HEIGHT = 760.0, 320.0
LEFT, RIGHT, TOP, BOTTOM = 64.0, 20.0, 22.0, 34.0
ARROW = 26.0
"""How long the arrow of an open end is drawn: it points, and measures nothing."""
SHAPES = ("circle", "square", "diamond", "triangle", "ring", "cross")
MOST_DAY_TICKS = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """One telling: its best value at (x, y), its interval from ``top`` to ``bottom``; None is an open end."""

    x: float
    y: float
    top: float | None
    bottom: float | None
    told_x: float | None
    source: int
    title: str
    change: str | None
    is_jump: bool
    is_disputed: bool

    @property
    def shape(self) -> str:
        """The sign of its source, so that colour is never alone."""
        return SHAPES[self.source % len(SHAPES)]


@dataclass(frozen=True, slots=True)
class Band:
    """What stands for some days: between two heights; where an end is open it reaches the edge."""

    x: float
    y: float
    width: float
    height: float
    is_open: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The best value over some days."""

    x1: float
    x2: float
    y: float


@dataclass(frozen=True, slots=True)
class Tick:
    """One mark of an axis with its words."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything that is drawn, in the SVG's units from its upper left corner."""

    marks: tuple[Mark, ...]
    bands: tuple[Band, ...]
    lines: tuple[Line, ...]
    days: tuple[Tick, ...]
    values: tuple[Tick, ...]


class _Scale:
    """Where days and values lie in the drawing."""

    def __init__(self, first: date, last: date, low: float, high: float) -> None:
        self.first, self.last = first, last
        self.low, self.high = low, high

    def x(self, day: date) -> float:
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: Decimal | float) -> float:
        share = (float(value) - self.low) / ((self.high - self.low) or 1.0)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def draw(
    series: Series, sources: Sequence[str], titles: dict[object, str], disputed: set[object]
) -> Timeline | None:
    """Draw a series; *sources* are chains in the order of their signs. None without any telling to draw."""
    points = [point for point in series.points if _value(point) is not None]
    if not points:
        return None
    standings = [series.on(day) for day in series.days()]
    scale = _scale(points, standings)
    marks = [
        _mark(point, scale, sources, titles.get(point.entry.key, ""), point.entry.key in disputed)
        for point in points
    ]
    ends = [standing.day for standing in standings[1:]] + [scale.last]
    return Timeline(
        tuple(marks),
        tuple(_bands(standings, ends, scale)),
        tuple(
            Line(scale.x(standing.day), scale.x(end), scale.y(standing.best))
            for standing, end in zip(standings, ends, strict=True)
            if standing.best is not None
        ),
        tuple(_day_ticks(scale)),
        tuple(Tick(scale.y(value), number(str(value))) for value in value_ticks(scale.low, scale.high)),
    )


def _value(point: Point) -> Decimal | None:
    stated = point.stated
    known = [end for end in (stated.low, stated.high) if end is not None]
    return stated.best if stated.best is not None else sum(known, Decimal(0)) / len(known) if known else None


def _scale(points: Iterable[Point], standings: Iterable[Standing]) -> _Scale:
    days: list[date] = []
    values: list[Decimal] = []
    for point in points:
        days += [day for day in (point.day, point.until, point.entry.about.published_on) if day]
        ends = (point.stated.low, point.stated.best, point.stated.high)
        values += [value for value in ends if value is not None]
    values += [v for s in standings for v in (s.low, s.best, s.high) if v is not None]
    first, last = min(days), max(days)
    span = max(1, (last - first).days)
    margin = timedelta(days=max(1, round(span * 0.06)))
    low, high = float(min(values)), float(max(values))
    room = (high - low) * 0.2 or abs(high) * 0.2 or 1.0
    # From nothing, unless all of it lies far above: then the rises and falls would not be seen.
    floor = 0.0 if 0 <= low <= (high - low) * 3 or low == 0 else low - room
    return _Scale(first - margin, last + margin, floor, high + room)


def value_ticks(low: float, high: float, about: int = 5) -> list[Decimal]:
    """Return round values between *low* and *high*, about so many."""
    step = 10 ** math.floor(math.log10((high - low) / about))
    for factor in (1, 2, 5, 10):
        if (high - low) / (step * factor) <= about:
            step *= factor
            break
    exact = Decimal(f"{step:.12g}")
    first = math.ceil(low / step)
    return [exact * n for n in range(first, math.floor(high / step) + 1)]


def _day_ticks(scale: _Scale) -> list[Tick]:
    count = (scale.last - scale.first).days
    step = max(1, math.ceil(count / MOST_DAY_TICKS))
    found: list[Tick] = []
    for passed in range(0, count + 1, step):
        day = scale.first + timedelta(days=passed)
        has_year = not found or day.year != (day - timedelta(days=step)).year
        found.append(Tick(scale.x(day), f"{day.day} {day:%b %Y}" if has_year else f"{day.day} {day:%b}"))
    return found


def _bands(standings: Sequence[Standing], ends: Sequence[date], scale: _Scale) -> list[Band]:
    found = []
    for standing, end in zip(standings, ends, strict=True):
        if standing.low is None and standing.high is None:
            continue
        top = TOP if standing.high is None else scale.y(standing.high)
        bottom = HEIGHT - BOTTOM if standing.low is None else scale.y(standing.low)
        left, is_open = scale.x(standing.day), standing.low is None or standing.high is None
        found.append(Band(left, top, round(scale.x(end) - left, 1), round(bottom - top, 1), is_open))
    return found


def _mark(point: Point, scale: _Scale, sources: Sequence[str], title: str, is_disputed: bool) -> Mark:
    stated, told = point.stated, point.entry.about.published_on
    return Mark(
        x=scale.x(point.day),
        y=scale.y(_value(point) or 0),
        top=None if stated.high is None else scale.y(stated.high),
        bottom=None if stated.low is None else scale.y(stated.low),
        told_x=scale.x(told) if told and told != point.day else None,
        source=sources.index(point.entry.chain) if point.entry.chain in sources else 0,
        title=title,
        change=point.change,
        is_jump=point.is_jump,
        is_disputed=is_disputed,
    )
