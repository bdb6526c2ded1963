"""Where each peer lives: its pinned packages, its own virtual environment, and one run of its adapter."""

import json
import os
import subprocess
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ADAPTERS = Path(__file__).parent / "adapters"
HOME = Path("var/peers")


class PeerMissingError(RuntimeError):
    """A peer's environment does not stand, or could not be made."""


@dataclass(frozen=True, slots=True)
class Peer:
    """Another reader: what to install, and which script of ``adapters`` speaks for it."""

    name: str
    version: str
    licence: str
    requirements: tuple[str, ...]

    @property
    def home(self) -> Path:
        """The folder of its virtual environment."""
        return HOME / self.name

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.home / "bin" / "python"

    @property
    def stamp(self) -> Path:
        """What was installed, written last: an environment without it is half made."""
        return self.home / "installed.txt"

    @property
    def is_installed(self) -> bool:
        """Whether the environment stands with just these requirements."""
        return self.stamp.exists() and self.stamp.read_text().split() == list(self.requirements)


PEERS = {
    peer.name: peer
    for peer in (
        # Its unit classifier is a pickle of scikit-learn 1.8 and loads in no other.
        Peer("quantulum3", "0.10.0", "MIT", ("quantulum3[classifier]==0.10.0", "scikit-learn==1.8.0")),
        # It reads a table that emoji dropped in 2.0.
        Peer("recognizers", "1.0.2a2", "MIT", ("recognizers-text-suite==1.0.2a2", "emoji==1.7.0")),
    )
}


@dataclass(frozen=True, slots=True)
class PeerRun:
    """What a peer said of every text, in order, in its own words, and how fast."""

    quantities: list[list[dict[str, Any]]]
    sentences_per_second: float


def install(peer: Peer) -> None:
    """Make the peer's environment, unless it stands; raises PeerMissingError with pip's last words."""
    if peer.is_installed:
        return
    venv.create(peer.home, with_pip=True, clear=True)
    command = [str(peer.python), "-m", "pip", "install", "--quiet", *peer.requirements]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise PeerMissingError(f"{peer.name} {peer.version} could not be installed: {done.stderr[-500:]}")
    peer.stamp.write_text("\n".join(peer.requirements))


def run(peer: Peer, texts: list[str]) -> PeerRun:
    """Read all *texts* with the peer, in one process of its own; raises PeerMissingError."""
    if not peer.is_installed:
        raise PeerMissingError(f"{peer.name} is not installed: run `python -m lab.bench.peers` once")
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    command = [str(peer.python), "-W", "ignore", str(ADAPTERS / f"read_{peer.name}.py")]
    one_thread = os.environ | {"OMP_NUM_THREADS": "1"}
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False, env=one_thread)
    if done.returncode:
        raise PeerMissingError(f"{peer.name} failed: {done.stderr[-500:]}")
    *answers, speed = [json.loads(line) for line in done.stdout.splitlines()]
    return PeerRun([answer["quantities"] for answer in answers], speed["sentences_per_second"])
