"""What `migrate` says about a database that it cannot reach."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.migrate import migrate


@pytest.mark.parametrize("kind", ["postgresql", "sqlite"])
def test_an_unreachable_database_gives_one_clear_line(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    # Nothing listens in the empty folder, and no SQLite file can be made below a file.
    (tmp_path / "file").write_text("")
    urls = {
        "postgresql": f"postgresql+psycopg://user:hidden-word@/claimbench?host={tmp_path}",
        "sqlite": f"sqlite:///{tmp_path / 'file' / 'claimbench.sqlite'}",
    }
    monkeypatch.setenv("DATABASE_URL", urls[kind])
    result = CliRunner().invoke(migrate)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit), result.exception
    assert "cannot be reached" in result.output
    assert "DATABASE_URL" in result.output
    assert "hidden-word" not in result.output
