"""`claimbench token`: API tokens, straight in the database, for whoever runs the machine."""

import json

import click

from cli.database import writing_here
from models.workflow import accounts
from models.workflow.clock import now


@click.group(short_help="Mint and revoke API tokens.")
def token() -> None:
    """Mint and revoke API tokens; a token has its user's rights."""


@token.command()
@click.argument("user")
@click.option("--name", default="command line", show_default=True, help="What the token is for.")
@click.option("--json", "as_json", is_flag=True, help="The token and its id, as JSON.")
def new(user: str, name: str, as_json: bool) -> None:
    """Mint a token for USER. It is shown once; only its hash is kept.

    \b
    Example:
      export CLAIMBENCH_TOKEN=$(./claimbench token new maria)
    """
    with writing_here() as session:
        owner = accounts.user_by_name(session, user)
        if owner is None:
            raise click.ClickException(f"there is no user {user!r}; `./claimbench user add {user}` adds one")
        minted = accounts.mint_token(session, None, owner.id, name, now())
        token_id = minted.token.id
    if as_json:
        click.echo(json.dumps({"id": token_id, "token": minted.secret}))
    else:
        click.echo(f"Token {token_id} of {user}, shown this once:", err=True)
        click.echo(minted.secret)


@token.command()
@click.argument("user")
@click.argument("token_id", type=int)
def revoke(user: str, token_id: int) -> None:
    """End the token TOKEN_ID of USER."""
    with writing_here() as session:
        owner = accounts.user_by_name(session, user)
        if owner is None:
            raise click.ClickException(f"there is no user {user!r}")
        accounts.revoke_token(session, accounts.actor_of(owner), token_id, now())
    click.echo(f"Token {token_id} of {user} opens nothing any more.", err=True)
