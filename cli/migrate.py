"""How the database reaches the newest shape of its tables."""

import click

from models.settings import Settings


@click.command(short_help="Create the database or bring it to the newest version.")
def migrate() -> None:
    """Create the database or bring it to the newest version; safe to run again.

    \b
    SQLite in var/ by default; PostgreSQL:
      DATABASE_URL=postgresql+psycopg://user:password@host/claimbench ./claimbench migrate
    """
    from sqlalchemy import make_url
    from sqlalchemy.exc import OperationalError

    from models.data.migrate import migrate as bring_up_to_date

    settings = Settings.from_environment()
    try:
        bring_up_to_date(settings.database_url)
    except (OperationalError, OSError) as error:
        # A folder that cannot be made is an OSError; what the driver says is within SQLAlchemy's error.
        why = str(getattr(error, "orig", error)).strip()
        raise click.ClickException(
            f"the database cannot be reached ({why}). DATABASE_URL says which it is."
        ) from None

    click.echo(f"The database is up to date: {make_url(settings.database_url).render_as_string()}", err=True)
