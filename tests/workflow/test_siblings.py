"""Two numbers of one article that both could be a figure: the surer one gets it."""

import pytest

from models.workflow import siblings
from tests.factories import Desk
from tests.ferry import compare_all, figure_of, publish, tell

LAUNCH = "Two people were killed when a launch sank off Kalamata in Greece on Sunday."
FERRY = "Five people were killed when the ferry Aurora sank off Kalamata in Greece on Sunday."


def two_sinkings(desk: Desk) -> tuple[int, int, int]:
    """One article has told the ferry's toll, another tells a launch's and then the ferry's."""
    ferry = tell(desk, 5, "Five")
    compare_all(desk)
    launch, again = publish(
        desk, f"{LAUNCH} {FERRY}", (2, "Two", LAUNCH), (5, "Five", FERRY), source="Mirror"
    )
    compare_all(desk)
    return ferry, launch, again


def test_a_figure_is_kept_for_the_number_that_states_it_most_surely(desk: Desk) -> None:
    ferry, launch, again = two_sinkings(desk)
    assert figure_of(desk, again) == figure_of(desk, ferry)
    assert figure_of(desk, launch) != figure_of(desk, ferry)


def test_without_that_the_first_number_in_the_text_would_take_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(siblings, "reserved", lambda *_: set())
    ferry, launch, again = two_sinkings(desk)
    assert figure_of(desk, launch) == figure_of(desk, ferry)
    assert figure_of(desk, again) != figure_of(desk, ferry)
