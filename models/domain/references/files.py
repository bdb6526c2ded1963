"""The rows of a file of references, as text, whether a spreadsheet or a program wrote it."""

import codecs
import csv
import io
import json
from dataclasses import dataclass
from typing import Any

from models.domain.errors import Invalid

LARGEST_FILE = 10_000_000
MOST_ROWS = 10_000
LONGEST_CELL = 20_000

COLUMNS = (
    "publisher", "external_id", "as_of", "first_day", "place", "country", "measure", "population", "value",
    "low", "high", "unit", "basis", "url", "statement",
)  # fmt: skip
REQUIRED = ("publisher", "as_of", "measure")
_SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its number as a spreadsheet counts (the header is row 1), and its cells by column."""

    number: int
    cells: dict[str, str]


def rows_of_csv(content: bytes) -> list[Row]:
    """Read comma-, semicolon- or tab-separated values with a header, as Excel or a program writes them.

    Takes a byte order mark, CRLF, quoted cells with line breaks, and empty lines.

    Raises:
        Invalid: it is too large, not UTF-8, or its header cannot be used; says what to do.
    """
    text = _decoded(content)
    header = text.lstrip("\r\n").partition("\n")[0]
    separator = max(_SEPARATORS, key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    found: list[Row] = []
    names: list[str] | None = None
    number = 0
    try:
        for record in reader:
            number += 1
            cells = [cell.strip() for cell in record]
            if not any(cells):
                continue
            if names is None:
                names = _header(cells)
                continue
            found.append(_row(number, names, cells))
            _check_count(found)
    except csv.Error as error:
        raise _refused(
            f"row.{number + 1}", f"The cells cannot be told apart ({error}); close every quotation mark."
        ) from None
    if names is None:
        raise _refused("file", "The file is empty; its first line names the columns.")
    return found


def rows_of_json_lines(content: bytes) -> list[Row]:
    """Read one JSON object a line; numbers keep their digits as written. Raises Invalid as for CSV."""
    found: list[Row] = []
    for number, line in enumerate(_decoded(content).split("\n"), start=1):
        if not line.strip():
            continue
        found.append(Row(number, _object(number, line)))
        _check_count(found)
    return found


def row_of_object(record: dict[str, Any]) -> Row:
    """Read one reference given as a JSON object; raises Invalid."""
    return Row(1, _cells(1, record))


def _decoded(content: bytes) -> str:
    if len(content) > LARGEST_FILE:
        raise _refused("file", f"The file is longer than {LARGEST_FILE:,} bytes; send it in parts.")
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        raise _refused(
            "file", f"The file is not UTF-8 (byte {error.start + 1}); save it as “CSV UTF-8”."
        ) from None
    if "\x00" in text:
        raise _refused("file", "The file holds U+0000; remove it.")
    return text


def _header(cells: list[str]) -> list[str]:
    names = [cell.lower().replace(" ", "_").replace("-", "_") for cell in cells]
    while names and not names[-1]:
        names.pop()
    problems = {}
    for name in names:
        if names.count(name) > 1:
            problems[f"header.{name or 'empty'}"] = ["The column stands there twice; keep one."]
        elif name not in COLUMNS:
            problems[f"header.{name or 'empty'}"] = [
                f"There is no such column; these are: {', '.join(COLUMNS)}."
            ]
    for name in REQUIRED:
        if name not in names:
            problems[f"header.{name}"] = ["The column is missing; add it to the first line."]
    if problems:
        raise Invalid("the header of the file cannot be used, and nothing was imported", problems)
    return names


def _row(number: int, names: list[str], cells: list[str]) -> Row:
    if any(cells[len(names) :]):
        raise _refused(
            f"row.{number}",
            f"It has more cells than the header ({len(names)}); put quotation marks around commas.",
        )
    filled = {name: _unescaped(cell) for name, cell in zip(names, cells, strict=False) if cell}
    long = next((name for name, cell in filled.items() if len(cell) > LONGEST_CELL), None)
    if long is not None:
        raise _refused(
            f"row.{number}.{long}", f"It is longer than {LONGEST_CELL:,} characters; is a quote open?"
        )
    return Row(number, filled)


def _unescaped(cell: str) -> str:
    """Take off the quotation mark by which our export keeps a spreadsheet from reading a formula."""
    return cell[1:] if cell[0] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell


def _object(number: int, line: str) -> dict[str, str]:
    try:
        record = json.loads(line, parse_float=str, parse_int=str, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise _refused(f"row.{number}", "It is no JSON; write one object a line.") from None
    return _cells(number, record)


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _cells(number: int, record: Any) -> dict[str, str]:
    if not isinstance(record, dict):
        raise _refused(f"row.{number}", "It is no JSON object; write one object a line.")
    cells, problems = {}, {}
    for name, value in record.items():
        if name not in COLUMNS:
            problems[f"row.{number}.{name}"] = [f"There is no such field; these are: {', '.join(COLUMNS)}."]
        elif value is None:
            continue
        elif isinstance(value, bool) or not isinstance(value, str | int | float):
            problems[f"row.{number}.{name}"] = ["Must be text or a number."]
        elif len(str(value)) > LONGEST_CELL or "\x00" in str(value) or _has_half_pair(str(value)):
            problems[f"row.{number}.{name}"] = ["Is too long, or holds characters that cannot be kept."]
        elif str(value).strip():
            cells[name] = str(value).strip()
    if problems:
        raise Invalid("the file cannot be read, and nothing was imported", problems)
    return cells


def _has_half_pair(text: str) -> bool:
    return any("\ud800" <= c <= "\udfff" for c in text)


def _check_count(found: list[Row]) -> None:
    if len(found) > MOST_ROWS:
        raise _refused("file", f"The file has more than {MOST_ROWS:,} rows; send it in parts.")


def _refused(where: str, problem: str) -> Invalid:
    return Invalid("the file cannot be read, and nothing was imported", {where: [problem]})
