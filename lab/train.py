"""Trains the claim model: `python -m lab.train` fine-tunes, exports, quantizes and calibrates it."""

import argparse
import json
import random
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from transformers import BertModel

from lab.calibrate import calibrate, keep_decoding
from lab.corpus.documents import Document, read_corpus
from lab.corpus.measured import read_measured
from lab.corpus.reviewed import read_reviewed
from lab.corpus.splits import choose
from lab.examples import Article, Batch, batches, draw_passages, passages_of, read_articles, read_measures
from lab.export import export
from lab.head_scores import HEADS, count_right
from lab.losses import losses_of, total
from lab.model import ClaimModel, ClaimOutput, base_folder, start_from_base
from models.nlp.encoding import SentenceEncoder
from models.nlp.load import WEIGHTS
from models.nlp.neural import NeuralFinder

DEFAULT_RUN = Path("var/train")


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides the result, beside the corpus."""

    seed: int = 7
    epochs: int = 10
    batch: int = 640
    """Tokens a step: about 16 sentences."""
    encoder_rate: float = 8e-5
    head_rate: float = 8e-4
    warmup: float = 0.1
    sentences: int = 0
    """Train and tune on so many sentences only (a test); 0 is all."""
    share: float = 1.0
    """Train on this share of the documents only (a learning curve)."""
    layers: int = 6
    """Keep the lower layers of the encoder only."""
    head_layer: int = 4
    """The layer that the heads read, at most the last; the vectors always come from the last."""
    neighbours: int = 1
    """0 trains and tunes on every sentence alone, without title."""
    measures: int = 1
    """0 leaves out the texts of which only measures are marked (lab/corpus/measures.jsonl)."""
    average: float = 0.998
    """How much of the weights' running mean a step keeps. The mean is scored and shipped; 0 is none."""


