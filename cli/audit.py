"""`claimbench audit`: whether the trail is whole, and claims and figures are what it says."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from cli.database import reading_here
from models.workflow.audit import Difference, Head, heads
from models.workflow.audit import verify as find_differences


@click.group(short_help="Check that the trail and the claims agree.")
def audit() -> None:
    """Check that the append-only trail and the claims agree; write a checkpoint of the trail.

    \b
    Every change of a claim is an event in a hash chain that the database refuses to rewrite. A checkpoint
    that you keep elsewhere shows later whether somebody replaced a chain as a whole:
      ./claimbench audit checkpoint heads.jsonl
      ./claimbench audit verify --checkpoint heads.jsonl
    """


@audit.command()
@click.option(
    "--checkpoint",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Also hold the trail to this file of `audit checkpoint`.",
)
@click.option("--json", "as_json", is_flag=True, help="One difference a line, as JSON.")
def verify(checkpoint: Path | None, as_json: bool) -> None:
    """Check every chain of events, replay every claim and figure from them, and name what differs.

    The exit status is 1 when anything does.
    """
    lines = checkpoint.read_text().splitlines() if checkpoint else []
    known = [Head(**json.loads(line)) for line in lines]
    with reading_here() as session:
        count = 0
        for count, difference in enumerate(find_differences(session, known), 1):  # noqa: B007
            click.echo(json.dumps(asdict(difference)) if as_json else _said(difference))
    if count:
        raise click.exceptions.Exit(1)
    click.echo("Every chain holds, and every claim and figure is what its events say.", err=True)


@audit.command("checkpoint")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, writable=True))
def write_checkpoint(file: Path) -> None:
    """Write the head of every chain to FILE, one JSON object a line."""
    with reading_here() as session:
        lines = [json.dumps(asdict(head)) for head in heads(session)]
    file.write_text("".join(f"{line}\n" for line in lines))
    click.echo(f"{len(lines)} chains in {file}.", err=True)


def _said(difference: Difference) -> str:
    return f"{difference.subject} {difference.subject_id}: {difference.what}"
