"""What a text means, as a vector of length 1: the model's sentence vector, by ONNX Runtime."""

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from models.nlp.encoding import Encoded, SentenceEncoder
from models.nlp.session import open_session

Floats = NDArray[np.float32]
BATCH = 16
LONGEST = 96
"""Tokens of a field that are read: a claim and the lines below it; three times faster than 256."""


class Embedder(Protocol):
    """Turns texts into vectors of length 1, (texts, size)."""

    name: str

    def embed(self, texts: Sequence[str]) -> Floats:
        """Return one row a text, in order."""
        ...


class SentenceVectors:
    """The ``sentence_vector`` of the model in one folder (as ``lab.export`` writes it)."""

    def __init__(self, folder: Path, threads: int = 0) -> None:
        """Load tokenizer and session; 0 threads takes every core. Raises FileNotFoundError."""
        import onnxruntime  # loading it costs time that a search by words alone need not pay

        for name in ("model.onnx", "tokenizer.json"):
            if not (folder / name).exists():
                raise FileNotFoundError(f"{folder / name} is missing: the weights are not whole")
        # Batches side by side, each on one core: faster than all cores on one batch, and no thread spins.
        self._threads = threads or len(os.sched_getaffinity(0))
        self._session = open_session(folder / "model.onnx")
        self._encoder = SentenceEncoder(folder)
        # The heads that mark claims are left alone: only what leads to the vector is computed.
        self._how: Any = onnxruntime.RunOptions()
        self._how.only_execute_path_to_fetches = True
        self.name = _checksum(folder)

    def embed(self, texts: Sequence[str]) -> Floats:
        """Return (texts, 384); batches hold texts of like length, longest first."""
        encoded = self._encoder.encode(texts, [()] * len(texts))
        order = sorted(range(len(texts)), key=lambda n: (-min(len(encoded[n].ids), LONGEST), n))
        batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
        if not batches:
            return np.zeros((0, 0), np.float32)
        first = self._run([encoded[n] for n in batches[0]])
        vectors = np.zeros((len(texts), first.shape[1]), np.float32)
        vectors[batches[0]] = first
        with ThreadPoolExecutor(self._threads) as pool:
            found = pool.map(lambda numbers: self._run([encoded[n] for n in numbers]), batches[1:])
            for numbers, rows in zip(batches[1:], found, strict=True):
                vectors[numbers] = rows
        return vectors

    def _run(self, encoded: Sequence[Encoded]) -> Floats:
        length = min(LONGEST, max(len(text.ids) for text in encoded))
        ids, mask = (np.zeros((len(encoded), length), np.int64) for _ in range(2))
        for row, text in enumerate(encoded):
            kept = text.ids if len(text.ids) <= length else [*text.ids[: length - 1], text.ids[-1]]
            ids[row, : len(kept)], mask[row, : len(kept)] = kept, 1
        inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        vectors: Floats = self._session.run(["sentence_vector"], inputs, self._how)[0]
        return vectors


def _checksum(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.glob("model.onnx*")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


class DocumentVectors:
    """Title and text vectors of all documents, compared with a query in one product each."""

    def __init__(self, titles: Floats, texts: Floats) -> None:
        """Take (documents, size) twice; a missing title carries the vector of its text."""
        self.titles = titles
        self.texts = texts

    def compare(self, query: Floats) -> tuple[Floats, Floats]:
        """Return the cosine of *query* (size,) with every title and every text."""
        # Without BLAS: its threads wait for one another busily, and slow the model's beside them to a half.
        return np.einsum("ij,j->i", self.titles, query), np.einsum("ij,j->i", self.texts, query)
