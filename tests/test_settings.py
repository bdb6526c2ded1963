"""Settings come from the environment once, with messages that name the variable."""

import os
import stat
from pathlib import Path

import pytest

from models.settings import Settings, SettingsError, embedded_socket


def read(tmp_path: Path, **variables: str) -> Settings:
    return Settings.from_environment({"CLAIMBENCH_VAR": str(tmp_path), **variables})


def test_defaults_keep_to_this_machine(tmp_path: Path):
    settings = read(tmp_path)
    assert settings.host == "127.0.0.1"
    assert settings.database_url == f"sqlite:///{tmp_path}/claimbench.db"
    assert settings.broker_url == f"redis+socket://{tmp_path}/valkey/valkey.sock"
    assert settings.uses_embedded_broker


def test_an_empty_variable_counts_as_not_set(tmp_path: Path):
    assert read(tmp_path, DATABASE_URL="", CLAIMBENCH_PORT=" ") == read(tmp_path)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CLAIMBENCH_PORT", "eighty"),
        ("CLAIMBENCH_PORT", "65536"),
        ("CLAIMBENCH_PORT", "-1"),
        ("CLAIMBENCH_PORT", "٨٠"),
        ("CLAIMBENCH_WORKER_PROCESSES", "0"),
        ("CLAIMBENCH_EXTRACTOR", "magic"),
        ("CLAIMBENCH_SECURE_COOKIES", "perhaps"),
        ("CLAIMBENCH_STALE_AFTER", "15"),
        ("CLAIMBENCH_HARD_TIME_LIMIT", "540"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, name: str, value: str):
    with pytest.raises(SettingsError, match=name):
        read(tmp_path, **{name: value})


def test_there_is_no_default_secret(tmp_path: Path):
    with pytest.raises(SettingsError, match="SECRET_KEY must be set"):
        read(tmp_path).require_secret()
    with pytest.raises(SettingsError, match="at least 32"):
        read(tmp_path, SECRET_KEY="short").require_secret()


def test_the_kept_secret_serves_until_the_environment_has_one(tmp_path: Path):
    (tmp_path / "secret").write_text("k" * 64)
    assert read(tmp_path).require_secret() == "k" * 64
    assert read(tmp_path, SECRET_KEY="e" * 32).require_secret() == "e" * 32


def test_a_deep_folder_gets_a_socket_that_the_kernel_takes(tmp_path: Path):
    deep = tmp_path / ("d" * 60) / ("e" * 60)
    socket = embedded_socket(deep)
    assert len(os.fsencode(socket)) <= 100
    assert socket == embedded_socket(deep)
    assert socket != embedded_socket(deep.with_name("other"))


def test_the_folder_of_the_socket_is_private(tmp_path: Path):
    from cli.programs import broker

    (tmp_path / "valkey").mkdir(mode=0o755)
    broker(read(tmp_path))
    assert stat.S_IMODE((tmp_path / "valkey").stat().st_mode) == 0o700
