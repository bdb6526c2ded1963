"""Where Alembic meets the tables; the URL comes from the settings or from the caller."""

from alembic import context

from models.data import tables
from models.data.database import Database
from models.settings import Settings

config = context.config
url = config.attributes.get("url") or Settings.from_environment().database_url
database = Database(url)

with database.engine.connect() as connection:
    context.configure(
        connection=connection, target_metadata=tables.Table.metadata, render_as_batch=database.is_sqlite
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
database.close()
