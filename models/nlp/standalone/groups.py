"""Which ministry, union or company "the ministry", "the union" and "the company" are."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from models.domain.claim import Span
from models.nlp.standalone.edits import Edit, owned
from models.nlp.standalone.phrases import place_after
from models.nlp.standalone.words import FUNCTION_WORDS, LONGEST, NAME_WORD, NUMBER_WORDS, VERBS, goes_on

_ANY = (
    "ministry|agency|institute|union|bank|company|firm|party|group|airline|court|board|commission|council"
    "|committee|university|hospital|movement|organisation|organization|charity|federation|association"
    "|foundation|authority|regulator|watchdog|manufacturer|militia|club|newspaper|network"
)
_RECENT = 2
"""How many sentences before count as recent."""
_SAME = {"firm": "company", "organization": "organisation"}
_ASKED = re.compile(rf"\b[Tt]he ({_ANY})\b(?!-)([’']s\b)?")
_NAME = rf"(?:{NAME_WORD}[’']?)(?: (?:(?:of|for|the|and|&) ){{0,2}}{NAME_WORD}[’']?){{0,6}}"
_MENTION = re.compile(rf"\b({_ANY})\b(?![’'-])", re.IGNORECASE)
_OF_NAME = re.compile(rf" (?:of|for|on|against|to) (?:the )?{_NAME}")
_PROPER_LEFT = re.compile(rf"(?:\b([Tt]he|[Aa]n?) )?((?:{NAME_WORD}[’']? |\d+ |of |for |and ){{0,6}})$")
_NAME_RIGHT = re.compile(rf" ({NAME_WORD}(?: {NAME_WORD}){{0,4}})")
_NAME_BEFORE_COMMA = re.compile(rf"(?:\b([Tt]he) )?({_NAME}), (?:an?|the) ((?:[\w-]+ ){{0,3}})$")
#: Names that end in these take "the" in a sentence, also where the article left it out ("Green Party says").
_WITH_ARTICLE = frozenset(
    (
        "ministry",
        "union",
        "party",
        "board",
        "commission",
        "council",
        "committee",
        "court",
        "federation",
        "foundation",
    )
)
_NOT_A_NAME = frozenset(("I", "He", "She", "It", "They", "We"))


class _Group(NamedTuple):
    """A group that an article tells of: where, and the words for it, None where they do not suffice."""

    start: int
    key: str
    words: str | None
    is_local: bool = False
    """Told only by where it is, so that another of its kind may have come in since."""


class ArticleGroups:
    """The groups of an article by their kind; which one "the union" means, where there is one before."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self._text, self._sentences = text, sentences
        self._firsts: dict[str, list[_Group]] | None = None

    def find(self, number: int) -> list[Edit]:
        """Return edits that name the groups to which a sentence refers by their kind alone."""
        span = self._sentences[number]
        edits: dict[str, Edit] = {}
        for match in _ASKED.finditer(span.text):
            kind = _SAME.get(match[1], match[1])
            if kind in edits or (not match[2] and goes_on(span.text, match.end())):
                continue
            words = self._only(kind, number, span.start + match.start())
            if words is not None and words.removeprefix("the ") not in span.text:
                edits[kind] = Edit(*match.span(), owned(words, match[2][0]) if match[2] else words)
        return list(edits.values())

    def _only(self, kind: str, number: int, at: int) -> str | None:
        """Return the words for the only group of that kind before *at*, told of before sentence *number*."""
        before = [group for group in self._by_kind().get(kind, ()) if group.start < at]
        if len(before) != 1 or before[0].words is None or before[0].start >= self._sentences[number].start:
            return None
        is_far = before[0].is_local and not self._is_recent(before[0].words, number)
        return None if is_far else before[0].words

    def _is_recent(self, words: str, number: int) -> bool:
        end = self._sentences[number].start
        start = max(self._sentences[max(0, number - _RECENT)].start, end - LONGEST)
        return words.removeprefix("the ") in self._text[start:end]

    def _by_kind(self) -> dict[str, list[_Group]]:
        """Return the first two different groups of each kind."""
        if self._firsts is None:
            self._firsts = {}
            for match in _MENTION.finditer(self._text):
                kind = match[1].lower()
                firsts = self._firsts.setdefault(_SAME.get(kind, kind), [])
                group = _read_group(self._text, match) if len(firsts) < 2 else None
                if group is not None and all(group.key != other.key for other in firsts):
                    firsts.append(group)
        return self._firsts


def _read_group(text: str, match: re.Match[str]) -> _Group | None:
    """Read how one mention of a kind is told apart; None where it is not and refers back itself."""
    window = text[max(0, match.start() - 90) : match.start()]
    window = window[max(window.rfind(mark) for mark in ("\n", ". ", "; ", ": ")) + 1 :]
    head, start = match[0], match.start()
    if head[0].isupper():
        return _proper(text, window, match)
    if (right := _NAME_RIGHT.match(text, match.end())) and window.split()[-1:] != ["the"]:
        return _Group(start, right[1].lower(), right[1])
    if beside := _NAME_BEFORE_COMMA.search(window):
        article = "the " if beside[1] else ""
        if text[match.end() : match.end() + 1] in (",", ".") or text[match.end() : match.end() + 4] == " in ":
            return _Group(start, beside[2].lower(), article + beside[2])
    determiner, modifiers = _read_left(window)
    if determiner is None:
        return None
    place = place_after(text, match.end()) or ""
    of_name = _OF_NAME.match(text, match.end())
    if not modifiers and not place and not of_name:
        return None if determiner == "the" else _Group(start, f"? {start}", None)
    words = " ".join([*modifiers, head]) + (of_name[0] if of_name else place if not modifiers else "")
    is_told = determiner == "the" or (bool(place) and not modifiers)
    if not is_told or set(modifiers) & NUMBER_WORDS:
        return _Group(start, f"? {words.lower()}", None)
    return _Group(start, words.lower(), f"the {words}", is_local=not modifiers and not of_name)


def _proper(text: str, window: str, match: re.Match[str]) -> _Group | None:
    """Read "the Dock Workers' Union", "Alder Bank", "the Ministry of Health"."""
    left = _PROPER_LEFT.search(window)
    words = left[2].split() if left else []
    while words and (words[0].lower() in FUNCTION_WORDS or words[0] in _NOT_A_NAME):
        words = words[1:]
    of_name = _OF_NAME.match(text, match.end())
    if text[match.end() : match.end() + 2].strip()[:1].isupper():
        return None  # the name goes on: "Union Trust Bank" is no union
    if not words and of_name is None:
        return None
    article = (
        "the " if (left and left[1]) or (match[1].lower() in _WITH_ARTICLE and window[-3:] != "’s ") else ""
    )
    name = " ".join([*words, match[0]]) + (of_name[0] if of_name else "")
    return _Group(match.start(), name.lower(), article + name)


def _read_left(window: str) -> tuple[str | None, list[str]]:
    """Read back to a determiner over at most four words; None where there is none."""
    modifiers: list[str] = []
    for word in reversed(window.split()[-5:]):
        lower = word.lower()
        if lower in ("a", "an", "the", "this", "that", "another", "one", "its", "their", "his", "her"):
            return lower, modifiers
        if lower in FUNCTION_WORDS or lower in VERBS or not (word[-1].isalnum()):
            return None, modifiers
        modifiers.insert(0, word)
    return None, modifiers
