"""`claimbench extract`: one answer a line, bad lines answered in their place, status 1 at the end."""

import json
from typing import Any

import pytest
from click.testing import CliRunner

from cli.extract import extract


def run(lines: bytes, *options: str) -> tuple[int, list[dict[str, Any]]]:
    result = CliRunner().invoke(extract, ["--jsonl", "--rules", *options], input=lines)
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()]


def test_articles_are_answered_in_order_with_every_key_of_the_contract() -> None:
    first = {
        "id": "a",
        "text": "At least 14 people were killed.",
        "published_on": "2024-05-02",
        "title": None,
    }
    code, (one, two) = run(
        "\n".join(json.dumps(row) for row in (first, {"id": 7, "text": "Hello."})).encode()
    )
    assert code == 0
    assert (one["id"], two["id"], two["claims"]) == ("a", 7, [])
    assert set(one) == {"id", "model", "sentences", "claims"}
    (claim,) = one["claims"]
    assert set(claim) == {
        "kind", "sentence", "standalone", "check_worthiness", "measure", "basis", "certainty", "quantity",
        "place", "period", "source", "confidence",
    }  # fmt: skip
    assert claim["quantity"]["text"] == "at least 14".capitalize()
    assert (claim["quantity"]["best"], claim["quantity"]["low"], claim["quantity"]["high"]) == (
        "14",
        "14",
        None,
    )


@pytest.mark.parametrize(
    ("line", "code", "article_id"),
    [
        (b"not json", "not_json", None),
        (b"[1]", "not_an_object", None),
        (b'{"id": 1}', "no_text", 1),
        (b'{"id": 1, "text": "  "}', "no_text", 1),
        (b'{"id": 1, "text": 5}', "bad_text", 1),
        (b'{"id": 1, "text": "a\\u0000b"}', "null_character", 1),
        (b'{"id": 1, "text": "a\\ud800b"}', "lone_surrogate", 1),
        (b'{"id": 1, "text": "a", "title": "\\udfff"}', "lone_surrogate", 1),
        (b'{"id": 1, "text": "a", "published_on": "2 May"}', "bad_date", 1),
        (b'{"id": 1, "text": "a", "published_on": "2024-02-30"}', "bad_date", 1),
        (b'{"id": 1, "text": "\xff"}', "not_utf8", None),
        (b'{"id": ' + b"9" * 5000 + b', "text": "a"}', "not_json", None),
        (b"[" * 100_000, "not_json", None),
    ],
)
def test_a_bad_line_is_answered_in_its_place_and_the_run_goes_on(
    line: bytes, code: str, article_id: int | None
) -> None:
    good = b'{"id": "good", "text": "Two people died."}'
    status, (before, bad, after) = run(b"\n".join([good, line, good]))
    assert status == 1
    assert before["id"] == after["id"] == "good"
    assert bad["id"] == article_id
    assert bad["error"]["code"] == code
    assert bad["error"]["message"]


@pytest.mark.parametrize("sent", [b"NaN", b"1e999", b'"\\ud800"', b"[" * 900 + b"]" * 900])
def test_every_answer_is_json_whatever_the_id(sent: bytes) -> None:
    def refuse(name: str) -> None:
        raise AssertionError(f"{name} is no JSON")

    result = CliRunner().invoke(
        extract, ["--jsonl", "--rules"], input=b'{"id": ' + sent + b', "text": "Two people died."}'
    )
    answer = json.loads(result.stdout, parse_constant=refuse)
    assert answer["claims"]


def test_a_byte_order_mark_before_the_first_line_is_no_part_of_it() -> None:
    status, (answer,) = run(b'\xef\xbb\xbf{"id": 1, "text": "Two people died."}')
    assert (status, answer["id"]) == (0, 1)
    assert answer["claims"][0]["quantity"]["start"] == 0


def test_the_conservative_policy_reads_dozens_as_twelve() -> None:
    line = json.dumps({"id": 1, "text": "Dozens of people died."}).encode()
    (interval,), (conservative,) = (
        run(line)[1][0]["claims"],
        run(line, "--vague", "conservative")[1][0]["claims"],
    )
    assert (interval["quantity"]["low"], interval["quantity"]["high"]) == ("24", "99")
    assert (conservative["quantity"]["low"], conservative["quantity"]["high"]) == ("12", "12")


def test_without_jsonl_it_says_what_to_do() -> None:
    result = CliRunner().invoke(extract, [])
    assert result.exit_code == 2
    assert "--jsonl" in result.stderr
