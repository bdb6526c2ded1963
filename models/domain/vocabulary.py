"""The closed word lists of a claim: what each field may say (CONTRACT section 1 and 2)."""

from enum import StrEnum


class Kind(StrEnum):
    """A claim with exactly one quantity, or with none."""

    FIGURE = "figure"
    STATEMENT = "statement"


class Measure(StrEnum):
    """What a figure measures: what happened or exists, not the keyword beside it."""

    KILLED = "killed"
    INJURED = "injured"
    CASUALTIES = "casualties"
    MISSING = "missing"
    DETAINED = "detained"
    DISPLACED = "displaced"
    REFUGEES = "refugees"
    RETURNED = "returned"
    EVACUATED = "evacuated"
    AFFECTED = "affected"
    TROOPS = "troops"
    UNITS = "units"
    WEAPONS = "weapons"
    VEHICLES = "vehicles"
    BUILDINGS_DAMAGED = "buildings_damaged"
    BUILDINGS_DESTROYED = "buildings_destroyed"
    CASES = "cases"
    VOTES = "votes"
    MONEY = "money"
    SHARE = "share"
    DISTANCE = "distance"
    AREA = "area"
    DURATION = "duration"
    AGE = "age"
    OTHER = "other"


class Basis(StrEnum):
    """Standing at a time (or the running total of one event), or a window later reports do not extend."""

    STOCK = "stock"
    FLOW = "flow"


class Certainty(StrEnum):
    """How firmly the text states the figure."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


class Bound(StrEnum):
    """Which side of its number a quantity leaves open."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    VAGUE = "vague"


class Dimension(StrEnum):
    """What kind of magnitude a quantity is."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    LENGTH = "length"
    AREA = "area"
    MASS = "mass"
    VOLUME = "volume"
    TIME = "time"
    SPEED = "speed"
    TEMPERATURE = "temperature"
    OTHER = "other"


class VaguePolicy(StrEnum):
    """How "dozens" becomes numbers: its natural interval, or conflict coders' smallest reading."""

    INTERVAL = "interval"
    CONSERVATIVE = "conservative"


class PeriodPrecision(StrEnum):
    """How finely the words fix a period."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    SPAN = "span"
