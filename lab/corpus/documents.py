"""What the marked corpus holds: documents, their sentences and figures, with offsets into the text."""

import hashlib
import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from models.domain.vocabulary import Basis, Certainty, Measure

HERE = Path(__file__).resolve().parent
WRITTEN = HERE / "written.jsonl"
WIKINEWS = HERE / "wikinews.jsonl"
SPLITS = HERE / "splits.json"

Offsets = tuple[int, int]


class CorpusError(ValueError):
    """A corpus file that does not hold; the message names the document and what is wrong."""


@dataclass(frozen=True, slots=True)
class MarkedFigure:
    """One quantity as a reader marked it; offsets into the document's text, perhaps in earlier sentences."""

    quantity: Offsets
    counted: Offsets | None
    measure: Measure
    basis: Basis | None
    certainty: Certainty
    place: Offsets | None
    period: Offsets | None
    source: Offsets | None
    cue: str | None


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """One sentence as a reader marked it."""

    start: int
    end: int
    check: int
    certainty: Certainty
    place: Offsets | None
    period: Offsets | None
    source: Offsets | None
    cue: str | None
    figures: tuple[MarkedFigure, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A marked text; ``genre`` is "wikinews" for Wikinews articles."""

    id: str
    title: str
    published_on: date | None
    genre: str
    text: str
    sentences: tuple[MarkedSentence, ...]


def data_folder() -> Path:
    """Return where the texts outside the repository stand: CLAIMBENCH_CORPUS, or ../shared/data."""
    named = os.environ.get("CLAIMBENCH_CORPUS")
    return Path(named) if named else HERE.parent.parent.parent / "shared" / "data"


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Read a JSON lines file; a missing file has no rows."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_corpus() -> tuple[list[Document], list[str]]:
    """Return every document whose text is at hand, and a note on each corpus that is missing."""
    documents = [document_of(row) for row in read_rows(WRITTEN)]
    notes = []
    articles = {row["id"]: row for row in read_rows(data_folder() / "wikinews.jsonl")}
    rows = read_rows(WIKINEWS)
    if rows and not articles:
        lost = sum(len(row["sentences"]) for row in rows)
        notes.append(
            f"the Wikinews text is missing ({data_folder() / 'wikinews.jsonl'}): {len(rows)} articles with "
            f"{lost} marked sentences are left out; set CLAIMBENCH_CORPUS to the folder that has it"
        )
    documents += [document_of(row, articles[row["id"]]) for row in rows if row["id"] in articles]
    return documents, notes


def document_of(row: dict[str, Any], article: dict[str, Any] | None = None) -> Document:
    """Build a document from its row; *article* has the text where the row has only its checksum."""
    text = article["text"] if article else row["text"]
    if article and hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
        raise CorpusError(f"{row['id']}: the text is not the one that was marked (its SHA-256 differs)")
    published = (article or row).get("published_on")
    return Document(
        id=row["id"],
        title=(article or row).get("title") or "",
        published_on=date.fromisoformat(published) if published else None,
        genre=row.get("genre", "wikinews"),
        text=text,
        sentences=tuple(_sentence(sentence) for sentence in row["sentences"]),
    )


def _offsets(pair: list[int] | None) -> Offsets | None:
    return (pair[0], pair[1]) if pair else None


def _sentence(row: dict[str, Any]) -> MarkedSentence:
    return MarkedSentence(
        start=row["start"],
        end=row["end"],
        check=row["check"],
        certainty=Certainty(row["certainty"]),
        place=_offsets(row["place"]),
        period=_offsets(row["period"]),
        source=_offsets(row["source"]),
        cue=row["cue"],
        figures=tuple(_figure(figure) for figure in row["figures"]),
    )


def _figure(row: dict[str, Any]) -> MarkedFigure:
    return MarkedFigure(
        quantity=(row["quantity"][0], row["quantity"][1]),
        counted=_offsets(row["counted"]),
        measure=Measure(row["measure"]),
        basis=Basis(row["basis"]) if row["basis"] else None,
        certainty=Certainty(row["certainty"]),
        place=_offsets(row["place"]),
        period=_offsets(row["period"]),
        source=_offsets(row["source"]),
        cue=row["cue"],
    )
