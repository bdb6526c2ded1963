"""The README's walk from an article to a verdict does what it says, command by command."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.live.installation import ROOT, Folder, free_port

pytestmark = pytest.mark.live


def walk() -> str:
    """Return the indented blocks of the README's curl section as one shell script."""
    section = (
        (ROOT / "README.md").read_text().split("with curl\n")[1].split("The same from the command line")[0]
    )
    return "\n".join(line[4:] for line in section.splitlines() if line.startswith("    "))


def values(output: str) -> list[Any]:
    """Return the JSON values that stand one after the other in *output*."""
    found, output = [], output.strip()
    while output:
        value, end = json.JSONDecoder().raw_decode(output)
        found.append(value)
        output = output[end:].lstrip()
    return found


def test_the_curl_walk_ends_with_a_verified_claim(folder: Folder, tmp_path: Path):
    started = folder.start("--port", str(free_port()))
    folder.wait_until_up(started)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", walk()], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    claims, verdict, verified, events = values(done.stdout)
    assert {claim["status"] for claim in claims["items"]} == {"unverified"}
    assert verdict["status"] == "verified"
    assert verdict["id"] in {claim["id"] for claim in verified["items"]}
    assert events["items"]
    started.terminate()
    started.communicate(timeout=20)
