"""`claimbench audit`: whether the trail and the claims still agree."""

import json

import click

from cli.database import reading_here
from models.workflow import trail


@click.group(short_help="Check that the trail and the claims agree.")
def audit() -> None:
    """Check that the append-only trail and the claims agree."""


@audit.command()
@click.option("--json", "as_json", is_flag=True, help="One difference a line, as JSON.")
def verify(as_json: bool) -> None:
    """Check every chain of events, replay every claim from them, and name what differs.

    The exit status is 1 when anything does.
    """
    with reading_here() as session:
        differences = list(trail.verify(session))
    for difference in differences:
        if as_json:
            facts = {"subject": difference.subject, "id": difference.subject_id, "what": difference.what}
            click.echo(json.dumps(facts))
        else:
            click.echo(f"{difference.subject} {difference.subject_id}: {difference.what}")
    if differences:
        raise click.exceptions.Exit(1)
    click.echo("Every chain holds, and every claim is what its events say.", err=True)
