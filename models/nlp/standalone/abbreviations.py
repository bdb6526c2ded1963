"""Which long form an article gives for an abbreviation, and where it is put."""

import re
from typing import NamedTuple

from models.nlp.standalone.edits import Edit
from models.nlp.standalone.words import FUNCTION_WORDS, VERBS

_INTRODUCED = re.compile(r"\(([A-Z][A-Za-z]{1,8})\)")
_USED = re.compile(r"(?<![\w(-])[A-Z][A-Za-z]{1,8}(?![\w)-])([’']s\b)?")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_MARKS = re.compile(r"[.;:!?()“”\"\n]")
_SMALL = frozenset(("of", "for", "the", "and", "on", "in", "to", "de", "des", "du", "la", "against"))
# What every reader knows: writing these out would only make the claim longer.
_KNOWN = frozenset(
    (
        "UN",
        "US",
        "USA",
        "UK",
        "EU",
        "NATO",
        "AIDS",
        "HIV",
        "BBC",
        "CNN",
        "FBI",
        "CIA",
        "MP",
        "CEO",
        "GDP",
        "UAE",
        "TV",
    )
)
_DETERMINERS = frozenset(("the", "a", "an", "its", "his", "her", "their", "our", "this", "that"))
#: How far back the words of an abbreviation are looked for, in code points; keeps reading linear.
_REACH = 120


class LongForm(NamedTuple):
    """What an abbreviation stands for, where its introduction ends, and whether "the" stood before it."""

    words: str
    end: int
    has_article: bool


def read_abbreviations(text: str) -> dict[str, LongForm]:
    """Return the long form of each abbreviation that *text* introduces: "World Food Programme (WFP)".

    Its letters must be the initials of the words; one that is introduced for two things is left out.
    """
    found: dict[str, LongForm] = {}
    two_things = set()
    for match in _INTRODUCED.finditer(text):
        short = match[1]
        if short in _KNOWN or sum(letter.isupper() for letter in short) < 2:
            continue
        form = _long_form(text[max(0, match.start() - _REACH) : match.start()], short, match.end())
        if form is not None and found.setdefault(short, form).words != form.words:
            two_things.add(short)
    return {short: form for short, form in found.items() if short not in two_things}


def _long_form(before: str, short: str, end: int) -> LongForm | None:
    """Read back the words whose initials are *short*; small words may stand between them."""
    wanted, start = list(short.lower()), len(before)
    for word in reversed(list(_WORD.finditer(before))):
        is_small = word[0].lower() in _SMALL
        if word[0][0].lower() == wanted[-1] and not (is_small and len(wanted) == 1):
            wanted.pop()
            start = word.start()
        elif not is_small:
            return None
        if not wanted:
            break
    if wanted or before[-1:] != " " or _MARKS.search(before, start):
        return None
    has_article = before[:start].lower().endswith("the ")
    return LongForm(" ".join(before[start:].split()), end, has_article)


def find_abbreviations(sentence: str, start: int, forms: dict[str, LongForm]) -> list[Edit]:
    """Return edits that write out, once, what stands abbreviated in the sentence at *start* of its text."""
    edits: dict[str, Edit] = {}
    for match in _USED.finditer(sentence) if forms else ():
        short = match[0][: match.start(1) - match.start()] if match[1] else match[0]
        form = forms.get(short)
        if form is None or form.end > start or short in edits or form.words.lower() in sentence.lower():
            continue
        article = "the " if form.has_article and _needs_article(sentence, match) else ""
        edits[short] = Edit(*match.span(), article + form.words + (match[1] or f" ({short})"))
    return list(edits.values())


def _needs_article(sentence: str, match: re.Match[str]) -> bool:
    """Say whether the abbreviation stands as a noun of its own, with nothing before it that it belongs to."""
    before, after = sentence[: match.start()].split(), sentence[match.end() :].split()
    if before and (before[-1].lower() in _DETERMINERS or before[-1][0].isupper()):
        return False
    if match[1] or not after or not sentence[match.end()].isspace():
        return True
    return after[0] in FUNCTION_WORDS or after[0] in VERBS or after[0].endswith("ed")
