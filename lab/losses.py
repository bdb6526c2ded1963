"""What the network is asked to get right: one loss a head, summed with fixed weights."""

import torch
from torch.nn.functional import cosine_similarity, cross_entropy

from lab.examples import IGNORED, Batch
from lab.model import ClaimOutput

WEIGHTS = {
    "tags": 2.0,
    "measure": 1.0,
    "basis": 0.5,
    "certainty": 0.5,
    "check": 0.7,
    "links": 1.0,
    "vector": 2.0,
}


def losses_of(
    output: ClaimOutput, batch: Batch, base_vectors: torch.Tensor | None
) -> dict[str, torch.Tensor]:
    """Return the mean loss of every head that the batch has marks for.

    *base_vectors* are the base model's, one row a sentence.
    """
    assert output.tags is not None
    assert output.check is not None
    assert output.vectors is not None
    spans = [(row, slice(part.start, part.end)) for row, part, _ in batch.sentences()]
    checks = torch.stack([output.check[row, own].mean(0) for row, own in spans])
    wanted = torch.tensor([example.check for _, _, example in batch.sentences()], device=checks.device)
    losses = _figure_losses(output, batch)
    if bool((wanted != IGNORED).any()):
        losses["tags"] = cross_entropy(output.tags.flatten(0, 2), batch.tags.flatten(), ignore_index=IGNORED)
        losses["check"] = cross_entropy(checks, wanted, ignore_index=IGNORED, label_smoothing=0.05)
    if base_vectors is not None:
        vectors = torch.stack([output.vectors[row, own].mean(0) for row, own in spans])
        losses["vector"] = (1 - cosine_similarity(vectors, base_vectors)).mean()
    return losses


def _figure_losses(output: ClaimOutput, batch: Batch) -> dict[str, torch.Tensor]:
    assert output.links is not None
    assert output.measure is not None
    assert output.basis is not None
    assert output.certainty is not None
    rows, tokens, measures, bases, certainties = [], [], [], [], []
    link_losses = []
    for row, part, example in batch.sentences():
        for figure in example.figures:
            for token in figure.tokens:
                rows.append(row)
                tokens.append(part.start + token)
                measures.append(figure.measure)
                bases.append(figure.basis)
                certainties.append(figure.certainty)
            first = part.start + figure.tokens[0]
            logs = output.links[row, :, first, part.start : part.end].log_softmax(-1)
            for relation, targets in enumerate(figure.links):
                if targets:
                    link_losses.append(-logs[relation, targets].logsumexp(-1))
    losses = {}
    for name, logits, wanted in (
        ("measure", output.measure, measures),
        ("basis", output.basis, bases),
        ("certainty", output.certainty, certainties),
    ):
        labels = torch.tensor(wanted, device=logits.device)
        if bool((labels != IGNORED).any()):
            losses[name] = cross_entropy(logits[rows, tokens], labels, ignore_index=IGNORED)
    if link_losses:
        losses["links"] = torch.stack(link_losses).mean()
    return losses


def total(losses: dict[str, torch.Tensor]) -> torch.Tensor:
    """Sum the heads' losses with their weights."""
    return torch.stack([WEIGHTS[name] * loss for name, loss in losses.items()]).sum()
