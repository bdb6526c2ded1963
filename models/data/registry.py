"""What all tables have in common: their names, their ids, and the types that both databases share."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Date, Double, Integer, MetaData
from sqlalchemy.orm import DeclarativeBase

from models.data.types import Instant

# SQLite only counts up by itself on INTEGER PRIMARY KEY.
Id = BigInteger().with_variant(Integer, "sqlite")


class Table(DeclarativeBase):
    """The registry of all tables; constraints have stable names so that migrations can find them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it as a plain class attribute
        datetime: Instant,
        date: Date,
        dict[str, Any]: JSON(none_as_null=True),
        list[Any]: JSON(none_as_null=True),
        float: Double,
    }
