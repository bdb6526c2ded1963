"""Does the scorer pair quantities one to one and count what it says it counts?"""

from dataclasses import replace
from decimal import Decimal

import pytest

from lab.scoring import (
    PLAIN_COUNT,
    Change,
    Found,
    Reading,
    Score,
    When,
    Where,
    has_same_kind_of_unit,
    has_same_unit,
    is_all_right,
    judge_fields,
    match,
    overlap,
    reading_from_gold,
    score,
    split_rate,
)


def reading(start: int, end: int, best: str | None = "5", **fields: object) -> Reading:
    number = None if best is None else Decimal(best)
    plain = Reading((start, end), "exact", number, number, number, "person", "count", Decimal("0.5"))
    return replace(plain, **fields)  # type: ignore[arg-type]


def test_overlap_is_what_both_spans_hold() -> None:
    assert overlap((0, 5), (3, 9)) == 2
    assert overlap((0, 5), (5, 9)) == 0
    assert overlap((0, 9), (2, 4)) == 2


def test_the_largest_overlap_is_paired_first() -> None:
    gold = [reading(0, 10), reading(11, 20)]
    wide, narrow = reading(8, 20), reading(0, 3)
    assert match(gold, [wide, narrow]) == [(gold[0], narrow), (gold[1], wide)]


def test_pairs_are_one_to_one_and_ties_go_to_the_first() -> None:
    gold = [reading(0, 4), reading(6, 10)]
    across = reading(0, 10)
    assert match(gold, [across]) == [(gold[0], across)]


def test_apart_is_never_paired() -> None:
    assert match([reading(0, 4)], [reading(4, 8)]) == []


def test_a_wrong_bound_keeps_the_value_but_not_the_whole() -> None:
    gold = reading(0, 9, bound="more_than", high=None)
    plain = reading(5, 9)
    judged = judge_fields(gold, plain)
    assert judged["value"]
    assert judged["best"]
    assert not judged["bound"]
    assert not judged["high"]
    assert not is_all_right(gold, plain)


def test_a_range_is_right_by_both_ends() -> None:
    gold = reading(0, 9, None, bound="between", low=Decimal(40), high=Decimal(50))
    assert is_all_right(gold, gold)
    assert not judge_fields(gold, replace(gold, high=Decimal(49)))["value"]


def test_trailing_zeros_are_the_same_number() -> None:
    assert is_all_right(reading(0, 3, "2.50"), reading(0, 3, "2.5"))


@pytest.mark.parametrize(
    ("unit", "per", "apart"),
    [
        ("kilometre_per_hour", None, ("kilometre", "hour")),
        ("kilometre per hour", None, ("kilometre", "hour")),
        ("person", "day", ("person", "day")),
        ("tonne", None, ("tonne", None)),
    ],
)
def test_a_unit_that_holds_its_rate_is_taken_apart(
    unit: str, per: str | None, apart: tuple[str, str | None]
) -> None:
    assert split_rate(unit, per) == apart


def test_kilometre_per_hour_is_kilometre_per_hour() -> None:
    fused = reading(0, 4, unit="kilometre_per_hour")
    split = reading(0, 4, unit="kilometre", per="hour")
    judged = judge_fields(fused, split)
    assert judged["unit"]
    assert judged["per"]


def test_a_plain_count_stands_for_any_count_and_nothing_else() -> None:
    plain = reading(0, 4, unit=PLAIN_COUNT)
    assert has_same_unit(reading(0, 4, unit="household"), plain)
    assert not has_same_unit(reading(0, 4, unit="EUR"), plain)
    assert not has_same_unit(reading(0, 4, unit="household"), reading(0, 4, unit="person"))


def test_count_units_are_one_kind() -> None:
    household, item, euros = (reading(0, 4, unit=unit) for unit in ("household", "item", "EUR"))
    assert has_same_kind_of_unit(household, item)
    assert not has_same_kind_of_unit(household, euros)
    assert has_same_kind_of_unit(euros, euros)
    total = score([("news", [household], [item])])
    assert (total.by_value_and_unit.right, total.by_value_and_kind.right) == (0, 1)


def test_optional_fields_are_judged_where_they_stand() -> None:
    bare = reading(0, 4)
    up = Change("up", Decimal(17), "person")
    assert not {"counted", "change", "period", "place"} & set(judge_fields(bare, bare))
    assert judge_fields(bare, replace(bare, change=up))["change"] is False
    assert judge_fields(replace(bare, change=up), replace(bare, change=up))["change"] is True
    assert judge_fields(replace(bare, counted=(5, 12)), replace(bare, counted=(10, 20)))["counted"] is True
    assert judge_fields(replace(bare, counted=(5, 12)), bare)["counted"] is False


def test_period_and_place_need_the_words_and_the_meaning() -> None:
    march = When((5, 15), "2023-03-01", "2023-03-31", "month")
    gold = reading(0, 4, period=march, place=Where((20, 27), "GE"))
    assert judge_fields(gold, gold) == dict.fromkeys(judge_fields(gold, gold), True)
    elsewhere = replace(gold, period=replace(march, last_day=None), place=Where((20, 27), "US"))
    judged = judge_fields(gold, elsewhere)
    assert (judged["period"], judged["period precision"], judged["place"]) == (False, True, False)
    judged = judge_fields(gold, replace(gold, period=None, place=None))
    assert (judged["period"], judged["period precision"], judged["place"]) == (False, False, False)


def test_score_counts_misses_and_inventions() -> None:
    gold = [reading(0, 4), reading(6, 10, unit="EUR")]
    total = score(
        [("news", gold, [reading(0, 4), reading(6, 10), reading(20, 24)]), ("none", [], [reading(0, 2)])]
    )
    assert total.by_span == Found(right=2, predicted=4, gold=2)
    assert total.by_value == Found(right=2, predicted=4, gold=2)
    assert total.by_value_and_unit == Found(right=1, predicted=4, gold=2)
    assert (total.by_value.precision, total.by_value.recall) == (0.5, 1.0)
    assert total.by_value.f1 == pytest.approx(2 / 3)
    assert total.spurious == {"news": 1, "none": 1}
    assert (total.all_right.right, total.all_right.of) == (1, 2)
    assert total.families["none"].share is None


def test_a_reader_that_says_nothing_scores_nothing() -> None:
    total = score([("news", [reading(0, 4)], [])])
    assert (total.by_value.precision, total.by_value.recall, total.by_value.f1) == (0.0, 0.0, 0.0)
    assert (total.all_right.right, total.all_right.of) == (0, 1)
    assert Score().by_value.f1 == 0.0


def test_gold_scores_perfectly_against_itself() -> None:
    figure = {
        "quantity": [0, 9], "bound": "at_least", "best": "17", "low": "17", "high": None, "precision": "0.5",
        "unit": "person", "dimension": "count", "counted": [10, 15], "measure": "killed", "per": "day",
        "change": {"direction": "up", "from": "12", "from_unit": "person", "by": None, "by_unit": None},
        "period": {"span": [20, 24], "first_day": None, "last_day": "2023-05-02", "precision": "day"},
        "place": {"span": [30, 35], "country": "GE"},
    }  # fmt: skip
    gold = reading_from_gold(figure)
    total = score([("news", [gold], [reading_from_gold(figure)])])
    assert {name: tally.share for name, tally in total.fields.items()} == dict.fromkeys(total.fields, 1.0)
    assert total.by_value_and_unit.f1 == 1.0
