"""Which documents train, tune and test the model: decided once by the document's name, then frozen."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from lab.corpus.documents import SPLITS, CorpusError, Document

Split = Literal["train", "dev", "test"]
_SALT = "claimbench-1:"
_TEST, _DEV = 15, 12
"""Hundredths of the documents that test and tune."""


def split_of(document_id: str) -> Split:
    """Return a document's split from its name alone, so that one marked later falls in place."""
    place = int(hashlib.sha256((_SALT + document_id).encode()).hexdigest(), 16) % 100
    return "test" if place < _TEST else "dev" if place < _TEST + _DEV else "train"


def checksum(document_ids: Iterable[str]) -> str:
    """Return the SHA-256 over the sorted names, one a line."""
    return hashlib.sha256("\n".join(sorted(document_ids)).encode()).hexdigest()


def freeze(document_ids: Iterable[str], path: Path = SPLITS) -> None:
    """Write the split of every document with a checksum over each part."""
    parts: dict[str, list[str]] = {"train": [], "dev": [], "test": []}
    for document_id in sorted(document_ids):
        parts[split_of(document_id)].append(document_id)
    frozen = {name: {"sha256": checksum(ids), "documents": ids} for name, ids in parts.items()}
    path.write_text(json.dumps(frozen, indent=1) + "\n")


def choose(documents: Iterable[Document], split: Split, path: Path = SPLITS) -> list[Document]:
    """Return the documents of one part as frozen; raises CorpusError when the file was changed by hand."""
    part = json.loads(path.read_text())[split]
    if checksum(part["documents"]) != part["sha256"]:
        raise CorpusError(
            f"{path.name}: the {split} part does not have its checksum; restore the frozen file"
        )
    wanted = set(part["documents"])
    return [document for document in documents if document.id in wanted]
