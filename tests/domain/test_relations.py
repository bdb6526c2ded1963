"""How two quantities stand to each other, and the reason that a person reads."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.quantities import read_quantities
from models.domain.relations import Comparison, Relation, compare
from models.domain.stated import Stated, stated
from models.domain.wire import quantity_object

MONDAY, TUESDAY = date(2024, 4, 29), date(2024, 4, 30)


def said(words: str, measure: str = "killed", day: date | None = MONDAY, **more: str | None) -> Stated:
    """What a sentence with these words states."""
    (quantity,) = read_quantities(f"Officials counted {words} there.")
    claim = {
        "measure": measure,
        "basis": None,
        "certainty": "asserted",
        "quantity": quantity_object(quantity),
    }
    return stated({**claim, **more}, day)


def relation(one: str, two: str, measure: str = "displaced", **kw: object) -> Comparison:
    return compare(said(one, measure), said(two, measure), **kw)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("more than 2 million people", "3.5 million people", "compatible"),
        ("3.5 million people", "3.48 million people", "agrees"),
        ("up to 100,000 people", "190,000 people", "conflicts"),
        ("between 150,000 and 190,000 people", "160,000 people", "narrows"),
        ("up to 12 people", "at least 17 people", "conflicts"),
        ("at least 17 people", "17 people", "agrees"),
        ("at least 17 people", "at least 17 people", "agrees"),
        ("at least 17 people", "21 people", "compatible"),
        ("at least 21 people", "17 people", "conflicts"),
        ("at least 17 people", "up to 17 people", "compatible"),
        ("about 300 people", "312 people", "agrees"),
        ("300 people", "312 people", "conflicts"),
        ("dozens of people", "36 people", "narrows"),
        ("dozens of people", "300 people", "conflicts"),
        ("between 100 and 200 people", "between 150 and 250 people", "compatible"),
        ("between 100 and 200 people", "between 120 and 150 people", "narrows"),
        ("no people", "17 people", "conflicts"),
        ("16 people", "17 people", "conflicts"),
    ],
)
def test_on_one_day(one: str, two: str, expected: str) -> None:
    there, back = relation(one, two), relation(two, one)
    assert there.relation == back.relation == expected
    assert there.reason.endswith(".")


@pytest.mark.parametrize(
    ("measure", "first", "later", "expected"),
    [
        ("killed", "17 people", "21 people", "supersedes"),
        ("killed", "21 people", "17 people", "conflicts"),
        ("missing", "21 people", "17 people", "supersedes"),
        ("displaced", "21,000 people", "17,000 people", "supersedes"),
        ("killed", "at least 17 people", "21 people", "supersedes"),
    ],
)
def test_over_time(measure: str, first: str, later: str, expected: str) -> None:
    newer, older = said(later, measure, TUESDAY), said(first, measure)
    assert compare(newer, older).relation == expected
    assert compare(older, newer).relation == expected


def test_flows_of_different_days_count_different_things() -> None:
    one = said("300 people", "displaced", MONDAY, basis="flow")
    two = said("500 people", "displaced", TUESDAY, basis="flow")
    assert compare(one, two).relation is Relation.INCOMPARABLE


@pytest.mark.parametrize(
    ("this", "other", "reason"),
    [
        (said("17 people"), said("17 people", "casualties"), "killed and injured together"),
        (said("17 people"), said("17 people", "missing"), "people missing"),
        (said("17 people", "refugees"), said("17 people", "displaced"), "crossed a border"),
        (said("17 families", "displaced"), said("17 people", "displaced"), "households"),
        (said("12 percent", "displaced"), said("12 people", "displaced"), "share"),
        (
            said("17 people", "displaced", basis="stock"),
            said("17 people", "displaced", basis="flow"),
            "total",
        ),
        (said("17 people", basis="stock"), said("17 people", basis="flow"), "total"),
        (said("$5 million", "money"), said("$5 million", "money", certainty="planned"), "pledged"),
        (said("$5 million", "money"), said("€5 million", "money"), "EUR"),
        (said("17 people a day"), said("17 people"), "per day"),
    ],
)
def test_other_definitions_are_never_a_conflict(this: Stated, other: Stated, reason: str) -> None:
    answer = compare(this, other)
    assert answer.relation is Relation.INCOMPARABLE
    assert reason in answer.reason


def test_for_counts_of_one_event_basis_alone_is_no_gap() -> None:
    total, that_night = said("21 people", basis="stock"), said("17 people", basis="flow")
    assert compare(total, that_night, is_same_event=True).relation is Relation.CONFLICTS
    same = replace(that_night, best=Decimal(21), low=Decimal(21), high=Decimal(21))
    assert compare(total, same, is_same_event=True).relation is Relation.AGREES


def test_households_become_persons_only_by_the_desks_size() -> None:
    homes, people = said("100 families", "displaced"), said("about 500 people", "displaced")
    assert compare(homes, people).relation is Relation.INCOMPARABLE
    assert compare(homes, people, household_size=Decimal(5)).relation is Relation.AGREES
    assert compare(people, homes, household_size=Decimal(5)).relation is Relation.AGREES
    assert compare(homes, people, household_size=Decimal(8)).relation is Relation.CONFLICTS


def test_a_denial_conflicts_with_what_it_denies() -> None:
    denied = said("30,000 people", certainty="denied")
    assert compare(denied, said("30,000 people")).relation is Relation.CONFLICTS
    assert compare(denied, said("1,351 people")).relation is Relation.INCOMPARABLE


numbers = st.one_of(st.none(), st.integers(0, 1000).map(Decimal))


@st.composite
def quantities(draw: st.DrawFn) -> Stated:
    low, high = draw(numbers), draw(numbers)
    if low is None and high is None:
        low = Decimal(5)
    if low is not None and high is not None and low > high:
        low, high = high, low
    best = low if low is not None and (high is None or low == high) else high if low is None else None
    day = draw(st.sampled_from([None, MONDAY, TUESDAY]))
    return Stated("killed", "person", "count", "exact", best, low, high, Decimal("0.5"), as_of=day)


@given(quantities(), quantities())
def test_the_answer_does_not_hang_on_the_order_and_never_contradicts_itself(one: Stated, two: Stated) -> None:
    there, back = compare(one, two), compare(two, one)
    assert there.relation == back.relation
    assert compare(one, one).relation in (Relation.AGREES, Relation.COMPATIBLE)


@pytest.mark.parametrize(
    ("one", "two", "measure", "expected"),
    [
        ("5 miles", "8 kilometres", "distance", "agrees"),
        ("5 miles", "6.2 kilometres", "distance", "conflicts"),
        ("more than 100 feet", "45 metres", "distance", "compatible"),
        ("3 hectares", "30,000 square metres", "area", "agrees"),
        ("two days", "48 hours", "duration", "agrees"),
        ("$5 million", "€5 million", "money", "incomparable"),
        ("5 tonnes", "5 barrels", "other", "incomparable"),
    ],
)
def test_two_units_of_one_kind_are_compared_in_one(one: str, two: str, measure: str, expected: str) -> None:
    there, back = relation(one, two, measure), relation(two, one, measure)
    assert there.relation == back.relation == expected
    if expected != "incomparable":
        assert there.reason.startswith("Both told by the ")
