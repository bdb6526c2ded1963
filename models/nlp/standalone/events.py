"""Which attack, quake or storm "the attack", "the quake" and "the storm" are."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.domain.claim import Span
from models.nlp.standalone.edits import Edit, owned
from models.nlp.standalone.phrases import place_after
from models.nlp.standalone.words import CAPITAL, FUNCTION_WORDS, NUMBER_WORDS, VERBS, goes_on

_FAMILIES = {
    "attack": "attack assault airstrike bombing strike shelling",
    "raid": "raid",
    "ambush": "ambush",
    "blast": "blast explosion",
    "quake": "quake earthquake tremor",
    "crash": "crash collision accident derailment",
    "shooting": "shooting",
    "fire": "fire blaze wildfire",
    "flood": "flood floods flooding",
    "storm": "storm hurricane typhoon cyclone tornado",
    "slide": "landslide mudslide avalanche",
    "eruption": "eruption",
    "collapse": "collapse",
    "stampede": "stampede crush",
    "massacre": "massacre",
    "outbreak": "outbreak epidemic",
}
_FAMILY = {word: family for family, words in _FAMILIES.items() for word in words.split()}
_HEADS = "|".join(sorted(_FAMILY, key=len, reverse=True))
_ASKED = re.compile(rf"\b[Tt]he ({_HEADS}|incident)\b(?!-)([’']s\b)?")
_MENTION = re.compile(rf"\b({_HEADS})(s|es)?\b(?![-’'])", re.IGNORECASE)
_NAMED_STORM = re.compile(rf"\b((?:Tropical )?(?:Hurricane|Typhoon|Cyclone|Storm)) ([{CAPITAL}][\w-]+)\b")
# Events told by a verb: who does it is not taken over, only where.
_HAPPENED = (
    (
        "blast",
        re.compile(
            r"\b(?:bombs?|device|explosives?|car|truck|gas|tanker|mine|grenade)\s+(?:\w+\s+)?"
            r"(exploded|went off|detonated)\b"
        ),
    ),
    ("shooting", re.compile(r"\b(opened fire)\b")),
    ("crash", re.compile(r"\b(crashed|collided|derailed|overturned)\b")),
    ("collapse", re.compile(r"\b(collapsed)\b")),
)
# "on fire", "under attack" and "heart attack" are no events that an article tells of.
_IDIOM_BEFORE = re.compile(
    r"\b(?:on|under|opened|opens?|open|cease|heart|panic|catch|caught|set|by|of|to|hunger)\s+$", re.IGNORECASE
)
_IDIOM_AFTER = re.compile(
    r"\s+(?:service|brigade|department|chief|crews?|fighters?|engines?|alarm|station|action|sale|dogs?)\b"
)
_REACHED = re.compile(
    r"\s+(?:that\s+)?(?:struck|hit|shook|rocked|jolted|destroyed|battered|(?:tore|ripped|swept) through)\s+"
)
_TOOK_PLACE = re.compile(r"\s+(?:that\s+)?(?:broke out|occurred|happened|took place|erupted|went off)(?=\s)")
# They tell nothing apart, or held only when they were written; "alleged" and the like stay.
_JUDGING = frozenset(
    (
        "ongoing",
        "recent",
        "deadly",
        "fatal",
        "massive",
        "huge",
        "large",
        "major",
        "powerful",
        "terrible",
        "tragic",
        "big",
        "horrific",
        "devastating",
        "latest",
        "current",
        "new",
        "initial",
    )
)
_ON_TARGET = frozenset(("attack",))


class _Event(NamedTuple):
    """What an article tells of: its family, where it stands, and words that tell it apart (None: none do)."""

    family: str
    start: int
    head: str
    kind: str
    place: str


class ArticleEvents:
    """The events of an article: which one a bare "the attack" means, where only one was told of before."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self._text, self._sentences = text, sentences
        self._events: list[_Event] | None = None
        self._storms: list[tuple[int, str]] | None = None
        self._firsts: dict[str, list[_Event]] = {}

    def find(self, number: int) -> list[Edit]:
        """Return edits that tell the event to which a sentence refers, once each kind of event."""
        span = self._sentences[number]
        edits: dict[str, Edit] = {}
        for match in _ASKED.finditer(span.text):
            family = _FAMILY.get(match[1], "incident")
            if family in edits or (family == "incident" and edits):
                continue
            if not match[2] and goes_on(span.text, match.end()):
                continue
            words = self._words(family, match, span)
            if words is not None:
                edits[family] = Edit(*match.span(), owned(words, match[2][0]) if match[2] else words)
        return list(edits.values())

    def _words(self, family: str, match: re.Match[str], span: Span) -> str | None:
        """Return what tells the event apart, None where several or none were told of before the sentence.

        An owner ("the fire's") takes no place along: "the fire near Gainesville's" would be Gainesville's.
        """
        if family == "storm" and (named := self._named_storm(span.start)):
            return None if named.split()[-1] in span.text else named
        before = self._told_before(family, span.start + match.start())
        if len(before) != 1 or before[0].start >= span.start:
            return None
        event = before[0]
        is_said = bool(event.place) and event.place.split()[-1] in span.text
        place = "" if match[2] or is_said else event.place
        if not event.kind and not place:
            return None
        noun = event.head if event.kind or family == "incident" else match[1]
        return f"the {event.kind}{noun}{place}"

    def _named_storm(self, at: int) -> str | None:
        if self._storms is None:
            seen: dict[str, tuple[int, str]] = {}
            for match in _NAMED_STORM.finditer(self._text):
                seen.setdefault(match[2], (match.start(), match[0]))
            self._storms = list(seen.values())[:2]
        named = [name for start, name in self._storms if start < at]
        return named[0] if len(named) == 1 else None

    def _told_before(self, family: str, at: int) -> list[_Event]:
        """Return the events of that family told before *at*, two at most; "the incident" may be any."""
        if family not in self._firsts:
            events = self._all_events()
            self._firsts[family] = [e for e in events if family in ("incident", e.family)][:2]
        return [event for event in self._firsts[family] if event.start < at]

    def _all_events(self) -> list[_Event]:
        if self._events is None:
            told = [*self._nouns(), *self._verbs()]
            self._events = sorted(told, key=lambda event: event.start)
        return self._events

    def _nouns(self) -> Iterator[_Event]:
        text = self._text
        for match in _MENTION.finditer(text):
            head, plural = match[1].lower(), match[2]
            window = text[max(0, match.start() - 70) : match.start()]
            if _IDIOM_AFTER.match(text, match.end()) or _IDIOM_BEFORE.search(window):
                continue
            determiner, modifiers = _read_left(window)
            is_bare = determiner in ("the", "this", "that") and not modifiers and not plural
            if is_bare and place_after(text, match.end()) is None:
                continue  # refers back itself
            family = _FAMILY[head]
            plain = not plural and determiner in ("a", "an", "the") and not set(modifiers) & NUMBER_WORDS
            is_mass = head in ("flooding", "floods", "shelling") and determiner in ("", "the")
            if not plain and not is_mass:
                if determiner or plural or modifiers:
                    yield _Event(family, match.start(), head, "", "")
                continue
            kind = "".join(f"{word} " for word in modifiers if word.lower() not in _JUDGING)
            if any(letter.isdigit() for letter in kind):
                kind = ""  # a size belongs to a claim of its own
            yield _Event(family, match.start(), head, kind, self._place_of(family, match.end()))

    def _place_of(self, family: str, end: int) -> str:
        """Return where an event told by a noun happened: " in Kabul", " on a market in Kabul"; else ""."""
        text = self._text
        if reached := _REACHED.match(text, end):
            place = place_after(text, reached.end() - 1, bare=True)
            preposition = (
                "on" if family in _ON_TARGET else "in" if place and place.lstrip()[0].isupper() else "at"
            )
            return f" {preposition}{place}" if place else ""
        if took_place := _TOOK_PLACE.match(text, end):
            end = took_place.end()
        return place_after(text, end) or ""

    def _verbs(self) -> Iterator[_Event]:
        for family, pattern in _HAPPENED:
            for match in pattern.finditer(self._text):
                head = {"blast": "blast"}.get(family, family)
                yield _Event(family, match.start(), head, "", place_after(self._text, match.end()) or "")


def _read_left(window: str) -> tuple[str, list[str]]:
    """Read back from a noun: its determiner ("" for none) and what stands between, at most four words."""
    modifiers: list[str] = []
    for word in reversed(window.split()[-5:]):
        lower = word.lower()
        if lower in ("a", "an", "the", "this", "that"):
            return lower, modifiers
        if lower in FUNCTION_WORDS or lower in VERBS or not word[-1].isalnum():
            return (
                lower if lower in NUMBER_WORDS or lower in ("another", "no", "any", "his", "its") else ""
            ), modifiers
        if lower.endswith(("’s", "'s")):
            return lower, [word, *modifiers]
        modifiers.insert(0, word)
        if len(modifiers) > 4:
            break
    return "", modifiers
