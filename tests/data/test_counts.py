"""The counts beside the lists: right under every filter, on both databases."""

import pytest
from sqlalchemy import inspect

from models.data import queries
from models.data.queries import ClaimFilter
from models.data.tables import Claim
from models.domain.states import Status, Verdict
from models.workflow import accounts, leases
from tests.factories import Desk


def test_claims_are_counted_by_the_word_that_callers_poll(desk: Desk):
    killed, displaced = desk.claims()
    desk.decide(desk.reviewer, killed, Verdict.OUTDATED)
    other, _ = desk.claims(text="The mayor said 21 people were killed in Velmora. Another 300 fled. Later.")
    desk.decide(desk.reviewer, other, Verdict.CONFLICTING)
    with desk.database.read() as session:
        assert queries.count_by_status(session, ClaimFilter()) == {Status.DISPUTED: 2, Status.UNVERIFIED: 2}
        assert queries.count_by_status(session, ClaimFilter(measure="displaced")) == {Status.UNVERIFIED: 2}
        assert queries.count_by_status(session, ClaimFilter(min_check_worthiness=0.95)) == {}
        assert queries.count_by_state(session, 0.0) == {"final": 2, "open": 2}
        article_id = desk.claim(displaced).article_id
        assert queries.claim_counts(session, [article_id, 999]) == {article_id: 2}
        for status, count in queries.count_by_status(session, ClaimFilter()).items():
            assert queries.count_claims(session, ClaimFilter(status=status)) == count


def test_jobs_are_counted_by_state(desk: Desk):
    desk.claims()
    desk.submit("Something else with 3 words.")
    with desk.database.read() as session:
        assert queries.count_jobs(session) == {"succeeded": 1, "queued": 1}


def test_people_and_tokens_that_still_open_the_door_come_first(desk: Desk):
    with desk.database.write() as session:
        old = accounts.mint_token(session, None, desk.reviewer.user_id, "old", desk.now).token
        accounts.mint_token(session, None, desk.editor.user_id, "new", desk.now)
        kept = accounts.mint_token(session, None, desk.reviewer.user_id, "kept", desk.now).token
        accounts.revoke_token(session, desk.admin, old.id, desk.now)
        accounts.change_user(session, desk.admin, desk.second.user_id, desk.now, is_disabled=True)
    with desk.database.read() as session:
        assert [t.name for t in queries.list_tokens(session)] == ["kept", "new", "old"]
        assert [t.id for t in queries.list_tokens(session, desk.reviewer.user_id)] == [kept.id, old.id]
        assert [user.name for user in queries.list_users(session)] == ["ada", "eve", "rob", "sue", "sam"]


def test_lists_leave_the_words_of_articles_where_they_are(desk: Desk):
    desk.claims()
    with desk.database.read() as session:
        articles = queries.list_articles(session, None, 10, None).rows
        assert [inspect(article).unloaded & {"text"} for article in articles] == [{"text"}]
    with desk.database.read() as session:
        claims = queries.list_claims(session, ClaimFilter(), "newest", 10, None).rows
        assert {"text"} <= inspect(claims[0].article).unloaded
        assert claims[0].article.title, "what a list shows is there"
    with desk.database.read() as session:
        listed = queries.list_jobs(session, None, None, 10, None).rows
        assert {"text"} <= inspect(listed[0].article).unloaded


def test_a_claim_knows_its_neighbours_in_the_text(desk: Desk):
    killed, displaced = desk.claims()
    with desk.database.read() as session:
        first, second = session.get_one(Claim, killed), session.get_one(Claim, displaced)
        assert queries.claims_beside(session, first, 0.0) == (None, displaced)
        assert queries.claims_beside(session, second, 0.0) == (killed, None)
        assert queries.claims_beside(session, first, 0.8) == (None, None), "the other is below the threshold"

        def within(start: int, end: int, least: float = 0.0) -> list[int]:
            found = queries.claims_within(session, first.article_id, start, end, least)
            return [claim.id for claim in found]

        assert within(0, 10_000) == [killed, displaced]
        assert within(0, 10_000, 0.8) == [killed]
        assert within(first.anchor_end, second.anchor_start + 1) == [displaced]
        assert within(first.anchor_end, second.anchor_start) == []


@pytest.mark.parametrize("status", Status)
def test_a_status_is_found_exactly_where_a_claim_polls_it(desk: Desk, status: Status):
    killed, displaced = desk.claims()
    desk.decide(desk.reviewer, killed, Verdict.REFUTED)
    with desk.database.write() as session:
        leases.lease(session, desk.second, displaced, desk.now)
    with desk.database.read() as session:
        found = queries.list_claims(session, ClaimFilter(status=status), "newest", 10, None).rows
    expected = {Status.REFUTED: [killed], Status.IN_REVIEW: [displaced]}
    assert [claim.id for claim in found] == expected.get(status, [])
