"""Which number means which label in the model's outputs: the one order that training and decoding share."""

from models.domain.vocabulary import Basis, Certainty, Measure

TAGS = ("quantity", "counted", "place", "period", "source", "cue")
"""Kinds of spans; each has its own outside/begin/inside tags: a place may stand in a counted noun."""
OUTSIDE, BEGIN, INSIDE = 0, 1, 2

RELATIONS = ("counted", "place", "period", "source")
"""What a quantity may be linked to; the sentence's first token stands for the sentence itself."""

MEASURES = tuple(Measure)
BASES: tuple[Basis | None, ...] = (None, *Basis)
CERTAINTIES = tuple(Certainty)
CHECKS = (0, 1, 2)
"""No factual claim, a fact that nobody would check, worth checking."""
