"""A sentence as tokens for the time grammar, and the small questions it asks of them."""

import re

from models.domain.time.words import (
    AMBIGUOUS_MONTHS,
    COUNTED_AFTER_YEAR,
    CUES_BEFORE_DATE,
    CUES_BEFORE_YEAR,
    MONTH_ABBREVIATIONS,
    MONTHS,
    NUMBERS,
    TENS,
    VAGUE_AMOUNTS,
)

# Letters, digits, or one other mark: each code point is looked at once.
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\s]")
DASHES = frozenset("-–—‐‑−")
APOSTROPHES = frozenset("'’")
SMALL_PREPOSITIONS = frozenset(("on", "in", "at", "around", "about"))


class Tokens:
    """The words of a sentence, lower-cased, with where they stand; an index outside reads as "".

    ``trusted`` says that the words are known to be about time, so "2019" and "May" need no cue before them.
    """

    def __init__(self, sentence: str, trusted: bool = False) -> None:
        self.trusted = trusted
        matches = list(_TOKEN.finditer(sentence))
        self.raw = [match[0] for match in matches]
        self.words = [word.lower() for word in self.raw]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]

    def __len__(self) -> int:
        return len(self.raw)

    def word(self, i: int) -> str:
        """Return the lower-cased token, "" outside the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def touches(self, i: int) -> bool:
        """Say whether nothing stands between token *i* and the next."""
        return 0 <= i < len(self.raw) - 1 and self.ends[i] == self.starts[i + 1]

    def has(self, i: int, *words: str) -> bool:
        """Say whether these words follow each other from *i* on."""
        return all(self.word(i + k) == word for k, word in enumerate(words))

    def integer(self, i: int, digits: int = 4) -> int | None:
        """Return the whole number that token *i* writes in at most *digits* digits, if it is one of its own.

        Parts of larger numbers ("2,000", "3.5", "$21") are none.
        """
        word = self.word(i)
        if not word.isdecimal() or len(word) > digits:
            return None
        before, after = self.word(i - 1), self.word(i + 1)
        if self.touches(i) and after in (",", ".", "%", ":") and (after == "%" or self._digit_joined(i + 1)):
            return None
        if i and self.touches(i - 1):
            if before in (",", ".", ":") and self.word(i - 2).isdecimal() and self.touches(i - 2):
                return None
            if before in "$£€#" or (before.isalpha() and before not in ("q", "h", "fy")):
                return None
        return int(word)

    def _digit_joined(self, i: int) -> bool:
        return self.touches(i) and self.word(i + 1).isdecimal()

    def year(self, i: int) -> int | None:
        """Return the year that token *i* writes in four digits, 1500 to 2199."""
        value = self.integer(i) if len(self.word(i)) == 4 else None
        return value if value is not None and 1500 <= value <= 2199 else None

    def is_cued_year(self, i: int) -> bool:
        """Say whether the four digits at *i* are a year by the words around them."""
        if self.word(i + 1) in COUNTED_AFTER_YEAR:
            return False
        if self.trusted:
            return True
        before = self.word(i - 1)
        if before in DASHES and self.touches(i - 1):
            before = self.word(i - 2)
        return before in CUES_BEFORE_YEAR or (before == "(" and self.word(i + 1) in (")", ",", ";"))

    def is_cued_month(self, i: int) -> bool:
        """Say whether a month's name alone at *i* is the month, and not a verb or a person."""
        if self.trusted or self.word(i) not in AMBIGUOUS_MONTHS:
            return True
        before = self.word(i - 2) if self.word(i - 1) in DASHES else self.word(i - 1)
        return before in CUES_BEFORE_DATE and not self.raw[i].isupper()

    def month(self, i: int) -> int | None:
        """Return the month that a capitalised token names, also shortened ("Jan", "Sept")."""
        word = self.word(i)
        if word not in MONTHS or not self.raw[i][0].isupper():
            return None
        if word in MONTH_ABBREVIATIONS and word != "sept" and not self._follows_as_short_month(i):
            return None
        return MONTHS[word]

    def _follows_as_short_month(self, i: int) -> bool:
        after = (self.word(i + 1) == "." and i + 2) or i + 1
        return self.word(after).isdecimal() or self.word(i - 1).isdecimal() or self.word(i + 1) == "."

    def after_month(self, i: int) -> int:
        """Return the index after a month's name and the point of its short form."""
        shortened = self.word(i) in MONTH_ABBREVIATIONS and self.word(i + 1) == "." and self.touches(i)
        return i + 2 if shortened else i + 1

    def day_number(self, i: int) -> tuple[int, int] | None:
        """Return the day of the month at *i* (1 to 31, "21st" too) and the index after it."""
        value = self.integer(i, 2)
        if value is None or not 1 <= value <= 31:
            return None
        if self.touches(i) and self.word(i + 1).isalpha():
            return (value, i + 2) if self.word(i + 1) in ("st", "nd", "rd", "th") else None
        return value, i + 1

    def amount(self, i: int) -> tuple[int | None, int] | None:
        """Return a count of units at *i* ("two", "24", "a couple of", "twenty-four") and the index after.

        The count is None when it is vague ("few", "several").
        """
        word = self.word(i)
        if (value := self.integer(i, 4)) is not None:
            return value, i + 1
        if word == "a" and self.word(i + 1) == "few":
            return None, i + 2
        if word == "a" and self.word(i + 1) in ("couple", "dozen", "hundred"):
            number = {"couple": 2, "dozen": 12, "hundred": 100}[self.word(i + 1)]
            return number, i + 3 if self.word(i + 2) == "of" else i + 2
        if word == "couple":
            return 2, i + 2 if self.word(i + 1) == "of" else i + 1
        if word in VAGUE_AMOUNTS:
            return None, i + 1
        if word in TENS and self.word(i + 1) in DASHES and NUMBERS.get(self.word(i + 2), 10) < 10:
            return NUMBERS[word] + NUMBERS[self.word(i + 2)], i + 3
        return (NUMBERS[word], i + 1) if word in NUMBERS else None
