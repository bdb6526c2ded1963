"""What a figure says, in plain words: more than 2 million persons is "above 2,000,000 people"."""

from datetime import date
from decimal import Decimal
from typing import Any

from models.domain.vocabulary import Measure, VaguePolicy
from models.domain.wording import number, unit

Json = dict[str, Any]

PATTERNS = {
    "exact": "{n} {unit}",
    "about": "about {n} {unit}",
    "at_least": "{n} {unit} or more",
    "more_than": "above {n} {unit}",
    "at_most": "{n} {unit} or less",
    "less_than": "below {n} {unit}",
}

# What gives a vague count its ends, by the policy of the desk.
POLICIES = {
    VaguePolicy.INTERVAL: "a vague count by the desk's “interval” policy: its words' whole width",
    VaguePolicy.CONSERVATIVE: "a vague count by the desk's “conservative” policy: its smallest reading",
}

# The sixth part of a page's colours: measures that belong together look alike.
FAMILIES = {
    "harm": ("Harm", {"killed", "injured", "casualties", "missing", "detained"}),
    "people": ("People on the move", {"displaced", "refugees", "returned", "evacuated", "affected"}),
    "force": ("Forces", {"troops", "units", "weapons", "vehicles"}),
    "property": ("Buildings", {"buildings_damaged", "buildings_destroyed"}),
    "money": ("Money and shares", {"money", "share", "votes"}),
    "extent": ("Extent and time", {"distance", "area", "duration", "age"}),
    "other": ("Other figures", {"cases", "other"}),
    "statement": ("Statements", set[str]()),
}
FAMILY_OF = {measure: family for family, (_, measures) in FAMILIES.items() for measure in measures}
MEASURES = [measure.value for measure in Measure]


def family(measure: str | None) -> str:
    """Return the family of a measure; a claim without one is a statement."""
    return FAMILY_OF.get(measure, "other") if measure else "statement"


def label(word: str | None) -> str:
    """Write a word of the contract for a reader: buildings_damaged is "Buildings damaged"."""
    return word.replace("_", " ").capitalize() if word else "–"


def interval(quantity: Json | None) -> str:
    """Say what a quantity asserts: "17 people or more", "19,000 to 22,000 people", "about 3,000 people"."""
    if quantity is None:
        return ""
    bound, words = quantity["bound"], unit(quantity)
    if bound in PATTERNS and quantity.get("best") is not None:
        said = PATTERNS[bound].format(n=number(quantity["best"]), unit=words)
        is_counted = quantity.get("dimension") == "count"
        return _tidy(said.replace(" or less", " or fewer") if is_counted else said)
    low, high = quantity.get("low"), quantity.get("high")
    if low is not None and high is not None:
        said = number(low) if Decimal(low) == Decimal(high) else f"{number(low)} to {number(high)}"
    elif low is not None:
        said = f"{number(low)} or more"
    elif high is not None:
        said = f"up to {number(high)}"
    else:
        said = "an unknown number of"
    return _tidy(f"{said} {words}")


def _tidy(words: str) -> str:
    return " ".join(words.split()).replace(" %", "%")


def compared_as(quantity: Json | None) -> str:
    """Say the interval that comparison uses: both ends widened by the precision of the words."""
    if quantity is None:
        return ""
    precision = Decimal(quantity.get("precision") or 0)
    low, high = quantity.get("low"), quantity.get("high")
    bottom = number(str(Decimal(low) - precision)) if low is not None else None
    top = number(str(Decimal(high) + precision)) if high is not None else None
    if bottom is not None and top is not None:
        return f"{bottom} to {top}"
    if bottom is not None:
        return f"{bottom} and up"
    return f"{top} and down" if top is not None else "anything"


def change(quantity: Json | None) -> str:
    """Say a rise or fall: "up from 17", "down by 40 %"."""
    moved = (quantity or {}).get("change")
    if not moved:
        return ""
    parts = [moved["direction"]]
    if moved.get("from") is not None:
        parts.append(f"from {number(moved['from'])}")
    if moved.get("by") is not None:
        by_unit = {"percent": "%", "factor": "times"}.get(moved.get("by_unit") or "", "")
        parts.append(f"by {number(moved['by'])} {by_unit}".strip())
    return " ".join(parts)


def day(value: str | date | None) -> str:
    """Write a calendar day: 24 March 2022."""
    if not value:
        return "…"
    found = value if isinstance(value, date) else date.fromisoformat(value)
    return f"{found.day} {found:%B %Y}"


def days(period: Json | None) -> str:
    """Say which days a period covers, and how many; "" where its words could not be read as days."""
    if not period or not (period.get("first_day") or period.get("last_day")):
        return ""
    first, last = period.get("first_day"), period.get("last_day")
    if first == last:
        return day(first)
    if not first:
        return f"until {day(last)}"
    if not last:
        return f"from {day(first)} on"
    count = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    return f"{day(first)} to {day(last)} ({count:,} days)"
