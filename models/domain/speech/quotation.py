"""Which parts of a text stand in quotation marks."""

import re

_MARK = re.compile(r"[“”„«»\"‘’'\n]")
_OPENING, _CLOSING = frozenset("“„«"), frozenset("”»")


def is_quoted(text: str, start: int, end: int) -> bool:
    """Say whether ``text[start:end]`` stands inside quotation marks of its paragraph."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    paragraph = text[first : last if last >= 0 else len(text)]
    return any(first + a <= start and end <= first + b for a, b in quotations(paragraph))


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the quoted stretches of *text* with their marks, apart and in order; one pass.

    Curly and angled marks left open run to the end of the paragraph, as a quotation over several
    paragraphs does; a curly mark that only closes reaches back to its beginning. Straight marks count in
    pairs. Single marks count where they cannot be apostrophes.
    """
    found: list[tuple[int, int]] = []
    begun: dict[str, int] = {}
    paragraph = 0
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark == "\n":
            _close_open(found, begun, at)
            paragraph = at + 1
        elif mark in _OPENING:
            begun.setdefault("curly", at)
        elif mark in _CLOSING:
            found.append((begun.pop("curly", paragraph), at + 1))
        elif mark == '"':
            _toggle(found, begun, "straight", at)
        elif _opens_single(text, at):
            begun["single"] = at
        elif "single" in begun and _closes_single(text, at):
            found.append((begun.pop("single"), at + 1))
    _close_open(found, begun, len(text))
    return _merged(found)


def _merged(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join stretches that overlap: a quotation inside another belongs to it."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _toggle(found: list[tuple[int, int]], begun: dict[str, int], kind: str, at: int) -> None:
    if kind in begun:
        found.append((begun.pop(kind), at + 1))
    else:
        begun[kind] = at


def _close_open(found: list[tuple[int, int]], begun: dict[str, int], end: int) -> None:
    if "curly" in begun:
        found.append((begun["curly"], end))
    begun.clear()


def _opens_single(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isalnum() and after.isalpha() and text[at] != "’"


def _closes_single(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isspace() and not after.isalnum() and text[at] != "‘"
