"""The command line teaches, and errors go to standard error."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from cli.__main__ import COMMANDS, claimbench

ROOT = Path(__file__).resolve().parents[2]
ENTRIES = {name: entry for section in COMMANDS.values() for name, entry in section.items()}


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ROOT / "claimbench", *arguments],
        capture_output=True,
        text=True,
        cwd="/",
        env={**os.environ, **environment},
        timeout=60,
    )


@pytest.mark.parametrize("name", ENTRIES)
def test_every_command_of_the_table_exists_and_has_help(name: str):
    command = claimbench.get_command(click.Context(claimbench), name)
    assert command is not None
    assert command.help
    assert len(command.help.splitlines()[0]) < 110


def test_the_list_of_commands_imports_none_of_them():
    code = "import sys\nfrom cli.__main__ import claimbench\nclaimbench(['--help'], standalone_mode=False)\n"
    code += "heavy = {'cli.up', 'cli.extract', 'sqlalchemy', 'rich'}\nprint(sorted(heavy & set(sys.modules)))"
    python = sys.executable
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


def test_the_launcher_works_from_anywhere():
    done = run("--help")
    assert done.returncode == 0
    assert "Start here" in done.stdout


def test_an_unknown_command_names_the_nearest():
    done = run("clams")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Did you mean claims" in done.stderr


def test_a_setting_that_cannot_be_used_is_one_line(tmp_path: Path):
    done = run("serve", CLAIMBENCH_VAR=str(tmp_path), SECRET_KEY="")
    assert done.returncode == 78
    assert done.stderr.startswith("claimbench: SECRET_KEY must be set")
    assert "Traceback" not in done.stderr


def test_no_server_is_said_with_what_to_do(tmp_path: Path):
    done = run("claims", CLAIMBENCH_VAR=str(tmp_path))
    assert done.returncode == 2
    assert "make up" in done.stderr
    done = run("claims", "--url", "http://127.0.0.1:9", CLAIMBENCH_VAR=str(tmp_path))
    assert done.returncode == 1
    assert "no Claimbench answers at http://127.0.0.1:9" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_made_is_said_in_one_line(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    done = run("up", "--once", CLAIMBENCH_VAR=str(tmp_path / "file" / "var"))
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"claimbench: {tmp_path / 'file' / 'var' / 'secret'}: Not a directory"
    ]
