"""Where in a text its claims stand: the text cut into paragraphs and runs, by code points."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """The half-open range of code points that a claim is anchored to."""

    claim_id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Words that the same claims cover, the innermost claim last; ``opens`` names those that begin here."""

    start: int
    text: str
    claim_ids: tuple[int, ...]
    opens: tuple[int, ...]

    @property
    def claim_id(self) -> int | None:
        """The innermost claim, which a click on these words is about."""
        return self.claim_ids[-1] if self.claim_ids else None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with the line breaks that follow it, and the claims that begin in it, in text order."""

    start: int
    end: int
    runs: tuple[Run, ...]
    claim_ids: tuple[int, ...]


def cut(
    text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None, also_at: Iterable[int] = ()
) -> list[Run]:
    """Cut ``text[start:end]`` where a mark begins or ends, and *also_at*; the runs join to exactly that text.

    Marks may nest, touch, cross or lie outside. Links cannot nest in HTML, so neither do runs: where
    marks overlap, a run names all of them, and a mark may span several runs.
    """
    end = len(text) if end is None else end
    inside = sorted(
        (mark for mark in marks if max(mark.start, start) < min(mark.end, end)),
        key=lambda mark: (mark.start, -mark.end, mark.claim_id),
    )
    edges = sorted(
        {start, end}
        | {max(mark.start, start) for mark in inside}
        | {min(mark.end, end) for mark in inside}
        | {at for at in also_at if start < at < end}
    )
    runs, covering, begun = [], list[Mark](), 0
    for left, right in pairwise(edges):
        covering = [mark for mark in covering if mark.end > left]
        while begun < len(inside) and inside[begun].start <= left:
            covering.append(inside[begun])
            begun += 1
        runs.append(
            Run(
                start=left,
                text=text[left:right],
                claim_ids=tuple(mark.claim_id for mark in covering),
                opens=tuple(mark.claim_id for mark in covering if mark.start == left),
            )
        )
    return runs


def behind_crlf(text: str, start: int, end: int) -> list[int]:
    """Return where in ``text[start:end]`` a CR LF ends.

    A browser makes one LF of it, so only at a cut there does it count the same code points as we do.
    """
    return [start + match.end() for match in re.finditer("\r\n", text[start:end])]


def paragraph_ranges(text: str) -> list[tuple[int, int]]:
    """Return the half-open ranges of the paragraphs; each keeps its line breaks, so they cover the text."""
    ends = [match.end() for match in re.finditer(r"(?:\r\n|\r|\n)+", text)]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return list(zip([0, *ends], ends, strict=False))


def parts(
    text: str, starts: Sequence[int], most_claims: int = 150, most_words: int = 40_000
) -> list[tuple[int, int]]:
    """Cut a text into parts that a page can show: of so many claims and code points at most.

    *starts* are where the claims begin, in order. A part ends with a paragraph; one that is too long by
    itself ends before a claim, or between words.
    """
    found: list[tuple[int, int]] = []
    begin = 0
    for left, right in paragraph_ranges(text):
        if _is_too_much(starts, begin, right, most_claims, most_words) and begin < left:
            found.append((begin, left))
            begin = left
        while _is_too_much(starts, begin, right, most_claims, most_words):
            stop = min(right, begin + most_words)
            at = bisect_left(starts, begin) + most_claims
            if at < len(starts) and begin < starts[at] < stop:
                stop = starts[at]
            elif stop < right:
                stop -= _length(r"\S*", text[begin:stop][::-1])
            found.append((begin, stop))
            begin = stop
    if begin < len(text) or not found:
        found.append((begin, len(text)))
    return found


def _is_too_much(starts: Sequence[int], begin: int, end: int, most_claims: int, most_words: int) -> bool:
    return end - begin > most_words or bisect_left(starts, end) - bisect_left(starts, begin) > most_claims


def paragraphs(text: str, marks: Sequence[Mark], first: int = 0, last: int | None = None) -> list[Paragraph]:
    """Cut ``text[first:last]`` into paragraphs of runs; a claim belongs to the one in which it begins."""
    last = len(text) if last is None else last
    ordered = sorted(
        (mark for mark in marks if first <= mark.start < last),
        key=lambda mark: (mark.start, -mark.end, mark.claim_id),
    )
    found, next_mark, reaching = [], 0, list[Mark]()
    ranges = [(first + left, first + right) for left, right in paragraph_ranges(text[first:last])]
    for start, end in ranges:
        earlier = next_mark
        while next_mark < len(ordered) and ordered[next_mark].start < end:
            next_mark += 1
        begun = ordered[earlier:next_mark]
        # A mark that began earlier may reach into this paragraph.
        reaching = [mark for mark in reaching if mark.end > start] + begun
        found.append(
            Paragraph(start, end, tuple(cut(text, reaching, start, end)), tuple(m.claim_id for m in begun))
        )
    return found


def around(text: str, start: int, end: int, reach: int = 900) -> tuple[int, int]:
    """Return the range of the paragraphs that hold ``[start, end)`` and of one more before and after.

    Paragraphs may be long, so the range goes at most *reach* code points beyond either end, and is cut
    there between words.
    """
    ranges = [(left, right) for left, right in paragraph_ranges(text) if text[left:right].strip()]
    holding = [i for i, (left, right) in enumerate(ranges) if left < max(end, start + 1) and right > start]
    if not holding:
        return start, end
    first = min(start, ranges[max(0, holding[0] - 1)][0])
    last = max(end, ranges[min(len(ranges) - 1, holding[-1] + 1)][1])
    if start - first > reach:
        first = start - reach + _length(r"\S*\s*", text[start - reach : start])
    if last - end > reach:
        last = end + reach - _length(r"\S*\s*", text[end : end + reach][::-1])
    return first, last


def _length(pattern: str, text: str) -> int:
    """Return how much of the beginning of *text* the pattern takes."""
    found = re.match(pattern, text)
    return found.end() if found and found.end() < len(text) else 0
