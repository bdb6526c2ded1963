"""What test_serving.py serves: each path says who answered, after the time that it names."""

import os
import time
from collections.abc import Callable, Iterable
from typing import Any


def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer /0.03 after 0.03 seconds with the number of the process."""
    time.sleep(float(environ["PATH_INFO"].lstrip("/") or 0))
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [str(os.getpid()).encode()]
