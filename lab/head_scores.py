"""How many answers of each head are right against the marks: what training selects by and parity compares."""

import numpy as np
from numpy.typing import NDArray

from lab.examples import IGNORED, Batch
from models.nlp.neural import cut

Arrays = dict[str, NDArray[np.float32]]
HEADS = ("tags", "measure", "basis", "certainty", "check", "links")


def count_right(arrays: Arrays, batch: Batch) -> dict[str, tuple[float, float]]:
    """Return (right, of) per head; for tags twice the hits and the sum of marked and found tokens."""
    tags = batch.tags.numpy()
    read = arrays["tags"].argmax(-1)
    counted = tags != IGNORED
    hits = (counted & (tags == read) & (tags > 0)).sum()
    every = (counted & (tags > 0)).sum() + (counted & (read > 0)).sum()
    right = {head: [0.0, 0.0] for head in HEADS}
    right["tags"] = [2.0 * hits, float(every)]
    for row, part, example in batch.sentences():
        logits = cut(arrays, row, part)
        right["check"][0] += int(logits.check.argmax()) == example.check
        right["check"][1] += 1
        for figure in example.figures:
            for head, label in (
                ("measure", figure.measure),
                ("basis", figure.basis),
                ("certainty", figure.certainty),
            ):
                if label != IGNORED:
                    right[head][0] += int(getattr(logits, head)[figure.tokens].mean(0).argmax()) == label
                    right[head][1] += 1
            for relation, targets in enumerate(figure.links):
                if targets:
                    right["links"][0] += int(logits.links[relation, figure.tokens[0]].argmax()) in targets
                    right["links"][1] += 1
    return {head: (float(value[0]), float(value[1])) for head, value in right.items()}
