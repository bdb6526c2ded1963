"""A machine's reading reaches its claims once, and never over what a person did."""

from dataclasses import replace

from models.domain.claim import Sentence
from models.domain.states import State
from models.workflow import audit, extract, jobs, trail
from tests.factories import TEXT, Desk, reading


def again(desk: Desk, article_id: int, **how: object) -> None:
    with desk.database.write() as session:
        job = jobs.extract_again(session, desk.editor, article_id, desk.now)
        job_id = job.id
    desk.run(job_id, reading(TEXT, **how))  # type: ignore[arg-type]


def test_claims_stand_in_text_order_with_offsets_that_slice_back(desk: Desk) -> None:
    for claim_id in desk.claims():
        claim = desk.claim(claim_id)
        quantity = claim.reading["quantity"]
        assert TEXT[quantity["start"] : quantity["end"]] == quantity["text"]
        assert (claim.state, claim.version, claim.model) == ("open", 1, "test-1")


def test_running_it_twice_changes_nothing(desk: Desk) -> None:
    article_id, job_id = desk.submit()
    desk.run(job_id)
    before = [desk.claim(i) for i in desk.claim_ids(article_id)]
    again(desk, article_id)
    after = [desk.claim(i) for i in desk.claim_ids(article_id)]
    assert [(c.id, c.version, c.reading) for c in before] == [(c.id, c.version, c.reading) for c in after]
    with desk.database.read() as session:
        assert trail.last_event(session, "claim", before[0].id).seq == 1  # type: ignore[union-attr]


def test_another_model_writes_a_new_reading_to_the_same_claims(desk: Desk) -> None:
    article_id, job_id = desk.submit()
    desk.run(job_id)
    ids = desk.claim_ids(article_id)
    again(desk, article_id, model="test-2")
    assert desk.claim_ids(article_id) == ids
    assert desk.claim(ids[0]).model == "test-2"
    assert desk.claim(ids[0]).version == 1, "the same values under another model are no new version"
    again(desk, article_id, model="test-2", killed=22)
    assert desk.claim(ids[0]).version == 2
    assert desk.claim(ids[0]).low == 21.5


def test_a_claim_no_longer_found_is_withdrawn_unless_somebody_acted_on_it(desk: Desk) -> None:
    article_id, job_id = desk.submit()
    desk.run(job_id)
    kept, gone = desk.claim_ids(article_id)
    desk.decide(desk.reviewer, kept)
    with desk.database.write() as session:
        job_id = jobs.extract_again(session, desk.editor, article_id, desk.now).id
    desk.run(job_id, replace(reading(), claims=()))
    assert desk.claim_ids(article_id) == [kept]
    assert desk.claim(gone).withdrawn
    again(desk, article_id)
    assert desk.claim_ids(article_id) == [kept, gone]


def test_a_changed_value_makes_a_verdict_stale_and_the_same_value_does_not(desk: Desk) -> None:
    article_id, job_id = desk.submit()
    desk.run(job_id)
    first, _ = desk.claim_ids(article_id)
    desk.decide(desk.reviewer, first)
    again(desk, article_id, model="test-2")
    assert desk.claim(first).state == State.FINAL
    again(desk, article_id, model="test-2", killed=17)
    assert desk.claim(first).state == State.STALE


def test_every_column_can_be_rebuilt_from_the_trail(desk: Desk) -> None:
    article_id, job_id = desk.submit()
    desk.run(job_id)
    again(desk, article_id, killed=22)
    with desk.database.read() as session:
        assert list(audit.verify(session)) == []
        assert len(extract.claims_of(session, article_id)) == 2


def test_a_job_that_succeeded_says_that_all_its_sentences_are_done(desk: Desk) -> None:
    _, job_id = desk.submit()
    found = reading()
    desk.run(job_id, replace(found, sentences=tuple(Sentence(c.sentence, 0.9) for c in found.claims)))
    with desk.database.read() as session:
        job = jobs.get(session, job_id)
        assert (job.stage, job.done, job.total) == ("done", 2, 2)
