"""What time it is, in one place so that everything says it alike."""

from datetime import UTC, date, datetime, timedelta


def now() -> datetime:
    """Return the present instant in UTC."""
    return datetime.now(UTC)


def latest_today(at: datetime) -> date:
    """Return the latest calendar day that has begun anywhere on Earth (UTC+14)."""
    return (at + timedelta(hours=14)).date()
