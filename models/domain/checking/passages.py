"""Where the sentences and paragraphs of any document stand, without a language model: text, PDF or page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.domain.claim import Span

_PARAGRAPH_END = re.compile(r"\n[ \t\r\f\v]*\n\s*")
_PAGE_END = "\f"
#: A full stop, and what begins like a sentence; never behind an abbreviation, an initial or a lone letter.
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’»)\]]*\s+(?=[\"“‘«(\[]?[A-Z0-9À-ÞА-Я])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|gen|col|lt|sgt|capt|st|no|nos|approx|ca|vs|inc|ltd|co|corp|jan|feb|mar|apr|jun|"
    r"jul|aug|sep|sept|oct|nov|dec|fig|e\.g|i\.e|u\.s|u\.k|u\.n)|\b[A-Z])\.\s+$",
    re.IGNORECASE,
)
#: Two lines of numbers are two cells of a table, never one number with a space in it.
_BETWEEN_NUMBERS = re.compile(r"(?<=\d)[ \t]*\n\s*(?=\d)|[ \t]*\n[ \t]*(?=[-*•–]\s)|\t+")
#: Longer runs without an end are no sentences; they are cut so that each is read in passing.
LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a document: where it stands, and how a person finds it.

    ``locator`` is "paragraph 3", with the page where the document has pages.
    """

    span: Span
    locator: str


def passages(text: str) -> Iterator[Passage]:
    """Cut *text* into sentences, in order; spans are code points into it. Form feeds part its pages."""
    page, at, paragraph = 1, 0, 0
    has_pages = _PAGE_END in text
    for page_text in text.split(_PAGE_END):
        if has_pages:
            paragraph = 0
        for start, end in _pieces(page_text, _PARAGRAPH_END):
            paragraph += 1
            where = f"page {page}, paragraph {paragraph}" if has_pages else f"paragraph {paragraph}"
            for first, last in _sentences(page_text, start, end):
                yield Passage(Span.of(text, at + first, at + last), where)
        at += len(page_text) + 1
        page += 1


def _pieces(text: str, divider: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    begin = 0
    for found in divider.finditer(text):
        if text[begin : found.start()].strip():
            yield begin, found.start()
        begin = found.end()
    if text[begin:].strip():
        yield begin, len(text)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    ends = [found.end() for found in _SENTENCE_END.finditer(text, start, end)]
    ends = [at for at in ends if not _ABBREVIATED.search(text, max(start, at - 12), at)]
    ends += [found.end() for found in _BETWEEN_NUMBERS.finditer(text, start, end)]
    for stop in [*sorted(set(ends)), end]:
        yield from _cut(text, begin, stop)
        begin = stop


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence without the white space around it, in parts where it is too long."""
    while end > start:
        stop = end
        if end - start > LONGEST:
            space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            stop = space if space > start else start + LONGEST
        words = text[start:stop]
        first = start + len(words) - len(words.lstrip())
        last = start + len(words.rstrip())
        if last > first:
            yield first, last
        start = stop
