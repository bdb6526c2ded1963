"""`claimbench match`: free texts in as JSON lines, the ids of the documents that say the same out."""

import sys
from pathlib import Path
from typing import Any

import click

from cli.jsonlines import BadLineError, Row, answer_lines, read_object, words
from models.domain.errors import Invalid
from models.nlp.load import WEIGHTS
from models.nlp.matching import Document, Match, Matcher
from models.nlp.matching.documents import DocumentId

LONGEST_QUERY = 100_000


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

    def ranking_of(row: Row) -> Row:
        return _ranking(matcher.rank(_query(row), top), scores)

    if answer_lines(sys.stdin.buffer, sys.stdout.buffer, ranking_of, "query"):
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
    row = read_object(line, "id and text")
    name = row.get("id")
    if not isinstance(name, str | int) or isinstance(name, bool):
        raise BadLineError("bad_id", "id must be a string or a whole number")
    title, text = words(row, "title") or "", words(row, "text") or ""
    if not title.strip() and not text.strip():
        raise BadLineError("no_text", "text is missing or empty")
    return Document(name, text, title)


def _ranking(found: list[Match], has_scores: bool) -> Row:
    answer: Row = {"ranked": [one.id for one in found]}
    if has_scores:
        answer["scores"] = [round(one.score, 4) for one in found]
    return answer


def _query(row: Row) -> str:
    query = words(row, "query") or ""
    if not query.strip():
        raise BadLineError("no_query", "query is missing or empty")
    if len(query) > LONGEST_QUERY:
        raise BadLineError("long_query", f"query has more than {LONGEST_QUERY:,} characters")
    return query


def _load_vectors(folder: Path) -> Any:
    """Return the model's sentence vectors; where its weights are missing, say so and go on by words."""
    if not (folder / "model.onnx").exists():
        click.echo(f"claimbench match: no weights in {folder}, comparing by words alone", err=True)
        return None
    from models.nlp.matching.vectors import SentenceVectors  # ONNX Runtime: only where it is used

    return SentenceVectors(folder)
