"""Where the words that say the place of an event or a group end."""

import re

from models.domain.geography.words import KINDS
from models.nlp.standalone.words import DAYS, FUNCTION_WORDS, NUMBER_WORDS, VERBS

_PREPOSITION = re.compile(r"\s+(in|at|on|near|outside|inside|off)(?=\s)")
_INNER = frozenset(("in", "of", "near", "at", "outside"))
_WORD = re.compile(r"\s+([\w’'-]+)|(\s*[^\w\s])")
_MOST_WORDS = 9


def place_after(text: str, at: int, bare: bool = False) -> str | None:
    """Return " in Kabul" or " on a market in Mogadishu" where such words begin at *at*, None else.

    ``bare`` says that the preposition is missing ("struck Herat province"). The phrase ends at the next
    mark, verb or other function word; one that reaches none within nine words, that names a day or holds
    a number is none.
    """
    first = None if bare else _PREPOSITION.match(text, at)
    if first is None and not bare:
        return None
    start = at
    end = first.end() if first else at
    words: list[str] = []
    while len(words) <= _MOST_WORDS:
        match = _WORD.match(text, end)
        if match is None or match[2]:
            return _whole(text, start, end, words)
        word = match[1]
        lower = word.lower()
        continues = lower in ("the", "a", "an", "its") and (not words or words[-1] in _INNER)
        ends = _ends_before(lower, word) or _is_behind_name(words, word) or _acts(text, match)
        if not continues and ends:
            if lower in _INNER and words and not _is_time(text, match.end()):
                words.append(lower)
                end = match.end()
                continue
            return _whole(text, start, end, words)
        words.append(lower if word.islower() else word)
        end = match.end()
    return None


def _ends_before(lower: str, word: str) -> bool:
    """Say whether a phrase ends before this word: a day, a number, a verb or another function word."""
    if lower in DAYS or word[0].isdigit() or (word.islower() and lower in VERBS):
        return True
    return lower in FUNCTION_WORDS or (word.islower() and lower.endswith("ed") and len(lower) > 4)


def _is_behind_name(words: list[str], word: str) -> bool:
    """Say whether a small word follows a place's name, which it does not describe: "in Homs hurt 9"."""
    if not words or not word.islower() or not words[-1][0].isupper() or word in KINDS:
        return False
    inner = max((k for k, each in enumerate(words) if each in _INNER), default=-1)
    return words[inner + 1] not in ("the", "a", "an")


def _acts(text: str, match: re.Match[str]) -> bool:
    """Say whether a word in -s is a verb by the number or article behind it: "at a mill kills nine"."""
    following = text[match.end() : match.end() + 12].split()
    behind = following[0].rstrip(".,;:") if following else ""
    return match[1].endswith("s") and (
        behind[:1].isdigit() or behind in NUMBER_WORDS or behind in ("the", "a", "an")
    )


def _is_time(text: str, at: int) -> bool:
    match = _WORD.match(text, at)
    word = match[1].lower() if match and match[1] else ""
    return word in DAYS or word[:1].isdigit() or not word


def _whole(text: str, start: int, end: int, words: list[str]) -> str | None:
    """Return the phrase if it says a place: a name in it, or a thing with its article."""
    while words and words[-1] in _INNER | {"the", "a", "an", "its"}:
        end -= len(words[-1])
        end = len(text[:end].rstrip())
        words = words[:-1]
    if not words or any(word[0].isdigit() for word in words):
        return None
    named = any(word[0].isupper() for word in words)
    thing = words[0] in ("a", "an", "the") and len(words) > 1
    if not (named or thing) or words[0].lower() in DAYS or "its" in words:
        return None
    return " " + " ".join(text[start:end].split())
