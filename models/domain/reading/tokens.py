"""What the words, numerals and signs of a sentence are, and where each stands."""

import re
from dataclasses import dataclass

from models.domain.reading.digits import with_plain_digits

# A numeral with its inner points and commas, a word with its inner apostrophes, or any single sign.
_TOKEN = re.compile(r"([0-9]+(?:[.,][0-9]+)*)|([^\W\d_]+(?:['’][^\W\d_]+)*)|\S")
_PAD = 12  # readers look at most this many tokens past either end


@dataclass(frozen=True, slots=True)
class Tokens:
    """A sentence as parallel lists, padded at the end so that looking past either end finds "".

    ``words`` is in lower case, ``raw`` as written; ``starts`` and ``ends`` are code points of ``text``.
    ``vocabulary`` has every word once: what stands anywhere in the sentence is asked of it.
    """

    text: str
    count: int
    words: list[str]
    raw: list[str]
    starts: list[int]
    ends: list[int]
    vocabulary: frozenset[str]

    def touch(self, left: int) -> bool:
        """Say whether token *left* and the next one stand without white space between them."""
        return self.ends[left] == self.starts[left + 1]

    def is_numeral(self, at: int) -> bool:
        """Say whether token *at* is written in ASCII digits."""
        return "0" <= self.raw[at][:1] <= "9"

    def is_capitalised(self, at: int) -> bool:
        """Say whether token *at* begins with a capital letter."""
        return self.raw[at][:1].isupper()

    def joined(self, first: int, last: int) -> str:
        """Return the words of ``[first, last)`` in lower case, one blank between them."""
        return " ".join(self.words[max(first, 0) : last])


def tokenize(text: str) -> Tokens:
    """Cut *text* into tokens in one pass, linear in its length; digits of any script come out as ASCII."""
    raw: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(with_plain_digits(text)):
        raw.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    count = len(raw)
    words = [word.lower().replace("’", "'") for word in raw]
    pad = [""] * _PAD
    # A padded token starts before 0 and ends before that, so that nothing ever touches it.
    return Tokens(
        text, count, words + pad, raw + pad, starts + [-1] * _PAD, ends + [-2] * _PAD, frozenset(words)
    )
