"""Where this installation keeps its things and how it reaches them: read once from the environment.

Only infrastructure stands here. What a desk decides (vague counts, a second reviewer, thresholds) is a
versioned table that an admin changes.
"""

import hashlib
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parent.parent
"""The folder that holds the rooms, `claimbench` and the Makefile."""

LONGEST_SOCKET_PATH = 100
"""Bytes; sun_path holds 108 on Linux and 104 on macOS, its closing zero included."""

SHORTEST_SECRET = 32
"""Characters: 32 of hexadecimal are 128 bits."""


class SettingsError(ValueError):
    """A setting that cannot be used; the message names the variable and what it may be."""


@dataclass(frozen=True)
class Settings:
    """The infrastructure of one installation; times are seconds, sizes are bytes."""

    var_dir: Path
    database_url: str
    broker_url: str
    host: str = "127.0.0.1"
    port: int = 8000
    secret_key: str = ""
    secure_cookies: bool = False
    trusted_proxies: int = 0
    extractor: Literal["auto", "model", "rules"] = "auto"
    model_dir: Path = ROOT / "models" / "weights"
    worker_processes: int = 2
    web_processes: int = 1
    web_threads: int = 8
    heartbeat_every: int = 10
    stale_after: int = 60
    sweep_every: int = 15
    soft_time_limit: int = 540
    hard_time_limit: int = 600
    log_level: str = "INFO"
    log_format: Literal["auto", "json", "console"] = "auto"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Read the settings; raises SettingsError on the first value that cannot be used."""
        read = _Reader(os.environ if environment is None else environment)
        var_dir = Path(read.words("CLAIMBENCH_VAR", str(ROOT / "var"))).expanduser().absolute()
        settings = cls(
            var_dir=var_dir,
            database_url=read.words("DATABASE_URL", f"sqlite:///{var_dir / 'claimbench.db'}"),
            broker_url=read.words("BROKER_URL", f"redis+socket://{embedded_socket(var_dir)}"),
            host=read.words("CLAIMBENCH_HOST", cls.host),
            port=read.number("CLAIMBENCH_PORT", cls.port, lowest=0, highest=65535),
            secret_key=read.words("SECRET_KEY", "") or _kept_secret(var_dir),
            secure_cookies=read.answer("CLAIMBENCH_SECURE_COOKIES", default=cls.secure_cookies),
            trusted_proxies=read.number(
                "CLAIMBENCH_TRUSTED_PROXIES", cls.trusted_proxies, lowest=0, highest=10
            ),
            extractor=read.one_of("CLAIMBENCH_EXTRACTOR", ("auto", "model", "rules")),  # type: ignore[arg-type]
            model_dir=Path(read.words("CLAIMBENCH_MODEL_DIR", str(cls.model_dir))).expanduser().absolute(),
            worker_processes=read.number("CLAIMBENCH_WORKER_PROCESSES", cls.worker_processes),
            web_processes=read.number("CLAIMBENCH_WEB_PROCESSES", cls.web_processes),
            web_threads=read.number("CLAIMBENCH_WEB_THREADS", cls.web_threads),
            heartbeat_every=read.number("CLAIMBENCH_HEARTBEAT_EVERY", cls.heartbeat_every),
            stale_after=read.number("CLAIMBENCH_STALE_AFTER", cls.stale_after),
            sweep_every=read.number("CLAIMBENCH_SWEEP_EVERY", cls.sweep_every),
            soft_time_limit=read.number("CLAIMBENCH_SOFT_TIME_LIMIT", cls.soft_time_limit),
            hard_time_limit=read.number("CLAIMBENCH_HARD_TIME_LIMIT", cls.hard_time_limit),
            log_level=read.one_of("CLAIMBENCH_LOG_LEVEL", ("INFO", "DEBUG", "WARNING", "ERROR")),
            log_format=read.one_of("CLAIMBENCH_LOG_FORMAT", ("auto", "json", "console")),  # type: ignore[arg-type]
        )
        settings._refuse_contradictions()
        return settings

    def require_secret(self) -> str:
        """Return the key that signs sessions; raises SettingsError where there is none or it is too short."""
        if len(self.secret_key) < SHORTEST_SECRET:
            raise SettingsError(
                f"SECRET_KEY must be set to at least {SHORTEST_SECRET} random characters, such as the"
                " output of `openssl rand -hex 32`. (`make up` generates one and keeps it in var/secret.)"
            )
        return self.secret_key

    @property
    def uses_embedded_broker(self) -> bool:
        """Whether the broker is the Valkey that `./claimbench up` and `./claimbench broker` start."""
        return self.broker_url == f"redis+socket://{embedded_socket(self.var_dir)}"

    def _refuse_contradictions(self) -> None:
        if self.stale_after < 2 * self.heartbeat_every:
            raise SettingsError(
                f"CLAIMBENCH_STALE_AFTER is {self.stale_after} and CLAIMBENCH_HEARTBEAT_EVERY"
                f" {self.heartbeat_every}: a job would seem lost between two heartbeats;"
                " make it at least twice as long."
            )
        if self.hard_time_limit <= self.soft_time_limit:
            raise SettingsError(
                f"CLAIMBENCH_HARD_TIME_LIMIT is {self.hard_time_limit} and CLAIMBENCH_SOFT_TIME_LIMIT"
                f" {self.soft_time_limit}: the hard one ends what the soft one could not, so make it longer."
            )


def embedded_socket(var_dir: Path) -> Path:
    """Return the unix socket of the embedded broker; its folder is made mode 0700 by whoever starts it.

    A path too long for the kernel moves to a folder of this user's in the system's temporary directory.
    """
    socket = var_dir / "valkey" / "valkey.sock"
    if len(os.fsencode(socket)) <= LONGEST_SOCKET_PATH:
        return socket
    name = hashlib.sha256(os.fsencode(var_dir)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"claimbench-{os.getuid()}-{name}" / "valkey.sock"


def _kept_secret(var_dir: Path) -> str:
    try:
        return (var_dir / "secret").read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""


class _Reader:
    """Reads single variables, with messages that say what each may be; an empty one counts as not set."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = environment

    def words(self, name: str, default: str) -> str:
        return self.environment.get(name, "").strip() or default

    def number(self, name: str, default: int, lowest: int = 1, highest: int = 10**9) -> int:
        value = self.words(name, str(default))
        if not (value.isascii() and value.isdigit() and lowest <= int(value) <= highest):
            raise SettingsError(f"{name} is {value!r}; it must be a whole number from {lowest} to {highest}.")
        return int(value)

    def one_of(self, name: str, choices: tuple[str, ...]) -> str:
        value = self.words(name, choices[0])
        if value not in choices:
            raise SettingsError(f"{name} is {value!r}; it must be one of: {', '.join(choices)}.")
        return value

    def answer(self, name: str, *, default: bool) -> bool:
        value = self.words(name, "yes" if default else "no").lower()
        if value not in {"yes", "no", "true", "false", "1", "0"}:
            raise SettingsError(f"{name} is {value!r}; it must be yes or no.")
        return value in {"yes", "true", "1"}
