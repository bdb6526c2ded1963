"""What one telling of a figure says about where its number comes from."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from models.domain.provenance.copies import TextMark


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim or reference of a figure, as far as it says where its number comes from.

    ``id`` is whatever the caller calls it by. ``mark`` is the article's ``text_mark``, None for a reference,
    whose publisher is its ``speaker``. ``speaker`` and ``cue`` are the claim's source, ``host`` that of the
    article's URL, ``sentence`` the claim's.
    """

    id: Hashable
    article_id: int | None = None
    source_name: str | None = None
    host: str | None = None
    mark: TextMark | None = None
    speaker: str | None = None
    cue: str | None = None
    sentence: str = ""
    measure: str | None = None
    published_on: date | None = None
