"""Whom "he", "she", "his" and "her" mean, and what the full name is where only a surname stands."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from models.domain.claim import Span
from models.domain.sources import find_sources
from models.domain.speech.words import SAYING
from models.nlp.standalone.edits import Edit, owned
from models.nlp.standalone.persons import Person, find_persons
from models.nlp.standalone.words import FUNCTION_WORDS, LONGEST, NAME_WORD

_PRONOUN = re.compile(
    r"(?<![\w’'/-])(?<! or )(?:he|she|his|her|him)(?![\w’'/-])(?! or (?:she|he|her|his)\b)", re.IGNORECASE
)
_ANY_GENDERED = re.compile(r"\b(?:[Ss]?[Hh]e|[Hh]i[sm]|[Hh]er|[Hh]imself|[Hh]erself)\b")
_SURNAME = re.compile(rf"(?<![\w’'.-]){NAME_WORD}")
_GENDERS = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
_BACK = 2
"""How many sentences back a person may stand."""
# Particles belong to the name; the others say which of a family, or that it is a thing or place.
_BESIDE_NAMES = frozenset(
    (
        *("al", "bin", "bint", "de", "del", "den", "der", "di", "du", "el", "la", "van", "von", "ter"),
        *("the", "a", "an", "in", "at", "elder", "younger", "senior", "junior"),
    )
)
_ENDS = re.compile(r"(?:[,;:]|[a-z]{3}\.|[)!?”\"])$")
_MOST_BEARERS = 3
"""How many bearers of a surname or role are kept: two already leave a choice."""
_WINDOW = 40
"""How many code points around a name or pronoun are looked at."""
_LEADING = 25
"""Up to which offset of a sentence a person is its topic."""


class ArticlePeople:
    """The persons of an article, sentence by sentence, and whom its pronouns mean; read once, in order.

    *is_quoted* says whether an offset into the article stands in quotation marks: what a speaker calls
    "he" is left alone, and names inside count as persons that "he" could be.
    """

    def __init__(self, sentences: Sequence[Span], is_quoted: Callable[[int], bool]) -> None:
        self._sentences, self._is_quoted = sentences, is_quoted
        self._persons: list[list[Person]] = []
        self._meant: list[dict[str, Person | None]] = []
        self._by_surname: list[tuple[int, str, Person]] = []
        self._known: dict[str, dict[str, Person]] = {}
        self._roles: dict[str, dict[str, Person]] = {}

    def find(self, number: int) -> list[Edit]:
        """Return edits that name, once each, whom the pronouns and bare surnames of a sentence mean."""
        if number == 0:
            return []
        self._read_to(number)
        span = self._sentences[number]
        edits: list[Edit] = []
        done: set[str] = set()
        for match in _PRONOUN.finditer(span.text) if self._meant[number] else ():
            gender = _GENDERS[match[0].lower()]
            if gender in done or self._is_quoted(span.start + match.start()):
                continue
            done.add(gender)
            person = None if self._own(number, gender, match.start()) else self._before(number, gender)
            words = _in_place_of(span.text, match, person) if person else None
            if words:
                edits.append(Edit(*match.span(), words))
        return edits + self._surnames(number)

    def name_of(self, number: int, words: str) -> str | None:
        """Return the full name for the speaker *words* of a sentence: a pronoun's person, a surname's name.

        Other speakers keep their words; None where a pronoun leaves a choice.
        """
        self._read_to(number)
        lower = words.lower()
        if lower in ("he", "she"):
            person = self._meant[number].get(_GENDERS[lower])
            return person.words if person else None
        if lower in ("they", "it", "we", "i", "who"):
            return None
        known = self._full(words) if " " not in words else None
        return known.words if known and known.is_certain and known.words else words

    # -- reading in order -------------------------------------------------------------------------

    def _read_to(self, number: int) -> None:
        while len(self._persons) <= number:
            here = len(self._persons)
            span = self._sentences[here]
            found = [self._known_as(person) for person in find_persons(span.text[:LONGEST], self._known)]
            self._persons.append(found)
            self._meant.append({})
            for gender, pronoun in self._first_pronouns(here).items():
                self._meant[here][gender] = self._antecedent(here, gender, pronoun)
            for person in found:
                self._learn(person)
            for gender, meant in self._meant[here].items():
                if meant is not None and meant.gender is None:
                    self._learn(replace(meant, gender=gender))

    def _known_as(self, person: Person) -> Person:
        """Return the person as named before: the bearer of the surname, or the only bearer of the role."""
        if person.words is None:
            bearers = self._roles.get(person.role or "", {})
            known = (
                next(iter(bearers.values())) if len(bearers) == 1 and person.key.startswith("the ") else None
            )
        else:
            known = (
                self._full(person.key.split(" ")[-1]) if " " not in person.key else self._same_name(person)
            )
        if known is None or known.words is None:
            return person
        return replace(
            known,
            start=person.start,
            words=max(known.words, person.words or "", key=len),
            is_certain=person.is_certain or known.is_certain,
            gender=person.gender or known.gender,
            role=known.role or person.role,
        )

    def _same_name(self, person: Person) -> Person | None:
        return self._known.get(person.key.split(" ")[-1], {}).get(person.key)

    def _full(self, surname: str) -> Person | None:
        bearers = self._known.get(surname.lower(), {})
        return next(iter(bearers.values())) if len(bearers) == 1 else None

    def _learn(self, person: Person) -> None:
        if person.words is None:
            return
        if " " in person.key:
            bearers = self._known.setdefault(person.key.split(" ")[-1], {})
            if person.key in bearers:
                known = bearers[person.key]
                bearers[person.key] = replace(
                    known,
                    gender=known.gender or person.gender,
                    is_certain=known.is_certain or person.is_certain,
                    words=max(known.words or "", person.words, key=len),
                    role=known.role or person.role,
                )
            elif len(bearers) < _MOST_BEARERS:
                bearers[person.key] = person
        if person.role and person.is_certain:
            held = self._roles.setdefault(person.role, {})
            if len(held) < _MOST_BEARERS:
                held[person.key] = person

    def _first_pronouns(self, number: int) -> dict[str, re.Match[str]]:
        """Return the first pronoun of each gender outside quotation marks."""
        span, first = self._sentences[number], dict[str, re.Match[str]]()
        for match in _ANY_GENDERED.finditer(span.text):
            gender = _GENDERS[match[0].lower().removesuffix("self")]
            if gender not in first and not self._is_quoted(span.start + match.start()):
                first[gender] = match
        return first

    # -- whom a pronoun means ---------------------------------------------------------------------

    def _own(self, number: int, gender: str, at: int) -> dict[str, Person]:
        """Return who stands in a sentence before offset *at* and could be meant there."""
        return {p.key: p for p in self._persons[number] if p.start < at and p.gender in (None, gender)}

    def _antecedent(self, number: int, gender: str, pronoun: re.Match[str]) -> Person | None:
        """Return the one person that a pronoun of a sentence can mean, None for none or several."""
        own = self._own(number, gender, pronoun.start())
        if own and not _is_object(pronoun):
            return next(iter(own.values())) if len(own) == 1 else None
        return self._before(number, gender)

    def _before(self, number: int, gender: str) -> Person | None:
        """Return the one person of the sentences before who can be meant and is not named in this one too."""
        for back in range(number - 1, max(-1, number - 1 - _BACK), -1):
            people, is_open = self._present(back, gender)
            if is_open or len(people) > 1:
                return None
            if people:
                person = next(iter(people.values()))
                if self._is_rivalled(person, back, gender) or person.key in {
                    p.key for p in self._persons[number]
                }:
                    return None
                return person if person.is_certain and person.words else self._speaker(person, back)
        return None

    def _speaker(self, person: Person, number: int) -> Person | None:
        """Return somebody only described with the words for them as a speaker: "a spokesman for X"."""
        if person.words is not None:
            return None
        for source in find_sources(self._sentences[number].text):
            if source.span.start == person.start and "," not in source.span.text:
                words = source.span.text
                return replace(person, words=words[0].lower() + words[1:], is_certain=True)
        return None

    def _present(self, number: int, gender: str) -> tuple[dict[str, Person], bool]:
        """Return who of that gender stands in a sentence, and whether a pronoun in it is left open."""
        people = {p.key: p for p in self._persons[number] if p.gender in (None, gender)}
        is_open = False
        if gender in self._meant[number]:
            meant = self._meant[number][gender]
            is_open = meant is None
            if meant is not None:
                people[meant.key] = meant
        return people, is_open

    def _is_rivalled(self, person: Person, number: int, gender: str) -> bool:
        """Say whether somebody else of the sentence before could still be meant.

        Who is known to be of that gender and stands at the beginning has no rival.
        """
        if number == 0 or (person.gender == gender and person.start < _LEADING):
            return False
        others, is_open = self._present(number - 1, gender)
        return is_open or bool(others.keys() - {person.key})

    # -- surnames ---------------------------------------------------------------------------------

    def _surnames(self, number: int) -> list[Edit]:
        """Return the edits that give each bare surname of a sentence its full name, once."""
        span = self._sentences[number]
        self._read_to(number - 1)
        edits, done = [], set()
        for match in _SURNAME.finditer(span.text):
            person = self._full(match[0])
            if person is None or not person.is_certain or not person.words or match[0] in done:
                continue
            if self._is_quoted(span.start + match.start()):
                continue
            done.add(match[0])
            if _stands_bare(span.text, match):
                edits.append(Edit(*match.span(), person.words.rstrip(",")))
        return edits


def _is_object(pronoun: re.Match[str]) -> bool:
    """Say whether the pronoun is an object: "thanked him", "asked her to"; its subject is somebody else."""
    word, rest = pronoun[0].lower(), pronoun.string[pronoun.end() : pronoun.end() + _WINDOW].split()
    return word == "him" or (word == "her" and (not rest or rest[0].lower() in FUNCTION_WORDS))


def _stands_bare(sentence: str, match: re.Match[str]) -> bool:
    """Say whether no name, title or particle stands beside a surname: it could change who it is."""
    before = sentence[max(0, match.start() - _WINDOW) : match.start()].rstrip(" ")
    after = sentence[match.end() : match.end() + 2]
    word = before.rsplit(" ", 1)[-1] if before else ""
    last = word.strip("“\"'‘(")
    beside = bool(last) and (
        last[0].isupper() and last.lower() not in FUNCTION_WORDS and not _ENDS.search(before)
    )
    following = after[1:2] if after[:1] in (" ", "-") else ""
    return not beside and not following.isupper() and after[:1] != "-" and last.lower() not in _BESIDE_NAMES


def _in_place_of(sentence: str, match: re.Match[str], person: Person) -> str | None:
    """Return the words for a pronoun, None where it is not certain that they fit.

    Somebody only described is named as a speaker alone: "a spokesman for the front added".
    """
    word, name = match[0].lower(), person.words or ""
    rest = sentence[match.end() : match.end() + _WINDOW].split()
    if name[:1].islower() and name.split()[0] in ("a", "an", "the", "one") and not name.endswith(","):
        return name if word in ("he", "she") and rest and rest[0].strip(",.") in SAYING else None
    if word in ("he", "she"):
        return name
    # "the mayor, Vitaly Koval," is no owner and no object: the name alone is.
    bare = name.rstrip(",").rsplit(", ", 1)[-1]
    if word == "him":
        return bare
    follows = sentence[match.end() : match.end() + 1] == " " and bool(rest)
    noun = rest[0].lower().strip(",.") if follows else ""
    if word == "his" or (noun.isalpha() and noun not in FUNCTION_WORDS):
        return owned(bare) if follows else None
    return None if noun in ("own", "late", "last", "first", "early", "two", "three", "then") else bare
