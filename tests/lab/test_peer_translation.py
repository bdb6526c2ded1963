"""Do a peer's answers come out in our words, and in its favour where two readings are possible?"""

from decimal import Decimal
from typing import Any

import pytest

from lab.bench.peers.environments import PEERS, Peer, PeerMissingError, run
from lab.bench.peers.translate import TRANSLATORS, from_quantulum3, from_recognizers


def quantulum(**told: Any) -> dict[str, Any]:
    plain = {"start": 0, "end": 9, "surface": "2 million", "value": "2000000.0", "uncertainty": None}
    return plain | {"unit": "dimensionless", "entity": "dimensionless", "currency": None} | told


def recognized(**told: Any) -> dict[str, Any]:
    plain = {"start": 0, "end": 3, "surface": "17", "value": "17", "type": "number", "unit": None}
    return plain | {"currency": None} | told


@pytest.mark.parametrize(
    ("told", "value", "unit", "per"),
    [
        ({}, "2000000", "count", None),
        ({"value": "2299999.9999999995"}, "2300000", "count", None),
        ({"unit": "percentage", "value": "12.0"}, "12", "percent", None),
        ({"unit": "dollar", "entity": "currency", "currency": "USD", "value": "5.0"}, "5", "USD", None),
        ({"unit": "kilometre per hour", "entity": "speed", "value": "90.0"}, "90", "kilometre", "hour"),
        ({"unit": "per day", "entity": "unknown", "value": "17.0"}, "17", "count", "day"),
        ({"unit": "dozen", "value": "2.0", "surface": "two dozen"}, "24", "count", None),
        ({"value": "0.3333333333333333", "surface": "a third"}, "33.333", "percent", None),
        ({"value": "0.33", "surface": "0.33"}, "0.33", "count", None),
    ],
)
def test_quantulum3(told: dict[str, Any], value: str, unit: str, per: str | None) -> None:
    read = from_quantulum3(quantulum(**told))
    assert read is not None
    assert (read.best, read.unit, read.per) == (Decimal(value), unit, per)
    assert read.bound == "exact"


def test_uncertainty_is_a_range() -> None:
    read = from_quantulum3(quantulum(value="45.0", uncertainty="5.0"))
    assert read is not None
    assert (read.bound, read.best, read.low, read.high) == ("between", None, 40, 50)


@pytest.mark.parametrize(
    ("told", "value", "unit", "dimension"),
    [
        ({}, "17", "count", "count"),
        ({"type": "percentage", "value": "12%"}, "12", "percent", "share"),
        ({"type": "currency", "unit": "Dollar"}, "17", "USD", "money"),
        ({"type": "currency", "unit": "Euro", "currency": "EUR"}, "17", "EUR", "money"),
        ({"type": "age", "unit": "Year"}, "17", "year", "time"),
        ({"type": "temperature", "unit": "C"}, "17", "celsius", "temperature"),
        ({"value": "0.666666666666667", "surface": "two-thirds"}, "66.667", "percent", "share"),
    ],
)
def test_recognizers(told: dict[str, Any], value: str, unit: str, dimension: str) -> None:
    read = from_recognizers(recognized(**told))
    assert read is not None
    assert (read.best, read.unit, read.dimension) == (Decimal(value), unit, dimension)


def test_an_answer_without_a_number_is_none() -> None:
    assert from_recognizers(recognized(value="unknown")) is None
    assert from_quantulum3(quantulum(value="x")) is None


def test_every_peer_has_a_translator() -> None:
    assert set(TRANSLATORS) == set(PEERS)


def test_a_peer_that_is_not_installed_says_how_to_install_it() -> None:
    with pytest.raises(PeerMissingError, match=r"python -m lab\.bench\.peers"):
        run(Peer("nowhere", "1", "MIT", ("nowhere==1",)), ["one"])
