"""Whether the corpus files hold: `python -m lab.corpus.validate` refuses what training would trip over."""

import sys
from collections.abc import Iterator
from typing import Any

from lab.corpus.documents import WIKINEWS, WRITTEN, data_folder, read_rows
from lab.corpus.measured import MEASURED, measured_faults
from models.domain.vocabulary import Basis, Certainty, Measure

_SPANS = ("place", "period", "source")


def faults_of(row: dict[str, Any], text: str | None) -> Iterator[str]:
    """Yield what is wrong with one document, in words; *text* None checks labels and order only."""
    last = 0
    size = len(text) if text is not None else None
    for number, sentence in enumerate(row["sentences"]):
        where = f"{row['id']}, sentence {number}"
        if not last <= sentence["start"] < sentence["end"]:
            yield f"{where}: sentences overlap or stand out of order"
        last = sentence["end"]
        if size is not None and sentence["end"] > size:
            yield f"{where}: ends at {last}, after the text ({size})"
        if sentence["check"] not in (0, 1, 2):
            yield f"{where}: check is 0, 1 or 2, not {sentence['check']!r}"
        yield from _unknown(where, "certainty", sentence["certainty"], Certainty)
        for name in _SPANS:
            yield from _misplaced(where, name, sentence[name], sentence, text)
        yield from _figure_faults(where, sentence, text)


def _figure_faults(where: str, sentence: dict[str, Any], text: str | None) -> Iterator[str]:
    last = sentence["start"]
    for figure in sentence["figures"]:
        start, end = figure["quantity"]
        if start < last:
            yield f"{where}: quantities overlap or stand out of order at {start}"
        last = end
        if end > sentence["end"]:
            yield f"{where}: the quantity {start}:{end} leaves its sentence"
        yield from _unknown(where, "measure", figure["measure"], Measure)
        yield from _unknown(where, "certainty", figure["certainty"], Certainty)
        if figure["basis"] is not None:
            yield from _unknown(where, "basis", figure["basis"], Basis)
        for name in ("quantity", "counted", *_SPANS):
            yield from _misplaced(where, name, figure[name], sentence, text)
        if (counted := figure["counted"]) and counted[0] < end and start < counted[1]:
            yield f"{where}: the counted noun {counted} overlaps its quantity {start}:{end}"


def _unknown(where: str, name: str, value: Any, allowed: type) -> Iterator[str]:
    try:
        allowed(value)
    except ValueError:
        yield f"{where}: {value!r} is no {name}"


def _misplaced(
    where: str, name: str, span: list[int] | None, sentence: dict[str, Any], text: str | None
) -> Iterator[str]:
    """A span has words, stands in its sentence or before it, and does not begin or end with white space."""
    if span is None:
        return
    start, end = span
    if not 0 <= start < end <= sentence["end"]:
        yield f"{where}: the {name} {start}:{end} is empty or stands after its sentence"
    elif text is not None and text[start:end] != text[start:end].strip():
        yield f"{where}: the {name} {text[start:end]!r} begins or ends with white space"


def main() -> int:
    """Check the corpus files and print what is wrong."""
    articles = {row["id"]: row["text"] for row in read_rows(data_folder() / "wikinews.jsonl")}
    faults, sentences, figures, seen = [], 0, 0, set()
    for path in (WRITTEN, WIKINEWS):
        for row in read_rows(path):
            if row["id"] in seen:
                faults.append(f"{row['id']} stands twice")
            seen.add(row["id"])
            faults += faults_of(row, row.get("text", articles.get(row["id"])))
            sentences += len(row["sentences"])
            figures += sum(len(sentence["figures"]) for sentence in row["sentences"])
    for row in read_rows(MEASURED):
        faults += measured_faults(row)
        figures += len(row["figures"])
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(seen)} documents, {sentences} sentences, {figures} figures, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