def main() -> int:
    """Train, or go on where a run of the same recipe stopped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=DEFAULT_RUN, help="where the run keeps its state")
    parser.add_argument("--name", default="claimbench-minilm-0.5.0", help="name and version of the model")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the exported weights go")
    parser.add_argument("--no-export", action="store_true", help="keep the checkpoint only")
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument(
        "--reviewed", type=Path, help="also train on this file of `./claimbench export training`"
    )
    for name, default in asdict(Recipe()).items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(default), default=default)
    options = parser.parse_args()
    recipe = Recipe(**{name: getattr(options, name) for name in asdict(Recipe())})
    if options.threads:
        torch.set_num_threads(options.threads)
    model = train(recipe, options.run, options.name, options.reviewed)
    if not options.no_export:
        export(model, options.out)
        documents, _ = read_corpus()
        keep_decoding(options.out, calibrate(NeuralFinder(options.out), choose(documents, "dev")))
        print(f"{options.name} stands in {options.out}; `python -m lab.evaluate` measures it")
    return 0


def train(recipe: Recipe, run: Path, name: str, reviewed: Path | None = None) -> ClaimModel:
    """Train with *recipe*, keeping ``state.pt`` after every epoch and the best epoch in ``best/``.

    Documents of *reviewed* train beside the corpus; none of them tunes or tests.
    """
    run.mkdir(parents=True, exist_ok=True)
    documents, notes = read_corpus()
    for note in notes:
        print(f"note: {note}", file=sys.stderr)
    encoder = SentenceEncoder(base_folder())
    train_set = read_articles(to_train_on(documents, reviewed), encoder)
    dev_set = read_articles(choose(documents, "dev"), encoder)
    if recipe.sentences:
        random.Random(recipe.seed).shuffle(train_set)
        train_set, dev_set = first_of(train_set, recipe.sentences), first_of(dev_set, recipe.sentences)
    if recipe.share < 1:
        random.Random(recipe.seed).shuffle(train_set)
        train_set = train_set[: round(len(train_set) * recipe.share)]
    if recipe.measures and recipe.share == 1 and not recipe.sentences:
        train_set += read_measures(read_measured(), encoder)
    print(f"{count(train_set)} sentences to train on, {count(dev_set)} to tune on", flush=True)

    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(recipe.seed)
    model = start_from_base(name, recipe.layers, recipe.head_layer).to(device)
    # Few sentences cannot teach 30,000 words: their vectors stay as the base model learned them.
    model.bert.embeddings.word_embeddings.weight.requires_grad = False
    optimizer = torch.optim.AdamW(_parameter_groups(model, recipe), weight_decay=0.01)
    # The windows of an epoch are drawn from its number alone, so the steps are known before the first.
    epochs = [_steps(train_set, recipe, epoch) for epoch in range(recipe.epochs)]
    steps = sum(len(parts) for parts in epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps, recipe.warmup))
    vectors, dev_vectors = base_vectors(train_set, device), base_vectors(dev_set, device)
    mean = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(recipe.average))
    first, best = _resume(run, recipe, model, mean, optimizer, schedule)
    with _progress() as bar:
        for epoch in range(first, recipe.epochs):
            started = time.monotonic()
            torch.manual_seed(recipe.seed * 1000 + epoch)
            model.train()
            task = bar.add_task(f"epoch {epoch + 1}/{recipe.epochs}", total=len(epochs[epoch]))
            for batch in epochs[epoch]:
                loss = total(losses_of(_run(model, batch, device), batch, _vectors_of(batch, vectors)))
                optimizer.zero_grad(set_to_none=True)
                loss.backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                optimizer.step()
                schedule.step()
                mean.update_parameters(model)
                bar.advance(task)
            scores = dev_scores(mean.module, dev_set, device, dev_vectors, bool(recipe.neighbours))
            line = {"epoch": epoch + 1, "seconds": round(time.monotonic() - started), **scores}
            print(json.dumps(line), flush=True)
            if best is None or scores["mean"] >= best:
                best = scores["mean"]
                mean.module.save_pretrained(run / "best")
            _keep(run, recipe, epoch + 1, best, model, mean, optimizer, schedule)
    return ClaimModel.from_pretrained(run / "best")


def to_train_on(documents: list[Document], reviewed: Path | None) -> list[Document]:
    """Return the training part of the corpus, and what reviewers taught beside it."""
    return [*choose(documents, "train"), *(read_reviewed(reviewed) if reviewed else [])]


def count(articles: list[Article]) -> int:
    """Return how many sentences the articles have."""
    return sum(len(article.examples) for article in articles)


def first_of(articles: list[Article], sentences: int) -> list[Article]:
    """Return the first articles that have together at least so many sentences."""
    chosen: list[Article] = []
    while articles[len(chosen) :] and count(chosen) < sentences:
        chosen.append(articles[len(chosen)])
    return chosen


def _steps(articles: list[Article], recipe: Recipe, epoch: int) -> list[Batch]:
    chooser = random.Random(recipe.seed * 1000 + epoch)
    return list(batches(draw_passages(articles, chooser, not recipe.neighbours), recipe.batch, chooser))


def dev_scores(
    model: ClaimModel,
    articles: list[Article],
    device: torch.device,
    vectors: dict[str, torch.Tensor],
    has_neighbours: bool = True,
) -> dict[str, float]:
    """Return every head's score on *articles*, 0 to 1, their ``mean``, and the summed ``loss``.

    Epochs are chosen by the mean score: the loss rises again long before the answers get worse. ``vectors``
    is the mean cosine with the base model's *vectors*, and no part of the mean.
    """
    model.eval()
    sums = {head: [0.0, 0.0] for head in HEADS}
    losses, cosines = [], []
    with torch.no_grad():
        passages = passages_of(articles) if has_neighbours else passages_of(articles, 0, False)
        for batch in batches(passages, 640, None):
            output = _run(model, batch, device)
            parts = losses_of(output, batch, _vectors_of(batch, vectors))
            cosines += [1 - float(parts.pop("vector"))] * sum(1 for _ in batch.sentences())
            losses.append(float(total(parts)))
            for head, (right, of) in count_right({k: v.numpy() for k, v in output.items()}, batch).items():
                sums[head][0] += right
                sums[head][1] += of
    scores = {head: round(right / max(1.0, of), 4) for head, (right, of) in sums.items()}
    mean = round(sum(scores.values()) / len(scores), 4)
    kept = round(sum(cosines) / len(cosines), 4)
    return {**scores, "mean": mean, "vectors": kept, "loss": round(sum(losses) / len(losses), 4)}


def _run(model: ClaimModel, batch: Batch, device: torch.device) -> ClaimOutput:
    """Run one batch on *device*; the outputs come back to the processor, where the labels are."""
    output = model(**{name: tensor.to(device) for name, tensor in batch.inputs.items()})
    return ClaimOutput(**{name: tensor.cpu() for name, tensor in output.items()})


def _parameter_groups(model: ClaimModel, recipe: Recipe) -> list[dict[str, object]]:
    """New weights, the token types among them, learn faster than those that the base model brings."""
    new: list[torch.nn.Parameter] = []
    old: list[torch.nn.Parameter] = []
    for name, parameter in model.named_parameters():
        is_old = name.startswith(("bert.", "vector.")) and "token_type" not in name
        if parameter.requires_grad:
            (old if is_old else new).append(parameter)
    return [{"params": old, "lr": recipe.encoder_rate}, {"params": new, "lr": recipe.head_rate}]


def _rate(step: int, steps: int, warmup: float) -> float:
    """Rise to 1 over the warm-up, then fall in a straight line to 0."""
    rise = max(1, int(steps * warmup))
    return (step + 1) / rise if step < rise else max(0.0, (steps - step) / max(1, steps - rise))


def base_vectors(articles: list[Article], device: torch.device) -> dict[str, torch.Tensor]:
    """Return the untouched base model's vector of every sentence: what the trained one should keep."""
    base = BertModel.from_pretrained(base_folder(), add_pooling_layer=False).to(device).eval()
    vectors: dict[str, torch.Tensor] = {}
    with torch.no_grad():
        for batch in batches(passages_of(articles, 0, False), 640, random.Random(0)):
            mask = batch.inputs["attention_mask"].to(device)
            hidden = base(
                input_ids=batch.inputs["input_ids"].to(device), attention_mask=mask
            ).last_hidden_state
            weights = mask.unsqueeze(-1).float()
            pooled = (hidden * weights).sum(1) / weights.sum(1)
            for row, _, example in batch.sentences():
                vectors[example.text] = (pooled[row] / pooled[row].norm()).cpu()
    return vectors


