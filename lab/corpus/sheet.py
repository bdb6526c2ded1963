"""How an annotator's sheet (words quoted, no offsets) becomes a corpus document (offsets)."""

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from models.domain.vocabulary import Basis, Certainty, Measure
from models.nlp.sentences import split

FIGURE_KEYS = {"q", "n", "m", "b", "y", "where", "when", "src", "cue", "chg"}
SENTENCE_KEYS = {"s", "i", "p", "c", "f", "src", "cue", "y", "where", "when"}
WRITTEN_HEADER = {"doc", "title", "date", "genre"}


class SheetError(ValueError):
    """A line of a sheet that cannot be turned into offsets; the message names the line and the words."""


def _occurrences(words: str, text: str) -> list[tuple[int, int]]:
    pattern = re.escape(words)
    if words[:1].isalnum():
        pattern = r"(?<!\w)" + pattern
    if words[-1:].isalnum():
        pattern += r"(?!\w)"
    return [m.span() for m in re.finditer(pattern, text)]


def _locate(
    reference: str, sentences: list[tuple[int, int]], here: int, text: str, near: int | None
) -> tuple[int, int]:
    """Find ``words``, ``words#2`` (second occurrence) or ``words@-1`` (in the sentence before)."""
    words, back, nth = reference, 0, None
    if match := re.fullmatch(r"(.+)@-(\d+)", words, re.DOTALL):
        words, back = match[1], int(match[2])
    if match := re.fullmatch(r"(.+)#(\d)", words, re.DOTALL):
        words, nth = match[1], int(match[2])
    if here - back < 0:
        raise SheetError(f"{reference!r} points before the first sentence")
    start, end = sentences[here - back]
    found = _occurrences(words, text[start:end])
    if not found:
        raise SheetError(f"{words!r} does not stand in the sentence {text[start:end]!r}")
    if nth is not None:
        if nth > len(found):
            raise SheetError(f"{words!r} stands there {len(found)} times, not {nth}")
        chosen = found[nth - 1]
    elif near is not None and not back:
        chosen = min(found, key=lambda span: abs(span[0] - (near - start)))
    else:
        chosen = found[0]
    return start + chosen[0], start + chosen[1]


def _figure(
    row: dict[str, Any], sentences: list[tuple[int, int]], here: int, text: str, taken: set[tuple[int, int]]
) -> dict[str, Any]:
    if unknown := set(row) - FIGURE_KEYS:
        raise SheetError(f"unknown keys {sorted(unknown)} in figure {row}")
    if "q" not in row or "m" not in row:
        raise SheetError(f"a figure needs q and m: {row}")
    start, end = sentences[here]
    if "#" in row["q"]:
        quantity = _locate(row["q"], sentences, here, text, None)
    else:
        spans = [(start + a, start + b) for a, b in _occurrences(row["q"], text[start:end])]
        free = [span for span in spans if not any(span[0] < t[1] and t[0] < span[1] for t in taken)]
        if not free:
            raise SheetError(f"quantity {row['q']!r} does not stand (again) in {text[start:end]!r}")
        quantity = free[0]
    if any(quantity[0] < t[1] and t[0] < quantity[1] for t in taken):
        raise SheetError(f"quantity {row['q']!r} overlaps another in {text[start:end]!r}")
    taken.add(quantity)

    def spot(key: str) -> list[int] | None:
        return list(_locate(row[key], sentences, here, text, quantity[0])) if row.get(key) else None

    change = None
    if row.get("chg"):
        direction, _, earlier = row["chg"].partition(" from ")
        if direction not in ("up", "down"):
            raise SheetError(f"chg is 'up', 'down' or 'up from WORDS': {row['chg']!r}")
        earlier_span = list(_locate(earlier, sentences, here, text, quantity[0])) if earlier else None
        change = {"direction": direction, "from": earlier_span}
    return {
        "quantity": list(quantity),
        "counted": spot("n"),
        "measure": Measure(row["m"]).value,
        "basis": Basis(row["b"]).value if row.get("b") else None,
        "certainty": Certainty(row.get("y") or "asserted").value,
        "place": spot("where"),
        "period": spot("when"),
        "source": spot("src"),
        "cue": row.get("cue"),
        "change": change,
    }


