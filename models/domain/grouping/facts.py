"""How two figures stand to each other in each respect, as numbers that are weighed and words that explain."""

import math
from dataclasses import dataclass, field

from models.domain.definitions import BASIS_IS_NO_GAP
from models.domain.grouping.about import About
from models.domain.grouping.events import are_one_happening
from models.domain.grouping.populations import PEOPLE
from models.domain.grouping.relating import MEETING, relate
from models.domain.grouping.setting import NEAR_KM, are_in_two_regions, distance_km, is_within
from models.domain.grouping.telling import alike
from models.domain.relations import Relation
from models.domain.stated import Stated

SAME_TELLING = 0.2
"""From here on two articles are said to share their words: hardly any two of different happenings do."""


FIRST = 180
"""A sentence that begins before this character is among an article's first, which mostly tell its toll."""

FAR_KM = 150.0
"""A village and the capital that tells its toll may lie further apart; two towns of one storm hardly do."""

OF_ANYTHING = frozenset({"other", "money", "share", "vehicles", "weapons"})
"""Measures that say little of what is counted: two crowds, two sums."""


@dataclass(slots=True)
class Facts:
    """The facts of a pair: ``values`` by name (0 where one does not apply), ``words`` for people to read."""

    values: dict[str, float] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)

    def note(self, name: str, value: float = 1.0, words: str = "") -> None:
        """Keep one fact, with words where they help to explain."""
        self.values[name] = value
        if words:
            self.words.append(words)


def facts_of(one: About, other: About, cosine: float | None) -> Facts:
    """Compare two figures of one definition; *cosine* is that of their contexts where both have a vector."""
    facts = Facts()
    _where(one, other, facts)
    _which_event(one, other, facts)
    _when(one, other, facts)
    _whom(one, other, facts)
    _of_what_scope(one, other, facts)
    _in_which_words(one, other, cosine, facts)
    _in_which_tellings(one, other, facts)
    _how_much(one, other, facts)
    _in_one_article(one, other, facts)
    return facts


def _where(one: About, other: About, facts: Facts) -> None:
    here, there = one.locality, other.locality
    if here.country and there.country and here.country != there.country:
        facts.note("place_abroad", 1, f"in {here.country} and {there.country}")
    elif not (here.country or here.key) or not (there.country or there.key):
        facts.note("place_unknown")
    elif here.key == there.key:
        where = here.key.title() if here.key else f"all of {here.country}"
        facts.note("place_same" if here.key else "country_same", 1, f"the same place ({where})")
    elif here.key is None or there.key is None:
        inner, outer = (here, there) if there.key is None else (there, here)
        facts.note("place_in_country", 1, f"{str(inner.key).title()} lies in {outer.country}")
        part, whole = (one, other) if there.key is None else (other, one)
        least, most = middle(part.stated), middle(whole.stated)
        facts.note("place_part", float(least is not None and most is not None and least < most))
    elif is_within(here.key, there.key, here.country) or is_within(there.key, here.key, there.country):
        facts.note("place_within", 1, f"{here.key.title()} and {there.key.title()}, one in the other")
    else:
        far = distance_km(here.key, there.key, here.country or there.country)
        told = f"{here.key.title()} and {there.key.title()}"
        if far is not None and far <= NEAR_KM:
            facts.note("place_near", 1, f"{told}, {round(far)} km apart")
        elif far is None and are_in_two_regions(here.key, there.key, here.country or there.country):
            facts.note("place_other", 1, f"{told}, two regions")
        elif far is None:
            facts.note("place_unlocated", 1, told)
        else:
            facts.note("place_other", 1, f"{told}, {round(far)} km apart")
            facts.note("place_far", float(far > FAR_KM))


def _which_event(one: About, other: About, facts: Facts) -> None:
    if one.event is None or other.event is None:
        facts.note("event_unknown", 1.0 if one.event == other.event else 0.5)
    elif one.event == other.event:
        facts.note("event_same", 1, f"the same kind of event ({one.event})")
    elif are_one_happening(one.event, other.event):
        facts.note("event_kin", 1, f"{one.event} and {other.event}, which one event may be")
    else:
        facts.note("event_other", 1, f"another kind of event ({one.event}, {other.event})")


def _when(one: About, other: About, facts: Facts) -> None:
    if one.as_of is None or other.as_of is None:
        facts.note("days_unknown")
        return
    days = _days_apart(one, other, abs((one.as_of - other.as_of).days))
    are_past = _are_days_past(one, other)
    name = "days"
    if one.measure in BASIS_IS_NO_GAP:
        # Totals of one event are told on many days; the days on which two events happened differ for good.
        name = "days_of_event" if are_past else "days_running"
    words = "the same day" if days == 0 else f"{days} day{'s' if days > 1 else ''} apart"
    facts.note(name, math.log1p(days), words)
    facts.note("same_day", float(days <= 1))
    facts.note("days_of_two_events", float(are_past))
    facts.note("past_and_present", float((one.past is None) != (other.past is None)))
    if one.happened_on is None or other.happened_on is None:
        facts.note("happened_unknown")
    else:
        apart = abs((one.happened_on - other.happened_on).days)
        facts.note("happened_apart", math.log1p(apart), f"of {one.happened_on}" if apart == 0 else "")
        facts.note("happened_same", float(apart == 0))


