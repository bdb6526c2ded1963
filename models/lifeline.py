"""How a process ends when the one that started it does, even if that was killed with -9."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def lifeline(death_signal: signal.Signals = signal.SIGKILL) -> Callable[[int], None]:
    """Prepare what a new child calls, with its parent's process id, to get *death_signal* when that one ends.

    The C library is loaded here, before the fork, because a child between fork and exec may only do the
    least. On systems without prctl (macOS) the child gets nothing and lives on.
    """
    if sys.platform != "linux":
        return lambda _: None
    library = ctypes.CDLL(None, use_errno=True)

    def hold(parent: int) -> None:
        library.prctl(_PR_SET_PDEATHSIG, death_signal)
        if os.getppid() != parent:  # it ended before we could ask
            os.kill(os.getpid(), death_signal)

    return hold
