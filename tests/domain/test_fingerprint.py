"""A verdict is bound to what was judged, and to nothing else."""

import copy
from typing import Any

import pytest

from models.domain.fingerprint import fingerprint
from models.domain.wire import claim_object
from tests.factories import reading


def a_claim() -> dict[str, Any]:
    claim = claim_object(reading().claims[0])
    claim["place"] = {"start": 41, "end": 48, "text": "Velmora", "country": None}
    claim["period"] = {
        "start": 0,
        "end": 3,
        "text": "The",
        "first_day": "2024-05-01",
        "last_day": None,
        "precision": "day",
    }
    return claim


def changed(path: str, value: object) -> dict[str, Any]:
    claim = copy.deepcopy(a_claim())
    *parents, last = path.split(".")
    part = claim
    for name in parents:
        part = part[name]
    part[last] = value
    return claim


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("quantity.start", 3), ("quantity.end", 90), ("quantity.best", "22"), ("quantity.low", "20"),
        ("quantity.high", None), ("quantity.bound", "at_least"), ("quantity.unit", "household"),
        ("measure", "injured"), ("certainty", "denied"), ("place", None), ("place.text", "Elsewhere"),
        ("place.country", "PL"), ("period.first_day", "2024-04-30"), ("period", None),
        ("source.text", "The governor"), ("source", None),
    ],
)  # fmt: skip
def test_it_changes_with_what_was_judged(path: str, value: object) -> None:
    assert fingerprint("a" * 64, changed(path, value)) != fingerprint("a" * 64, a_claim())


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("confidence", {}), ("check_worthiness", 0.1), ("standalone", "Other words."), ("quantity.why", []),
        ("quantity.conservative", {"low": "1", "high": "2"}),
    ],
)  # fmt: skip
def test_it_stays_with_what_is_only_the_machines_opinion(path: str, value: object) -> None:
    assert fingerprint("a" * 64, changed(path, value)) == fingerprint("a" * 64, a_claim())


def test_a_vague_counts_ends_are_the_desks_reading_not_the_articles() -> None:
    vague = changed("quantity.bound", "vague")
    other_ends = copy.deepcopy(vague)
    other_ends["quantity"] |= {"low": "12", "high": "12"}
    assert fingerprint("a" * 64, vague) == fingerprint("a" * 64, other_ends)


def test_it_changes_with_the_article_and_with_the_versions_of_what_is_cited() -> None:
    claim = a_claim()
    known = {
        fingerprint("a" * 64, claim),
        fingerprint("b" * 64, claim),
        fingerprint("a" * 64, claim, [("claim", 7, 1)]),
        fingerprint("a" * 64, claim, [("claim", 7, 2)]),
        fingerprint("a" * 64, claim, [("claim", 7, 2), ("claim", 8, 1)]),
    }
    assert len(known) == 5
    assert fingerprint("a" * 64, claim, [("claim", 8, 1), ("claim", 7, 2)]) in known
