"""How a .env file reaches the settings: what the environment already says wins over it."""

import os
from pathlib import Path


def read_dotenv(path: Path) -> None:
    """Add the variables of *path* to the environment where they are not set; a missing file is no error."""
    try:
        content = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return
    from honcho.environ import parse  # the same reader that `honcho start` uses, so that both agree

    for name, value in parse(content).items():
        os.environ.setdefault(name, value)
