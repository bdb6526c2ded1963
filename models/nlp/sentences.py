"""Where the sentences of a text begin and end."""

from collections.abc import Iterator

import sentencex

from models.domain.claim import Span

LONGEST = 1_000
"""No sentence of news is as long; a longer run without an end is a list or a table, and is cut.

What reads a sentence may then look at all of it from every figure, and an article costs what its length does.
"""
_SEAMS = ("\n", "; ", ", ", " ")
"""Where such a run is cut, the best first."""
_BLOCK = 8_000
"""Characters given to the segmenter at once: on open quotation marks its time grows with the square."""
_BLOCK_SEAMS = ("\n\n", "\n", ". ", " ")


def split(text: str) -> list[Span]:
    """Split *text* into sentences: spans in code points, in order, without surrounding white space.

    Where a sentence ends is left to sentencex (Wikimedia's rule-based segmenter). Linear in the text.
    """
    spans = []
    for low, high in _cut(text, 0, len(text), _BLOCK, _BLOCK_SEAMS):
        for boundary in sentencex.get_sentence_boundaries("en", text[low:high]):
            start, end = low + boundary["start_index"], low + boundary["end_index"]
            for first, last in _cut(text, start, end, LONGEST, _SEAMS):
                words = text[first:last]
                begin = first + len(words) - len(words.lstrip())
                stop = last - len(words) + len(words.rstrip())
                if begin < stop:
                    spans.append(Span.of(text, begin, stop))
    return spans


def _cut(text: str, start: int, end: int, longest: int, seams: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield ``(start, end)``, in parts of at most *longest* where it is longer, cut behind a seam."""
    while end - start > longest:
        half = start + longest // 2
        found = ((text.rfind(seam, half, start + longest), len(seam)) for seam in seams)
        stop = next((at + length for at, length in found if at >= 0), start + longest)
        yield start, stop
        start = stop
    yield start, end