def _sentence(row: dict[str, Any], sentences: list[tuple[int, int]], here: int, text: str) -> dict[str, Any]:
    if unknown := set(row) - SENTENCE_KEYS:
        raise SheetError(f"unknown keys {sorted(unknown)} in {row}")
    if row.get("c") not in (0, 1, 2):
        raise SheetError(f"c (check) must be 0, 1 or 2: {row}")
    start, end = sentences[here]
    taken: set[tuple[int, int]] = set()
    figures = [_figure(f, sentences, here, text, taken) for f in row.get("f") or []]

    def spot(key: str) -> list[int] | None:
        return list(_locate(row[key], sentences, here, text, None)) if row.get(key) else None

    return {
        "start": start,
        "end": end,
        "check": row["c"],
        "certainty": Certainty(row.get("y") or "asserted").value,
        "source": spot("src"),
        "cue": row.get("cue"),
        "place": spot("where"),
        "period": spot("when"),
        "figures": sorted(figures, key=lambda f: f["quantity"]),
    }


def _documents(lines: Iterable[str]) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    header: dict[str, Any] | None = None
    rows: list[dict[str, Any]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise SheetError(f"line {number} is not JSON: {error}") from error
        if "doc" in row:
            if header is not None:
                yield header, rows
            header, rows = row, []
        elif header is None:
            raise SheetError(f"line {number}: a document header comes first")
        else:
            rows.append(row)
    if header is not None:
        yield header, rows


def compile_written(header: dict[str, Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Join the sheet's own sentences to a text and turn its quoted words into offsets."""
    if set(header) != WRITTEN_HEADER:
        raise SheetError(f"a written document's header has {sorted(WRITTEN_HEADER)}: {header}")
    text, sentences = "", []
    for row in rows:
        if text:
            text += "\n\n" if row.get("p") else " "
        sentences.append((len(text), len(text) + len(row["s"])))
        text += row["s"]
    marked = [_sentence(row, sentences, here, text) for here, row in enumerate(rows)]
    return {
        "id": header["doc"],
        "title": header["title"],
        "published_on": header["date"],
        "genre": header["genre"],
        "text": text,
        "sentences": marked,
    }


def compile_wikinews(
    header: dict[str, Any], rows: list[dict[str, Any]], article: dict[str, Any]
) -> dict[str, Any]:
    """Turn a sheet about *article* into offsets; its text stays outside the repository."""
    text = article["text"]
    sentences = [(s.start, s.end) for s in split(text)]
    if [row.get("i") for row in rows] != list(range(len(sentences))):
        raise SheetError(
            f"{header['doc']}: sentences 0 to {len(sentences) - 1} must all stand there, in order"
        )
    return {
        "id": header["doc"],
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "sentences": [_sentence(row, sentences, here, text) for here, row in enumerate(rows)],
    }


def compile_sheet(
    lines: Iterable[str], articles: dict[str, dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[str]]:
    """Compile all documents of a sheet; return those that hold and the errors of the others."""
    documents, errors = [], []
    for header, rows in _documents(lines):
        try:
            if article := articles.get(header["doc"]):
                documents.append(compile_wikinews(header, rows, article))
            else:
                documents.append(compile_written(header, rows))
        except (SheetError, ValueError) as error:
            errors.append(f"{header['doc']}: {error}")
    return documents, errors


def main() -> int:
    """Check sheets, or compile them into one corpus file."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("sheets", nargs="+", type=Path)
    parser.add_argument("--wikinews", type=Path, help="wikinews.jsonl, needed for sheets about its articles")
    parser.add_argument("--out", type=Path, help="write the documents here, one JSON line each")
    options = parser.parse_args()
    articles = {}
    if options.wikinews:
        articles = {a["id"]: a for a in map(json.loads, options.wikinews.read_text().splitlines())}
    documents, errors = [], []
    for sheet in options.sheets:
        try:
            good, bad = compile_sheet(sheet.read_text().splitlines(), articles)
        except SheetError as error:
            good, bad = [], [str(error)]
        documents += good
        errors += [f"{sheet.name}: {e}" for e in bad]
    for fault in errors:
        print(fault, file=sys.stderr)
    sentences = sum(len(d["sentences"]) for d in documents)
    figures = sum(len(s["figures"]) for d in documents for s in d["sentences"])
    print(f"{len(documents)} documents, {sentences} sentences, {figures} figures, {len(errors)} errors")
    if options.out:
        options.out.write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents))
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
