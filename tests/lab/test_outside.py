"""Are public number cases read for what they want, and disputed or skipped with a reason?"""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lab.evaluate_outside import DISPUTED, SETS, disputes_of, main
from lab.outside_cases import OutsideCase, Wanted, is_met, read_quantulum3, read_recognizers
from lab.scoring import Reading


def found(start: int, end: int, best: str, unit: str = "item", dimension: str = "count") -> Reading:
    number = Decimal(best)
    return Reading((start, end), "exact", number, number, number, unit, dimension)


def row(model: str, text: str, *results: dict[str, Any]) -> dict[str, Any]:
    return {"model": model, "text": text, "results": list(results)}


def write_lines(folder: Path, *rows: dict[str, Any]) -> Path:
    path = folder / "recognizers_text_en.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    return path


def test_their_inclusive_end_and_unit_become_ours(tmp_path: Path) -> None:
    told = {"start": 0, "end": 5, "resolution": {"value": "12", "unit": "Kilometer per hour"}}
    (case,) = read_recognizers(write_lines(tmp_path, row("DimensionModel", "12 kph ok", told)))
    assert case.wanted == (Wanted((0, 6), Decimal(12), Decimal(12), "kilometre_per_hour"),)
    assert is_met(case, [found(0, 6, "12", "kilometre_per_hour", "speed")])
    assert not is_met(case, [found(0, 6, "12", "mile_per_hour", "speed")])


@pytest.mark.parametrize(
    ("value", "low", "high"), [("(20,35]", 20, 35), ("[30,)", 30, None), ("(,100]", None, 100)]
)
def test_ranges_have_open_ends(tmp_path: Path, value: str, low: int | None, high: int | None) -> None:
    told = {"start": 0, "end": 5, "resolution": {"value": value}}
    (case,) = read_recognizers(write_lines(tmp_path, row("NumberRangeModel", "whatever", told)))
    assert (case.wanted[0].low, case.wanted[0].high) == (low, high)


def test_surfaces_are_found_in_order(tmp_path: Path) -> None:
    path = tmp_path / "quantulum3_quantities.json"
    wanted = [{"value": 2, "unit": "metre", "surface": "2 m"}, {"value": 3, "unit": "cent", "surface": "2 m"}]
    path.write_text(json.dumps([{"req": "2 m and 2 m", "res": wanted}]), encoding="utf-8")
    (case,) = read_quantulum3(path)
    assert [one.span for one in case.wanted] == [(0, 3), (8, 11)]
    assert (case.wanted[1].low, case.wanted[1].unit) == (Decimal("0.03"), "USD")


def test_a_bound_is_ours_to_add_and_a_fraction_is_a_share() -> None:
    plain = OutsideCase(0, "NumberModel", "more than 30", (Wanted((10, 12), Decimal(30), Decimal(30), None),))
    bounded = Reading((0, 12), "more_than", Decimal(30), Decimal(30), None, "item", "count")
    assert is_met(plain, [bounded])
    third = Wanted((0, 7), Decimal("0.333333333333333"), Decimal("0.333333333333333"), None)
    assert is_met(OutsideCase(0, "NumberModel", "a third", (third,)), [found(0, 7, "33.333", "percent")])
    assert not is_met(OutsideCase(0, "NumberModel", "a third", (third,)), [found(0, 7, "33", "percent")])


def test_every_result_must_be_read() -> None:
    wanted = (Wanted((0, 1), Decimal(2), Decimal(2), None), Wanted((4, 5), Decimal(3), Decimal(3), None))
    assert not is_met(OutsideCase(0, "NumberModel", "2 or 3", wanted), [found(0, 1, "2")])


def test_nothing_wanted_means_nothing_of_that_kind() -> None:
    no_money = OutsideCase(0, "CurrencyModel", "All 70", ())
    assert is_met(no_money, [found(4, 6, "70")])
    assert not is_met(no_money, [found(4, 6, "70", "USD", "money")])


def test_ordinals_are_met_when_they_are_no_quantities() -> None:
    ordinal = OutsideCase(0, "OrdinalModel", "the third", (Wanted((4, 9), Decimal(3), Decimal(3), None),))
    assert is_met(ordinal, [])
    assert not is_met(ordinal, [found(4, 9, "3")])


def test_each_disputed_row_has_one_argument() -> None:
    told = json.loads(DISPUTED.read_text(encoding="utf-8"))
    assert set(told) == set(SETS)
    for name, arguments in told.items():
        assert len(disputes_of(name)) == sum(len(rows) for rows in arguments.values())


def test_a_missing_file_is_skipped_with_its_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--folder", str(tmp_path)]) == 0
    assert capsys.readouterr().out.count("skipped: there is no") == len(SETS)
