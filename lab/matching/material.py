"""Which queries are asked of which documents, and which of them tune and which test."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from lab.corpus.documents import read_rows
from lab.matching.distractors import corpus_sentences, make_variations
from models.nlp.matching import Document
from models.nlp.matching.documents import DocumentId

HERE = Path(__file__).resolve().parent
DOCUMENTS = 10_000
Split = Literal["dev", "test"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A post, and the id of the one document that states its claim."""

    id: str
    text: str
    wanted: DocumentId


def read_documents(count: int = DOCUMENTS) -> list[Document]:
    """Return the written claims, the corpus's sentences, and seeded variations up to *count* documents."""
    written = [Document(row["id"], row["text"], row["title"]) for row in read_rows(HERE / "claims.jsonl")]
    documents = [*written, *corpus_sentences()]
    return [*documents, *make_variations(max(0, count - len(documents)))]


def read_queries(split: Split) -> list[Asked]:
    """Return the posts of one half; all posts about one claim are in the same."""
    rows = read_rows(HERE / "queries.jsonl")
    return [Asked(row["id"], row["query"], row["claim"]) for row in rows if split_of(row["claim"]) == split]


def split_of(claim: str) -> Split:
    """Return the half of a claim, from its id alone."""
    return "test" if hashlib.sha256(b"match-1:" + claim.encode()).digest()[0] % 2 else "dev"
