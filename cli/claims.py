"""`claimbench claims`: what was found, and how each claim stands."""

import json

import click

from cli.connection import connect, server_options


@click.command(short_help="Show the claims that were found, and how each stands.")
@click.option("--status", help="unverified, in_review, verified, refuted, disputed, unverifiable, stale ...")
@click.option("--measure", help="killed, injured, missing, displaced, refugees, troops, money ...")
@click.option("--place", help="A place's words or its country's two letters.")
@click.option("--article", type=int, help="Only the claims of this article, by its id.")
@click.option("--text", help="Only claims with these words.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many at most.")
@click.option("--json", "as_json", is_flag=True, help="One claim a line, as JSON.")
@server_options
def claims(
    status: str | None,
    measure: str | None,
    place: str | None,
    article: int | None,
    text: str | None,
    limit: int,
    as_json: bool,
    url: str | None,
    token: str | None,
) -> None:
    """Show the claims that were found, and how each stands.

    \b
    Examples:
      ./claimbench claims --measure killed
      ./claimbench claims --status unverified --place Tarvenna
      ./claimbench claims --json --limit 1000 | jq -r '[.status, .standalone] | @tsv'
    """
    server = connect(url, token)
    found = server.get_all(
        "/v1/claims", limit, status=status, measure=measure, place=place, article=article, text=text
    )
    if as_json:
        for claim in found:
            click.echo(json.dumps(claim, ensure_ascii=False))
        return
    from cli.table import claims_table, console

    rows = list(found)
    if rows:
        console().print(claims_table(rows, with_ids=True))
    else:
        click.echo("No claims match. `./claimbench submit FILE --wait` brings some in.", err=True)
