"""Who "they said" and "it said" are, and who speaks a quotation that goes on."""

import re
from collections.abc import Sequence

from models.domain.claim import Span
from models.domain.sources import find_sources
from models.domain.speech.quotation import quotations
from models.domain.speech.words import ROLES
from models.nlp.standalone.edits import Edit
from models.nlp.standalone.people import ArticlePeople

_SPEECH = (
    r"(?:said|says?|added|adds?|warned|warns?|reported|estimated|estimates?|announced|confirmed|noted|stated"
    r"|expects?|believes?|claimed)"
)
_ASKED = re.compile(rf"(?:^|, )([Tt]hey|[Ii]t)(?= (?:also |later )?{_SPEECH}\b)(?! (?:was|is))")
#: Groups that "it" stands for; words with an s that are no "they".
_GROUPS = frozenset(
    (
        *(
            "ministry",
            "agency",
            "institute",
            "court",
            "board",
            "commission",
            "council",
            "committee",
            "office",
        ),
        *("university", "hospital", "organisation", "organization", "charity", "federation", "association"),
        *(
            "foundation",
            "authority",
            "regulator",
            "watchdog",
            "government",
            "company",
            "firm",
            "group",
            "bank",
        ),
        *("union", "army", "party", "bureau", "department", "unicef", "unhcr", "un", "nato"),
    )
)
_ONE = frozenset(
    ("services", "forces", "statistics", "figures", "headquarters", "census", "results", "records")
)
_MARKS = '"“”«»„'
# Speakers who are told by another person, or by words that were cut off.
_NO_BEGINNING = frozenset(
    ("his", "her", "their", "its", "my", "our", "this", "that", "these", "those", "of", "in", "on")
)
_WRITTEN = frozenset(("wrote", "writes", "tweeted", "posted"))
_QUESTIONS = frozenset(("asked", "asks"))


class ArticleSpeakers:
    """Who speaks in an article's sentences, read when asked for."""

    def __init__(self, text: str, sentences: Sequence[Span], people: ArticlePeople) -> None:
        self._text, self._sentences, self._people = text, sentences, people
        self._speakers: dict[int, tuple[str, str] | None] = {}

    def find(self, number: int) -> list[Edit]:
        """Return the edit that names who "they" or "it" is before a verb of saying."""
        match = _ASKED.search(self._sentences[number].text) if number else None
        if match is None:
            return []
        before = self._sentences[number - 1].text
        words = _only_speaker(before, plural=match[1].lower() == "they")
        return [Edit(*match.span(1), words)] if words else []

    def lead_in(self, number: int) -> str | None:
        """Return "Maria Smith said: " for a sentence that only goes on with what was quoted before it."""
        if number == 0 or not self._is_all_quoted(number) or not self._follows(number):
            return None
        speaker = self._speaker_of(number - 1)
        return f"{speaker[0]} {speaker[1]}: " if speaker else None

    def _speaker_of(self, number: int) -> tuple[str, str] | None:
        """Return who a sentence quotes, and "said" or "says"; None where that is open. Each read once."""
        if number not in self._speakers:
            self._speakers[number] = self._read_speaker(number)
        return self._speakers[number]

    def _read_speaker(self, number: int) -> tuple[str, str] | None:
        span = self._sentences[number]
        if self._is_all_quoted(number):
            before = number and self._follows(number)
            return self._speakers.get(number - 1) if before else None
        if not quotations(span.text):
            return None
        sources = find_sources(span.text)
        if len(sources) != 1 or sources[0].cue is None or sources[0].cue in _QUESTIONS:
            return None
        name = self._people.name_of(number, sources[0].span.text)
        if name is None or name.split()[0].lower() in _NO_BEGINNING:
            return None
        name = name.rstrip(",")
        comma = "," if ", " in name else ""
        return name[0].upper() + name[1:] + comma, _cue(sources[0].cue)

    def _is_all_quoted(self, number: int) -> bool:
        text = self._sentences[number].text
        if len(text) < 4 or text[0] not in _MARKS or text[-1] not in _MARKS:
            return False
        inside = quotations(text)
        return len(inside) == 1 and inside[0] == (0, len(text))

    def _follows(self, number: int) -> bool:
        """Say whether the sentence stands in the paragraph of the one before."""
        return "\n" not in self._text[self._sentences[number - 1].end : self._sentences[number].start]


def _cue(cue: str) -> str:
    """Return the article's own verb of writing, else "said", or "says" for one in the present."""
    return cue if cue in _WRITTEN else "says" if cue.endswith("s") else "said"


def _only_speaker(sentence: str, plural: bool) -> str | None:
    """Return the one group that speaks in, or begins, a sentence; None where persons or several do."""
    sources = find_sources(sentence)
    if len(sources) > 1:
        return None
    words = sources[0].span.text if sources else _subject(sentence)
    if not words or "," in words or " and " in words or words.split()[0].lower() in _NO_BEGINNING:
        return None
    head = re.split(r" (?:of|for|in|at|from|on) ", words)[0].split()[-1].lower()
    is_many = head == "police" or (head in ROLES and head.endswith("s") and head not in _ONE)
    if is_many if not plural else not is_many:
        return None
    if not plural and head not in _GROUPS:
        return None
    begins = words.split()[0]
    is_name = begins.lower() not in ROLES and begins not in ("The", "A", "An")
    return words if is_name else words[0].lower() + words[1:]


def _subject(sentence: str) -> str | None:
    """Return a sentence's first words where they are a group and a verb follows: "Police raided"."""
    match = re.match(
        r"((?:The )?(?:[\w-]+ ){0,2}?[\w-]+) (\w+ed|have|has|were|was|will|took|held|put)\b", sentence
    )
    return match[1] if match else None
