"""The probability that two claims state the same figure, with the reason in one plain sentence."""

import math
from dataclasses import dataclass
from datetime import date, timedelta

from models.domain.definitions import BASIS_IS_NO_GAP, definition_gap
from models.domain.grouping.about import About
from models.domain.grouping.aspects import aspects_apart
from models.domain.grouping.facts import Facts, facts_of, middle
from models.domain.grouping.happening import LONG_AGO
from models.domain.grouping.populations import MOSTLY_ALL, PEOPLE
from models.domain.grouping.setting import distance_km
from models.domain.grouping.weights import APART, BIAS, SAME, WEIGHTS
from models.domain.stated import HUMAN

KIN = (
    frozenset({"killed", "injured", "casualties", "missing"}),
    frozenset({"displaced", "refugees", "evacuated", "returned", "affected"}),
    frozenset({"buildings_damaged", "buildings_destroyed"}),
)
"""Measures that are taken for one another: worth telling apart in words, and never one figure."""

# What is measured anew in every window: another day's visitors, another month's inflation.
OF_A_TIME = frozenset({"other", "share", "money"})


FEW = 5
"""Fewer people than this are often as many as those of another group: two guards, two children."""
TELLING = 20
"""From here on two counts of things are hardly equal by chance: fewer shots may be as many as casings."""

_ANY_PART = frozenset({f"part {PEOPLE}", f"more {PEOPLE}"})

# Whose nationality says where they fled from, rather than which part of them is counted.
_OF_ORIGIN = frozenset({"displaced", "refugees", "evacuated", "returned"})

# Events that go on: what is new today and what is the total are two numbers.
_LASTING = frozenset({"epidemic", "famine"})

SHORT_DAYS = 8
"""So many days of an epidemic are a window, in which so many fell ill; more are its course so far."""

APART_IN_TIME = timedelta(days=370)
"""Two looks back at years further apart than this are of two years: one year's number is told in the next."""

_OF_MANY_DAYS = frozenset({*_LASTING, "flood", "protest", "war"})
DAYS_APART = timedelta(days=4)
"""So far apart, the days of two events are hardly one day that was read wrongly."""

ANOTHER_PLACE_KM = 400.0
"""Towns so far apart are two places, however alike two reports read: only a name read wrongly joins them."""

