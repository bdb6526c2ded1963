"""How sentences are marked by the trained model: ONNX Runtime, one thread, batches of windows."""

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.nlp.decoding import Decoding, Logits, decode_sentence
from models.nlp.encoding import Encoded, SentenceEncoder
from models.nlp.finder import Asked, Progress, SentenceMarks
from models.nlp.proposals import propose
from models.nlp.session import open_session
from models.nlp.windows import LONGEST, Part, Window, windows_of

BATCH = 640
"""Tokens a pass, padding among them: about 16 sentences."""

OUTPUTS = ("tags", "measure", "basis", "certainty", "check", "links", "vectors")


class NeuralFinder:
    """The model of one folder. The session is made on first use, so that each worker child has its own."""

    def __init__(self, folder: Path) -> None:
        """Read the folder's config; raises FileNotFoundError where the weights are not whole."""
        for name in ("model.onnx", "config.json", "tokenizer.json"):
            if not (folder / name).exists():
                raise FileNotFoundError(
                    f"{folder / name} is missing: the weights are not whole, run `make train`"
                )
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self.name: str = config["claim_model"]
        self.decoding = Decoding.of(config.get("decoding", {}))
        self.longest = LONGEST
        self.threads = 1
        self._folder = folder
        self._encoder: SentenceEncoder | None = None
        self._session: Any = None
        self._pid = 0

    def mark(
        self, asked: Sequence[Asked], on_progress: Progress | None = None, title: str = ""
    ) -> list[SentenceMarks]:
        """Mark every sentence, in order (see :class:`models.nlp.finder.Finder`)."""
        marks = []
        for question, (encoded, logits) in zip(asked, self.read(asked, title, on_progress), strict=True):
            mark = decode_sentence(question, encoded, logits, self.decoding)
            marks.append(replace(mark, vector=logits.sentence_vector))
        return marks

    def read(
        self, asked: Sequence[Asked], title: str = "", on_progress: Progress | None = None
    ) -> list[tuple[Encoded, Logits]]:
        """Return every sentence as encoded and what the network says of it, its neighbours beside it."""
        encoded = self.encode(asked)
        windows = windows_of(encoded, self.encode([Asked(title)])[0] if title else None, self.longest)
        logits: dict[int, Logits] = {}
        for numbers in in_batches(windows):
            outputs = self.run([windows[n] for n in numbers])
            for row, number in enumerate(numbers):
                for part in windows[number].parts:
                    logits[part.number] = cut(outputs, row, part)
            if on_progress:
                on_progress(len(logits), len(asked))
        return [(sentence, logits[number]) for number, sentence in enumerate(encoded)]

    def encode(self, asked: Sequence[Asked]) -> list[Encoded]:
        """Turn sentences into word pieces with the rules' proposals marked."""
        self._load()
        assert self._encoder is not None
        proposals = [propose(sentence.text, sentence.quantities) for sentence in asked]
        return self._encoder.encode([sentence.text for sentence in asked], proposals)

    def run(self, windows: Sequence[Window]) -> dict[str, NDArray[np.float32]]:
        """Run one batch; every output padded to the batch's longest window (shapes in lab/model.py)."""
        self._load()
        length = max(len(window.ids) for window in windows)
        ids, types, mask = (np.zeros((len(windows), length), np.int64) for _ in range(3))
        for row, window in enumerate(windows):
            size = len(window.ids)
            ids[row, :size], types[row, :size], mask[row, :size] = window.ids, window.types, 1
        inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}
        return dict(zip(OUTPUTS, self._session.run(OUTPUTS, inputs), strict=True))

    def _load(self) -> None:
        """Make tokenizer and session once a process; a session does not survive a fork."""
        if self._session is not None and self._pid == os.getpid():
            return
        # Two processes of one thread beat one of two: the worker scales by processes. Without the memory
        # of its largest batch a worker stays below 200 MB.
        self._session = open_session(self._folder / "model.onnx", threads=self.threads, keeps_memory=False)
        if self._encoder is None:
            self._encoder = SentenceEncoder(self._folder)
        self._pid = os.getpid()


def in_batches(windows: Sequence[Window]) -> list[list[int]]:
    """Return the windows' numbers in batches of like length and at most so many tokens, the longest first."""
    order = sorted(range(len(windows)), key=lambda n: -len(windows[n].ids))
    batches: list[list[int]] = []
    for number in order:
        # Longest first: the first window of a batch is what the others are padded to.
        if batches and (len(batches[-1]) + 1) * len(windows[batches[-1][0]].ids) <= BATCH:
            batches[-1].append(number)
        else:
            batches.append([number])
    return batches


def cut(logits: dict[str, NDArray[np.float32]], row: int, part: Part) -> Logits:
    """Return the outputs of one sentence of a window; what is said of sentences is the mean of its tokens."""
    own = slice(part.start, part.end)
    meaning = logits["vectors"][row, own].mean(0)
    return Logits(
        tags=logits["tags"][row, own],
        measure=logits["measure"][row, own],
        basis=logits["basis"][row, own],
        certainty=logits["certainty"][row, own],
        check=logits["check"][row, own].mean(0),
        links=logits["links"][row, :, own, own],
        sentence_vector=meaning / max(float(np.linalg.norm(meaning)), 1e-6),
    )
