"""`claimbench jobs`: what is being read, was read, or failed."""

import json

import click

from cli.connection import connect, server_options


@click.command(short_help="Show what is being read, was read, or failed.")
@click.argument("job_id", type=int, required=False)
@click.option("--state", help="queued, running, succeeded, failed or cancelled.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many at most.")
@click.option("--json", "as_json", is_flag=True, help="One job a line, as JSON.")
@server_options
def jobs(
    job_id: int | None, state: str | None, limit: int, as_json: bool, url: str | None, token: str | None
) -> None:
    """Show what is being read, was read, or failed: the newest jobs, or the one with JOB_ID.

    \b
    Examples:
      ./claimbench jobs --state failed
      ./claimbench jobs 12 --json
    """
    server = connect(url, token)
    if job_id is not None:
        found = [server.get(f"/v1/jobs/{job_id}")]
    else:
        found = list(server.get_all("/v1/jobs", limit, state=state))
    if as_json:
        for job in found:
            click.echo(json.dumps(job, ensure_ascii=False))
        return
    from cli.table import console, jobs_table

    if found:
        console().print(jobs_table(found))
    else:
        click.echo("No jobs match.", err=True)
