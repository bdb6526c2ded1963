"""How the processor time of a reader grows with its text: a ratio, no absolute times, no neighbours."""

import gc
import time
from collections.abc import Callable

#: Four times the text takes four times as long; the square of it would be sixteen.
LIMIT = 10


def grows_linearly(read: Callable[[str], object], unit: str, times: int = 1500) -> bool:
    """Say whether *read* takes less than LIMIT times as long on four times the text."""
    read(unit)
    return any(_ratio(read, unit, times) < LIMIT for _ in range(3))


def _ratio(read: Callable[[str], object], unit: str, times: int) -> float:
    return _seconds(read, unit * 4 * times) / _seconds(read, unit * times)


def _seconds(read: Callable[[str], object], text: str) -> float:
    gc.disable()
    try:
        runs = []
        for _ in range(3):
            begun = time.process_time()
            read(text)
            runs.append(time.process_time() - begun)
        return min(runs)
    finally:
        gc.enable()
