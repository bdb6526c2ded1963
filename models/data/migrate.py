"""How a database reaches the newest shape of its tables."""

from pathlib import Path

from alembic import command
from alembic.config import Config

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
