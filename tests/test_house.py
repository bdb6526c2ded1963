"""The house keeps its own rules: which room may know which, how long a file is, what it may be called."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("api", "cli", "lab", "models", "seeds", "worker")
LONGEST_FILE = 400
LINT = Path(sys.executable).with_name("lint-imports")


def modules() -> list[Path]:
    return [path for room in ROOMS for path in (ROOT / room).rglob("*.py") if "versions" not in path.parts]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    # What stands in the folder is what must be judged, not the project that pytest put on the path.
    return subprocess.run(
        [LINT, "--no-cache"], cwd=folder, capture_output=True, text=True, env={"PYTHONPATH": str(folder)}
    )


@pytest.fixture
def copy_of_the_house(tmp_path: Path) -> Path:
    for room in ROOMS:
        shutil.copytree(
            ROOT / room,
            tmp_path / room,
            ignore=lambda folder, names: [n for n in names if not is_code(folder, n)],
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def is_code(folder: str, name: str) -> bool:
    return name.endswith(".py") or ((Path(folder) / name).is_dir() and name != "__pycache__")


ROOMS_APART = "api, worker, cli and lab import models, never one another"
BREACHES = {
    "a room imports another": ("api/planted.py", "import worker.tasks", ROOMS_APART),
    "models import a process": ("models/workflow/planted.py", "import cli.group", ROOMS_APART),
    "a use case imports the pipeline": (
        "models/workflow/planted.py",
        "import models.nlp.sentences",
        "workflow never imports nlp: the worker hands the pipeline in",
    ),
    "the domain reaches for a table": (
        "models/domain/planted.py",
        "import models.data.tables",
        "workflow -> data -> domain",
    ),
    "the domain imports a library": (
        "models/domain/planted.py",
        "import sqlalchemy",
        "the domain is plain Python",
    ),
    "the web process loads the model": (
        "api/planted.py",
        "import onnxruntime",
        "the web process never loads the model",
    ),
    "production imports torch": ("models/nlp/planted.py", "import torch", "production needs no torch"),
}


@pytest.mark.parametrize("breach", BREACHES)
def test_a_planted_breach_is_reported(copy_of_the_house: Path, breach: str):
    path, line, contract = BREACHES[breach]
    (copy_of_the_house / path).write_text(f'"""Planted."""\n\n{line}\n')
    report = lint_imports(copy_of_the_house)
    assert report.returncode != 0
    assert f"{contract} BROKEN" in " ".join(report.stdout.split())


def test_the_house_as_it_stands_breaks_no_import_rule(copy_of_the_house: Path):
    report = lint_imports(copy_of_the_house)
    assert report.returncode == 0, report.stdout[-3000:] + report.stderr[-1000:]


def test_no_file_is_too_long():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in [*modules(), *(ROOT / "tests").rglob("*.py")]
        if (lines := len(path.read_text().splitlines())) > LONGEST_FILE
    }
    assert not long, f"each of these wants to be two: {long}"


def test_no_module_has_a_name_that_says_nothing():
    vague = [
        p
        for p in modules()
        if p.stem in {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"}
    ]
    assert not vague


def test_every_module_says_what_it_answers():
    silent = [
        str(path.relative_to(ROOT))
        for path in modules()
        if path.read_text().strip() and not ast.get_docstring(ast.parse(path.read_text()))
    ]
    assert not silent, f"these lack a docstring: {silent}"


def test_environment_variables_in_the_example_are_those_that_are_read():
    settings = (ROOT / "models" / "settings.py").read_text()
    example = (ROOT / ".env.example").read_text()
    named = {line.partition("=")[0] for line in example.splitlines() if line and not line.startswith("#")}
    read = {
        node.args[0].value
        for node in ast.walk(ast.parse(settings))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"words", "number", "one_of", "answer"}
        and isinstance(node.args[0], ast.Constant)
    }
    assert named == read
