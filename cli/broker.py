"""The embedded broker on its own, for Procfile.dev."""

import click

from cli import programs
from models.settings import Settings


@click.command(short_help="Run the embedded broker (Valkey) on its unix socket.")
def broker() -> None:
    """Run the embedded broker (Valkey) on its unix socket, for one machine.

    With a Redis or Valkey server of your own, set BROKER_URL and leave this process out.
    """
    settings = Settings.from_environment()
    if not settings.uses_embedded_broker:
        raise click.UsageError("BROKER_URL names another broker, so the embedded one would have no visitors.")
    programs.replace_this_process(programs.broker(settings))
