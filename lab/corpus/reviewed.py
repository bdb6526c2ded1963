"""What reviewers taught, as documents: the file that `./claimbench export training` writes."""

import hashlib
import json
from pathlib import Path

from lab.corpus.documents import CorpusError, Document, document_of
from lab.corpus.validate import faults_of


def read_reviewed(path: Path) -> list[Document]:
    """Return the file's documents; raises CorpusError with the line and what is wrong there."""
    documents = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            text = row["text"]
            if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
                raise CorpusError(f"{path}, line {number}: the text is not the one that was reviewed")
            if faults := list(faults_of(row, text)):
                raise CorpusError(f"{path}, line {number}: {faults[0]}")
            documents.append(document_of(row))
        except (json.JSONDecodeError, KeyError, TypeError, ValueError) as error:
            if isinstance(error, CorpusError):
                raise
            raise CorpusError(
                f"{path}, line {number} is no row of `./claimbench export training`: {error!r}"
            ) from None
    return documents
