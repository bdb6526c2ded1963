"""Which of many documents says what a free text says: words, sentence vectors and both together."""

from models.nlp.matching.documents import Document
from models.nlp.matching.matcher import Match, Matcher

__all__ = ["Document", "Match", "Matcher"]