# Sides that last: another day's patients in hospital are the number of today, risen or fallen.
_STATES = frozenset({"hospital", "aboard", "homeless", "trapped"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two claims state the same figure; ``gap`` is the definition that keeps them apart.

    ``is_doubtful`` says that their numbers conflict where they are one figure, or that their measure says
    little of what is counted: more must speak for them.
    """

    probability: float
    reason: str
    gap: str | None = None
    is_doubtful: bool = False

    @property
    def is_same(self) -> bool:
        """Whether they are held to state one figure."""
        return self.gap is None and self.probability >= (APART if self.is_doubtful else SAME)


def kin_of(measure: str) -> list[str]:
    """Return *measure* and those that are taken for it."""
    family = next((kin for kin in KIN if measure in kin), frozenset({measure}))
    return sorted(family)


def likeness(one: About, other: About, cosine: float | None) -> Likeness:
    """Say how likely *one* and *other* are about one thing; with another definition, about one event."""
    facts = facts_of(one, other, cosine)
    probability = weigh(facts.values)
    gap = definition_apart(one, other) or happening_apart(one, other)
    is_doubtful = bool(facts.values.get("apart") or facts.values.get("anything"))
    return Likeness(probability, _said(facts), gap, is_doubtful)


def weigh(values: dict[str, float]) -> float:
    """Return the probability that the weights give to the facts of a pair."""
    total = BIAS + sum(WEIGHTS[name] * value for name, value in values.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def definition_apart(one: About, other: About) -> str | None:
    """Return why two figures of one event are defined apart, in a plain sentence; None: they are not."""
    gap = definition_gap(one.stated, other.stated, is_same_event=_are_one_off(one, other))
    if gap is not None:
        return gap
    if one.is_amount != other.is_amount:
        return "One is by how much the number changed, the other the number itself."
    if one.is_of_several != other.is_of_several:
        return "One counts several events together."
    if one.is_feared != other.is_feared:
        return "One is only feared."
    parts = [about.population.startswith(("part ", "more ")) for about in (one, other)]
    if one.population != other.population and any(parts) and not _are_one_part(one, other):
        return "One counts a part of what the other counts."
    if all(parts) and middle(one.stated) != middle(other.stated) and one.population in _ANY_PART:
        return "Each counts a part, and not the same number."
    return (
        _aspect_apart(one, other)
        or _population_apart(one, other)
        or _past_apart(one, other)
        or _time_apart(one, other)
    )


def happening_apart(one: About, other: About) -> str | None:
    """Return why two figures are of two happenings, whatever else is alike; None: they may be of one."""
    return _days_apart(one, other) or _places_apart(one, other)


def _are_one_part(one: About, other: About) -> bool:
    """Say whether both count a part, one of people and the other of a group that may be all of them."""
    kinds = {one.population.removeprefix("part "), other.population.removeprefix("part ")}
    are_parts = all(about.population.startswith("part ") for about in (one, other))
    return are_parts and PEOPLE in kinds and bool(kinds & MOSTLY_ALL)


def _past_apart(one: About, other: About) -> str | None:
    """What is told of an earlier time is not what is reported long after it: "since 2019, when five died"."""
    for then, now in ((one, other), (other, one)):
        if then.past is None:
            continue
        if now.past is not None:
            if abs(now.past.until - then.past.until) > APART_IN_TIME:
                return f"They are of two times (to {then.past.until} and to {now.past.until})."
        elif now.published_on is not None and then.past.until + LONG_AGO < now.published_on:
            return f"One is of an earlier time (to {then.past.until})."
    return None


def _days_apart(one: About, other: About) -> str | None:
    """What happened on one day did not happen on another, days later."""
    here, there = one.happened_on, other.happened_on
    if here is None or there is None or abs(here - there) < DAYS_APART:
        return None
    if {one.event, other.event} & _OF_MANY_DAYS or one.article == other.article:
        return None
    return f"They happened on two days ({here} and {there})."


def _places_apart(one: About, other: About) -> str | None:
    """Two like events in two corners of a country are two."""
    here, there = one.locality, other.locality
    if not (here.key and there.key) or here.key == there.key or here.country != there.country:
        return None
    far = distance_km(here.key, there.key, here.country)
    if far is None or far < ANOTHER_PLACE_KM:
        return None
    return f"{here.key.title()} and {there.key.title()} are {round(far)} km apart."


def _are_one_off(one: About, other: About) -> bool:
    """Say whether both are of what happened once: the new cases of an epidemic are not its total."""
    events = {one.event, other.event}
    return not events & _LASTING and not (one.measure == "cases" and events == {None})


def _aspect_apart(one: About, other: About) -> str | None:
    """Two sides of one thing: its length and its width, those who voted for and against."""
    sides = aspects_apart(one.aspects, other.aspects)
    return f"One is of {sides[0]}, the other of {sides[1]}." if sides else None


def _population_apart(one: About, other: About) -> str | None:
    """A group and everybody are two counts, unless the numbers say that everybody was of that group."""
    if one.population == other.population:
        return None
    number = middle(one.stated)
    if (
        number is not None
        and number == middle(other.stated)
        and number >= (FEW if _are_persons(one, other) and _may_be_one_group(one, other) else TELLING)
    ):
        return None
    if not (one.population and other.population) or _is_one_origin(one, other):
        return None
    kinds = {one.population, other.population}
    if kinds == {"children", "students"}:
        return None
    if PEOPLE in kinds and (_may_be_of(one, other) or _may_be_of(other, one)):
        return None  # "20 were hurt": of a school bus, that may be the children.
    if one.measure != "other" and PEOPLE in kinds and kinds & MOSTLY_ALL:
        return None
    if one.measure != "other" and any(
        about.population == PEOPLE and middle(about.stated) == 0 for about in (one, other)
    ):
        return None  # "Nobody was hurt" speaks of every group.
    if one.stated.dimension == "count" and one.stated.per is None:
        return f"One counts {one.population}, the other {other.population}."
    return None


def _may_be_of(bare: About, group: About) -> bool:
    """Say whether a count that names nobody may be the group's: where it is larger, it is everybody."""
    number, of_group = middle(bare.stated), middle(group.stated)
    is_larger = number is not None and of_group is not None and number > of_group
    return bare.is_bare and bare.population == PEOPLE and not is_larger


def _may_be_one_group(one: About, other: About) -> bool:
    """Say whether one counts people, who may be the other's soldiers; fighters are none."""
    kinds = {one.population, other.population}
    return PEOPLE in kinds or "" in kinds


def _is_one_origin(one: About, other: About) -> bool:
    """Say whether one names where those who fled come from and the other does not: mostly the same people."""
    kinds = {one.population, other.population}
    return one.measure in _OF_ORIGIN and PEOPLE in kinds and any(k.startswith("nationals ") for k in kinds)


def _are_persons(one: About, other: About) -> bool:
    return {one.stated.unit, other.stated.unit} <= HUMAN


def _time_apart(one: About, other: About) -> str | None:
    """What comes in a limited time is another number in another time."""
    here, there = (one.stated.first_day, one.stated.last_day), (other.stated.first_day, other.stated.last_day)
    is_new, is_news = (_is_new(about) for about in (one, other))
    if {one.event, other.event} & _LASTING and here != there and is_new != is_news:
        return "One is what came within days, the other a running total."
    if None in (*here, *there) or here == there:
        return None
    if "denied" in (one.stated.certainty, other.stated.certainty) and one.as_of != other.as_of:
        return f"What is denied is of another day ({_days(*here)} and {_days(*there)})."
    are_flows = one.stated.basis == "flow" and other.stated.basis == "flow"
    is_state = one.measure == "other" and bool(
        _STATES & set(one.aspects.values()) & set(other.aspects.values())
    )
    is_counted = one.stated.dimension in ("count", "share", "money")
    is_of_a_time = one.measure in OF_A_TIME and is_counted and not is_state
    is_toll = one.measure in BASIS_IS_NO_GAP and one.event not in (None, "election", *_LASTING)
    if is_of_a_time or (are_flows and not is_toll):
        return f"They count different times ({_days(*here)} and {_days(*there)})."
    return None


def _is_new(about: About) -> bool:
    """Say whether it counts what came within some days."""
    first, last = about.stated.first_day, about.stated.last_day
    is_short = first is not None and last is not None and (last - first).days < SHORT_DAYS
    return is_short and about.stated.basis != "stock"


def _days(first: date | None, last: date | None) -> str:
    return f"{first}" if first == last else f"{first} to {last}"


def _said(facts: Facts) -> str:
    words = "; ".join(facts.words)
    return f"{words[0].upper()}{words[1:]}." if words else "Nothing speaks for it or against it."
