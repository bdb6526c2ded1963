"""How many answers of each head are right against the marks: what training selects by and parity compares."""

import numpy as np
from numpy.typing import NDArray

from lab.examples import IGNORED, Batch

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
    right["check"] = [float((arrays["check"].argmax(-1) == batch.check.numpy()).sum()), len(batch.examples)]
    for row, example in enumerate(batch.examples):
        for figure in example.figures:
            for head, label in (
                ("measure", figure.measure),
                ("basis", figure.basis),
                ("certainty", figure.certainty),
            ):
                if label != IGNORED:
                    right[head][0] += int(arrays[head][row, figure.tokens].mean(0).argmax()) == label
                    right[head][1] += 1
            for relation, targets in enumerate(figure.links):
                if targets:
                    right["links"][0] += (
                        int(arrays["links"][row, relation, figure.tokens[0]].argmax()) in targets
                    )
                    right["links"][1] += 1
    return {head: (float(value[0]), float(value[1])) for head, value in right.items()}
