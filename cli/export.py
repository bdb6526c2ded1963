"""`claimbench export`: what leaves the desk as files, with no server."""

import json
import sys
from pathlib import Path
from typing import TextIO

import click

from cli.database import reading_here
from models.workflow.learning import training_rows


@click.group(short_help="Write what reviewers taught, for training.")
def export() -> None:
    """Write what the desk holds as files, straight from this installation's database."""


@export.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, writable=True), required=False)
def training(file: Path | None) -> None:
    """Write the sentences whose claims reviewers settled, corrected or dismissed, as training rows.

    \b
    One article a line, with its text: keep the file as you keep the articles. `python -m lab.train
    --reviewed FILE` trains on it beside the corpus.
      ./claimbench export training reviewed.jsonl
    """
    if file is None:
        articles, sentences = _write(sys.stdout)
    else:
        with file.open("w", encoding="utf-8") as out:
            articles, sentences = _write(out)
    click.echo(f"{sentences} sentences of {articles} articles", err=True)


def _write(out: TextIO) -> tuple[int, int]:
    articles = sentences = 0
    with reading_here() as session:
        for row in training_rows(session):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            articles += 1
            sentences += len(row["sentences"])
    return articles, sentences
