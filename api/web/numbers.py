"""Which whole number was typed or stands in an address: one that a database can hold, or none."""

from api.subjects import LARGEST_ID


def whole(words: str) -> int:
    """Read a whole number of plain digits; raises ValueError for all else, as ``get(type=…)`` wants it."""
    words = words.strip()
    if not (words.isascii() and words.isdigit() and len(words) <= 19 and int(words) <= LARGEST_ID):
        raise ValueError(f"no number of a row: {words[:30]!r}")
    return int(words)
