"""`claimbench extract`: articles in as JSON lines, their claims out, one line each."""

import sys
from datetime import date
from typing import Any

import click

from cli.jsonlines import BadLineError, Row, answer_lines, printable, words
from models.domain.vocabulary import VaguePolicy
from models.nlp.load import load_finder
from models.nlp.pipeline import Pipeline
from models.nlp.wire import to_contract


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
    policy = VaguePolicy(vague)

    def claims_of(row: Row) -> Row:
        return read_claims(pipeline, policy, row)

    if answer_lines(sys.stdin.buffer, sys.stdout.buffer, claims_of, "id and text", {"id": None}):
        raise click.exceptions.Exit(1)


def read_claims(pipeline: Pipeline, policy: VaguePolicy, row: Row) -> Row:
    """Read one article, as the contract words it; raises BadLineError."""
    text = _without_null(row, "text")
    if text is None or not text.strip():
        raise BadLineError("no_text", "text is missing or empty")
    title = _without_null(row, "title")
    extraction = pipeline.extract(text, title, _day(row.get("published_on")))
    return to_contract(extraction, text, policy, printable(row.get("id")))


def _without_null(row: Row, name: str) -> str | None:
    value = words(row, name)
    if value is not None and "\0" in value:
        raise BadLineError("null_character", f"{name} contains U+0000 at {value.index(chr(0))}")
    return value


def _day(value: Any) -> date | None:
    if value is None:
        return None
    refusal = BadLineError("bad_date", "published_on must be a calendar day, YYYY-MM-DD")
    if not isinstance(value, str) or len(value) != 10:
        raise refusal
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise refusal from error
