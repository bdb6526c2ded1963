"""Claims dismissed and brought back together, as forms send them."""

from models.domain.states import State
from models.workflow import leases
from models.workflow.clock import now
from tests.api.web.test_pages import Visit
from tests.factories import TEXT, Desk


def seen(desk: Desk, claim_ids: list[int]) -> list[str]:
    return [f"{claim_id}:{desk.claim(claim_id).version}" for claim_id in claim_ids]


def test_all_go_with_one_reason_and_come_back_with_one_click(desk: Desk, visit: Visit):
    ids = desk.claims() + desk.claims(TEXT + " Again.")
    visitor = visit(desk.reviewer)
    html = visitor.send("/dismiss", claim=seen(desk, ids), reason="not_a_claim", back="/?text=fled").text
    assert "4 claims dismissed." in html
    assert "4 claims dismissed together." in html
    assert {desk.claim(one).state for one in ids} == {State.DISMISSED}
    html = visitor.send("/dismiss/undo", claim=seen(desk, ids), back="/").text
    assert "4 claims brought back." in html
    assert "dismissed together" not in html
    assert {desk.claim(one).state for one in ids} == {State.OPEN}


def test_one_that_cannot_go_stays_with_the_reason(desk: Desk, visit: Visit):
    first, second = desk.claims()
    desk.now = now()
    with desk.database.write() as session:
        leases.lease(session, desk.second, first, desk.now)
    visitor = visit(desk.reviewer)
    html = visitor.send("/dismiss", claim=seen(desk, [first, second]), reason="wrong_span").text
    assert "1 claim dismissed." in html
    assert f"Claim {first} was left alone" in html
    assert (desk.claim(first).state, desk.claim(second).state) == (State.IN_REVIEW, State.DISMISSED)


def test_without_a_reason_or_claims_nothing_happens(desk: Desk, visit: Visit):
    ids = desk.claims()
    visitor = visit(desk.reviewer)
    assert "Choose the reason" in visitor.send("/dismiss", claim=seen(desk, ids)).text
    assert "cannot be taken together" in visitor.send("/dismiss", reason="not_a_claim").text
    assert {desk.claim(one).state for one in ids} == {State.OPEN}


def test_a_submitter_dismisses_nothing_and_no_form_leads_away(desk: Desk, visit: Visit):
    ids = desk.claims()
    assert 'name="claim"' not in visit(desk.submitter).text("/")
    answer = visit(desk.submitter).send("/dismiss", claim=seen(desk, ids), reason="not_a_claim")
    assert answer.status_code == 403
    visitor = visit(desk.reviewer)
    answer = visitor.send("/dismiss", claim=seen(desk, ids), reason="not_a_claim", back="//evil.example/")
    assert answer.request.path == "/"
