"""How the words of a sentence become quantities; models.domain.quantities is the way in."""
