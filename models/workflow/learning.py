"""What reviewers teach: the sentences whose claims they settled, as rows that the model can be trained on."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from models.data.tables import Article, Claim
from models.domain.effective import merge
from models.domain.states import DismissReason, State
from models.domain.vocabulary import Certainty, Kind

Row = dict[str, Any]

_CONFIRMED = frozenset({State.FINAL, State.STALE})


def training_rows(session: Session) -> Iterator[Row]:
    """Yield one row an article, in the corpus's own format (docs/review.md), oldest article first.

    A sentence is in it when a person acted on every claim that stands in it: settled it, corrected a field,
    or dismissed it. What was dismissed as a wrong span leaves its sentence out: nobody said what is right.
    Taken-down articles have no text and give nothing.
    """
    query = (
        select(Claim)
        .options(defer(Claim.vector))
        .join(Claim.article)
        .where(Article.erased_at.is_(None), Claim.withdrawn.is_(False))
        .order_by(Claim.article_id, Claim.anchor_start, Claim.anchor_end)
    )
    claims = session.scalars(query.execution_options(yield_per=500))
    for _, found in groupby(claims, key=lambda claim: claim.article_id):
        of_article = list(found)
        if sentences := list(_sentences(of_article)):
            yield _row(of_article[0].article, sentences)


def _row(article: Article, sentences: list[Row]) -> Row:
    return {
        "id": f"reviewed-{article.id}",
        "title": article.title or "",
        "published_on": article.published_on.isoformat() if article.published_on else None,
        "genre": "reviewed",
        "text": article.text,
        "sha256": article.text_sha256,
        "sentences": sentences,
    }


def _sentences(claims: Sequence[Claim]) -> Iterator[Row]:
    def sentence_of(claim: Claim) -> tuple[int, int]:
        sentence = claim.reading["sentence"]
        return sentence["start"], sentence["end"]

    for (start, end), found in groupby(sorted(claims, key=sentence_of), key=sentence_of):
        of_sentence = sorted(found, key=lambda claim: claim.anchor_start)
        if all(_is_taught(claim) for claim in of_sentence):
            yield _sentence(start, end, of_sentence)


def _is_taught(claim: Claim) -> bool:
    """Say whether a person's judgement of the claim says what is right."""
    if claim.state == State.DISMISSED:
        return (claim.dismissal or {}).get("reason") != DismissReason.WRONG_SPAN
    return claim.state in _CONFIRMED or claim.correction is not None


def _sentence(start: int, end: int, claims: Sequence[Claim]) -> Row:
    kept = [claim for claim in claims if not _is_no_claim(claim)]
    values = [merge(claim.reading, claim.correction) for claim in kept]
    statement = next((value for value in values if value["kind"] == Kind.STATEMENT), {})
    has_figures = any(claim.kind == Kind.FIGURE for claim in claims)
    return {
        "start": start,
        "end": end,
        # A number that nobody would check stands in a sentence of facts; words that claim nothing have none.
        "check": 2 if kept else 1 if has_figures else 0,
        "certainty": statement.get("certainty") or Certainty.ASSERTED.value,
        **_attribution(statement, end),
        "figures": [_figure(value, end) for value in values if value["kind"] == Kind.FIGURE],
    }


def _is_no_claim(claim: Claim) -> bool:
    dismissed = claim.state == State.DISMISSED
    return dismissed and (claim.dismissal or {}).get("reason") == DismissReason.NOT_A_CLAIM


def _figure(value: Row, end: int) -> Row:
    quantity = value["quantity"]
    return {
        "quantity": _span(quantity),
        "counted": _span(quantity.get("counted"), end),
        "measure": value["measure"],
        "basis": value["basis"],
        "certainty": value["certainty"],
        **_attribution(value, end),
    }


def _attribution(value: Row, end: int) -> Row:
    source = value.get("source") or {}
    return {
        "place": _span(value.get("place"), end),
        "period": _span(value.get("period"), end),
        "source": _span(source, end),
        "cue": source.get("cue"),
    }


def _span(words: Row | None, end: int | None = None) -> list[int] | None:
    """Return the ends of words that stand in the sentence or before it; the corpus points no further."""
    if not words or words.get("start") is None or (end is not None and words["end"] > end):
        return None
    return [words["start"], words["end"]]
