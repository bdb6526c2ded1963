"""A tenth of the survival run of lab/survival.py: real server, broker and worker, killed with -9."""

import os
import subprocess
import sys

import pytest

from lab.survival import ROOT, WIKINEWS

pytestmark = pytest.mark.skipif(not WIKINEWS.exists(), reason=f"{WIKINEWS} is not beside the project")


def test_every_article_comes_through_a_worker_that_is_killed() -> None:
    # The same code and rules as full size; only the clock of the sweep is faster, so that CI need not wait.
    faster = {
        "CLAIMBENCH_HEARTBEAT_EVERY": "3",
        "CLAIMBENCH_STALE_AFTER": "10",
        "CLAIMBENCH_SWEEP_EVERY": "3",
    }
    command = [sys.executable, "-m", "lab.survival", "--articles", "30", "--kills", "2"]
    ended = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **faster},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "under 2 kills: {'succeeded': 30}" in ended.stdout
