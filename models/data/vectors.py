"""How near packed context vectors are to one another: int8 rows, compared in numpy."""

from collections.abc import Sequence

_SCALE = 4
"""Bytes before the values: a float32, which a cosine does not need."""


def cosines(vector: bytes | None, others: Sequence[bytes | None]) -> list[float | None]:
    """Return the cosine of *vector* with each of *others*; None where one is missing or of another size."""
    if vector is None:
        return [None] * len(others)
    found: list[float | None] = [None] * len(others)
    numbers = [n for n, other in enumerate(others) if other is not None and len(other) == len(vector)]
    if not numbers:
        return found
    import numpy as np  # only a worker compares: the web process imports this module and needs no numpy

    rows = np.frombuffer(b"".join(others[n][_SCALE:] for n in numbers), np.int8)  # type: ignore[index]
    matrix = rows.reshape(len(numbers), -1).astype(np.float32)
    one = np.frombuffer(vector, np.int8, offset=_SCALE).astype(np.float32)
    lengths = np.linalg.norm(matrix, axis=1) * np.linalg.norm(one)
    for number, value in zip(numbers, (matrix @ one) / np.maximum(lengths, 1e-12), strict=True):
        found[number] = float(value)
    return found
