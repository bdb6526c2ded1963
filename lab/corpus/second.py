"""What a second reader marked, knowing only the guide: `python -m lab.corpus.second SHEETS` compiles it."""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from lab.corpus.documents import HERE, WIKINEWS, WRITTEN, Document, data_folder, document_of, read_rows
from lab.corpus.sheet import SheetError, compile_sheet
from lab.corpus.validate import faults_of

SECOND = HERE / "second.jsonl"

Twice = tuple[Document, Document]
"""One document as the first and as the second reader marked it."""


def read_twice() -> tuple[list[Twice], list[str]]:
    """Return every document marked twice whose text is at hand, and a note on what is missing.

    Raises CorpusError when a text is not the one that the second reader saw.
    """
    first = {row["id"]: row for path in (WRITTEN, WIKINEWS) for row in read_rows(path)}
    articles = {row["id"]: row for row in read_rows(data_folder() / "wikinews.jsonl")}
    twice, missing = [], []
    for row in read_rows(SECOND):
        mine = first.get(row["id"])
        source = articles.get(row["id"]) or mine
        if mine is None or source is None or "text" not in source:
            missing.append(row["id"])
            continue
        left = document_of(mine, articles.get(row["id"]))
        right = document_of(row, source)
        twice.append((left, replace(right, genre=left.genre)))
    notes = [f"left out, since their first marking or their text is missing: {', '.join(missing)}"]
    return twice, notes if missing else []


def _restate(lines: list[str], texts: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Give lines on written documents, which the second reader numbered, the words of their sentences."""
    row: dict[str, Any] | None = None
    for line in lines:
        entry = json.loads(line)
        if "doc" in entry:
            row = texts.get(entry["doc"])
            if row is not None:
                names = {"title": row["title"], "date": row["published_on"], "genre": row["genre"]}
                entry = {"doc": row["id"], **names}
        elif row is not None:
            entry = _with_words(entry, row)
        yield json.dumps(entry)


def _with_words(entry: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    number = entry.pop("i")
    sentence = row["sentences"][number]
    start, end = sentence["start"], sentence["end"]
    before = row["sentences"][number - 1]["end"] if number else start
    paragraph = {"p": 1} if "\n\n" in row["text"][before:start] else {}
    return {"s": row["text"][start:end], **paragraph, **entry}


def compile_second(lines: list[str]) -> tuple[list[dict[str, Any]], list[str]]:
    """Compile numbered sheets; the rows hold labels, offsets and the SHA-256 of the text, never a text."""
    written = {row["id"]: row for row in read_rows(WRITTEN)}
    articles = {row["id"]: row for row in read_rows(data_folder() / "wikinews.jsonl")}
    documents, errors = compile_sheet(_restate(lines, written), articles)
    rows = []
    for document in documents:
        text = (written.get(document["id"]) or articles[document["id"]])["text"]
        if document.get("text", text) != text:
            errors.append(f"{document['id']}: the sheet does not name every sentence of the text")
            continue
        errors += faults_of(document, text)
        checksum = hashlib.sha256(text.encode()).hexdigest()
        rows.append({"id": document["id"], "sha256": checksum, "sentences": document["sentences"]})
    return sorted(rows, key=lambda row: str(row["id"])), errors


def main() -> int:
    """Compile the second reader's sheets into second.jsonl; any error leaves the file as it was."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("sheets", nargs="+", type=Path)
    options = parser.parse_args()
    texts = [sheet.read_text(encoding="utf-8") for sheet in options.sheets]
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    try:
        rows, errors = compile_second(lines)
    except (SheetError, ValueError, IndexError) as error:
        rows, errors = [], [str(error)]
    for fault in errors:
        print(fault, file=sys.stderr)
    if errors:
        return 1
    SECOND.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    print(f"{SECOND.name}: {len(rows)} documents, {sum(len(row['sentences']) for row in rows)} sentences")
    return 0


if __name__ == "__main__":
    sys.exit(main())
