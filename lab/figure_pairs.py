"""The gold pairs of figures as the product sees them: facts of both sides, and their contexts' cosine."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from lab.corpus.documents import data_folder, read_rows
from models.data.vectors import cosines
from models.domain.grouping.about import About, about_claim, about_columns
from models.domain.grouping.setting import setting_of
from models.domain.grouping.telling import telling_of
from models.domain.quantities import read_quantities
from models.domain.vocabulary import VaguePolicy
from models.domain.wire import under_policy
from models.nlp.context import context_vectors
from models.nlp.finder import Asked, Finder
from models.nlp.sentences import split

GOLD = Path(__file__).resolve().parent.parent / "tests" / "quality" / "pairs.jsonl"
LEAD = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """One gold pair: *earlier* and *later* as the product would see them."""

    id: str
    group: str
    earlier: About
    later: About
    cosine: float | None
    is_same: bool
    relation: str


@dataclass(frozen=True, slots=True)
class _Side:
    article: str
    title: str | None
    text: str
    sentence: tuple[int, int]


def read_pairs(split_name: str, finder: Finder | None) -> list[Pair]:
    """Return the pairs of one split; without a *finder* no context has a vector.

    Pairs from Wikinews are left out where the articles are not at hand.
    """
    rows, sides, vectors = _read(split_name, finder)
    return [
        _pair(row, pair, vectors[2 * n], vectors[2 * n + 1])
        for n, (row, pair) in enumerate(zip(rows, sides, strict=True))
    ]


def read_unrelated(split_name: str, finder: Finder | None, count: int, seed: int = 7) -> list[Pair]:
    """Return pairs of two groups' figures with one measure, told as if in the same days: never one figure.

    The gold pairs are all of one happening or a twin of it; most of what a desk holds is unrelated.
    """
    rows, sides, vectors = _read(split_name, finder)
    abouts = [
        (row, _about(row[part], side), vectors[2 * n + at])
        for n, (row, pair) in enumerate(zip(rows, sides, strict=True))
        for at, (part, side) in enumerate(zip("ab", pair, strict=True))
    ]
    random = Random(seed)
    found: list[Pair] = []
    while len(found) < count:
        (row, one, a), (other_row, other, b) = random.sample(abouts, 2)
        if row["group"] == other_row["group"] or one.measure != other.measure:
            continue
        moved = _moved_to(other, one, random.randint(0, 3))
        name = f"u-{len(found)}"
        cosine = cosines(a, [b])[0]
        found.append(Pair(name, row["group"], one, moved, cosine, is_same=False, relation="incomparable"))
    return found


def _moved_to(other: About, one: About, later: int) -> About:
    """Tell *other* as if it happened some days *later* than *one*."""
    if one.published_on is None or other.published_on is None:
        return other
    by = one.published_on - other.published_on + timedelta(days=later)
    stated = other.stated

    def moved(day: date | None) -> date | None:
        return None if day is None else day + by

    told = replace(
        stated, first_day=moved(stated.first_day), last_day=moved(stated.last_day), as_of=moved(stated.as_of)
    )
    return replace(other, stated=told, published_on=moved(other.published_on))


def _read(
    split_name: str, finder: Finder | None
) -> tuple[list[dict[str, Any]], list[list[_Side]], list[bytes | None]]:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["split"] == split_name]
    path = data_folder() / "wikinews.jsonl"
    articles = {row["id"]: row for row in read_rows(path)} if path.exists() else {}
    rows = [row for row in rows if row["a"].get("doc") is None or row["a"]["doc"] in articles]
    sides = [[_side(row, part, articles) for part in "ab"] for row in rows]
    return rows, sides, _vectors([side for pair in sides for side in pair], finder)


def _side(row: dict[str, Any], part: str, articles: dict[str, dict[str, Any]]) -> _Side:
    claim = row[part]
    if "doc" in claim:
        article = articles[claim["doc"]]
        text, at = article["text"], claim["quantity"][0]
        span = next(s for s in split(text) if s.start <= at < s.end)
        return _Side(claim["doc"], article["title"], text, (span.start, span.end))
    # Two sentences of one text on one day are one article's.
    name = f"{row['id']}-{claim['text']}"
    return _Side(name, claim.get("title"), claim["text"], (0, len(claim["text"])))


def _pair(row: dict[str, Any], sides: Sequence[_Side], a: bytes | None, b: bytes | None) -> Pair:
    one, other = (_about(row[part], side) for part, side in zip("ab", sides, strict=True))
    cosine = cosines(a, [b])[0]
    return Pair(row["id"], row["group"], one, other, cosine, row["same_figure"], row["relation"])


def _about(claim: dict[str, Any], side: _Side) -> About:
    def words(span: list[int] | None) -> dict[str, Any] | None:
        return {"start": span[0], "end": span[1], "text": side.text[span[0] : span[1]]} if span else None

    start, end = side.sentence
    fields = {
        "sentence": {"start": start, "end": end, "text": side.text[start:end]},
        "standalone": side.text[start:end],
        "measure": claim["measure"],
        "basis": claim["basis"],
        "certainty": claim["certainty"],
        "quantity": {
            **{name: claim[name] for name in ("bound", "best", "low", "high", "precision", "unit")},
            **(words(claim["quantity"]) or {}),
            "dimension": claim["dimension"],
            "per": claim["per"],
            "counted": words(claim["counted"]),
            "change": claim.get("change"),
        },
        "place": {**(words(claim["place"]) or {}), "country": claim["country"]} if claim["place"] else None,
        "period": {"first_day": claim["first_day"], "last_day": claim["last_day"]},
    }
    fields = under_policy(fields, VaguePolicy.INTERVAL)
    published = date.fromisoformat(claim["published_on"])
    columns = about_columns(fields, setting_of(side.title, side.text, published), published)
    telling = telling_of(side.title, side.text)
    return about_claim(fields, columns, side.title, published, side.article, telling)


def _vectors(sides: Sequence[_Side], finder: Finder | None) -> list[bytes | None]:
    if finder is None:
        return [None] * len(sides)
    asked: list[str] = []
    for side in sides:
        asked += _told(side)
    unique = list(dict.fromkeys(asked))
    marks = finder.mark([Asked(text, tuple(read_quantities(text))) for text in unique])
    vector = {text: mark.vector for text, mark in zip(unique, marks, strict=True)}
    return [_context(side, vector) for side in sides]


def _told(side: _Side) -> list[str]:
    start, end = side.sentence
    lead = [span.text for span in split(side.text)[:LEAD]]
    return [side.text[start:end], *lead, *([side.title] if side.title else [])]


def _context(side: _Side, vector: dict[str, Any]) -> bytes | None:
    start, end = side.sentence
    lead = [span.text for span in split(side.text)[:LEAD]]
    own = [*lead, side.text[start:end]]
    title = vector[side.title] if side.title else None
    return (
        context_vectors([vector[text] for text in own], title)[-1]
        if len(lead) == LEAD
        else _alone(vector[side.text[start:end]], title)
    )


def _alone(sentence: Any, title: Any) -> bytes | None:
    return context_vectors([sentence], title)[0]
