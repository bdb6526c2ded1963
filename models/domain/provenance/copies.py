"""Which articles carry the same text: shared runs of three words in their openings, compared exactly."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from models.domain.fingerprint import text_digest
from models.domain.provenance.credits import credit_of

#: Papers cut a wire story from the bottom, so its opening is what copies share.
OPENING_WORDS = 400
RUN = 3
#: Of the shorter opening's runs. A copy with changed words keeps half and more; two reporters' own stories
#: about one event share a tenth, names and set phrases.
SHARED_PART = 0.3
#: Fewer runs than this are a caption or a headline, where sharing many says little.
FEWEST_RUNS = 20
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class TextMark:
    """What of an article's text tells copies: a hash of its opening's words, their runs, the agency credited.

    Spelling in capitals, punctuation and spaces make no difference.
    """

    sha256: str
    runs: frozenset[int]
    credit: str | None


def text_mark(text: str) -> TextMark:
    """Mark an article's *text*; linear in its length, and the same in every process."""
    words = []
    for found in _WORD.finditer(text):
        words.append(found.group().lower())
        if len(words) == OPENING_WORDS:
            break
    runs = frozenset(
        crc32(" ".join(words[i : i + RUN]).encode("utf-8", "replace")) for i in range(len(words) - RUN + 1)
    )
    return TextMark(text_digest(" ".join(words)), runs, credit_of(text))


def group_copies(marks: Sequence[TextMark | None]) -> list[int]:
    """Return for each mark the index of the first one whose text it carries; its own where it is the first.

    A mark is held against the first of each group only, by an index of runs, so that 200 copies of one
    story cost no more than 200 stories.
    """
    first_of: list[int] = []
    by_hash: dict[str, int] = {}
    with_run: defaultdict[int, list[int]] = defaultdict(list)
    for index, mark in enumerate(marks):
        first = index
        if mark is not None:
            first = by_hash.get(mark.sha256, -1)
            if first < 0:
                first = _first_that_shares(mark, marks, with_run, index)
            if first == index:
                for run in mark.runs:
                    with_run[run].append(index)
            by_hash.setdefault(mark.sha256, first)
        first_of.append(first)
    return first_of


def _first_that_shares(
    mark: TextMark, marks: Sequence[TextMark | None], with_run: dict[int, list[int]], index: int
) -> int:
    shared: Counter[int] = Counter()
    for run in mark.runs:
        shared.update(with_run.get(run, ()))
    for other, count in shared.most_common():
        beside = marks[other]
        shorter = min(len(mark.runs), len(beside.runs)) if beside else 0
        if shorter >= FEWEST_RUNS and count >= SHARED_PART * shorter:
            return other
    return index
