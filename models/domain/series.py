"""One figure over time: which tellings stand on which day, how it was revised, and what is left out."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from models.domain.grouping.about import About
from models.domain.grouping.likeness import definition_apart
from models.domain.relations import MAY_FALL, TOLLS, Comparison, Relation
from models.domain.standing import compare_members
from models.domain.stated import Stated, plain

LOOK_AHEAD = 24
"""How many later tellings one is held against: whatever replaces a number does so soon."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim or reference of a figure: *key* is the caller's name for it, *chain* whom it goes back to.

    ``said_no`` is why it cannot stand at all (refuted, say), ``is_trusted`` that a person or a trusted
    source vouches for it, ``is_named`` that the chain goes back to somebody who is named.
    """

    key: Hashable
    about: About
    chain: str
    said_no: str | None = None
    is_trusted: bool = False
    is_named: bool = False


@dataclass(slots=True)
class Point:
    """A telling that the series uses: ``until`` is the day on which a later one took its place.

    ``change`` is up or down against the telling before it, ``is_jump`` that this passes the desk's limit.
    """

    entry: Entry
    day: date
    until: date | None = None
    change: str | None = None
    is_jump: bool = False
    reason: str = ""

    @property
    def stated(self) -> Stated:
        """What it states."""
        return self.entry.about.stated


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A telling that the series does not use, and why."""

    entry: Entry
    reason: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two tellings that cannot both hold, or cannot be held against each other, and why."""

    one: Entry
    other: Entry
    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known for one day: None is open or unknown; ``points`` are the tellings it rests on.

    With rivals ``low`` and ``high`` are the range and ``best`` is by :func:`_best`'s rule, never the one that
    happened to be told last.
    """

    day: date
    low: Decimal | None
    best: Decimal | None
    high: Decimal | None
    points: tuple[Point, ...]


@dataclass(slots=True)
class Series:
    """One figure over time, oldest first.

    ``apart`` are pairs that the definition guard keeps out of ``disputes``: they may both hold.
    """

    points: list[Point] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    apart: list[Dispute] = field(default_factory=list)

    def days(self) -> list[date]:
        """Return the days on which something changes."""
        return sorted({point.day for point in self.points})

    def on(self, day: date) -> Standing:
        """Return low, best and high for *day*, one estimate a source: the latest of each that stands."""
        latest: dict[str, Point] = {}
        for point in self.points:
            if point.day <= day and (point.until is None or day < point.until):
                latest[point.entry.chain] = point
        points = tuple(latest.values())
        return Standing(day, _lowest(points), _best(points), _highest(points), points)

    def unused_on(self, day: date) -> list[LeftOut]:
        """Return every telling that :meth:`on` does not rest on for *day*, and why."""
        used = {id(point) for point in self.on(day).points}
        found = []
        for point in self.points:
            if id(point) in used:
                continue
            if point.day > day:
                reason = f"It stands for a later day ({point.day})."
            elif point.until is not None and point.until <= day:
                reason = f"A later report took its place on {point.until}."
            else:
                reason = f"Its source ({point.entry.chain}) gave another number after it."
            found.append(LeftOut(point.entry, reason))
        return found + self.left_out


def series_of(
    entries: Sequence[Entry], jump_limit: float = 2.0, household_size: Decimal | None = None
) -> Series:
    """Draw one figure over time from its tellings; each stands for its as-of day, not for its publication."""
    series = Series()
    told: dict[tuple[object, ...], Entry] = {}
    for entry in sorted(entries, key=_order):
        reason = entry.said_no or _why_left_out(entry) or _told_before(entry, told)
        day = entry.about.as_of
        if reason is not None or day is None:
            series.left_out.append(LeftOut(entry, reason or "It says of no day for which it stands."))
        else:
            series.points.append(Point(entry, day))
    _replace(series, household_size)
    _mark_revisions(series.points, jump_limit)
    return series


def _order(entry: Entry) -> tuple[str, str, str]:
    day, published = entry.about.as_of, entry.about.published_on
    return (day.isoformat() if day else "", published.isoformat() if published else "", str(entry.key))


def _why_left_out(entry: Entry) -> str | None:
    about = entry.about
    if about.is_recalled:
        return "It recalls what the number was before."
    if about.is_amount:
        return "It says by how much the number changed, not the number."
    if about.stated.certainty in ("planned", "denied"):
        return f"It is {about.stated.certainty}, not stated as fact."
    return None


def _told_before(entry: Entry, told: dict[tuple[object, ...], Entry]) -> str | None:
    """Say that another telling of the same source gives the same number for the same day: it counts once."""
    stated = entry.about.stated
    key = (entry.chain, entry.about.as_of, stated.bound, stated.best, stated.low, stated.high)
    first = told.setdefault(key, entry)
    if first is entry:
        return None
    return f"The same number of the same source ({entry.chain}) is counted once already."


