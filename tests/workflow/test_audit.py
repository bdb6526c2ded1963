"""The audit names what somebody changed behind the trail's back."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from models.data.tables import Claim, Figure
from models.workflow import audit, figures, grouping
from models.workflow.audit import Difference
from tests.factories import Desk
from tests.ferry import compare_all, figure_of, tell

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


def decided_figures(desk: Desk) -> tuple[int, int, int]:
    """One figure of two that a reviewer split, joined back and pinned, beside one that the machine joined."""
    first, second = tell(desk, 17, "Seventeen"), tell(desk, 17, "17", source="Mirror")
    third = tell(desk, 17, "17", source="Herald")
    compare_all(desk)
    number = figure_of(desk, first)
    with desk.database.write() as session:
        claim = session.get_one(Claim, third)
        member = grouping.member_of(session, claim)
        assert member is not None
        grouping.leave(session, member, desk.now)
        own = grouping.create(session, claim, desk.now)
        grouping.add(session, own, claim, grouping.MACHINE, 1.0, "The first that states it.", None, desk.now)
    tell(desk, 17, "17", source="Gazette")
    compare_all(desk)
    assert figure_of(desk, third) == number, "the machine joined the two"
    who = desk.reviewer
    with desk.database.write() as session:
        figure = session.get_one(Figure, number)
        own = figures.split(session, who, number, figure.version, second, None, "another ferry", desk.now)
        figures.join(session, who, number, figure.version, own.id, None, desk.now)
        split = figures.split(session, who, number, figure.version, third, None, "a third ferry", desk.now)
        figures.pin(session, who, number, figure.version, True, None, desk.now)
        return number, own.id, split.id


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE figures SET pinned = false WHERE id = :id", "pinned is False, its events say True"),
        ("UPDATE figures SET joined_into = 99 WHERE id = :id", "joined_into is 99, its events say None"),
        ("UPDATE figures SET members = 9 WHERE id = :id", "members is 9, and 3 stand there"),
        (
            "DELETE FROM figure_members WHERE claim_id = 2",
            "claim 2 is no member, its events say that it is one",
        ),
        (
            "UPDATE figure_members SET origin = 'machine' WHERE claim_id = 2",
            "claim 2 was put there by a machine, its events say by a person",
        ),
        (
            "UPDATE figure_members SET figure_id = :id WHERE claim_id = 3",
            "claim 3 is a member, its events say that it is none",
        ),
        (
            "DELETE FROM figure_overrides WHERE kind = 'split' AND claim_id = 3",
            "the decision split claim 3 by user {who} at {at} is not kept, its events tell of it",
        ),
        (
            "UPDATE figure_overrides SET claim_id = 1 WHERE kind = 'split' AND claim_id = 3",
            "the decision split claim 1 by user {who} at {at} is kept, and no event tells of it",
        ),
        (
            "UPDATE figure_overrides SET kind = 'unpin' WHERE kind = 'pin'",
            "the decision pin by user {who} at {at} is not kept, its events tell of it",
        ),
    ],
)
def test_a_figure_that_was_altered_by_plain_sql_is_named(desk: Desk, statement: str, expected: str) -> None:
    number, _, _ = decided_figures(desk)
    assert differences(desk) == []
    run(desk, statement, id=number)
    said = expected.format(who=desk.reviewer.user_id, at=f"{desk.now:%Y-%m-%d %H:%M:%S}")
    found = differences(desk)
    assert Difference("figure", number, said) in found
    assert {d.subject for d in found} == {"figure"}


def test_a_join_that_was_forgotten_and_a_figure_without_events_are_named(desk: Desk) -> None:
    number, joined, split = decided_figures(desk)
    run(desk, "DELETE FROM figure_overrides WHERE kind = 'join'")
    at = f"{desk.now:%Y-%m-%d %H:%M:%S}"
    said = f"the decision join into figure {number} by user {desk.reviewer.user_id} at {at} is not kept, "
    assert Difference("figure", joined, said + "its events tell of it") in differences(desk)
    run(desk, "DELETE FROM events WHERE subject = 'figure' AND subject_id = :id", id=split)
    assert Difference("figure", split, "has no events") in differences(desk)
