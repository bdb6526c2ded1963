"""Whether a number is one of several that a sentence adds up to the total told before them."""

import re
from itertools import pairwise

from models.domain.reading.number_words import ONES, TENS

_NUMBER = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(TENS)})(?:-(?P<ones>{'|'.join(ONES)}))?|(?P<word>{'|'.join(ONES)})|"
    r"(?P<digits>\d{1,3}(?:,\d{3})+|\d+))\b"
    r"(?![.,]?\d|%| per ?cent| (?:hundred|thousand|million|billion|dozen|lakh|crore)|-[a-z])",
    re.IGNORECASE,
)
# Between the total and its first share ("fourteen people on board, twelve ..."), and between two shares.
_OPENS = re.compile(r"[^.;]{1,60}(?:[,:–—(]|\bincluding) ?(?:of )?$")
_NEXT = re.compile(r"[^.;:]{1,45}(?:,|,? and) $")
_LAST = re.compile(r"[^.;:]{1,45}\band $")


def is_share(sentence: str, start: int) -> bool:
    """Say whether the number at *start* is a share: "fourteen people, twelve passengers and two pilots"."""
    numbers = [(match.start(), match.end(), _value(match)) for match in _NUMBER.finditer(sentence)]
    for at, (_, end, total) in enumerate(numbers):
        shares = numbers[at + 1 :]
        if not shares or not _OPENS.match(sentence[end : shares[0][0]]):
            continue
        rest = total - shares[0][2]
        for last, (one, other) in enumerate(pairwise(shares), start=2):
            between = sentence[one[1] : other[0]]
            rest -= other[2]
            if rest == 0 and _LAST.match(between):
                if any(begin == start for begin, _, _ in shares[:last]):
                    return True
                break
            if rest <= 0 or not _NEXT.match(between):
                break
    return False


def _value(match: re.Match[str]) -> int:
    if match["digits"]:
        return int(match["digits"].replace(",", ""))
    if match["word"]:
        return int(ONES[match["word"].lower()])
    return int(TENS[match["tens"].lower()]) + int(ONES.get((match["ones"] or "").lower(), 0))
