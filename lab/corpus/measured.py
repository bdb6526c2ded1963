"""Texts of which only each quantity's measure is marked: they teach the many words for what happened."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lab.corpus.documents import HERE, CorpusError, Offsets, read_rows
from models.domain.vocabulary import Measure

MEASURED = HERE / "measures.jsonl"


@dataclass(frozen=True, slots=True)
class MeasuredText:
    """A few sentences and, for every quantity in them, code-point offsets and its measure."""

    id: str
    text: str
    figures: tuple[tuple[Offsets, Measure], ...]


def read_measured(path: Path = MEASURED) -> list[MeasuredText]:
    """Return every text of *path*; raises CorpusError with the text's name and what is wrong there."""
    texts = []
    for row in read_rows(path):
        if faults := list(measured_faults(row)):
            raise CorpusError(faults[0])
        figures = tuple(((start, end), Measure(name)) for start, end, name in row["figures"])
        texts.append(MeasuredText(row["id"], row["text"], figures))
    return texts


def measured_faults(row: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with one row, in words."""
    last = 0
    for start, end, measure in row["figures"]:
        where = f"{row['id']}, {start}:{end}"
        words = row["text"][start:end]
        if start < last or not words or words != words.strip():
            yield f"{where}: quantities overlap, stand out of order, are empty or end with white space"
        if measure not in set(Measure):
            yield f"{where}: {measure!r} is no measure"
        last = end
