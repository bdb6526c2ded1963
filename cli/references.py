"""`claimbench references`: trusted figures in from a file, and shown."""

import sys
from pathlib import Path
from urllib.parse import urlencode

import click

from cli.connection import connect, server_options
from cli.wording import harmless, interval

JSON_LINES = (".jsonl", ".ndjson")


@click.group(short_help="Bring trusted figures in from a file, and show them.")
def references() -> None:
    """Bring trusted figures in from a file, and show them."""


@references.command("import", short_help="Import a CSV or JSON lines file: every row, or none.")
@click.argument("file", type=click.Path(allow_dash=True, dir_okay=False))
@click.option("--dry-run", is_flag=True, help="Check and count, keep nothing.")
@server_options
def import_(file: str, dry_run: bool, url: str | None, token: str | None) -> None:
    """Import trusted figures: every row of FILE, or none; - is standard input, as CSV.

    A file that ends in .jsonl is read as JSON lines. The same file again changes nothing; a row with another
    value is a new version, and verdicts that rest on it go stale. Needs an editor's token.
    """
    server = connect(url, token)
    kind = "application/x-ndjson" if file.endswith(JSON_LINES) else "text/csv"
    content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    query = {"dry_run": "true" if dry_run else "false"}
    if file != "-":
        query["file_name"] = Path(file).name[:200]
    done = server.post_file(f"/v1/references?{urlencode(query)}", content, kind)
    counts = f"{done['new']} new, {done['changed']} changed, {done['unchanged']} unchanged"
    click.echo(f"{done['rows']} rows: {counts}{' (nothing was kept)' if dry_run else ''}.")


@references.command("list", short_help="Show the references there are.")
@click.option("--measure", help="killed, injured, missing, displaced, refugees, troops, money ...")
@click.option("--place", help="A place's words or its country's two letters.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many at most.")
@server_options
def list_(measure: str | None, place: str | None, limit: int, url: str | None, token: str | None) -> None:
    """Show the references there are, the newest first."""
    server = connect(url, token)
    for found in server.get_all("/v1/references", limit, measure=measure, place=place):
        where = f" in {found['place']['text']}" if found["place"] else ""
        value = interval({"counted": None, **found["quantity"]})
        line = f"{found['id']:>5}  {value} {found['measure']}{where}, {found['as_of']}, {found['publisher']}"
        click.echo(harmless(f"{line} (version {found['version']})"))
