"""A take-down erases words everywhere and leaves ids, hashes and a whole trail."""

import pytest
from sqlalchemy import inspect, text

from models.domain.errors import Forbidden, Invalid
from models.workflow import audit, corrections, extract, jobs, takedown, trail
from tests.factories import Desk, reading


def take_down(desk: Desk, article_id: int) -> None:
    with desk.database.write() as session:
        takedown.take_down(session, desk.admin, article_id, "the family asked for it", desk.now)


def everything(desk: Desk) -> str:
    """All that the database holds, as one string."""
    with desk.database.read() as session:
        tables = inspect(desk.database.engine).get_table_names()
        return repr([session.execute(text(f"SELECT * FROM {table}")).all() for table in tables])


def test_the_words_are_gone_and_the_trail_is_whole(desk: Desk) -> None:
    article_id, job_id = desk.submit()
    desk.run(job_id)
    first, second = desk.claim_ids(article_id)
    desk.decide(desk.reviewer, first)
    with desk.database.write() as session:
        corrections.apply(session, desk.reviewer, second, 1, {"measure": "evacuated"}, desk.now)
    assert "mayor" in everything(desk)
    take_down(desk, article_id)
    kept = everything(desk)
    for words in ("mayor", "Velmora", "21 dead", "people were killed", "fled"):
        assert words not in kept
    claim = desk.claim(first)
    assert (claim.state, claim.verdict, claim.measure) == ("final", "supported", "killed")
    assert desk.claim(second).measure == "evacuated"
    with desk.database.read() as session:
        assert list(audit.verify(session)) == []


def test_a_job_at_work_cannot_bring_the_words_back(desk: Desk) -> None:
    article_id, job_id = desk.submit()
    with desk.database.write() as session:
        started = jobs.start(session, job_id, "w1", desk.now)
        assert started is not None
    take_down(desk, article_id)
    with desk.database.write() as session:
        assert not extract.record(session, started, reading(), desk.now)
    assert "mayor" not in everything(desk)


def test_only_an_admin_with_a_reason_and_twice_is_once(desk: Desk) -> None:
    article_id, _ = desk.submit()
    with desk.database.write() as session:
        with pytest.raises(Forbidden):
            takedown.take_down(session, desk.editor, article_id, "because", desk.now)
        with pytest.raises(Invalid):
            takedown.take_down(session, desk.admin, article_id, " ", desk.now)
    take_down(desk, article_id)
    take_down(desk, article_id)
    with desk.database.read() as session:
        assert trail.last_event(session, "article", article_id).kind == "taken_down"  # type: ignore[union-attr]
