"""The untrained base encoder as a folder of weights: `python -m lab.matching.base_encoder FOLDER`."""

import sys
from pathlib import Path

import torch

from lab.export import export
from lab.model import start_from_base

NAME = "all-MiniLM-L6-v2"


def main() -> int:
    """Export the base encoder, int8; its sentence vector is the mean over tokens, other heads untaught."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    torch.manual_seed(0)
    export(start_from_base(NAME), Path(sys.argv[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
