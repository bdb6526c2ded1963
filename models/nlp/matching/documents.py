"""What is searched: documents with an id, perhaps a title, and a text; and a checksum of them all."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

DocumentId = str | int
"""As the caller names it; ranked lists carry it back unchanged."""


@dataclass(frozen=True, slots=True)
class Document:
    """One checked claim: a short title (empty where there is none) and the text below it."""

    id: DocumentId
    text: str
    title: str = ""


def checksum_of(documents: Sequence[Document]) -> str:
    """Return the SHA-256 of all titles and texts in order; ids may change without new vectors."""
    digest = hashlib.sha256()
    for document in documents:
        digest.update(json.dumps([document.title, document.text]).encode() + b"\n")
    return digest.hexdigest()
