"""Agreement figures, against values computed by hand."""

import pytest

from models.domain.states import Verdict
from models.workflow import agreement
from models.workflow.agreement import Agreement
from tests.factories import TEXT, Desk

PAIRS = [
    (Verdict.SUPPORTED, Verdict.SUPPORTED),
    (Verdict.SUPPORTED, Verdict.SUPPORTED),
    (Verdict.REFUTED, Verdict.REFUTED),
    (Verdict.SUPPORTED, Verdict.REFUTED),
    (Verdict.OUTDATED, Verdict.CONFLICTING),
    (Verdict.REFUTED, Verdict.REFUTED),
]


def judge(desk: Desk) -> None:
    desk.set(second_reviewer=True)
    claims = [c for n in range(3) for c in desk.claims(TEXT + f" {n}.")]
    for claim_id, (first, second) in zip(claims, PAIRS, strict=True):
        desk.decide(desk.reviewer, claim_id, first)
        desk.decide(desk.second, claim_id, second)


def test_kappa_of_a_pair_and_alpha_of_all(desk: Desk) -> None:
    judge(desk)
    with desk.database.read() as session:
        rows = {(row.field, row.people): row for row in agreement.measure(session)}
    pair = rows["verdict", ("rob", "sam")]
    # Observed 4/6; expected (3·2 + 2·3 + 0 + 0)/36 = 1/3, since OUTDATED and CONFLICTING never meet.
    assert pair.observed == pytest.approx(4 / 6)
    assert pair.kappa == pytest.approx((4 / 6 - 1 / 3) / (1 - 1 / 3))
    # Krippendorff: D_o = 4/12; D_e = 1 - (5·4 + 5·4 + 0 + 0)/(12·11).
    expected = 1 - (4 / 12) / (1 - 40 / 132)
    assert rows["verdict", None].alpha == pytest.approx(expected)
    assert rows["status", ("rob", "sam")].observed == pytest.approx(5 / 6), "both are `disputed`"


def test_a_first_verdict_alone_shows_nothing(desk: Desk) -> None:
    desk.set(second_reviewer=True)
    desk.decide(desk.reviewer, desk.claims()[0])
    with desk.database.read() as session:
        assert agreement.measure(session) == [
            Agreement("verdict", None, 0, None, None, None),
            Agreement("status", None, 0, None, None, None),
        ]


def test_the_third_who_settles_is_no_blind_judge(desk: Desk) -> None:
    desk.set(second_reviewer=True)
    claim_id = desk.claims()[0]
    desk.decide(desk.reviewer, claim_id, Verdict.SUPPORTED)
    desk.decide(desk.second, claim_id, Verdict.REFUTED)
    desk.decide(desk.editor, claim_id, Verdict.REFUTED)
    with desk.database.read() as session:
        people = {row.people for row in agreement.measure(session)}
    assert people == {None, ("rob", "sam")}
