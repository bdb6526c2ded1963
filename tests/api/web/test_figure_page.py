"""A figure's page without a browser: jumps, conflicts, what is not compared, and the tables to take along."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from models.data.tables import Claim, Figure
from models.workflow import figures
from tests.api.web.conftest import Visitor
from tests.factories import Desk
from tests.ferry import DAY, compare_all, figure_of, tell

Visit = Callable[..., Visitor]


@pytest.fixture
def told(desk: Desk) -> list[int]:
    """Nine, a rival's seven of the same day, thirty a day later."""
    ids = [
        tell(desk, 9, "Nine"),
        tell(desk, 7, "Seven", source="Mirror"),
        tell(desk, 30, "Thirty", on=DAY + timedelta(days=1), source="Gazette"),
    ]
    compare_all(desk)
    with desk.database.write() as session:
        home = session.get_one(Figure, figure_of(desk, ids[0]))
        for one in ids[1:]:
            if figure_of(desk, one) != home.id:
                version = home.version
                figures.join(session, desk.reviewer, home.id, version, figure_of(desk, one), None, desk.now)
    return ids


def test_a_jump_beyond_the_desks_limit_is_flagged_in_words(desk: Desk, visit: Visit, told: list[int]):
    path = f"/figures/{figure_of(desk, told[0])}"
    flag = '<span class="urgent">! a jump</span>'
    assert flag in visit(desk.submitter).text(path)
    desk.set(jump_limit=9.0)
    assert flag not in visit(desk.submitter).text(path)


def test_what_is_defined_apart_is_listed_as_not_compared_and_not_as_a_conflict(
    desk: Desk, visit: Visit, told: list[int]
):
    path = f"/figures/{figure_of(desk, told[0])}"
    page = visit(desk.submitter).text(path)
    assert "Cannot both hold" in page
    assert "Not compared" not in page
    with desk.database.write() as session:
        session.get_one(Claim, told[1]).population = "children"
    page = visit(desk.submitter).text(path)
    assert "Cannot both hold" not in page
    assert "Not compared, and so no conflict: 2 pairs" in page
    assert "children" in page


def test_both_tables_can_be_taken_along(desk: Desk, visit: Visit, told: list[int]):
    number = figure_of(desk, told[0])
    visitor = visit(desk.submitter)
    page = visitor.text(f"/figures/{number}")
    for name in ("series.csv", "days.csv"):
        assert f'href="/v1/figures/{number}/{name}"' in page
        assert visitor.get(f"/v1/figures/{number}/{name}").mimetype == "text/csv"


def test_a_figure_that_was_joined_says_where_its_members_are(desk: Desk, visit: Visit, told: list[int]):
    far = tell(desk, 16, "16", on=DAY - timedelta(days=900), source="Herald")
    compare_all(desk)
    one, other = figure_of(desk, told[0]), figure_of(desk, far)
    with desk.database.write() as session:
        version = session.get_one(Figure, one).version
        figures.join(session, desk.reviewer, one, version, other, None, desk.now)
    page = visit(desk.submitter).text(f"/figures/{other}")
    assert f'It was joined to <a href="/figures/{one}">' in page
    assert "Split out" not in page
