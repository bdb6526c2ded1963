"""`claimbench backup` and `restore`: a whole desk in one file, and back."""

from pathlib import Path

import click

from models.data.backup import back_up
from models.data.backup import restore as bring_back
from models.data.database import Database
from models.data.migrate import migrate
from models.domain.errors import ClaimbenchError
from models.settings import Settings


@click.command(short_help="Copy the whole desk to one file, while it serves.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Copy the whole desk to FILE, while it serves.

    \b
    One moment of everything: articles, claims, verdicts, people, the trail. The file holds password hashes
    and is readable by you only; keep it so.
      ./claimbench backup desk-2024-05-02.gz
    """
    database = Database(Settings.from_environment().database_url)
    copied = back_up(database, file)
    database.close()
    click.echo(f"{copied.total} rows of {len(copied.rows)} tables in {file}.", err=True)


@click.command(short_help="Bring a backup into a new, empty database.")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def restore(file: Path) -> None:
    """Bring a backup into a new, empty database (DATABASE_URL says which); all of it or nothing.

    \b
    Also the way from SQLite to PostgreSQL:
      DATABASE_URL=postgresql+psycopg://user:password@host/claimbench ./claimbench restore desk.gz
    """
    url = Settings.from_environment().database_url
    migrate(url)
    database = Database(url)
    try:
        copied = bring_back(database, file)
    except ClaimbenchError as refused:
        raise click.ClickException(refused.message) from None
    finally:
        database.close()
    click.echo(f"{copied.total} rows of {len(copied.rows)} tables are back.", err=True)
