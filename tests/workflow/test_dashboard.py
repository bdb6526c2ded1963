"""The desk at a glance: every figure of it counted by hand beside it."""

from models.domain.states import DismissReason, Verdict
from models.workflow import dashboard, leases, review
from models.workflow.dashboard import Waiting
from tests.factories import TEXT, Desk


def overview(desk: Desk, days: int = 7) -> dashboard.Dashboard:
    with desk.database.read() as session:
        return dashboard.overview(session, desk.now, days)


def test_each_day_says_what_was_done_on_it(desk: Desk):
    first, second = desk.claims()
    desk.later(hours=2)
    with desk.database.write() as session:
        leases.lease(session, desk.reviewer, first, desk.now)
    desk.later(seconds=40)
    desk.decide(desk.reviewer, first)
    desk.later(days=1)
    with desk.database.write() as session:
        review.dismiss(session, desk.second, second, 1, DismissReason.NOT_A_CLAIM, None, None, desk.now)
    with desk.database.write() as session:
        review.undo(session, desk.second, second, 2, desk.now)
    seen = overview(desk)
    assert [day.day.isoformat() for day in seen.days][-2:] == ["2024-05-02", "2024-05-03"]
    assert len(seen.days) == 7
    before, today = seen.days[-2:]
    assert (before.found, before.settled, before.dismissed) == (2, 1, 0)
    assert (today.found, today.settled, today.dismissed, today.undone) == (0, 0, 1, 1)
    assert seen.seconds_of_review == 40
    assert seen.seconds_until_settled == 2 * 3600 + 40
    counted = [(one.day.isoformat(), one.measure, one.claims) for one in seen.measures]
    assert counted == [("2024-05-02", "displaced", 1), ("2024-05-02", "killed", 1)]


def test_the_backlog_tells_what_the_queue_shows_of_it(desk: Desk):
    desk.set(check_threshold=0.8)
    desk.claims()
    backlog = {one.state: one for one in overview(desk).backlog}
    assert backlog["open"] == Waiting("open", 2, 1)
    assert backlog["final"] == Waiting("final", 0, 0)


def test_a_desk_of_nothing_has_no_medians(desk: Desk):
    seen = overview(desk, 1)
    assert (seen.seconds_of_review, seen.seconds_until_settled, seen.measures) == (None, None, [])
    assert [one.claims for one in seen.agreement] == [0, 0]


def test_an_open_first_verdict_shows_in_no_figure(desk: Desk):
    desk.set(second_reviewer=True)
    ids = [*desk.claims(), *desk.claims(f"{TEXT} Again.")]
    desk.decide(desk.reviewer, ids[0], Verdict.SUPPORTED)
    supported = overview(desk)
    desk.decide(desk.reviewer, ids[1], Verdict.REFUTED)
    refuted = overview(desk)
    assert supported.days[-1].proposed + 1 == refuted.days[-1].proposed
    assert supported.agreement == refuted.agreement
