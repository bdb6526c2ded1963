"""How sentences are marked by the trained model: ONNX Runtime, one thread, length-sorted batches."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.nlp.decoding import Decoding, Logits, decode_sentence
from models.nlp.encoding import Encoded, SentenceEncoder, quiet_transformers
from models.nlp.finder import Asked, Progress, SentenceMarks
from models.nlp.proposals import propose

BATCH = 16
"""Sentences a pass: on two cores, 8 to 16 sorted by length ran fastest."""

OUTPUTS = ("tags", "measure", "basis", "certainty", "check", "links", "sentence_vector")


class NeuralFinder:
    """The model of one folder. The session is made on first use, so that each worker child has its own."""

    def __init__(self, folder: Path) -> None:
        """Read the folder's config; raises FileNotFoundError where the weights are not whole."""
        quiet_transformers()
        from transformers import PretrainedConfig  # costs time that the rules need not pay

        for name in ("model.onnx", "config.json", "tokenizer.json"):
            if not (folder / name).exists():
                raise FileNotFoundError(
                    f"{folder / name} is missing: the weights are not whole, run `make train`"
                )
        config, _ = PretrainedConfig.get_config_dict(folder)
        self.name: str = config["claim_model"]
        self.decoding = Decoding.of(config.get("decoding", {}))
        self._folder = folder
        self._encoder: SentenceEncoder | None = None
        self._session: Any = None
        self._pid = 0

    def mark(self, asked: Sequence[Asked], on_progress: Progress | None = None) -> list[SentenceMarks]:
        """Mark every sentence, in order (see :class:`models.nlp.finder.Finder`)."""
        encoded = self.encode(asked)
        marks: list[SentenceMarks | None] = [None] * len(asked)
        done = 0
        for numbers in in_batches(encoded):
            logits = self.run([encoded[n] for n in numbers])
            for row, number in enumerate(numbers):
                size = len(encoded[number].ids)
                sentence = {name: _cut(name, array[row], size) for name, array in logits.items()}
                mark = decode_sentence(asked[number], encoded[number], Logits(**sentence), self.decoding)
                marks[number] = replace(mark, vector=sentence["sentence_vector"])
            done += len(numbers)
            if on_progress:
                on_progress(done, len(asked))
        return [mark for mark in marks if mark is not None]

    def encode(self, asked: Sequence[Asked]) -> list[Encoded]:
        """Turn sentences into word pieces with the rules' proposals marked."""
        self._load()
        assert self._encoder is not None
        proposals = [propose(sentence.text, sentence.quantities) for sentence in asked]
        return self._encoder.encode([sentence.text for sentence in asked], proposals)

    def run(self, encoded: Sequence[Encoded]) -> dict[str, NDArray[np.float32]]:
        """Run one batch; every output padded to the batch's longest sentence (shapes in lab/model.py)."""
        self._load()
        length = max(len(sentence.ids) for sentence in encoded)
        ids, types, mask = (np.zeros((len(encoded), length), np.int64) for _ in range(3))
        for row, sentence in enumerate(encoded):
            size = len(sentence.ids)
            ids[row, :size], types[row, :size], mask[row, :size] = sentence.ids, sentence.types, 1
        inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}
        return dict(zip(OUTPUTS, self._session.run(OUTPUTS, inputs), strict=True))

    def _load(self) -> None:
        """Make tokenizer and session once a process; a session does not survive a fork."""
        if self._session is not None and self._pid == os.getpid():
            return
        import onnxruntime

        options = onnxruntime.SessionOptions()
        # Two processes of one thread beat one of two: the worker scales by processes.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            self._folder / "model.onnx", options, providers=["CPUExecutionProvider"]
        )
        if self._encoder is None:
            self._encoder = SentenceEncoder(self._folder)
        self._pid = os.getpid()


def in_batches(encoded: Sequence[Encoded]) -> list[list[int]]:
    """Return the sentences' numbers in batches of like length, the longest first."""
    order = sorted(range(len(encoded)), key=lambda n: -len(encoded[n].ids))
    return [order[start : start + BATCH] for start in range(0, len(order), BATCH)]


def _cut(name: str, array: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    """Cut the padding off one sentence's output."""
    if name == "links":
        return array[:, :size, :size]
    return array if name in ("check", "sentence_vector") else array[:size]
