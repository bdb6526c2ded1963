"""The audit names what somebody changed behind the trail's back."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from models.workflow import audit
from models.workflow.audit import Difference
from tests.factories import Desk

Tamper = Callable[[Desk, int], str]


def run(desk: Desk, statement: str, **values: object) -> None:
    """Do by plain SQL what no use case would, the trail's guard lifted."""
    with desk.database.write() as session:
        if desk.database.is_sqlite:
            session.execute(text("DROP TRIGGER IF EXISTS events_refuse_update"))
            session.execute(text("DROP TRIGGER IF EXISTS events_refuse_delete"))
        else:
            session.execute(text("SET LOCAL session_replication_role = replica"))
        session.execute(text(statement), values)


def differences(desk: Desk, **kw: object) -> list[Difference]:
    with desk.database.read() as session:
        return list(audit.verify(session, **kw))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (
            "UPDATE claims SET verdict = 'refuted' WHERE id = :id",
            "verdict is 'refuted', its events say 'supported'",
        ),
        (
            "UPDATE claims SET measure = 'injured' WHERE id = :id",
            "measure is 'injured', its reading says 'killed'",
        ),
        ("UPDATE claims SET version = 9 WHERE id = :id", "version is 9, its events say 3"),
        (
            "UPDATE events SET kind = 'undone' WHERE subject = 'claim' AND subject_id = :id AND seq = 3",
            "event 3 (undone) is not what was written",
        ),
        ("DELETE FROM events WHERE subject = 'claim' AND subject_id = :id AND seq = 2", "event 2 is missing"),
        ("DELETE FROM events WHERE subject = 'claim' AND subject_id = :id", "has no events"),
    ],
)
def test_each_kind_of_tampering_is_named(desk: Desk, statement: str, expected: str) -> None:
    claim_id = desk.claims()[0]
    desk.decide(desk.reviewer, claim_id)
    assert differences(desk) == []
    run(desk, statement, id=claim_id)
    found = differences(desk)
    assert Difference("claim", claim_id, expected) in found
    assert {d.subject_id for d in found} == {claim_id}, "nothing else is accused"


def test_a_checkpoint_shows_a_chain_that_was_cut(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    desk.decide(desk.reviewer, claim_id)
    with desk.database.read() as session:
        checkpoint = list(audit.heads(session))
    assert differences(desk, checkpoint=checkpoint) == []
    # The last event and what it did are undone together: the chain alone looks whole.
    run(desk, "DELETE FROM events WHERE subject = 'claim' AND subject_id = :id AND seq = 3", id=claim_id)
    run(
        desk,
        "UPDATE claims SET state = 'in_review', verdict = NULL, fingerprint = NULL, version = 2, "
        "lease_holder = :who WHERE id = :id",
        id=claim_id,
        who=desk.reviewer.user_id,
    )
    assert differences(desk) == []
    assert differences(desk, checkpoint=checkpoint) == [
        Difference("claim", claim_id, "event 3 is not the one of the checkpoint")
    ]


def test_what_happens_after_a_checkpoint_is_no_difference(desk: Desk) -> None:
    first, second = desk.claims()
    with desk.database.read() as session:
        checkpoint = list(audit.heads(session))
    desk.decide(desk.reviewer, first)
    desk.decide(desk.reviewer, second)
    assert differences(desk, checkpoint=checkpoint) == []
