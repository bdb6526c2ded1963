"""The state table, pair by pair."""

import itertools

import pytest

from models.domain.states import (
    STATUS_OF_VERDICT,
    Action,
    RefusedTransition,
    State,
    Status,
    Verdict,
    move,
    status,
)

EXPECTED = {
    ("open", "lease"): "in_review",
    ("open", "dismiss"): "dismissed",
    ("in_review", "release"): "open",
    ("in_review", "expire"): "open",
    ("in_review", "propose"): "proposed",
    ("in_review", "settle"): "final",
    ("in_review", "dismiss"): "dismissed",
    ("proposed", "lease"): "proposed",
    ("proposed", "release"): "proposed",
    ("proposed", "expire"): "proposed",
    ("proposed", "disagree"): "proposed",
    ("proposed", "settle"): "final",
    ("proposed", "invalidate"): "open",
    ("final", "invalidate"): "stale",
    ("final", "reopen"): "open",
    ("stale", "reopen"): "open",
    ("dismissed", "reopen"): "open",
}


@pytest.mark.parametrize(("state", "action"), itertools.product(State, Action))
def test_every_pair_leads_where_the_contract_says_or_is_refused(state: State, action: Action) -> None:
    expected = EXPECTED.get((state.value, action.value))
    if expected is None:
        with pytest.raises(RefusedTransition, match=f"a claim that is {state.value} cannot"):
            move(state, action)
    else:
        assert move(state, action) == expected


@pytest.mark.parametrize(
    ("state", "verdict", "word"),
    [
        (State.OPEN, None, "unverified"),
        (State.IN_REVIEW, None, "in_review"),
        (State.PROPOSED, None, "in_review"),
        (State.STALE, Verdict.SUPPORTED, "stale"),
        (State.DISMISSED, None, "dismissed"),
        (State.FINAL, Verdict.SUPPORTED, "verified"),
        (State.FINAL, Verdict.REFUTED, "refuted"),
        (State.FINAL, Verdict.CONFLICTING, "disputed"),
        (State.FINAL, Verdict.OUTDATED, "disputed"),
        (State.FINAL, Verdict.MISATTRIBUTED, "disputed"),
        (State.FINAL, Verdict.MISSING_CONTEXT, "disputed"),
        (State.FINAL, Verdict.NOT_ENOUGH_EVIDENCE, "unverifiable"),
        (State.FINAL, Verdict.NOT_CHECKABLE, "unverifiable"),
    ],
)
def test_the_word_that_callers_poll(state: State, verdict: Verdict | None, word: str) -> None:
    assert status(state, verdict) == word


def test_every_verdict_has_a_word_and_every_word_a_way_to_it() -> None:
    assert set(STATUS_OF_VERDICT) == set(Verdict)
    reachable = {status(s, v) for s in State for v in Verdict}
    assert reachable == set(Status)


def test_a_final_claim_without_a_verdict_is_a_bug() -> None:
    with pytest.raises(ValueError, match="has a verdict"):
        status(State.FINAL, None)
