"""How a sentence becomes numbers: word pieces, where they stand, and what the rules propose about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.nlp.proposals import NOTHING, Proposal

MAX_TOKENS = 256
"""What the base encoder was trained for; a longer sentence is read up to here."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """One sentence: ids, token types (see proposals.py) and code-point offsets of its tokens."""

    ids: list[int]
    types: list[int]
    offsets: list[tuple[int, int]]
    proposals: Sequence[Proposal] = ()

    def tokens_of(self, start: int, end: int) -> list[int]:
        """Return the tokens that overlap the half-open range, in order; none when it was cut off."""
        return [n for n, (a, b) in enumerate(self.offsets) if a < end and start < b]


class SentenceEncoder:
    """The tokenizer of one model folder, loaded once."""

    def __init__(self, folder: Path) -> None:
        # The library beneath transformers' tokenizers: the same pieces without 200 MB of imports.
        from tokenizers import Tokenizer

        self._fast: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._fast.enable_truncation(MAX_TOKENS)
        self._fast.no_padding()

    def encode(self, texts: Sequence[str], proposals: Sequence[Sequence[Proposal]]) -> list[Encoded]:
        """Encode sentences with what is proposed about each."""
        encodings = self._fast.encode_batch(list(texts))
        return [
            _mark(encoding.ids, encoding.offsets, spans)
            for encoding, spans in zip(encodings, proposals, strict=True)
        ]


def _mark(ids: list[int], offsets: list[tuple[int, int]], proposals: Sequence[Proposal]) -> Encoded:
    types = [NOTHING] * len(ids)
    for start, end, kind in proposals:
        for number, (a, b) in enumerate(offsets):
            if a < end and start < b:
                types[number] = kind
    return Encoded(ids, types, offsets, proposals)
