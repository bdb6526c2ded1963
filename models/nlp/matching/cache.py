"""Document vectors kept in a file: int8 with one scale a row, tied to the documents and the model."""

import zipfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.nlp.matching.vectors import DocumentVectors

Floats = NDArray[np.float32]


def save_vectors(path: Path, vectors: DocumentVectors, documents: str, model: str) -> None:
    """Write *path* whole or not at all; *documents* is their checksum."""
    part = path.with_name(path.name + ".part")
    titles, title_scales = pack(vectors.titles)
    texts, text_scales = pack(vectors.texts)
    with part.open("wb") as file:
        np.savez(
            file,
            titles=titles,
            title_scales=title_scales,
            texts=texts,
            text_scales=text_scales,
            made_of=np.array([documents, model]),
        )
    part.replace(path)


def load_vectors(path: Path, documents: str, model: str) -> DocumentVectors | None:
    """Return what *path* keeps; None where it is missing, broken, or of other documents or weights."""
    try:
        with np.load(path, allow_pickle=False) as kept:
            if kept["made_of"].tolist() != [documents, model]:
                return None
            return DocumentVectors(
                unpack(kept["titles"], kept["title_scales"]), unpack(kept["texts"], kept["text_scales"])
            )
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None


def pack(vectors: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Return rows of int8 and the scale of each, (rows, 1)."""
    scales = np.maximum(np.abs(vectors).max(axis=1, keepdims=True) / 127, 1e-12).astype(np.float32)
    return np.rint(vectors / scales).astype(np.int8), scales


def unpack(rows: NDArray[np.int8], scales: Floats) -> Floats:
    """Return the rows that were packed, of length 1 again."""
    vectors = rows.astype(np.float32) * scales
    lengths: Floats = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
    return vectors / lengths