def _replace(series: Series, household_size: Decimal | None) -> None:
    """Find what takes each telling's place: its source's next word, or a later report that supersedes it."""
    points = series.points
    for index, point in enumerate(points):
        later_points = points[index + 1 : index + 1 + LOOK_AHEAD]
        beside = [p.entry.about for p in later_points]
        for later in later_points:
            comparison = compare_members(later.entry.about, point.entry.about, beside, household_size)
            if comparison.relation is Relation.INCOMPARABLE:
                series.apart.append(Dispute(point.entry, later.entry, comparison.reason))
                continue
            is_own = later.entry.chain == point.entry.chain
            if not is_own and comparison.relation is Relation.SUPERSEDES and _corrects_a_rival(later, point):
                reason = f"{plain(later.stated)} corrects another number than {plain(point.stated)}"
                reason += f" of {point.entry.chain}, who has not withdrawn it."
                series.disputes.append(Dispute(point.entry, later.entry, reason))
                continue
            is_replaced = later.day > point.day and (is_own or _takes_the_place(comparison, later, point))
            if is_replaced:
                point.until, later.reason = later.day, later.reason or comparison.reason
                break
            if comparison.relation is Relation.CONFLICTS:
                series.disputes.append(Dispute(point.entry, later.entry, comparison.reason))


def _takes_the_place(comparison: Comparison, later: Point, point: Point) -> bool:
    """Say whether a later report leaves nothing of an earlier one: a new number, or a closer one."""
    if comparison.relation is Relation.SUPERSEDES:
        return True
    is_open = not point.stated.is_closed
    return (
        is_open and later.stated.is_closed and comparison.relation in (Relation.COMPATIBLE, Relation.AGREES)
    )


def _corrects_a_rival(later: Point, point: Point) -> bool:
    """Say whether a toll that one named source lowers is no correction of the other's own number."""
    here, there = _value(later), _value(point)
    if here is None or there is None or point.entry.about.measure not in TOLLS - MAY_FALL:
        return False
    return here < there and later.entry.is_named and point.entry.is_named


def _mark_revisions(points: Sequence[Point], jump_limit: float) -> None:
    """Mark each telling as a rise or fall against its own source's last, else the last of an earlier day."""
    for index, point in enumerate(points):
        earlier = [p for p in points[max(0, index - LOOK_AHEAD) : index] if p.day < point.day][::-1]
        own = [p for p in earlier if p.entry.chain == point.entry.chain]
        before = next((p for p in (*own, *earlier) if _count_alike(p, point)), None)
        here, there = _value(point), _value(before) if before else None
        if before is None or here is None or there is None or here == there:
            continue
        point.change = "up" if here > there else "down"
        point.reason = point.reason or f"From {plain(before.stated)} to {plain(point.stated)}."
        small, large = sorted((here, there))
        point.is_jump = small == 0 or float(large / small) > jump_limit


def _count_alike(before: Point, point: Point) -> bool:
    """Say whether a change from the one to the other means anything: they are not defined apart."""
    return definition_apart(before.entry.about, point.entry.about) is None


def _value(point: Point) -> Decimal | None:
    stated = point.stated
    if stated.best is not None:
        return stated.best
    ends = [end for end in (stated.low, stated.high) if end is not None]
    return sum(ends, Decimal(0)) / len(ends) if ends else None


def _lowest(points: Sequence[Point]) -> Decimal | None:
    """Return the lowest low end; an estimate without one is open below, and leaves that to the others."""
    return min((p.stated.low for p in points if p.stated.low is not None), default=None)


def _highest(points: Sequence[Point]) -> Decimal | None:
    """Return the highest high end; "at least 17" alone leaves the day open above."""
    return max((p.stated.high for p in points if p.stated.high is not None), default=None)


def _best(points: Sequence[Point]) -> Decimal | None:
    """Return the value that a careful desk would give: of what is vouched for, where something is.

    The newest as-of day decides; of that day's rivals the value that most independent sources give; of as
    many the conservative end: the lowest, since of a running total at least that much is agreed.
    """
    trusted = [p for p in points if p.entry.is_trusted] or list(points)
    newest = max((p.day for p in trusted), default=None)
    chains: dict[Decimal, set[str]] = {}
    for point in trusted:
        value = _value(point)
        if point.day == newest and value is not None:
            chains.setdefault(value, set()).add(point.entry.chain)
    return min(chains, key=lambda value: (-len(chains[value]), value), default=None)
