"""`claimbench submit`: articles in over HTTP and, if wanted, their claims out."""

import codecs
import json
import sys
from pathlib import Path

import click

from cli.connection import Connection, Json, connect, server_options
from cli.following import Job, follow


@click.command(short_help="Send articles; with --wait, watch them being read.")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(allow_dash=True, dir_okay=False), metavar="FILE..."
)
@click.option("--title", help="The article's headline: context, never a claim.")
@click.option(
    "--date", "published_on", help='Its publication date (YYYY-MM-DD), which "yesterday" is counted from.'
)
@click.option("--source", "source_name", help="Who published it.")
@click.option("--link", help="Its own address, http or https; nobody fetches it.")
@click.option("--wait", is_flag=True, help="Follow the jobs to their end and show the claims.")
@click.option(
    "--json", "as_json", is_flag=True, help="One answer a line, as JSON; with --wait with its claims."
)
@server_options
def submit(
    files: tuple[str, ...],
    title: str | None,
    published_on: str | None,
    source_name: str | None,
    link: str | None,
    wait: bool,
    as_json: bool,
    url: str | None,
    token: str | None,
) -> None:
    """Send articles, plain text in UTF-8, to a server; - is standard input.

    The same article again is recognised, and read again only if reading it failed. With --wait the exit
    status is 1 when a job failed.

    \b
    Examples:
      ./claimbench submit story.txt --title "Dam breaks" --date 2026-03-03 --wait
      pbpaste | ./claimbench submit - --source "Radio Lower Orsela" --wait --json
    """
    server = connect(url, token)
    about = {"title": title, "published_on": published_on, "source_name": source_name, "url": link}
    about = {name: value for name, value in about.items() if value is not None}
    answers = [server.post("/v1/articles", {"text": _text(file), **about}) for file in files]
    if not wait:
        for file, answer in zip(files, answers, strict=True):
            _say_taken(file, answer, as_json)
        return
    ended = follow(server, [Job(answer["job"], label) for label, answer in zip(files, answers, strict=True)])
    for answer, job in zip(answers, ended, strict=True):
        _say_read(server, answer, job, as_json)
    if any(not job.has_succeeded for job in ended):
        raise click.exceptions.Exit(1)


def _text(file: str) -> str:
    content = sys.stdin.buffer.read() if file == "-" else _read(Path(file))
    try:
        # Windows tools begin a file with a byte order mark, which says how it is written and is no text.
        return content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        raise click.ClickException(
            f"{file} is not UTF-8 (byte {error.start + 1}); convert it, for example with iconv -t utf-8"
        ) from None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise click.ClickException(f"{path} cannot be read: {error.strerror}") from None


def _say_taken(file: str, answer: Json, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(answer, ensure_ascii=False))
    else:
        job, article = answer["job"], answer["article"]
        click.echo(f"{file}: article {article['id']}, job {job['id']} ({job['state']})")


def _say_read(server: Connection, answer: Json, job: Job, as_json: bool) -> None:
    article = answer["article"]["id"]
    claims = list(server.get_all(f"/v1/articles/{article}/claims", 10_000)) if job.has_succeeded else []
    if as_json:
        read = {**answer["article"], "job": job.row, "claims": len(claims)}
        click.echo(json.dumps({"article": read, "job": job.row, "claims": claims}, ensure_ascii=False))
        return
    from cli.table import claims_table, console

    if not job.has_succeeded:
        click.echo(f"{job.label}: job {job.row['id']} {job.row['state']}: {job.reason}", err=True)
    elif claims:
        console().print(claims_table(claims, title=job.label))
    else:
        click.echo(f"{job.label}: read, and there is no claim in it.", err=True)
