"""`claimbench user`: the people of the desk, straight in the database, for whoever runs the machine."""

import secrets
import sys

import click

from cli.database import writing_here
from models.domain.roles import Role
from models.workflow import accounts
from models.workflow.clock import now

ROLE = click.Choice([role.value for role in Role])


@click.group(short_help="Add people to the desk, change their role, end their access.")
def user() -> None:
    """Add people to the desk, change their role, end their access.

    \b
    Roles, each with the rights of the one before it:
      submitter  sends articles, follows jobs, reads
      reviewer   settles claims
      editor     settles disagreements, reopens, imports references, exports
      admin      adds people, mints tokens, changes the desk's settings
    """


@user.command()
@click.argument("name")
@click.option("--role", type=ROLE, default=Role.REVIEWER.value, show_default=True)
@click.option("--password", help="Better left out: it is then asked for, or made up where nobody can answer.")
def add(name: str, role: str, password: str | None) -> None:
    """Add a person.

    \b
    Example:
      ./claimbench user add maria --role editor
    """
    is_made_up = password is None and not sys.stdin.isatty()
    if is_made_up:
        password = secrets.token_urlsafe(12)
    elif password is None:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    assert password is not None
    with writing_here() as session:
        added = accounts.add_user(session, None, name, password, Role(role), now())
        said = f"Added {added.name} as {added.role}."
    click.echo(said, err=True)
    if is_made_up:
        click.echo(password)


@user.command()
@click.argument("name")
@click.option("--role", type=ROLE, help="Their new role.")
@click.option("--password", is_flag=True, help="Ask for a new password.")
@click.option("--disable/--enable", "is_disabled", default=None, help="End their access, or give it back.")
def change(name: str, role: str | None, password: bool, is_disabled: bool | None) -> None:
    """Change a person's role, password or access; their open log-ins end.

    \b
    Example:
      ./claimbench user change maria --disable
    """
    if role is None and not password and is_disabled is None:
        raise click.UsageError("nothing to change: say --role, --password, --disable or --enable")
    new = click.prompt("Password", hide_input=True, confirmation_prompt=True) if password else None
    with writing_here() as session:
        found = accounts.user_by_name(session, name)
        if found is None:
            raise click.ClickException(f"there is no user {name!r}")
        accounts.change_user(
            session,
            None,
            found.id,
            now(),
            password=new,
            role=Role(role) if role else None,
            is_disabled=is_disabled,
        )
    click.echo(f"Changed {name}.", err=True)
