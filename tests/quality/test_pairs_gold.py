"""Is the gold of figure pairs well-formed, frozen, and split so that no event stands on both sides?"""

import hashlib
import json
import re
from collections import Counter, defaultdict
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from models.domain.relations import Relation
from models.domain.vocabulary import Basis, Bound, Certainty, Dimension, Measure

GOLD = Path(__file__).with_name("pairs.jsonl")
DIGEST = GOLD.with_suffix(".sha256")
ARTICLES = Path(__file__).parents[3] / "shared" / "data" / "wikinews.jsonl"
DECIMAL = re.compile(r"-?(0|[1-9]\d*)(\.\d*[1-9])?")
GAPS = ("event", "definition", "unit", "population", "time", "place", "certainty")
SPANS = ("quantity", "counted", "place", "source")
OPEN_LOW, OPEN_HIGH = {Bound.AT_MOST, Bound.LESS_THAN}, {Bound.AT_LEAST, Bound.MORE_THAN}
ROWS: list[dict[str, Any]] = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
CLAIMS = [(row["id"], row[side]) for row in ROWS for side in ("a", "b")]


def spans_of(claim: dict[str, Any]) -> list[list[int]]:
    return [claim[part] for part in SPANS if claim[part] is not None]


def test_the_file_is_the_frozen_one() -> None:
    written = DIGEST.read_text(encoding="ascii").split()[0]
    assert hashlib.sha256(GOLD.read_bytes()).hexdigest() == written


def test_there_is_enough_of_every_relation() -> None:
    relations = Counter(row["relation"] for row in ROWS)
    assert len(ROWS) >= 500
    assert set(relations) == set(Relation)
    assert min(relations.values()) >= 15
    assert 0.3 <= sum(row["same_figure"] for row in ROWS) / len(ROWS) <= 0.45
    assert sum("doc" in row["a"] for row in ROWS) >= 150
    assert len({row["id"] for row in ROWS}) == len(ROWS)


def test_split_follows_the_event_group() -> None:
    for row in ROWS:
        even = hashlib.sha256(row["group"].encode()).digest()[0] % 2 == 0
        assert row["split"] == ("dev" if even else "test"), row["id"]


def test_no_sentence_and_no_article_stands_in_two_groups() -> None:
    groups: dict[str, set[str]] = defaultdict(set)
    for row in ROWS:
        for side in ("a", "b"):
            groups[row[side].get("doc") or row[side]["text"]].add(row["group"])
    assert {key: found for key, found in groups.items() if len(found) > 1} == {}


def test_no_pair_is_there_twice_and_none_is_of_one_claim() -> None:
    def key(claim: dict[str, Any]) -> tuple[Any, ...]:
        return (claim.get("doc") or claim["text"], *claim["quantity"])

    seen = [frozenset((key(row["a"]), key(row["b"]))) for row in ROWS]
    assert all(len(pair) == 2 for pair in seen)
    assert [pair for pair, times in Counter(seen).items() if times > 1] == []


def test_incomparable_means_another_figure_and_says_of_what_kind() -> None:
    for row in ROWS:
        assert row["same_figure"] == (row["relation"] != Relation.INCOMPARABLE), row["id"]
        assert row["reason"].endswith("."), row["id"]
        assert "\n" not in row["reason"], row["id"]
        if not row["same_figure"]:
            assert row["reason"].startswith(tuple(f"Another {gap}: " for gap in GAPS)), row["id"]
        if "also" in row:
            assert row["also"] in set(Relation) - {row["relation"]}, row["id"]


def test_the_second_claim_is_never_the_earlier_one() -> None:
    for row in ROWS:
        assert date.fromisoformat(row["a"]["published_on"]) <= date.fromisoformat(row["b"]["published_on"])


def test_the_vocabulary_is_known() -> None:
    for name, claim in CLAIMS:
        assert claim["measure"] in set(Measure), name
        assert claim["basis"] in {None, *Basis}, name
        assert claim["certainty"] in set(Certainty), name
        assert claim["dimension"] in set(Dimension), name
        is_currency = bool(re.fullmatch(r"[A-Z]{3}", claim["unit"]))
        assert is_currency or re.fullmatch(r"[a-z_]+", claim["unit"]), name
        assert (claim["dimension"] == "money") == is_currency, name
        assert claim["country"] is None or re.fullmatch(r"[A-Z]{2}", claim["country"]), name


def test_days_run_forward() -> None:
    for name, claim in CLAIMS:
        days = [date.fromisoformat(day) for day in (claim["first_day"], claim["last_day"]) if day]
        assert days == sorted(days), name


def test_the_interval_is_the_one_of_its_bound() -> None:
    for name, claim in CLAIMS:
        bound, best, low, high = (claim[key] for key in ("bound", "best", "low", "high"))
        for number in filter(None, (best, low, high, claim["precision"])):
            assert DECIMAL.fullmatch(number), (name, number)
        if bound in {Bound.EXACT, Bound.ABOUT}:
            assert best == low == high is not None, name
        elif bound in OPEN_HIGH:
            assert (best, high) == (low, None), name
        elif bound in OPEN_LOW:
            assert (best, low) == (high, None), name
        else:
            assert bound in {Bound.BETWEEN, Bound.VAGUE}, name
            assert best is None, name
            assert Decimal(low) < Decimal(high), name


def test_spans_of_written_sentences_slice_back() -> None:
    for name, claim in CLAIMS:
        if "text" not in claim:
            continue
        ends = sorted(spans_of(claim))
        assert all(left[1] <= right[0] for left, right in pairwise(ends)), name
        for start, end in ends:
            words = claim["text"][start:end]
            assert words, name
            assert words == words.strip(), name


def test_spans_of_articles_are_whole_words() -> None:
    if not ARTICLES.is_file():
        pytest.skip(f"the articles are not here: {ARTICLES.name} under ../shared/data")
    articles = {row["id"]: row for row in map(json.loads, ARTICLES.read_text(encoding="utf-8").splitlines())}
    for name, claim in CLAIMS:
        if "doc" not in claim:
            continue
        article = articles[claim["doc"]]
        assert claim["published_on"] == article["published_on"], name
        assert "text" not in claim, name
        for start, end in spans_of(claim):
            words = article["text"][start:end]
            assert words, name
            assert words == words.strip(), name
            around = article["text"][start - 1 : start] + article["text"][end : end + 1]
            assert not any(letter.isalnum() for letter in around), (name, start, end)
