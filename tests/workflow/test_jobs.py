"""Jobs survive lost messages, dead workers and slow ones, and are never written by two."""

import pytest

from models.data.tables import Job
from models.domain.errors import Conflict, NotFound
from models.workflow import extract, jobs
from models.workflow.jobs import MAX_ATTEMPTS, StartedJob, Swept
from tests.factories import TEXT, Desk, reading


def job(desk: Desk, job_id: int) -> Job:
    with desk.database.read() as session:
        return jobs.get(session, job_id)


def start(desk: Desk, job_id: int, owner: str = "w1") -> StartedJob | None:
    with desk.database.write() as session:
        return jobs.start(session, job_id, owner, desk.now)


def started(desk: Desk, job_id: int, owner: str = "w1") -> StartedJob:
    mine = start(desk, job_id, owner)
    assert mine is not None
    return mine


def sweep(desk: Desk) -> Swept:
    with desk.database.write() as session:
        return jobs.sweep(session, desk.now)


def test_only_one_worker_gets_a_job(desk: Desk) -> None:
    _, job_id = desk.submit()
    assert started(desk, job_id).attempt == 1
    assert start(desk, job_id, "w2") is None
    assert job(desk, job_id).owner == "w1"


def test_signs_of_life_carry_progress_and_keep_the_sweep_away(desk: Desk) -> None:
    _, job_id = desk.submit()
    mine = started(desk, job_id)
    desk.later(seconds=59)
    with desk.database.write() as session:
        assert jobs.beat(session, mine, desk.now, "reading", 3, 12)
    desk.later(seconds=59)
    assert sweep(desk) == Swept((), ())
    stands = job(desk, job_id)
    assert (stands.stage, stands.done, stands.total) == ("reading", 3, 12)


def test_a_silent_job_runs_again_and_its_first_worker_cannot_write(desk: Desk) -> None:
    article_id, job_id = desk.submit()
    lost = started(desk, job_id)
    desk.later(seconds=61)
    assert sweep(desk) == Swept((job_id,), ())
    successor = started(desk, job_id, "w2")
    assert successor.attempt == 2
    with desk.database.write() as session:
        assert not jobs.beat(session, lost, desk.now, "reading")
        assert not extract.record(session, lost, reading(), desk.now)
        assert not jobs.fail(session, lost, "too late", desk.now)
    assert desk.claim_ids(article_id) == []
    with desk.database.write() as session:
        assert extract.record(session, successor, reading(), desk.now)
    assert job(desk, job_id).state == "succeeded"
    assert len(desk.claim_ids(article_id)) == 2


def test_the_same_worker_of_an_earlier_attempt_cannot_write_either(desk: Desk) -> None:
    _, job_id = desk.submit()
    lost = started(desk, job_id)
    desk.later(seconds=61)
    sweep(desk)
    started(desk, job_id, lost.owner)
    with desk.database.write() as session:
        assert not jobs.is_mine(session, lost)


def test_a_job_whose_message_was_lost_is_sent_again(desk: Desk) -> None:
    _, job_id = desk.submit()
    desk.later(seconds=59)
    assert sweep(desk).to_send == ()
    desk.later(seconds=2)
    assert sweep(desk).to_send == (job_id,)
    assert sweep(desk).to_send == (), "not with every sweep, but a minute later"
    desk.later(seconds=61)
    with desk.database.write() as session:
        waiting = jobs.sweep(session, desk.now, is_queue_empty=False)
    assert waiting.to_send == (), "a job in a long queue is not lost"
    assert job(desk, job_id).attempt == 0, "a lost message is not the job's fault"


def test_after_five_attempts_it_is_failed_with_its_reason(desk: Desk) -> None:
    _, job_id = desk.submit()
    for attempt in range(1, MAX_ATTEMPTS + 1):
        assert started(desk, job_id).attempt == attempt
        desk.later(seconds=61)
        swept = sweep(desk)
    assert swept == Swept((), (job_id,))
    stands = job(desk, job_id)
    assert stands.state == "failed"
    assert stands.error is not None
    assert "given up after 5 attempts" in stands.error


def test_a_failure_that_may_pass_is_tried_again_up_to_five_times(desk: Desk) -> None:
    _, job_id = desk.submit()
    for _ in range(MAX_ATTEMPTS - 1):
        mine = started(desk, job_id)
        with desk.database.write() as session:
            assert jobs.requeue(session, mine, "no memory", desk.now)
    mine = started(desk, job_id)
    with desk.database.write() as session:
        assert not jobs.requeue(session, mine, "no memory", desk.now)
    assert "no memory" in (job(desk, job_id).error or "")


def test_a_cancelled_job_is_noticed_and_writes_nothing(desk: Desk) -> None:
    article_id, job_id = desk.submit()
    mine = started(desk, job_id)
    with desk.database.write() as session:
        jobs.cancel(session, desk.submitter, job_id, desk.now)
        jobs.cancel(session, desk.submitter, job_id, desk.now)
    with desk.database.write() as session:
        assert not jobs.beat(session, mine, desk.now, "reading")
        assert not extract.record(session, mine, reading(), desk.now)
    desk.later(hours=1)
    assert sweep(desk) == Swept((), ())
    assert desk.claim_ids(article_id) == []


def test_only_what_runs_is_cancelled_and_only_what_came_to_nothing_retried(desk: Desk) -> None:
    _, job_id = desk.submit()
    with desk.database.write() as session, pytest.raises(Conflict, match="is queued"):
        jobs.retry(session, desk.submitter, job_id, desk.now)
    desk.run(job_id)
    with desk.database.write() as session, pytest.raises(Conflict, match="already succeeded"):
        jobs.cancel(session, desk.submitter, job_id, desk.now)
    with desk.database.write() as session, pytest.raises(Conflict, match="has succeeded"):
        jobs.retry(session, desk.submitter, job_id, desk.now)
    with desk.database.write() as session:
        jobs.get(session, job_id).state = "failed"
    with desk.database.write() as session:
        assert jobs.retry(session, desk.submitter, job_id, desk.now).id != job_id


def test_an_id_that_never_was_is_not_pending(desk: Desk) -> None:
    with desk.database.read() as session, pytest.raises(NotFound):
        jobs.get(session, 999)
    assert start(desk, 999) is None


def test_in_a_long_queue_only_a_job_that_was_overtaken_is_sent_again(desk: Desk) -> None:
    _, lost = desk.submit()
    desk.later(seconds=10)
    _, later = desk.submit(f"{TEXT} Later.")
    _, last = desk.submit(f"{TEXT} Last.")
    desk.later(seconds=61)

    def swept() -> tuple[int, ...]:
        with desk.database.write() as session:
            return jobs.sweep(session, desk.now, is_queue_empty=False).to_send

    assert swept() == (), "nothing shows yet that its message is not on its way"
    started(desk, later)
    assert swept() == (lost,), "the one after it has begun; the last one still waits its turn"
    desk.later(seconds=61)
    assert lost not in swept(), "once for each time that it is overtaken"
    assert job(desk, last).state == "queued"
