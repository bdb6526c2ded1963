"""What the live tests share: a folder in which the whole product may be up."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.runfile import end_leftovers
from tests.live.installation import Folder


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    used = Folder(tmp_path / "var")
    yield used
    used.record()
    for started in used.started:  # where a test failed on the way
        if started.poll() is None:
            started.kill()
            started.communicate()
    for run in used.runs:
        end_leftovers(run, patience=1)
