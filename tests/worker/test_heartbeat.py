"""A heartbeat beats while its block runs, and tells the block when the job is no longer its own."""

import time

import pytest

from worker.heartbeat import Heartbeat, JobLost, Progress


def test_it_beats_with_the_latest_progress():
    beats: list[Progress] = []

    def beat(progress: Progress) -> bool:
        beats.append(progress)
        return True

    with Heartbeat(beat, 0.02) as heart:
        heart.report("marking", 3, 10)
        time.sleep(0.15)
    count = len(beats)
    assert count >= 3
    assert set(beats) == {("marking", 3, 10)}
    time.sleep(0.1)
    assert len(beats) == count, "it ends with its block"


def test_a_job_that_is_lost_ends_the_reading():
    with Heartbeat(lambda _: False, 0.01) as heart:
        time.sleep(0.1)
        with pytest.raises(JobLost, match="marking 7/10"):
            heart.report("marking", 7, 10)


def test_a_beat_that_fails_is_tried_again():
    calls = []

    def beat(progress: Progress) -> bool:
        calls.append(progress)
        if len(calls) == 1:
            raise OSError("the database is busy")
        return True

    with Heartbeat(beat, 0.02) as heart:
        time.sleep(0.15)
        heart.report("marking", 1, 1)
    assert len(calls) >= 2
