"""How a list of words is written in these modules: as running text, one blank between words."""


def words_of(text: str) -> frozenset[str]:
    """Return the words of *text*."""
    return frozenset(text.split())