def _vectors_of(batch: Batch, vectors: dict[str, torch.Tensor]) -> torch.Tensor:
    return torch.stack([vectors[example.text] for _, _, example in batch.sentences()])


def _resume(run: Path, recipe: Recipe, model, mean, optimizer, schedule) -> tuple[int, float | None]:  # type: ignore[no-untyped-def]
    path = run / "state.pt"
    if not path.exists():
        return 0, None
    state = torch.load(path, weights_only=True)
    if state["recipe"] != asdict(recipe):
        raise SystemExit(f"{path} is a run of another recipe: remove it, or name another folder with --run")
    model.load_state_dict(state["model"])
    mean.load_state_dict(state["mean"])
    optimizer.load_state_dict(state["optimizer"])
    schedule.load_state_dict(state["schedule"])
    print(f"going on after epoch {state['epoch']}", flush=True)
    return state["epoch"], state["best"]


def _keep(run: Path, recipe: Recipe, epoch: int, best: float, model, mean, optimizer, schedule) -> None:  # type: ignore[no-untyped-def]
    state = {
        "recipe": asdict(recipe),
        "epoch": epoch,
        "best": best,
        "model": model.state_dict(),
        "mean": mean.state_dict(),
        "optimizer": optimizer.state_dict(),
        "schedule": schedule.state_dict(),
    }
    part = run / "state.part"
    torch.save(state, part)
    part.replace(run / "state.pt")


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    )


if __name__ == "__main__":
    sys.exit(main())
