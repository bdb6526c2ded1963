"""How fast the bare network is: beside torch fp32, in other layouts, and against the bare arithmetic."""

import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from models.nlp.finder import Asked
from models.nlp.neural import NeuralFinder, in_batches
from models.nlp.sentences import split
from models.nlp.windows import LONGEST, Window, windows_of

ROUNDS = 5


def batches_of(finder: NeuralFinder, texts: Sequence[str], longest: int = LONGEST) -> list[list[Window]]:
    """Return the batches in which the texts would be read, their windows at most *longest* tokens."""
    windows: list[Window] = []
    for text in texts:
        encoded = finder.encode([Asked(span.text) for span in split(text)])
        windows += windows_of(encoded, None, longest)
    return [[windows[n] for n in numbers] for numbers in in_batches(windows)]


def in_torch(checkpoint: Path, threads: int) -> Callable[[list[Window]], object]:
    """Return the same network in torch fp32: the checkpoint's weights, or the base encoder's (same shape)."""
    import torch

    from lab.model import ClaimModel, start_from_base

    there = checkpoint.exists()
    model = ClaimModel.from_pretrained(checkpoint) if there else start_from_base("claimbench-bench-0.0.0")
    model.eval()

    def run(windows: list[Window]) -> object:
        torch.set_num_threads(threads)
        length = max(len(window.ids) for window in windows)
        ids, types, mask = (torch.zeros((len(windows), length), dtype=torch.long) for _ in range(3))
        for row, window in enumerate(windows):
            size = len(window.ids)
            ids[row, :size], types[row, :size] = torch.tensor(window.ids), torch.tensor(window.types)
            mask[row, :size] = 1
        with torch.no_grad():
            return model(input_ids=ids, attention_mask=mask, token_type_ids=types)

    return run


def seconds_of(runs: dict[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Time the runs in alternating rounds; the first one warms up and is left out."""
    spent: dict[str, list[float]] = {name: [] for name in runs}
    for number in range(rounds + 1):
        for name, run in runs.items():
            started = time.perf_counter()
            run()
            if number:
                spent[name].append(time.perf_counter() - started)
    return spent


def layouts(folder: Path, texts: Sequence[str], sentences: int) -> list[str]:
    """Draw sentences a second of the bare int8 network in other layouts of batches and threads."""
    finder = NeuralFinder(folder)
    two = NeuralFinder(folder)
    two.threads = 2
    packed, alone = batches_of(finder, texts), batches_of(finder, texts, 0)
    short, long = batches_of(finder, texts, 160), batches_of(finder, texts, 250)

    def side_by_side() -> object:
        with ThreadPoolExecutor(2) as pool:
            return [len(done) for done in pool.map(finder.run, packed)]

    runs: dict[str, Callable[[], object]] = {
        f"windows of {LONGEST} tokens, one thread (as shipped)": partial(_read, finder, packed),
        "each sentence alone, sorted by length, one thread": partial(_read, finder, alone),
        "windows of 160 tokens, one thread": partial(_read, finder, short),
        "windows of 250 tokens, one thread": partial(_read, finder, long),
        "windows, one session of two threads": partial(_read, two, packed),
        "windows, one session, two batches side by side": side_by_side,
    }
    spent = seconds_of(runs)
    first = statistics.median(next(iter(spent.values())))
    lines = ["| layout | sentences/s | against the first |", "|---|---|---|"]
    for name, seconds in spent.items():
        middle = statistics.median(seconds)
        lines.append(f"| {name} | {sentences / middle:.0f} | {first / middle:.2f} |")
    return lines


def fewer_layers(texts: Sequence[str], sentences: int) -> list[str]:
    """Draw sentences a second with the lower layers of the base encoder only, int8, one thread.

    What they cost in quality is in lab/reports/learning.md.
    """
    from lab.export import export
    from lab.model import start_from_base

    runs: dict[str, Callable[[], object]] = {}
    with TemporaryDirectory() as home:
        for layers in (6, 4, 3):
            folder = Path(home) / str(layers)
            export(start_from_base("claimbench-bench-0.0.0", layers), folder)
            finder = NeuralFinder(folder)
            batches = batches_of(finder, texts)
            runs[f"{layers} layers"] = partial(_read, finder, batches)
        spent = seconds_of(runs)
    first = statistics.median(next(iter(spent.values())))
    lines = ["| layers | sentences/s | against the first |", "|---|---|---|"]
    for name, seconds in spent.items():
        middle = statistics.median(seconds)
        lines.append(f"| {name} | {sentences / middle:.0f} | {first / middle:.2f} |")
    return lines


def _read(finder: NeuralFinder, batches: list[list[Window]]) -> object:
    return [finder.run(batch) for batch in batches]


def arithmetic(folder: Path, texts: Sequence[str]) -> list[str]:
    """Say how far the network is from what bare int8 products of its own sizes would take on one thread."""
    finder = NeuralFinder(folder)
    batches = batches_of(finder, texts)
    rows = sum(len(batch) * max(len(window.ids) for window in batch) for batch in batches) // len(batches)
    products = {"384 × 384": (384, 384, 4), "384 × 1536": (384, 1536, 1), "1536 × 384": (1536, 384, 1)}
    bare = 0.0
    for inner, outer, times in products.values():
        bare += 6 * times * _product_seconds(rows, inner, outer)
    spent = seconds_of({"network": partial(_read, finder, batches)})
    whole = statistics.median(spent["network"]) / len(batches)
    operations = 2 * rows * 6 * (4 * 384 * 384 + 2 * 384 * 1536)
    return [
        f"A batch of {rows} tokens needs {operations / 1e9:.1f} billion int8 operations in its products.",
        "Bare products of these sizes (ONNX Runtime's MatMulInteger, one thread) take",
        f"{bare * 1000:.0f} ms, {operations / bare / 1e9:.0f} billion a second; the whole network takes",
        f"{whole * 1000:.0f} ms, {whole / bare:.2f} times that.",
    ]


def _product_seconds(rows: int, inner: int, outer: int) -> float:
    """Return the least seconds of one int8 product of (rows, inner) and (inner, outer) on one thread."""
    import onnxruntime
    from onnx import TensorProto, helper

    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["a", "b"], ["c"])],
        "product",
        [helper.make_tensor_value_info("a", TensorProto.UINT8, [rows, inner])],
        [helper.make_tensor_value_info("c", TensorProto.INT32, [rows, outer])],
        [
            helper.make_tensor(
                "b", TensorProto.INT8, [inner, outer], np.ones((inner, outer), np.int8).tobytes(), raw=True
            )
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session: Any = onnxruntime.InferenceSession(model.SerializeToString(), options)
    left = np.random.default_rng(1).integers(0, 255, (rows, inner), np.uint8)
    best = float("inf")
    for _ in range(20):
        started = time.perf_counter()
        session.run(None, {"a": left})
        best = min(best, time.perf_counter() - started)
    return best
