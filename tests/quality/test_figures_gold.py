"""Is the gold of the figure reader well-formed, frozen, and true to the contract's tables?"""

import hashlib
import json
import re
from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

from models.domain.vocabulary import Bound, Dimension, Measure, PeriodPrecision

GOLD = Path(__file__).with_name("figures.jsonl")
DIGEST = GOLD.with_suffix(".sha256")
DECIMAL = re.compile(r"-?(0|[1-9]\d*)(\.\d*[1-9])?")
OPEN_LOW, OPEN_HIGH = {Bound.AT_MOST, Bound.LESS_THAN}, {Bound.AT_LEAST, Bound.MORE_THAN}


def read_gold() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


ROWS = read_gold()
FIGURES = [(row, figure) for row in ROWS for figure in row["figures"]]


def words(row: dict[str, Any], span: list[int]) -> str:
    return str(row["text"][slice(*span)])


def test_the_file_is_the_frozen_one() -> None:
    written = DIGEST.read_text(encoding="ascii").split()[0]
    assert hashlib.sha256(GOLD.read_bytes()).hexdigest() == written


def test_split_follows_the_id() -> None:
    for row in ROWS:
        even = hashlib.sha256(row["id"].encode()).digest()[0] % 2 == 0
        assert row["split"] == ("dev" if even else "test"), row["id"]


def test_there_is_enough_of_every_family() -> None:
    families = Counter(row["family"] for row in ROWS)
    texts = [row["text"] for row in ROWS]
    assert len(texts) == len(set(texts))
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    assert families["none"] >= 120
    assert families["news"] >= 100
    assert sum(families.values()) - families["none"] - families["news"] >= 620
    assert min(families.values()) >= 12


def test_only_the_family_none_has_no_quantity() -> None:
    for row in ROWS:
        assert (row["family"] == "none") == (not row["figures"]), row["id"]


def test_spans_slice_back() -> None:
    for row, figure in FIGURES:
        spans = [figure["quantity"], figure["counted"]]
        spans += [figure[part]["span"] for part in ("period", "place") if figure[part]]
        for span in filter(None, spans):
            assert 0 <= span[0] < span[1] <= len(row["text"]), row["id"]
            assert words(row, span) == words(row, span).strip(), row["id"]


def test_quantities_stand_apart_and_in_order() -> None:
    for row in ROWS:
        spans = [figure["quantity"] for figure in row["figures"]]
        assert all(left[1] <= right[0] for left, right in pairwise(spans)), row["id"]


def test_numbers_are_canonical() -> None:
    for row, figure in FIGURES:
        change = figure["change"] or {}
        numbers = [figure[key] for key in ("best", "low", "high", "precision")]
        numbers += [change.get("from"), change.get("by")]
        for number in filter(None, numbers):
            assert DECIMAL.fullmatch(number), (row["id"], number)
            assert number != "-0", row["id"]


def test_the_vocabulary_is_known() -> None:
    for row, figure in FIGURES:
        assert figure["bound"] in set(Bound), row["id"]
        assert figure["measure"] in set(Measure), row["id"]
        assert figure["dimension"] in set(Dimension), row["id"]
        is_currency = bool(re.fullmatch(r"[A-Z]{3}", figure["unit"]))
        assert is_currency or re.fullmatch(r"[a-z_]+", figure["unit"]), row["id"]
        assert (figure["dimension"] == "money") == is_currency, row["id"]
        assert figure["per"] is None or re.fullmatch(r"(\d+ )?[a-z_]+", figure["per"]), row["id"]


def test_a_unit_has_one_dimension() -> None:
    dimensions: dict[str, set[str]] = {}
    for _, figure in FIGURES:
        dimensions.setdefault(figure["unit"], set()).add(figure["dimension"])
    assert {unit: found for unit, found in dimensions.items() if len(found) > 1} == {}


def test_the_interval_is_the_one_of_its_bound() -> None:
    for row, figure in FIGURES:
        bound, best, low, high = (figure[key] for key in ("bound", "best", "low", "high"))
        if bound in {Bound.EXACT, Bound.ABOUT}:
            assert best == low == high is not None, row["id"]
        elif bound in OPEN_HIGH:
            assert (best, high) == (low, None), row["id"]
        elif bound in OPEN_LOW:
            assert (best, low) == (high, None), row["id"]
        else:
            assert best is None, row["id"]
            assert Decimal(low) < Decimal(high), row["id"]
        assert Decimal(figure["precision"]) >= 0, row["id"]


def test_a_change_names_its_direction_and_pairs_value_with_unit() -> None:
    for row, figure in FIGURES:
        if change := figure["change"]:
            assert set(change) == {"direction", "from", "from_unit", "by", "by_unit"}, row["id"]
            assert change["direction"] in {"up", "down"}, row["id"]
            assert (change["from"] is None) == (change["from_unit"] is None), row["id"]
            assert (change["by"] is None) == (change["by_unit"] is None), row["id"]


def test_periods_run_forward_and_places_name_a_country() -> None:
    for row, figure in FIGURES:
        if period := figure["period"]:
            assert period["precision"] in set(PeriodPrecision), row["id"]
            days = [date.fromisoformat(day) for day in (period["first_day"], period["last_day"]) if day]
            assert days == sorted(days) != [], row["id"]
        if place := figure["place"]:
            assert re.fullmatch(r"[A-Z]{2}", place["country"]), row["id"]
