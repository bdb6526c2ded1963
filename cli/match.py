"""`claimbench match`: free texts in as JSON lines, the ids of the documents that say the same out."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import click

from models.domain.errors import Invalid
from models.nlp.load import WEIGHTS
from models.nlp.matching import Document, Match, Matcher
from models.nlp.matching.documents import DocumentId

LONGEST_QUERY = 100_000


class BadLineError(ValueError):
    """A line that is no query; ``code`` is one word for programs, the message is for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.shown: dict[str, Any] = {}


@click.command()
@click.option(
    "--docs",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help='JSON lines {"id", "title"?, "text"}: what is searched.',
)
@click.option("--jsonl", is_flag=True, help="Read and write JSON lines (the only format so far).")
@click.option("--top", type=click.IntRange(1), default=100, show_default=True, help="How many ids a query.")
@click.option("--scores", is_flag=True, help='Add "scores", in the order of the ids.')
@click.option(
    "--cache",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep the documents' vectors in this file; made anew when documents or weights change.",
)
@click.option("--words", is_flag=True, help="Compare by words alone, without the model's vectors.")
@click.option(
    "--model",
    type=click.Path(path_type=Path, file_okay=False),
    default=WEIGHTS,
    help="Folder of the weights.",
)
def match(
    docs: Path, jsonl: bool, top: int, scores: bool, cache: Path | None, words: bool, model: Path
) -> None:
    """Find the documents that say what a text says: JSON lines on stdin, JSON lines on stdout.

    \b
    In:  {"query", "id"?}
    Out: {"id"?, "ranked": [ids, best first], "scores"?: [...]}, in the same order

    A line that is no query gives {"error": {"code", "message"}} in its place; the run goes on and exits
    with status 1 at the end. Needs no broker, database or network.

    \b
    Example:
      echo '{"query": "windmills give u cancer lol"}' | ./claimbench match --docs claims.jsonl --jsonl
    """
    if not jsonl:
        raise click.UsageError("say --jsonl: queries are read as JSON lines from stdin")
    documents = read_documents(docs)
    matcher = Matcher(documents, None if words else _load_vectors(model), cache)
    if _run(matcher, top, scores, sys.stdin.buffer, sys.stdout.buffer):
        raise click.exceptions.Exit(1)


def read_documents(path: Path) -> list[Document]:
    """Read every document; raises Invalid, naming file and line, where one cannot be searched."""
    documents: list[Document] = []
    lines: dict[DocumentId, int] = {}
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                document = _document(line)
            except BadLineError as bad:
                raise Invalid(f"{path}, line {number}: {bad}") from bad
            first = lines.setdefault(document.id, number)
            if first != number:
                raise Invalid(f"{path}, line {number}: the id {document.id!r} stands already in line {first}")
            documents.append(document)
    return documents


def _document(line: bytes) -> Document:
    row = _row(line, "id and text")
    name = row.get("id")
    if not isinstance(name, str | int) or isinstance(name, bool):
        raise BadLineError("bad_id", "id must be a string or a whole number")
    title, text = _words(row, "title"), _words(row, "text")
    if not title.strip() and not text.strip():
        raise BadLineError("no_text", "text is missing or empty")
    return Document(name, text, title)


def _run(matcher: Matcher, top: int, has_scores: bool, lines: BinaryIO, out: BinaryIO) -> int:
    """Answer every line as it comes; return how many were refused."""
    failed = 0
    for answer in _answers(matcher, top, has_scores, lines):
        failed += "error" in answer
        out.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
        out.flush()
    return failed


def _answers(matcher: Matcher, top: int, has_scores: bool, lines: BinaryIO) -> Iterator[dict[str, Any]]:
    for line in lines:
        if not line.strip():
            continue
        try:
            shown, query = _query(line)
        except BadLineError as bad:
            yield {**bad.shown, "error": {"code": bad.code, "message": str(bad)}}
        else:
            yield {**shown, **_ranking(matcher.rank(query, top), has_scores)}


def _ranking(found: list[Match], has_scores: bool) -> dict[str, Any]:
    answer: dict[str, Any] = {"ranked": [one.id for one in found]}
    if has_scores:
        answer["scores"] = [round(one.score, 4) for one in found]
    return answer


def _query(line: bytes) -> tuple[dict[str, Any], str]:
    """Return what is passed through (the id, if one was given) and the text; raises BadLineError."""
    row = _row(line, "query")
    shown = {"id": row["id"]} if "id" in row else {}
    try:
        json.dumps(shown, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        shown = {"id": None}
    try:
        query = _words(row, "query")
        if not query.strip():
            raise BadLineError("no_query", "query is missing or empty")
        if len(query) > LONGEST_QUERY:
            raise BadLineError("long_query", f"query has more than {LONGEST_QUERY:,} characters")
    except BadLineError as bad:
        bad.shown = shown
        raise
    return shown, query


def _row(line: bytes, needed: str) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadLineError("not_utf8", f"the line is not UTF-8 at byte {error.start}") from error
    except (ValueError, RecursionError) as error:
        raise BadLineError("not_json", f"the line is not JSON: {error}") from error
    if not isinstance(row, dict):
        raise BadLineError("not_an_object", f"the line must be a JSON object with {needed}")
    return row


def _words(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadLineError(f"bad_{name}", f"{name} must be a string")
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise BadLineError("lone_surrogate", f"{name} contains a lone surrogate, which is no text")
    return value


def _load_vectors(folder: Path) -> Any:
    """Return the model's sentence vectors; where its weights are missing, say so and go on by words."""
    if not (folder / "model.onnx").exists():
        click.echo(f"claimbench match: no weights in {folder}, comparing by words alone", err=True)
        return None
    from models.nlp.matching.vectors import SentenceVectors  # ONNX Runtime: only where it is used

    return SentenceVectors(folder)
