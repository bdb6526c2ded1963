"""What each kind of time expression means: the days it covers, seen from a publication date."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from models.domain.time import calendar_windows as cal
from models.domain.time.calendar_windows import DAY, Window
from models.domain.vocabulary import PeriodPrecision

SPAN = PeriodPrecision.SPAN
#: A year-less date more than this many days back gives way to one less than two months ahead: in early
#: January "20 January" is the coming one.
LONG_AGO_DAYS, SOON_DAYS = 300, 65
#: Month in which the fiscal year begins, where it is not January (governments' own budget calendars).
FISCAL_START = {
    "US": 10, "GB": 4, "IN": 4, "CA": 4, "JP": 4, "ZA": 4, "HK": 4, "SG": 4, "AU": 7, "NZ": 7, "PK": 7,
    "BD": 7, "EG": 7, "KE": 7, "UG": 7, "TZ": 7, "ET": 7, "NP": 7, "TH": 10,
}  # fmt: skip
#: Fiscal years named by the year in which they begin; the others are named by the year in which they end.
FISCAL_NAMED_BY_START = frozenset(("JP", "SG"))
SOUTHERN = frozenset(["AU", "NZ", "ZA", "AR", "CL", "UY", "PY", "BO", "ZW", "NA", "BW", "MZ", "LS", "SZ"])


class NoPublicationDateError(Exception):
    """The words need a publication date to be read, and there is none."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """From where an expression is read.

    ``future`` None lets the words decide; ``around`` is the period that "a day earlier" looks back from;
    ``country`` (ISO alpha-2) turns seasons and fiscal years.
    """

    published_on: date | None
    future: bool | None = None
    around: Window | None = None
    country: str | None = None

    @property
    def today(self) -> date:
        """The publication date; raises NoPublicationDateError where there is none."""
        if self.published_on is None:
            raise NoPublicationDateError
        return self.published_on


class Expression(Protocol):
    """A read time expression: the rule it follows, and its days from an anchor."""

    @property
    def rule(self) -> str:
        """The code of the rule (see explain_periods.RULES)."""

    def window(self, anchor: Anchor) -> Window | None:
        """Return the days it covers; None when its words fix none."""


@dataclass(frozen=True, slots=True)
class Absolute:
    """Days that the words fix alone: "21 March 2022", "2021", "the 1990s"."""

    days: Window
    rule: str = "absolute"

    def window(self, anchor: Anchor) -> Window | None:
        """Return the days themselves."""
        return self.days


@dataclass(frozen=True, slots=True)
class Recurring:
    """Something that each year has once: a month, a day of a month, a quarter, a half, a season.

    ``kind`` is month, day, quarter, half, season or holiday; ``which`` is last, this, next or None.
    """

    kind: str
    month: int
    day: int = 1
    which: str | None = None

    @property
    def rule(self) -> str:
        """``month:last`` and the like."""
        return f"{self.kind}:{self.which or 'nearest'}"

    def in_year(self, year: int, country: str | None = None) -> Window | None:
        """Return it in *year*; None where that year has no such day."""
        match self.kind:
            case "month":
                return cal.window_of_month(year, self.month)
            case "quarter":
                return cal.window_of_quarter(year, self.month)
            case "half":
                return cal.window_of_months(year, 6 * self.month - 5, 6, SPAN)
            case "season":
                month = (self.month + 5) % 12 + 1 if country in SOUTHERN else self.month
                return cal.window_of_months(year, month, 3, SPAN)
            case "easter":
                return cal.window_of_day(cal.easter_sunday(year))
            case _:
                if self.day > cal.last_of_month(year, self.month).day:
                    return None
                return cal.window_of_day(date(year, self.month, self.day))

    def window(self, anchor: Anchor) -> Window | None:
        """Return the nearest past one, or the one that ``which`` or the anchor's ``future`` asks for."""
        today = anchor.today
        years = range(max(1, today.year - 8), min(9998, today.year + 8) + 1)
        windows = [found for year in years if (found := self.in_year(year, anchor.country))]
        begun = [w for w in windows if w.first is not None and w.first <= today]
        open_still = [w for w in windows if w.last is not None and w.last >= today]
        match self.which:
            case "last":
                return next((w for w in reversed(begun) if w.last is not None and w.last < today), None)
            case "next":
                return next((w for w in open_still if w.first is not None and w.first > today), None)
            case "this":
                return self.in_year(today.year, anchor.country)
        coming = open_still[0] if open_still else None
        past = begun[-1] if begun else None
        if anchor.future or past is None or past.last is None:
            return coming
        if self.kind == "day" and anchor.future is None and coming is not None and coming.first is not None:
            long_ago = (today - past.last).days > LONG_AGO_DAYS
            if long_ago and (coming.first - today).days <= SOON_DAYS:
                return coming
        return past


