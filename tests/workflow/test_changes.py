"""What happened to a claim since a version that somebody saw."""

from models.data.queries import events_of
from models.data.tables import Claim
from models.domain.states import Verdict
from models.workflow import changes, corrections
from models.workflow.changes import Since
from tests.factories import Desk, reading


def since(desk: Desk, claim_id: int, version: int) -> Since:
    with desk.database.read() as session:
        claim = session.get_one(Claim, claim_id)
        return changes.since(session, claim, events_of(session, "claim", claim_id), version)


def test_nothing_has_happened_since_the_version_that_stands(desk: Desk):
    killed, _ = desk.claims()
    found = since(desk, killed, 1)
    assert found.events == []
    assert found.before == found.after


def test_a_verdict_since_then_is_two_events_and_no_field(desk: Desk):
    killed, _ = desk.claims()
    desk.decide(desk.reviewer, killed, Verdict.REFUTED)
    found = since(desk, killed, 1)
    assert [event.kind for event in found.events] == ["leased", "settled"]
    assert found.before == found.after


def test_a_correction_since_then_shows_the_fields_before_it(desk: Desk):
    killed, _ = desk.claims()
    with desk.database.write() as session:
        corrections.apply(session, desk.reviewer, killed, 1, {"measure": "injured"}, desk.now)
    found = since(desk, killed, 1)
    assert [event.kind for event in found.events] == ["corrected"]
    assert found.before is not None
    assert (found.before["measure"], found.after["measure"]) == ("killed", "injured")


def test_a_new_reading_that_changes_nothing_belongs_to_the_version_seen(desk: Desk):
    article_id, job_id = desk.submit()
    desk.run(job_id)
    killed = desk.claim_ids(article_id)[0]
    with desk.database.write() as session:
        from models.workflow import jobs

        again = jobs.extract_again(session, desk.editor, article_id, desk.now).id
    desk.run(again, reading(model="test-2"))
    assert since(desk, killed, 1).events == []


def test_a_version_that_never_was_has_no_fields(desk: Desk):
    killed, _ = desk.claims()
    found = since(desk, killed, 0)
    assert found.before is None
    assert [event.kind for event in found.events] == ["extracted"]
