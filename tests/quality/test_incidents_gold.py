"""Are the hard sentences and the incident documents frozen, split by id, and true to their own text?"""

import hashlib
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.domain.vocabulary import Bound, Measure

FOLDER = Path(__file__).parent


def read_gold(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


HARD, DOCUMENTS = read_gold("hard.jsonl"), read_gold("incidents.jsonl")
INCIDENTS = [row for row in DOCUMENTS if row["kind"] == "incident"]
EXCERPTS = [row for row in DOCUMENTS if row["kind"] == "displacement"]


@pytest.mark.parametrize("name", ["hard", "incidents"])
def test_the_file_is_the_frozen_one(name: str) -> None:
    written = (FOLDER / f"{name}.sha256").read_text(encoding="ascii").split()[0]
    assert hashlib.sha256((FOLDER / f"{name}.jsonl").read_bytes()).hexdigest() == written


def test_split_follows_the_id() -> None:
    for row in HARD + DOCUMENTS:
        even = hashlib.sha256(row["id"].encode()).digest()[0] % 2 == 0
        assert row["split"] == ("dev" if even else "test"), row["id"]


def test_there_are_as_many_as_the_readme_says() -> None:
    assert len({row["text"] for row in HARD}) == 150
    assert (len(INCIDENTS), len(EXCERPTS)) == (35, 25)


def test_hard_figures_slice_back_in_order_and_have_a_measure() -> None:
    for row in HARD:
        end = 0
        for figure in row["figures"]:
            for span in filter(None, (figure["quantity"], figure["counted"])):
                words = row["text"][slice(*span)]
                assert words == words.strip() != "", row["id"]
            assert figure["quantity"][0] >= end, row["id"]
            end = figure["quantity"][1]
            assert figure["bound"] in set(Bound), row["id"]
            assert figure["measure"] in set(Measure), row["id"]


def test_spans_of_documents_say_what_they_quote() -> None:
    for row in DOCUMENTS:
        gold = row["gold"]
        spans = [*row["sentences"], gold.get("quantity"), gold.get("place")]
        for speaker in gold.get("speakers", []):
            spans += [speaker["quantity"], speaker["source"]]
        for span in filter(None, spans):
            assert row["text"][span["start"] : span["end"]] == span["text"], row["id"]
        assert 1 <= len(row["sentences"]) <= 8, row["id"]


def test_an_incident_asks_first_for_a_figure_that_it_states() -> None:
    for row in INCIDENTS:
        gold = row["gold"]
        wanted = "killed" if gold["killed"] else "injured" if gold["injured"] is not None else None
        assert gold["first"] == wanted, row["id"]
        for measure in ("killed", "injured"):
            stated, understood = gold[measure], gold["understood"][measure]
            assert stated is None or stated <= understood, row["id"]


def test_an_excerpt_has_a_value_a_unit_and_a_measure() -> None:
    for row in EXCERPTS:
        gold = row["gold"]
        assert Decimal(gold["value"]) > 0, row["id"]
        assert gold["unit"] in {"person", "household", "building"}, row["id"]
        assert gold["group"] in set(Measure), row["id"]
        assert gold["bound"] in set(Bound), row["id"]