def _days_apart(one: About, other: About, between: int) -> int:
    """Return how many days lie between two tellings, or from one to the time to which the other looks back.

    "In February three died" is no further from the fire of 12 February than from that of the 26th.
    """
    for then, now in ((one, other), (other, one)):
        day = now.happened_on or now.published_on
        if then.past is not None and now.past is None and day is not None:
            return min(between, then.past.days_to(day))
    return between


def _are_days_past(one: About, other: About) -> bool:
    """Say whether each tells of one day before its publication, and not the same: of what happened on it."""
    here, there = one.stated, other.stated
    return here.last_day != there.last_day and all(
        about.stated.first_day is not None
        and about.stated.first_day == about.stated.last_day
        and about.published_on is not None
        and about.stated.first_day < about.published_on
        for about in (one, other)
    )


def _whom(one: About, other: About, facts: Facts) -> None:
    if one.population == other.population:
        facts.note("population_same", float(bool(one.population)))
    elif not (one.population and other.population):
        return
    elif PEOPLE in (one.population, other.population):
        facts.note("population_wider", 1, f"one counts {one.population}, the other {other.population}")
    else:
        facts.note("population_other", 1, f"one counts {one.population}, the other {other.population}")


def _of_what_scope(one: About, other: About, facts: Facts) -> None:
    """Note by which words only one covers something else than the event's own total."""
    for mark in one.marks ^ other.marks:
        facts.note(f"scope_{mark}")
    facts.note("bare", float(one.is_bare != other.is_bare))
    leads = sum(about.sentence is not None and about.sentence[0] < FIRST for about in (one, other))
    facts.note("lead_both", float(leads == 2))
    facts.note("lead_one", float(leads == 1))
    near = _overlap(one.near, other.near)
    facts.note("near", near)
    if one.measure in OF_ANYTHING:
        facts.note("anything_near", near)
        facts.note("anything_bare", float(one.is_bare or other.is_bare))


def _in_which_words(one: About, other: About, cosine: float | None, facts: Facts) -> None:
    if cosine is None:
        facts.note("cosine_unknown")
    else:
        facts.note("cosine", cosine, f"the contexts are alike ({cosine:.2f})" if cosine > 0.5 else "")
    facts.note("words", _overlap(one.words, other.words))
    facts.note("names", _overlap(one.names, other.names))
    facts.note("names_apart", float(bool(one.names and other.names and not one.names & other.names)))
    shared = sorted(one.names & other.names)
    if shared:
        facts.words.append("both name " + ", ".join(name.title() for name in shared[:3]))


def _in_which_tellings(one: About, other: About, facts: Facts) -> None:
    told = alike(one.telling, other.telling) if one.telling and other.telling else None
    if one.article is not None and one.article == other.article:
        return
    if told is None:
        facts.note("telling_unknown")
    else:
        facts.note("telling", told, "the articles share their rare words" if told >= SAME_TELLING else "")


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the shared part of the smaller set."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _how_much(one: About, other: About, facts: Facts) -> None:
    put = one.stated.in_unit_of(other.stated, None)
    here, there = middle(put), middle(other.stated)
    if here is None or there is None:
        return
    if one.measure in OF_ANYTHING:
        facts.note("anything")
        facts.note("anything_else", float(here != there))
    relation = relate(one, other).relation
    facts.note("apart", float(relation is Relation.CONFLICTS))
    facts.note("rises", float(relation is Relation.SUPERSEDES))
    facts.note("place_part_apart", facts.values.get("place_part", 0.0) * facts.values["apart"])
    facts.note("meets", float(relation in MEETING))
    if here == there:
        facts.note("value_same", 1 if abs(here) >= 10 else 0.5, "the same number")
        facts.note("value_telling", min(3.0, len(f"{here:.15g}".replace(".", "").strip("0")) - 1))
    elif here > 0 and there > 0:
        facts.note("value_ratio", min(5.0, abs(math.log(here / there))))


def middle(stated: Stated) -> float | None:
    """Return the one number that stands for a quantity: its best, else the middle of its known ends."""
    if stated.best is not None:
        return float(stated.best)
    ends = [float(end) for end in (stated.low, stated.high) if end is not None]
    return sum(ends) / len(ends) if ends else None


def _in_one_article(one: About, other: About, facts: Facts) -> None:
    if one.article is None or one.article != other.article:
        return
    facts.note("one_article")
    recalled = one.is_recalled != other.is_recalled
    if recalled and one.sentence == other.sentence:
        facts.note("recalled", 1, "one is what the number was before")
    elif middle(one.stated) != middle(other.stated):
        facts.note("told_apart", 1, "one article gives both numbers")
        if one.sentence == other.sentence:
            facts.note("one_sentence", 1, "in one sentence")
