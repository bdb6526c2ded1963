"""One run a folder, and what a killed one left is no obstacle."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from cli import runfile
from cli.runfile import only_run

ROOT = Path(__file__).resolve().parents[2]

HOLDER = """
import sys, time
from pathlib import Path
from cli.runfile import only_run
with only_run(Path(sys.argv[1])) as run:
    run.open_at("http://127.0.0.1:8123")
    print("held", flush=True)
    sys.stdin.readline()
    run.end()
    print("ending", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def hold(folder: Path, takes_to_end: float = 0.0) -> subprocess.Popen[str]:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder), str(takes_to_end)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


@pytest.fixture(autouse=True)
def _little_patience(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(runfile, "A_MOMENT", 0.3)


def test_a_second_run_is_told_where_the_first_is(tmp_path: Path):
    holder = hold(tmp_path)
    with pytest.raises(click.ClickException) as raised, only_run(tmp_path):
        pass
    assert (
        f"already up in this folder at http://127.0.0.1:8123 (process {holder.pid})" in raised.value.message
    )
    assert f"kill {holder.pid}" in raised.value.message
    assert json.loads((tmp_path / "up.json").read_text())["pid"] == holder.pid, (
        "the first one's record stands"
    )
    holder.communicate("\n", timeout=10)


def test_a_run_that_is_ending_is_waited_for(tmp_path: Path):
    holder = hold(tmp_path, takes_to_end=1.5)
    assert holder.stdin is not None
    assert holder.stdout is not None
    holder.stdin.write("\n")
    holder.stdin.flush()
    assert holder.stdout.readline() == "ending\n"
    with only_run(tmp_path) as run:
        assert run.pid == os.getpid()
    holder.communicate(timeout=10)


def test_a_killed_run_leaves_the_folder_free(tmp_path: Path):
    holder = hold(tmp_path)
    holder.kill()
    holder.communicate()
    assert (tmp_path / "up.json").exists()
    with only_run(tmp_path) as run:
        assert json.loads((tmp_path / "up.json").read_text())["run"] == run.name
    assert not (tmp_path / "up.json").exists()


def test_a_damaged_record_is_no_obstacle(tmp_path: Path):
    (tmp_path / "up.json").write_text("{half a rec")
    with only_run(tmp_path):
        pass