@dataclass(frozen=True, slots=True)
class OfYear:
    """A recurring thing in a year named beside it: "March of last year", "the third quarter of 2022"."""

    inner: Recurring
    year: Expression
    rule: str = "of_year"

    def window(self, anchor: Anchor) -> Window | None:
        """Return the thing in that year."""
        year = self.year.window(anchor)
        return self.inner.in_year(year.first.year, anchor.country) if year and year.first else None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 0 is Monday: the last one, or the coming one where the words look ahead."""

    day: int
    which: str | None = None

    @property
    def rule(self) -> str:
        """``weekday:last`` and the like."""
        return f"weekday:{self.which or 'nearest'}"

    def window(self, anchor: Anchor) -> Window | None:
        """Return the day; the publication date itself counts unless "last" or "next" exclude it."""
        today = anchor.today
        back, ahead = (today.weekday() - self.day) % 7, (self.day - today.weekday()) % 7
        if self.which == "last":
            return cal.window_of_day(today - timedelta(days=back or 7))
        if self.which == "next" or (self.which != "this" and anchor.future):
            return cal.window_of_day(today + timedelta(days=ahead or (7 if self.which == "next" else 0)))
        if self.which == "this":
            monday = today - timedelta(days=today.weekday())
            return cal.window_of_day(monday + timedelta(days=self.day))
        return cal.window_of_day(today - timedelta(days=back))


@dataclass(frozen=True, slots=True)
class WeekdayIn:
    """A day of a named week: "Monday last week"."""

    day: int
    week: Expression
    rule: str = "weekday:of_week"

    def window(self, anchor: Anchor) -> Window | None:
        """Return that weekday of that week."""
        week = self.week.window(anchor)
        return cal.window_of_day(week.first + timedelta(days=self.day)) if week and week.first else None


@dataclass(frozen=True, slots=True)
class Weekend:
    """Saturday and Sunday: the last, this or the coming ones."""

    which: str | None = None

    @property
    def rule(self) -> str:
        """``weekend:last`` and the like."""
        return f"weekend:{self.which or 'nearest'}"

    def window(self, anchor: Anchor) -> Window | None:
        """Return the weekend; on a Saturday or Sunday the plain "weekend" is the running one."""
        today = anchor.today
        here = today.weekday() >= 5
        if self.which == "last":
            return cal.window_of_weekend(today - 7 * DAY)
        if self.which == "next":
            return cal.window_of_weekend(today + 7 * DAY if here else today)
        if self.which == "this" or anchor.future or here:
            return cal.window_of_weekend(today)
        return cal.window_of_weekend(today - 7 * DAY)


@dataclass(frozen=True, slots=True)
class DayOffset:
    """Days counted from the publication date: today 0, yesterday −1; ``nights`` covers the night before."""

    days: int
    rule: str
    nights: bool = False

    def window(self, anchor: Anchor) -> Window | None:
        """Return the day, or the two days a night lies on."""
        day = anchor.today + timedelta(days=self.days)
        return Window(day - DAY, day, PeriodPrecision.DAY) if self.nights else cal.window_of_day(day)


@dataclass(frozen=True, slots=True)
class CalendarUnit:
    """The calendar week, month, quarter, year or decade *offset* units away: "last week", "this year"."""

    unit: str
    offset: int

    @property
    def rule(self) -> str:
        """``unit:last`` and the like."""
        return f"unit:{'last' if self.offset < 0 else 'next' if self.offset else 'this'}"

    def window(self, anchor: Anchor) -> Window | None:
        """Return the whole unit."""
        first = cal.window_of_unit(self.unit, anchor.today).first
        assert first is not None
        return cal.window_of_unit(self.unit, cal.add_units(first, self.offset, self.unit))


@dataclass(frozen=True, slots=True)
class Rolling:
    """A stretch that ends or begins on the publication date: "the past two weeks", "the next 10 days".

    ``amount`` None is vague ("recent days"): the far end stays open.
    """

    amount: int | None
    unit: str
    ahead: bool = False

    @property
    def rule(self) -> str:
        """``rolling:past``, ``rolling:next`` or ``rolling:vague``."""
        return "rolling:vague" if self.amount is None else f"rolling:{'next' if self.ahead else 'past'}"

    def window(self, anchor: Anchor) -> Window | None:
        """Return the stretch, both ends inclusive."""
        today = anchor.today
        if self.amount is None:
            return Window(today, None, SPAN) if self.ahead else Window(None, today, SPAN)
        far = cal.add_units(today, self.amount if self.ahead else -self.amount, self.unit)
        return Window(today, far, SPAN) if self.ahead else Window(far, today, SPAN)


@dataclass(frozen=True, slots=True)
class Away:
    """A unit counted from the publication date ("two years ago") or from another period ("a day earlier").

    Counted from another period the result is as fine as the finer of the two: a year before March 2023 is
    March 2022.
    """

    amount: int
    unit: str
    relative: bool = False

    @property
    def rule(self) -> str:
        """``ago`` from the publication date, ``earlier`` or ``later`` from another period."""
        return ("later" if self.amount > 0 else "earlier") if self.relative else "ago"

    def window(self, anchor: Anchor) -> Window | None:
        """Return the unit that lies that far away."""
        unit = {"hour": "day", "decade": "year", "century": "year"}.get(self.unit, self.unit)
        around = anchor.around if self.relative else None
        if self.relative and self.amount > 0 and around is None:
            return None  # "the next day" is seldom the day after publication
        if around is None or around.first is None:
            amount, raw = (int(self.amount / 24), "day") if self.unit == "hour" else (self.amount, self.unit)
            return cal.window_of_unit(unit, cal.add_units(anchor.today, amount, raw))
        moved = cal.add_units(around.first, self.amount, self.unit)
        order = ("day", "week", "month", "quarter", "year", "decade", "century")
        finer = around.precision.value
        if finer in order and unit in order and order.index(finer) < order.index(unit):
            unit = finer
        return cal.window_of_unit(unit, moved)


@dataclass(frozen=True, slots=True)
class SamePeriod:
    """The period spoken of already: "that day", "the same month"."""

    unit: str
    rule: str = "same"

    def window(self, anchor: Anchor) -> Window | None:
        """Return the unit around that period; None when no other period is known."""
        around = anchor.around
        return cal.window_of_unit(self.unit, around.first) if around and around.first else None


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A fiscal year by its name, "2023" or "2022–23" (``start`` None when only one year is named).

    Its first month is the country's; without a country a single year is read as the calendar year and a
    split one from 1 April, the commonest.
    """

    start: int | None
    end: int
    rule: str = "fiscal_year"

    def window(self, anchor: Anchor) -> Window | None:
        """Return its twelve months."""
        month = FISCAL_START.get(anchor.country or "", 1)
        if self.start is not None:
            month, start = (4 if month == 1 else month), self.start
        elif month == 1:
            return cal.window_of_year(self.end)
        else:
            start = self.end if anchor.country in FISCAL_NAMED_BY_START else self.end - 1
        return cal.window_of_months(start, month, 12, PeriodPrecision.YEAR)
