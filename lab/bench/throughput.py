"""How many sentences a second are read: `python -m lab.bench.throughput`, beside transformers' pipeline."""

import argparse
import multiprocessing
import os
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from lab.corpus.documents import WRITTEN, data_folder, read_rows
from models.nlp.load import WEIGHTS, load_finder
from models.nlp.neural import NeuralFinder
from models.nlp.pipeline import Pipeline
from models.nlp.sentences import split

REPORT = Path(__file__).resolve().parent.parent / "reports" / "throughput.md"
ROUNDS = 3

_pipelines: dict[str, Pipeline] = {}


def main() -> int:
    """Measure all contenders in alternating rounds of one run; with --write keep the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--checkpoint", type=Path, default=Path("var/train/best"))
    parser.add_argument("--write", action="store_true", help=f"keep the report in lab/reports/{REPORT.name}")
    options = parser.parse_args()
    texts = read_texts(options.articles)
    sentences = [span.text for text in texts for span in split(text)]
    contenders: dict[str, Callable[[], object]] = {
        "Claimbench, one process of one thread": lambda: read_all(texts, options.weights),
    }
    # Spawned, since a fork would inherit the locks of the tokenizer's and torch's threads.
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        halves = [texts[0::2], texts[1::2]]
        contenders["Claimbench, two processes of one thread"] = lambda: list(
            pool.map(read_all, halves, [options.weights] * 2)
        )
        contenders["Claimbench, the rules alone"] = lambda: read_all(texts, None)
        if peer := token_classification(options.checkpoint):
            contenders["transformers token-classification at its defaults"] = lambda: peer(sentences)
        rates = measure(contenders, len(sentences))
    share = forward_share(texts, options.weights)
    lines = report(rates, share, len(texts), len(sentences))
    print("\n".join(lines))
    if options.write:
        REPORT.parent.mkdir(exist_ok=True)
        REPORT.write_text("\n".join(["# Throughput", "", *lines]) + "\n")
    return 0


def read_texts(count: int) -> list[str]:
    """Return the first Wikinews texts, or written documents where those are not at hand."""
    rows = read_rows(data_folder() / "wikinews.jsonl") or read_rows(WRITTEN)
    return [row["text"] for row in rows[:count]]


def read_all(texts: list[str], weights: Path | None) -> int:
    """Read texts with this process's own pipeline; None is the rules. Return how many claims there were."""
    name = str(weights)
    if name not in _pipelines:
        _pipelines[name] = Pipeline(load_finder("model", weights) if weights else load_finder("rules"))
    return sum(len(_pipelines[name].extract(text).claims) for text in texts)


def measure(contenders: dict[str, Callable[[], object]], sentences: int) -> dict[str, list[float]]:
    """Return sentences a second of every round, the first one (loading, warming up) left out."""
    rates: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(ROUNDS + 1):
        for name, run in contenders.items():
            started = time.perf_counter()
            run()
            if number:
                rates[name].append(sentences / (time.perf_counter() - started))
    return rates


def forward_share(texts: list[str], weights: Path) -> float:
    """Return which share of the in-process time of reading is the bare forward pass."""
    finder = load_finder("model", weights)
    assert isinstance(finder, NeuralFinder)
    pipeline = Pipeline(finder)
    pipeline.extract(texts[0])
    spent = 0.0
    run = finder.run

    def timed(encoded: Any) -> Any:
        nonlocal spent
        started = time.perf_counter()
        answer = run(encoded)
        spent += time.perf_counter() - started
        return answer

    finder.run = timed  # type: ignore[method-assign]
    started = time.perf_counter()
    for text in texts:
        pipeline.extract(text)
    return spent / (time.perf_counter() - started)


def token_classification(checkpoint: Path) -> Callable[[list[str]], object] | None:
    """Return transformers' pipeline with our encoder and a tag head in torch; None without torch.

    Without a checkpoint the base encoder stands in: the same shape, so the same speed.
    """
    try:
        import torch
        from transformers import AutoTokenizer, BertForTokenClassification, pipeline
    except ImportError:
        return None
    from lab.model import ClaimModel, base_folder

    model = BertForTokenClassification.from_pretrained(base_folder(), num_labels=18)
    if checkpoint.exists():
        trained = ClaimModel.from_pretrained(checkpoint)
        own = trained.bert.state_dict()
        own["embeddings.token_type_embeddings.weight"] = own["embeddings.token_type_embeddings.weight"][:2]
        model.bert.load_state_dict(own)
        with torch.no_grad():
            model.classifier.weight.copy_(trained.tags.weight)
    reader = pipeline(
        "token-classification", model=model, tokenizer=AutoTokenizer.from_pretrained(base_folder())
    )
    return lambda sentences: reader(sentences)


def report(rates: dict[str, list[float]], share: float, articles: int, sentences: int) -> list[str]:
    """Lay out the figures: median and range of the rounds, everything relative to the first contender."""
    made_by = (
        f"Made by `python -m lab.bench.throughput --write`: {articles} articles, {sentences} sentences, "
        f"{ROUNDS} alternating rounds in one run on {os.cpu_count()} cores, "
        f"load average {os.getloadavg()[0]:.1f} at the end."
    )
    lines = [
        made_by,
        "",
        "| contender | sentences/s, median | range | times the last |",
        "|---|---|---|---|",
    ]
    last = statistics.median(list(rates.values())[-1])
    for name, values in rates.items():
        middle = statistics.median(values)
        lines.append(f"| {name} | {middle:.0f} | {min(values):.0f}–{max(values):.0f} | {middle / last:.2f} |")
    lines += ["", f"The bare forward pass is {share:.0%} of the in-process extract time."]
    return lines


if __name__ == "__main__":
    sys.exit(main())
