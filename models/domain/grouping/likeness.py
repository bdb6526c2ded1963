"""The probability that two claims state the same figure, with the reason in one plain sentence."""

import math
from dataclasses import dataclass
from datetime import date

from models.domain.definitions import definition_gap
from models.domain.grouping.about import About
from models.domain.grouping.facts import Facts, facts_of, middle
from models.domain.grouping.weights import BIAS, SAME, WEIGHTS

KIN = (
    frozenset({"killed", "injured", "casualties", "missing"}),
    frozenset({"displaced", "refugees", "evacuated", "returned", "affected"}),
    frozenset({"buildings_damaged", "buildings_destroyed"}),
)
"""Measures that are taken for one another: worth telling apart in words, and never one figure."""

# What is measured anew in every window: another day's visitors, another month's inflation.
OF_A_TIME = frozenset({"other", "share", "money"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two claims state the same figure; ``gap`` is the definition that keeps them apart."""

    probability: float
    reason: str
    gap: str | None = None

    @property
    def is_same(self) -> bool:
        """Whether they are held to state one figure."""
        return self.gap is None and self.probability >= SAME


def kin_of(measure: str) -> list[str]:
    """Return *measure* and those that are taken for it."""
    family = next((kin for kin in KIN if measure in kin), frozenset({measure}))
    return sorted(family)


def likeness(one: About, other: About, cosine: float | None) -> Likeness:
    """Say how likely *one* and *other* are about one thing; with another definition, about one event."""
    facts = facts_of(one, other, cosine)
    probability = weigh(facts.values)
    gap = definition_apart(one, other)
    return Likeness(probability, _said(facts), gap)


def weigh(values: dict[str, float]) -> float:
    """Return the probability that the weights give to the facts of a pair."""
    total = BIAS + sum(WEIGHTS[name] * value for name, value in values.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def definition_apart(one: About, other: About) -> str | None:
    """Return why two figures of one event are defined apart, in a plain sentence; None: they are not."""
    gap = definition_gap(one.stated, other.stated, is_same_event=True)
    if gap is not None:
        return gap
    if one.is_amount != other.is_amount:
        return "One is by how much the number changed, the other the number itself."
    parts = [about.population.startswith(("part ", "more ")) for about in (one, other)]
    if one.population != other.population and any(parts):
        return "One counts a part of what the other counts."
    return _population_apart(one, other) or _time_apart(one, other)


def _population_apart(one: About, other: About) -> str | None:
    """A group and everybody are two counts, unless the numbers say that everybody was of that group."""
    if one.population == other.population or middle(one.stated) == middle(other.stated):
        return None
    is_of_things = one.measure == "other" and one.stated.unit in ("item", "person")
    is_of_people = one.stated.unit == "person" and one.measure != "other"
    if is_of_things or is_of_people:
        return f"One counts {one.population}, the other {other.population}."
    return None


def _time_apart(one: About, other: About) -> str | None:
    """What comes in a limited time is another number in another time."""
    here, there = (one.stated.first_day, one.stated.last_day), (other.stated.first_day, other.stated.last_day)
    if None in (*here, *there) or here == there:
        return None
    are_flows = one.stated.basis == "flow" and other.stated.basis == "flow"
    if one.measure in OF_A_TIME or (are_flows and one.event in (None, "epidemic", "election")):
        return f"They count different times ({_days(*here)} and {_days(*there)})."
    return None


def _days(first: date | None, last: date | None) -> str:
    return f"{first}" if first == last else f"{first} to {last}"


def _said(facts: Facts) -> str:
    words = "; ".join(facts.words)
    return f"{words[0].upper()}{words[1:]}." if words else "Nothing speaks for it or against it."
