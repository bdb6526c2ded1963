"""The hammer's people go home when nobody has work, not each when they have none."""

from lab.hammer.closing import EMPTY_TIMES, Closing


def _look_in_vain(closing: Closing, who: int, times: int = EMPTY_TIMES) -> None:
    for _ in range(times):
        closing.found_none(who, closing.look())


def test_nobody_leaves_while_somebody_has_a_claim_in_hand() -> None:
    """Seen at full size: the last verdict took its time, the others had gone, and its second never came."""
    closing = Closing(2)
    closing.worked()  # the first takes a claim
    _look_in_vain(closing, 2)
    assert not closing.is_due
    closing.worked()  # and proposes a verdict, which the second must find
    _look_in_vain(closing, 1)
    assert not closing.is_due, "the second has not looked since"
    _look_in_vain(closing, 2)
    assert closing.is_due


def test_a_look_that_began_before_the_last_work_says_nothing() -> None:
    closing = Closing(1)
    before = closing.look()
    closing.worked()
    for _ in range(EMPTY_TIMES):
        closing.found_none(1, before)
    assert not closing.is_due


def test_one_look_is_not_enough() -> None:
    closing = Closing(1)
    _look_in_vain(closing, 1, EMPTY_TIMES - 1)
    assert not closing.is_due
