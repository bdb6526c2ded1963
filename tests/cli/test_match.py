"""`claimbench match`: one ranking a line, bad lines answered in their place, status 1 at the end."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cli.match import match
from models.domain.errors import Invalid

DOCS = [
    {"id": "a", "title": "Shark on the Highway?", "text": "A shark swims on a flooded highway."},
    {"id": 2, "text": "The noise of windmills causes cancer."},
    {"id": "c", "title": "", "text": "Three million people voted illegally."},
]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return write(tmp_path / "docs.jsonl", DOCS)


def write(path: Path, rows: list[Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def run(docs: Path, lines: bytes, *options: str) -> tuple[int, list[dict[str, Any]]]:
    result = CliRunner().invoke(match, ["--docs", str(docs), "--jsonl", "--words", *options], input=lines)
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()]


def test_queries_are_answered_in_order_and_ids_passed_through(docs: Path) -> None:
    code, answers = run(
        docs,
        b'{"query": "windmill cancer lol"}\n\n{"query": "sharks!!", "id": 9}\n{"query": "x", "id": null}\n',
    )
    assert code == 0
    assert [set(answer) for answer in answers] == [{"ranked"}, {"id", "ranked"}, {"id", "ranked"}]
    assert answers[0]["ranked"][0] == 2
    assert (answers[1]["id"], answers[1]["ranked"][0]) == (9, "a")
    assert all(sorted(map(str, answer["ranked"])) == ["2", "a", "c"] for answer in answers)


def test_top_and_scores(docs: Path) -> None:
    _, (answer,) = run(docs, b'{"query": "3,000,000 illegal votes"}', "--top", "2", "--scores")
    assert answer["ranked"][0] == "c"
    assert len(answer["ranked"]) == len(answer["scores"]) == 2
    assert answer["scores"][0] > answer["scores"][1]


@pytest.mark.parametrize(
    ("line", "code", "shown"),
    [
        (b"no json", "not_json", {}),
        (b'{"query": "\xff"}', "not_utf8", {}),
        (b"[1]", "not_an_object", {}),
        (b'{"id": 4}', "no_query", {"id": 4}),
        (b'{"id": 4, "query": " "}', "no_query", {"id": 4}),
        (b'{"id": "q", "query": 5}', "bad_query", {"id": "q"}),
        (b'{"query": "\\ud800"}', "lone_surrogate", {}),
        (b'{"id": "\\ud800", "query": ""}', "no_query", {"id": None}),
        (b"[" * 100_000, "not_json", {}),
    ],
)
def test_a_bad_line_is_answered_in_its_place(
    docs: Path, line: bytes, code: str, shown: dict[str, Any]
) -> None:
    status, (before, bad, after) = run(docs, b'{"query": "shark"}\n' + line + b'\n{"query": "shark"}\n')
    assert status == 1
    assert bad.pop("error")["code"] == code
    assert bad == shown
    assert before == after


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"text": "x"}, "line 4: id must be"),
        ({"id": True, "text": "x"}, "line 4: id must be"),
        ({"id": "d"}, "line 4: text is missing"),
        ({"id": "d", "text": 5}, "line 4: text must be a string"),
        ({"id": "a", "text": "x"}, "line 4: the id 'a' stands already in line 1"),
        ([], "line 4: the line must be a JSON object"),
    ],
)
def test_a_document_that_cannot_be_searched_ends_the_run(tmp_path: Path, row: Any, says: str) -> None:
    docs = write(tmp_path / "docs.jsonl", [*DOCS, row])
    result = CliRunner().invoke(match, ["--docs", str(docs), "--jsonl", "--words"], input=b"")
    assert isinstance(result.exception, Invalid)
    assert says in result.exception.message


def test_without_weights_words_decide_and_it_is_said(docs: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(
        match, ["--docs", str(docs), "--jsonl", "--model", str(tmp_path)], input=b'{"query": "shark"}\n'
    )
    assert result.exit_code == 0
    assert json.loads(result.stdout)["ranked"][0] == "a"
    assert "by words alone" in result.stderr
