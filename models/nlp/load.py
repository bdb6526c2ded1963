"""Which finder reads the articles: the trained model where its weights stand, the rules otherwise."""

from pathlib import Path
from typing import Literal

from models.nlp.finder import Finder
from models.nlp.rules import RulesFinder

WEIGHTS = Path(__file__).resolve().parent.parent / "weights"


def load_finder(name: Literal["model", "rules"] | None = None, model_dir: Path | None = None) -> Finder:
    """Return the named finder; None takes the model when its weights are present, else the rules.

    Raises FileNotFoundError when the model is asked for by name and its weights are missing.
    """
    if name == "rules":
        return RulesFinder()
    folder = model_dir or WEIGHTS
    if not (folder / "model.onnx").exists():
        if name == "model":
            raise FileNotFoundError(f"no weights in {folder}: run `make train`, or take the rules")
        return RulesFinder()
    from models.nlp.neural import NeuralFinder  # loading ONNX Runtime costs time the rules need not pay

    return NeuralFinder(folder)
