"""How a claim reads without its article: its sentence, made to stand alone where that is certain."""

import re

from models.domain.claim import Span
from models.nlp.reading import ArticleReader

_SPACE = re.compile(r"\s+")
_THE_PLACE = re.compile(r"\b[Tt]he (country|nation|city|town)(?=(?:['’]s)?(?:[\s,.;:!?)]|$))(?! of\b)")
_KINDS = {"country": "country", "nation": "country", "city": "town", "town": "town"}


def read_alone(sentence: Span, reader: ArticleReader) -> str:
    """Return the sentence in one line, "the country" and "the city" named where the article leaves no choice.

    That is where the article names one country (or town) in all, before the sentence at the latest, and
    the sentence does not name it itself. Anything less certain stays as written.
    """
    words = _THE_PLACE.sub(lambda match: _name(match, sentence, reader), sentence.text)
    return _SPACE.sub(" ", words).strip()


def _name(match: re.Match[str], sentence: Span, reader: ArticleReader) -> str:
    only = reader.only_place(_KINDS[match[1]])
    if only is None or only.start >= sentence.start or only.text in sentence.text:
        return match[0]
    return only.text
