"""How JSON lines come in and go out: each answered in its place, a bad one with an error of its own."""

import codecs
import json
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

Row = dict[str, Any]


class BadLineError(ValueError):
    """A line that cannot be answered; ``code`` is one word for programs, the message is for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def answer_lines(
    lines: Iterable[bytes], out: BinaryIO, answer: Callable[[Row], Row], needed: str, given: Row | None = None
) -> int:
    """Answer every line as it comes, blank ones left out; return how many were refused.

    *answer* gets a line's object and returns what it says besides the ``id``, which is repeated where one
    was sent, or raises BadLineError. *needed* names the keys that a line must have, for the error's
    message; *given* is what an answer says before it is known.
    """
    failed = 0
    for line in lines:
        if not line.strip():
            continue
        shown = dict(given or {})
        try:
            row = read_object(line, needed)
            if "id" in row:
                shown["id"] = printable(row["id"])
            told = answer(row)
        except BadLineError as bad:
            failed += 1
            told = {"error": {"code": bad.code, "message": str(bad)}}
        out.write(json.dumps({**shown, **told}, ensure_ascii=False).encode() + b"\n")
        out.flush()
    return failed


def read_object(line: bytes, needed: str) -> Row:
    """Return the object of one line; raises BadLineError."""
    try:
        # Windows tools begin a file with a byte order mark, which is no part of its first line.
        row = json.loads(line.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadLineError("not_utf8", f"the line is not UTF-8 at byte {error.start}") from error
    except (ValueError, RecursionError) as error:
        # ValueError, since a number of more than 4,300 digits is one, but no JSONDecodeError.
        raise BadLineError("not_json", f"the line is not JSON: {error}") from error
    if not isinstance(row, dict):
        raise BadLineError("not_an_object", f"the line must be a JSON object with {needed}")
    return row


def words(row: Row, name: str) -> str | None:
    """Return the text of one key, None where it is absent or null; raises BadLineError."""
    value = row.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadLineError(f"bad_{name}", f"{name} must be a string")
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise BadLineError("lone_surrogate", f"{name} contains a lone surrogate, which is no text")
    return value


def printable(value: Any) -> Any:
    """Give back an id as sent; one that JSON in UTF-8 cannot carry (a lone surrogate, NaN) is no id."""
    try:
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        return None
    return value
