"""`claimbench extract`: articles in as JSON lines, their claims out, one line each."""

import codecs
import json
import sys
from datetime import date
from typing import Any, BinaryIO

import click

from models.domain.vocabulary import VaguePolicy
from models.nlp.load import load_finder
from models.nlp.pipeline import Pipeline
from models.nlp.wire import to_contract


class BadLineError(ValueError):
    """A line that is no article; ``code`` is one word for programs, the message is for people."""

    def __init__(self, code: str, message: str, article_id: Any = None) -> None:
        super().__init__(message)
        self.code = code
        self.article_id = article_id


@click.command()
@click.option("--jsonl", is_flag=True, help="Read and write JSON lines (the only format so far).")
@click.option(
    "--vague",
    type=click.Choice([policy.value for policy in VaguePolicy]),
    default=VaguePolicy.INTERVAL.value,
    show_default=True,
    help='How "dozens" becomes numbers.',
)
@click.option("--rules", is_flag=True, help="Read with the rules alone, without the trained model.")
def extract(jsonl: bool, vague: str, rules: bool) -> None:
    """Find the claims of articles: JSON lines on stdin, JSON lines on stdout.

    \b
    In:  {"id", "text", "title"?, "published_on"?: "YYYY-MM-DD"}
    Out: {"id", "model", "sentences": [...], "claims": [...]}, in the same order

    A line that is no article gives {"id", "error": {"code", "message"}} in its place; the run goes on
    and exits with status 1 at the end. Needs no broker, database or network.

    \b
    Example:
      echo '{"id": 1, "text": "At least 14 people were killed."}' | ./claimbench extract --jsonl
    """
    if not jsonl:
        raise click.UsageError("say --jsonl: articles are read as JSON lines from stdin")
    pipeline = Pipeline(load_finder("rules" if rules else None))
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    failed = _run(pipeline, VaguePolicy(vague), stdin, stdout)
    if failed:
        raise click.exceptions.Exit(1)


def _run(pipeline: Pipeline, policy: VaguePolicy, lines: BinaryIO, out: BinaryIO) -> int:
    """Answer every line as it comes; return how many were refused."""
    failed = 0
    for line in lines:
        if not line.strip():
            continue
        try:
            answer = _answer(pipeline, policy, line)
        except BadLineError as bad:
            failed += 1
            answer = {"id": bad.article_id, "error": {"code": bad.code, "message": str(bad)}}
        out.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
        out.flush()
    return failed


def _answer(pipeline: Pipeline, policy: VaguePolicy, line: bytes) -> dict[str, Any]:
    article = read_article(line)
    extraction = pipeline.extract(article["text"], article["title"], article["published_on"])
    return to_contract(extraction, article["text"], policy, article["id"])


def read_article(line: bytes) -> dict[str, Any]:
    """Return ``id``, ``text``, ``title`` and ``published_on`` of one line; raises BadLineError."""
    try:
        # Windows tools begin a file with a byte order mark, which is no part of its first line.
        row = json.loads(line.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadLineError("not_utf8", f"the line is not UTF-8 at byte {error.start}") from error
    except (ValueError, RecursionError) as error:
        # ValueError, since a number of more than 4,300 digits is one, but no JSONDecodeError.
        raise BadLineError("not_json", f"the line is not JSON: {error}") from error
    if not isinstance(row, dict):
        raise BadLineError("not_an_object", "the line must be a JSON object with id and text")
    article_id = _printable_id(row.get("id"))
    text = _words(row, "text", article_id)
    if text is None or not text.strip():
        raise BadLineError("no_text", "text is missing or empty", article_id)
    return {
        "id": article_id,
        "text": text,
        "title": _words(row, "title", article_id),
        "published_on": _day(row.get("published_on"), article_id),
    }


def _printable_id(value: Any) -> Any:
    """Give back the id as sent; one that JSON in UTF-8 cannot carry (a lone surrogate, NaN) is no id."""
    try:
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        return None
    return value


def _words(row: dict[str, Any], name: str, article_id: Any) -> str | None:
    value = row.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadLineError(f"bad_{name}", f"{name} must be a string", article_id)
    if "\0" in value:
        raise BadLineError("null_character", f"{name} contains U+0000 at {value.index(chr(0))}", article_id)
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise BadLineError(
            "lone_surrogate", f"{name} contains a lone surrogate, which is no text", article_id
        )
    return value


def _day(value: Any, article_id: Any) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else _refuse(value)
    except ValueError as error:
        raise BadLineError(
            "bad_date", "published_on must be a calendar day, YYYY-MM-DD", article_id
        ) from error


def _refuse(value: Any) -> date:
    raise ValueError(f"not a day: {value!r}")
