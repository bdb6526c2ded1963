"""How many sentences a second are read: `python -m lab.bench.throughput`, beside torch and the peers."""

import argparse
import multiprocessing
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from lab.bench.footprint import Footprint, measure_footprint
from lab.bench.network import arithmetic, batches_of, fewer_layers, in_torch, layouts
from lab.bench.peers.environments import PEERS, PeerRun
from lab.bench.peers.environments import run as run_peer
from lab.corpus.documents import WRITTEN, data_folder, read_rows
from models.nlp.load import WEIGHTS, load_finder
from models.nlp.neural import NeuralFinder
from models.nlp.pipeline import Pipeline
from models.nlp.sentences import split

REPORT = Path(__file__).resolve().parent.parent / "reports" / "throughput.md"
ROUNDS = 3
ONE = "Claimbench, one process of one thread"
TWO = "Claimbench, two processes of one thread"
RULES = "Claimbench, the rules alone"
TRANSFORMERS = "transformers token-classification at its defaults"
QUANTULUM = "quantulum3, one process, its own clock"
INT8 = "the network alone, int8, one thread"
FP32 = "the network alone, torch fp32, one thread"

_pipelines: dict[str, Pipeline] = {}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure all contenders in alternating rounds of one run; with --write keep the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--checkpoint", type=Path, default=Path("var/train/best"))
    parser.add_argument("--write", action="store_true", help=f"keep the report in lab/reports/{REPORT.name}")
    options = parser.parse_args(arguments)
    texts = read_texts(options.articles)
    sentences = [span.text for text in texts for span in split(text)]
    contenders: dict[str, Callable[[], object]] = {
        ONE: lambda: read_all(texts, options.weights),
    }
    # Spawned, since a fork would inherit the locks of the tokenizer's and torch's threads.
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        halves = [texts[0::2], texts[1::2]]
        contenders[TWO] = lambda: list(pool.map(read_all, halves, [options.weights] * 2))
        contenders[RULES] = lambda: read_all(texts, None)
        if peer := token_classification(options.checkpoint):
            contenders[TRANSFORMERS] = lambda: peer(sentences)
        if PEERS["quantulum3"].is_installed:
            contenders[QUANTULUM] = lambda: run_peer(PEERS["quantulum3"], sentences)
        else:
            print("note: quantulum3 is left out; `python -m lab.bench.peers` installs it", file=sys.stderr)
        finder = NeuralFinder(options.weights)
        batches = batches_of(finder, texts)
        contenders[INT8] = lambda: [finder.run(batch) for batch in batches]
        if torch_is_here := (TRANSFORMERS in contenders):
            fp32 = in_torch(options.checkpoint, threads=1)
            contenders[FP32] = lambda: [fp32(batch) for batch in batches]
        rates = measure(contenders, len(sentences))
    lines = [
        made_by(len(texts), len(sentences)),
        "",
        *rate_table(rates),
        "",
        *targets(rates, forward_share(texts, options.weights), measure_footprint(texts)),
        "",
        *layouts(options.weights, texts, len(sentences)),
        "",
        *(arithmetic(options.weights, texts) if torch_is_here else []),
        "",
        *(fewer_layers(texts, len(sentences)) if torch_is_here else []),
    ]
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
            answer = run()
            spent = time.perf_counter() - started
            if number:
                # A peer's process loads for seconds: it says itself how fast it read.
                own = answer.sentences_per_second if isinstance(answer, PeerRun) else sentences / spent
                rates[name].append(own)
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

    finder.run = timed  # type: ignore[method-assign, assignment]
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


def made_by(articles: int, sentences: int) -> str:
    """Say what was measured, on what, and how busy the machine was."""
    return (
        f"Made by `python -m lab.bench.throughput --write`: {articles} articles, {sentences} sentences, "
        f"{ROUNDS} alternating rounds in one run on {os.cpu_count()} cores, "
        f"load average {os.getloadavg()[0]:.1f} at the end (other work ran beside it where that is above 2)."
    )


def rate_table(rates: dict[str, list[float]]) -> list[str]:
    """Lay out sentences a second: median and range of the rounds."""
    lines = ["| contender | sentences/s, median | range |", "|---|---|---|"]
    for name, values in rates.items():
        middle = statistics.median(values)
        lines.append(f"| {name} | {middle:.0f} | {min(values):.0f}–{max(values):.0f} |")
    return lines


def targets(rates: dict[str, list[float]], share: float, worker: Footprint) -> list[str]:
    """Set the figures beside what they should be."""
    middle = {name: statistics.median(values) for name, values in rates.items()}

    def ratio(ours: str, theirs: str) -> str:
        return f"{middle[ours] / middle[theirs]:.2f}" if {ours, theirs} <= middle.keys() else "not measured"

    return [
        "| | measured | wanted |",
        "|---|---|---|",
        f"| the network, int8 to torch fp32: same weights, batches, threads | {ratio(INT8, FP32)} | 2.5 |",
        f"| pipeline on two cores to transformers' pipeline | {ratio(TWO, TRANSFORMERS)} | 3 |",
        f"| pipeline in one process to transformers' pipeline | {ratio(ONE, TRANSFORMERS)} | |",
        f"| pipeline on two cores to quantulum3 | {ratio(TWO, QUANTULUM)} | 1.5 |",
        f"| forward pass, of the in-process extract time | {share:.0%} | 70% |",
        f"| a worker's resident memory after these articles | {worker.resident_mb:.0f} MB | 300 MB |",
        f"| cold start: imports and weights | {worker.loaded_s:.2f} s | |",
        f"| cold start: to the first claim | {worker.first_claim_s:.2f} s | |",
        f"| `./claimbench extract` of one short article, whole process | {worker.process_s:.2f} s | |",
    ]


if __name__ == "__main__":
    sys.exit(main())
