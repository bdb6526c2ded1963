"""How a sentence becomes numbers: word pieces, where they stand, and what the rules propose about them."""

import os
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


def quiet_transformers() -> None:
    """Silence what transformers says on stderr: that torch is missing, and that it does not know our model.

    Ours run without torch on purpose, and our model is no class of its own.
    """
    os.environ.setdefault("TRANSFORMERS_NO_ADVISORY_WARNINGS", "1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    from transformers.utils import logging

    logging.set_verbosity_error()


class SentenceEncoder:
    """The tokenizer of one model folder, loaded once."""

    def __init__(self, folder: Path) -> None:
        quiet_transformers()
        # This class by name: AutoTokenizer would import the machinery that guesses it, too.
        from transformers import PreTrainedTokenizerFast  # a second or more: only where a model is loaded

        tokenizer: Any = PreTrainedTokenizerFast.from_pretrained(folder)
        self._fast = tokenizer.backend_tokenizer
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
    for start, end, kind, _ in proposals:
        for number, (a, b) in enumerate(offsets):
            if a < end and start < b:
                types[number] = kind
    return Encoded(ids, types, offsets, proposals)
