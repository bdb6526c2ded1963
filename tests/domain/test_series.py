"""A figure over time: what stands on which day, revisions, jumps, and what is left out."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from models.domain.series import Entry, series_of
from tests.domain.test_grouping import DAY, ferry, told


def test_low_best_and_high_of_a_day_count_each_source_once() -> None:
    entries = [
        Entry(1, ferry("Seven", 7, article="1"), "ministry"),
        Entry(2, ferry("Seven", 7, article="2"), "ministry"),
        Entry(3, ferry("Twelve", 12, article="3"), "union"),
        Entry(4, ferry("Nine", 9, days=1, article="4"), "ministry"),
    ]
    series = series_of(entries)
    assert [(left.entry.key, "counted once" in left.reason) for left in series.left_out] == [(2, True)]
    first, second, before = (series.on(DAY + timedelta(days=n)) for n in (0, 1, -1))
    assert (first.low, first.high) == (7, 12)
    assert (second.low, second.best, second.high) == (9, 9, 12)
    assert {point.entry.key for point in second.points} == {3, 4}
    assert (before.low, before.best, before.high, before.points) == (None, None, None, ())


def test_revisions_go_up_and_down_and_a_jump_is_flagged() -> None:
    entries = [
        Entry(1, ferry("Four", 4, article="1"), "ministry"),
        Entry(2, ferry("Twelve", 12, days=1, article="2"), "ministry"),
        Entry(3, ferry("Ten", 10, days=2, article="3"), "ministry"),
    ]
    points = series_of(entries, jump_limit=2.0).points
    assert [(p.change, p.is_jump) for p in points] == [(None, False), ("up", True), ("down", False)]
    assert [p.until for p in points] == [DAY + timedelta(days=1), DAY + timedelta(days=2), None]


def test_rivals_of_one_day_are_a_dispute_and_no_revision() -> None:
    entries = [
        Entry(1, ferry("Seven", 7, article="1"), "ministry"),
        Entry(2, ferry("Twelve", 12, article="2"), "union"),
    ]
    series = series_of(entries)
    assert [(d.one.key, d.other.key) for d in series.disputes] == [(1, 2)]
    assert [p.change for p in series.points] == [None, None]


def test_a_value_that_is_vouched_for_is_the_best_and_what_is_refuted_is_left_out() -> None:
    entries = [
        Entry(1, ferry("Seven", 7, article="1"), "ministry", is_trusted=True),
        Entry(2, ferry("Twelve", 12, article="2"), "union"),
        Entry(3, ferry("Ninety", 90, article="3"), "a reader", said_no="A reviewer found it refuted."),
    ]
    series = series_of(entries)
    assert series.on(DAY).best == Decimal(7)
    assert [left.reason for left in series.left_out] == ["A reviewer found it refuted."]


def test_a_recalled_number_is_left_out() -> None:
    text = "The toll of the ferry Aurora rose to 21 from 17."
    entries = [
        Entry(1, told("21", text, 21, article="1"), "ministry"),
        Entry(2, told("17", text, 17, article="1"), "ministry"),
    ]
    series = series_of(entries)
    assert [p.entry.key for p in series.points] == [1]
    assert series.left_out[0].reason == "It recalls what the number was before."


def test_a_lower_bound_stands_until_a_later_number_says_more() -> None:
    four = ferry("At least four", 4, article="1")
    entries = [
        Entry(1, replace(four, stated=replace(four.stated, bound="at_least", high=None)), "mayor"),
        Entry(2, ferry("Seven", 7, days=1, article="2"), "ministry"),
    ]
    series = series_of(entries)
    assert [p.until for p in series.points] == [DAY + timedelta(days=1), None]
    assert (series.on(DAY).low, series.on(DAY).high) == (4, None)
    last = series.on(DAY + timedelta(days=1))
    assert (last.low, last.high) == (7, 7)
    assert [left.reason for left in series.unused_on(DAY)] == [
        f"It stands for a later day ({DAY + timedelta(days=1)})."
    ]


def test_a_named_source_corrects_its_own_number_and_no_rivals() -> None:
    entries = [
        Entry(1, ferry("Twelve", 12, article="1"), "union", is_named=True),
        Entry(2, ferry("Nine", 9, article="2"), "ministry", is_named=True),
        Entry(3, ferry("The toll was corrected to eight", 8, days=1, article="3"), "ministry", is_named=True),
        Entry(4, ferry("Eight", 8, days=2, article="4"), "union", is_named=True),
    ]
    series = series_of(entries)
    until = {p.entry.key: p.until for p in series.points}
    assert until == {1: DAY + timedelta(days=2), 2: DAY + timedelta(days=1), 3: None, 4: None}
    assert (1, 3) in [(d.one.key, d.other.key) for d in series.disputes]


def test_of_rivals_of_one_day_the_best_is_what_most_sources_say_and_of_as_many_the_lower() -> None:
    seven, twelve = ferry("Seven", 7, article="1"), ferry("Twelve", 12, article="2")
    rivals = [Entry(1, seven, "ministry"), Entry(2, twelve, "union")]
    for order in (rivals, rivals[::-1]):
        tied = series_of(order).on(DAY)
        assert (tied.low, tied.best, tied.high) == (7, 7, 12)
    third = ferry("Twelve", 12, article="3")
    most = series_of([*rivals, Entry(3, third, "hospital")]).on(DAY)
    assert (most.low, most.best, most.high) == (7, 12, 12)
    later = series_of([*rivals, Entry(4, ferry("Nine", 9, days=1, article="4"), "mayor")])
    assert later.on(DAY + timedelta(days=1)).best == 9


def test_two_that_are_defined_apart_are_no_conflict_no_revision_and_take_nobodys_place() -> None:
    """Joined in a chain: people beside the uncounted, and the uncounted beside passengers."""
    people = ferry("Seven", 7, article="1")
    children = replace(ferry("Two", 2, article="2"), population="children")
    later = replace(ferry("Thirty", 30, days=1, article="3"), population="children")
    series = series_of([Entry(1, people, "ministry"), Entry(2, children, "union"), Entry(3, later, "mayor")])
    assert series.disputes == []
    assert [(d.one.key, d.other.key, d.reason) for d in series.apart] == [
        (1, 2, "One counts children, the other people."),
        (1, 3, "One counts children, the other people."),
    ]
    assert [p.until for p in series.points] == [None, DAY + timedelta(days=1), None]
    assert [p.change for p in series.points] == [None, None, "up"]


def test_a_revision_is_told_against_what_counts_the_same() -> None:
    children = replace(ferry("Two", 2, article="1"), population="children")
    entries = [
        Entry(1, ferry("Six", 6, article="1"), "ministry"),
        Entry(2, replace(children, published_on=DAY), "ministry"),
        Entry(3, ferry("Seven", 7, days=1, article="3"), "ministry"),
    ]
    last = series_of(entries, jump_limit=2.0).points[-1]
    assert (last.change, last.is_jump) == ("up", False)


def test_persons_and_households_are_held_against_each_other_where_the_desk_sets_a_size() -> None:
    persons = ferry("Nine", 9, article="1")
    households = ferry("Thirty", 30, article="2")
    households = replace(households, stated=replace(households.stated, unit="household"))
    entries = [Entry(1, persons, "ministry"), Entry(2, households, "union")]
    without, with_size = series_of(entries), series_of(entries, household_size=Decimal("4.5"))
    assert (len(without.disputes), len(without.apart)) == (0, 1)
    assert (len(with_size.disputes), len(with_size.apart)) == (1, 0)
