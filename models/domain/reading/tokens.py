"""What the words, numerals and signs of a sentence are, and where each stands."""

import re
from dataclasses import dataclass
from itertools import accumulate

from models.domain.reading.digits import with_plain_digits

# A word with its inner apostrophes, a numeral with its inner points and commas, or any single sign. Cutting
# at a group keeps the white space between too, so that lengths add up to offsets without a match object each.
_NUMERAL = r"[0-9]+(?:[.,][0-9]+)*"
_TOKEN = re.compile(rf"([^\W\d_]+(?:['’][^\W\d_]+)*|{_NUMERAL}|\S)")
_ASCII_TOKEN = re.compile(rf"([A-Za-z]+(?:'[A-Za-z]+)*|{_NUMERAL}|\S)")
_PAD = 12  # readers look at most this many tokens past either end
_PADDING = [""] * _PAD
# A padded token starts before 0 and ends before that, so that nothing ever touches it.
_NO_STARTS, _NO_ENDS = [-1] * _PAD, [-2] * _PAD


@dataclass(slots=True)
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
    plain = with_plain_digits(text)
    parts = (_ASCII_TOKEN if plain.isascii() else _TOKEN).split(plain)
    raw = parts[1::2]
    offsets = list(accumulate(map(len, parts)))
    words = [word.lower() for word in raw]
    if "’" in plain:
        words = [word.replace("’", "'") for word in words]
    return Tokens(
        text,
        len(raw),
        words + _PADDING,
        raw + _PADDING,
        offsets[0:-1:2] + _NO_STARTS,
        offsets[1::2] + _NO_ENDS,
        frozenset(words),
    )
