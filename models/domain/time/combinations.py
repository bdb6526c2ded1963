"""What the words around a time expression make of it: parts, slices, open ends, ranges."""

from dataclasses import dataclass, replace

from models.domain.time import calendar_windows as cal
from models.domain.time.calendar_windows import DAY, Window
from models.domain.time.expressions import SPAN, Absolute, Anchor, Expression, OfYear, Recurring, Weekday
from models.domain.vocabulary import PeriodPrecision

NAMED_UNITS = frozenset(precision.value for precision in PeriodPrecision)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of something: early, mid, late (thirds), start, end (one day), rest, so_far."""

    part: str
    whole: Expression

    @property
    def rule(self) -> str:
        """``part:early`` and the like."""
        return f"part:{self.part}"

    def window(self, anchor: Anchor) -> Window | None:
        """Return the part's days."""
        whole = self.whole.window(anchor)
        if whole is None or whole.first is None or whole.last is None:
            return whole
        match self.part:
            case "start":
                return cal.window_of_day(whole.first)
            case "end":
                return cal.window_of_day(whole.last)
            case "so_far":
                return Window(whole.first, max(whole.first, anchor.today), SPAN)
            case "week_of":
                return cal.window_of_week(whole.first)
            case "first half" | "second half":
                return cal.half_of(whole, self.part == "second half")
            case "rest":
                return Window(min(whole.last, anchor.today), whole.last, SPAN)
            case _:
                return cal.third_of(whole, self.part)


@dataclass(frozen=True, slots=True)
class Slice:
    """The nth unit, or the first or last *count* units, of something: "the first three months of 2023"."""

    ordinal: int
    count: int
    unit: str
    whole: Expression
    rule: str = "slice"

    def window(self, anchor: Anchor) -> Window | None:
        """Return the slice, cut where the whole ends; weeks of a month count from its first day."""
        whole = self.whole.window(anchor)
        if whole is None or whole.first is None or whole.last is None:
            return None
        if self.ordinal < 0:
            last = whole.last
            first = max(whole.first, cal.add_units(last + DAY, -self.count, self.unit))
        else:
            first = cal.add_units(whole.first, (self.ordinal - 1) * self.count, self.unit)
            last = min(whole.last, cal.add_units(first, self.count, self.unit) - DAY)
        if first > last:
            return None
        precision = PeriodPrecision(self.unit) if self.count == 1 and self.unit in NAMED_UNITS else SPAN
        return Window(first, last, precision)


@dataclass(frozen=True, slots=True)
class Bounded:
    """An open end: since, from and after leave the last day open; until, by and before the first."""

    side: str
    inner: Expression

    @property
    def rule(self) -> str:
        """``open:since`` and the like."""
        return f"open:{self.side}"

    def window(self, anchor: Anchor) -> Window | None:
        """Return the open period; "since" never looks ahead, "until" and "by" do unless told otherwise."""
        if self.side == "since":
            anchor = replace(anchor, future=False)
        elif self.side in ("until", "by") and anchor.future is None:
            anchor = replace(anchor, future=True)
        days = self.inner.window(anchor)
        if days is None:
            return None
        precision = self._precision(days, anchor)
        match self.side:
            case "since" | "from":
                return Window(days.first, None, precision)
            case "after":
                return Window(days.last + DAY, None, precision) if days.last else None
            case "before":
                return Window(None, days.first - DAY, precision) if days.first else None
            case _:
                return Window(None, days.last, precision)

    def _precision(self, days: Window, anchor: Anchor) -> PeriodPrecision:
        """Return how finely the named unit fixes the end: "by the end of the year" is of a year."""
        if isinstance(self.inner, Part) and self.inner.part in ("start", "end"):
            whole = self.inner.whole.window(anchor)
            return whole.precision if whole else days.precision
        return days.precision


@dataclass(frozen=True, slots=True)
class Between:
    """From the first day of one expression to the last day of another."""

    left: Expression
    right: Expression
    rule: str = "between"

    def window(self, anchor: Anchor) -> Window | None:
        """Return the days between; a side without a year takes it from the other side.

        Returns None when the right side ends before the left begins.
        """
        if isinstance(self.left, Absolute | OfYear) and isinstance(self.right, Recurring):
            left = self.left.window(anchor)
            begin = left.first if left else None
            right = self.right.window(replace(anchor, published_on=begin, future=True)) if begin else None
        else:
            right = self.right.window(anchor)
            begin = right.first if right else None
            floats = isinstance(self.left, Recurring | Weekday)
            from_right = replace(anchor, published_on=begin, future=False)
            left = self.left.window(from_right if floats and begin else anchor)
        if left is None or right is None or left.first is None or right.last is None:
            return None
        return Window(left.first, right.last, SPAN) if left.first <= right.last else None


@dataclass(frozen=True, slots=True)
class Trailing:
    """A stretch that ends with something named: "the year to June", "the three months to March 2023"."""

    amount: int
    unit: str
    end: Expression
    rule: str = "trailing"

    def window(self, anchor: Anchor) -> Window | None:
        """Return the stretch up to the end's last day."""
        end = self.end.window(anchor)
        if end is None or end.last is None:
            return None
        return Window(cal.add_units(end.last + DAY, -self.amount, self.unit), end.last, SPAN)
