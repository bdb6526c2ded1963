"""How a database reaches the newest shape of its tables."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from models.data.database import Database

MIGRATIONS = Path(__file__).parent / "migrations"


def alembic_config(url: str) -> Config:
    """Build Alembic's configuration for one database *url*."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = url
    return config


def migrate(url: str) -> None:
    """Bring the database at *url* to the newest version; safe to run again."""
    command.upgrade(alembic_config(url), "head")


def is_at_head(database: Database) -> bool:
    """Say whether the database has the newest shape; raises SQLAlchemyError when it cannot be reached."""
    newest = ScriptDirectory(str(MIGRATIONS)).get_heads()
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_heads() == tuple(newest)
