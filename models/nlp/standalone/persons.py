"""Which persons a sentence names or describes, and how sure their names are."""

import re
from collections.abc import Container
from dataclasses import dataclass

from models.domain.geography.gazetteer import fold, gazetteer
from models.domain.geography.words import TITLES
from models.domain.reading.person_nouns import PERSON_SINGULARS
from models.domain.speech.words import SAYING
from models.domain.time.words import MONTHS, WEEKDAYS
from models.nlp.standalone.words import CAPITAL, FUNCTION_WORDS, NAME_WORD

_set = str.split
_PARTICLE = r"(?:(?:al|bin|bint|de|del|den|der|di|du|el|la|van|von|ter)[ -])"
_INITIAL = rf"[{CAPITAL}]\.(?:[ ]?[{CAPITAL}]\.)*"
_TITLE_POINTED = r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Gov|Gen|Rep|Lt|Col|Sgt|St)\."
_PART = rf"(?:{_TITLE_POINTED}|{_INITIAL}|{NAME_WORD})"
_SEQUENCE = re.compile(rf"(?<![\w’'.-]){_PART}(?: {_PARTICLE}{{0,2}}{_PART})*")
_DESCRIBED = re.compile(
    r"\b(the|a|an|his|her|their|its|another|one)((?: [a-z][\w-]*){1,4})(?![\w-])", re.IGNORECASE
)
_APPOSED = re.compile(
    r",? ?\(\d|, (?:aged )?\d{1,3}(?=[,.;)])"
    r"|, (?:who|whose|an?|the|head|leader|chief|director|founder|president|chair\w*|spokes\w+|secretary|mayor"
    r"|minister|governor|professor|deputy|former|then)\b"
)
_BEFORE_ROLE_COMMA = re.compile(r"([\w-]+), $")
_THE_ROLE = re.compile(r"\b[Tt]he (?:[\w-]+ ){0,3}$")
_ROLE_BEFORE = re.compile(r"(?:(?<!\S)|[“\"(])(\S+ )?([a-z][a-z-]+) $")
_WINDOW = 60
_OFFICE_BEFORE = re.compile(
    r"\b(?:former|acting|outgoing|incoming|then|late|deputy|interim|ex)[ -]$", re.IGNORECASE
)
_SPOKE = frozenset(
    _set("said says added adds told tells warned warns explained admitted insisted wrote denied")
)
_ORGANISED = frozenset(
    _set(
        "agency air airlines airport alliance army assembly association authority bank board brigade "
        "bureau cabinet center centre charity church city club coalition college commission committee "
        "company conference congress corporation corp council county court crescent cross defence defense "
        "department district division embassy federal federation forces force foundation front fund "
        "government group guard high hospital house inc initiative inquiry institute international island "
        "journal kingdom lake league limited ltd ministry mission movement museum national nations navy "
        "network news office organisation organization parliament party police post prison programme "
        "program republic river road school sea senate service services society square state states "
        "station stock street studies supreme survey team times trust tv tribunal union united university "
        "valley village war watch world watchdog act agreement award cup festival games olympics prize "
        "report treaty new north south east west northern southern eastern western central saint day week"
    )
)
_ROLE_TITLES = TITLES | frozenset(
    _set(
        "councillor councilwoman councilman congressman congresswoman mp deputy commissioner commander "
        "chief director ambassador secretary spokesman spokeswoman spokesperson chairman chairwoman "
        "chairperson chair leader attorney prosecutor sheriff archbishop cardinal imam rabbi father "
        "sister brother pastor doctor nurse superintendent constable chancellor admiral brigadier marshal "
        "mp mep lawyer"
    )
)
_LOWER_ROLES = frozenset(
    _set("journalist actor actress singer author lawyer prosecutor leader spokesman spokeswoman")
)
_MALE = frozenset(
    _set(
        "mr sir lord king prince father brother son husband man boy spokesman chairman businessman "
        "policeman fisherman fireman congressman councilman salesman uncle nephew grandfather grandson "
        "monk gunman priest actor pope duke dad boyfriend widower gentleman"
    )
)
_FEMALE = frozenset(
    _set(
        "mrs ms miss lady dame queen princess mother sister daughter wife woman girl spokeswoman "
        "chairwoman businesswoman policewoman congresswoman councilwoman aunt niece grandmother "
        "granddaughter nun actress mum mom girlfriend widow duchess waitress"
    )
)
#: Words that end like names of persons in a description but stand for none.
_NO_PERSON = frozenset(
    _set("life death casualty others minor local major regular junior senior elder user source head")
)
_BE = re.compile(r"\b(?:is|was|be|been|being|become|became|as|like|not)\s+$")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a sentence: the words to name them, where these stand, what is known of them.

    ``words`` is None for somebody only described ("a neighbour"); ``is_certain`` tells that the words around
    show a person, and not a firm or a place.
    """

    key: str
    start: int
    words: str | None
    is_certain: bool
    gender: str | None = None
    role: str | None = None
    described_end: int = 0


def find_persons(sentence: str, surnames: Container[str] = ()) -> list[Person]:
    """Find who stands in *sentence*, in order: names, and descriptions such as "the mayor". One pass.

    *surnames* (in lower case) are known to be persons' from sentences before, also where they are places.
    """
    named = [
        person for match in _SEQUENCE.finditer(sentence) if (person := _named(sentence, match, surnames))
    ]
    described = [person for match in _DESCRIBED.finditer(sentence) if (person := _described(sentence, match))]
    apart = [person for person in described if not any(_is_same(sentence, person, other) for other in named)]
    return sorted([*named, *apart], key=lambda person: person.start)


def _named(sentence: str, match: re.Match[str], surnames: Container[str]) -> Person | None:
    """Read capitalised words as a person; None where they are something else."""
    words, start = _without_opening(match)
    if not words:
        return None
    if len(words) > 1 and start == match.start() == _first(sentence) and _is_common_role(words[0]):
        words[0] = words[0].lower()  # "Banker Olga Petrenko": a capital only because it begins the sentence
    last_title = max(
        (k for k, w in enumerate(words) if w.lower().rstrip(".") in _ROLE_TITLES or w in PERSON_SINGULARS),
        default=-1,
    )
    name = words[last_title + 1 :]
    if not name:
        return _titled(words, start)
    if len(name) > 4 or len(name[-1]) < 2 or any(_is_no_name(word) for word in name):
        return None
    is_known = len(name) == 1 and name[0].lower() in surnames
    if not is_known and _is_place(" ".join(name)):
        return None
    title = [w.lower().rstrip(".") for w in words[: last_title + 1]]
    whole = " ".join(words)
    role, gender = (title[-1], _gender(title[-1])) if title else (None, None)
    if title and (office := _OFFICE_BEFORE.search(sentence, max(0, start - 10), start)):
        whole = office[0].lower() + whole
    if not title:
        whole, start, role = _with_role_before(sentence, whole, start)
        gender = _gender(role or "")
    is_certain = bool(role) or (len(name) > 1 and _is_shown(sentence, start, match.end()))
    if len(name) == 1 and not role and not _speaks(sentence, match.end()):
        is_certain = False
        if not is_known and _begins_sentence(sentence, match.start()):
            return None  # a capital only because it begins the sentence
    key = " ".join(name).lower()
    return Person(key, start, whole, is_certain, gender, role)


def _without_opening(match: re.Match[str]) -> tuple[list[str], int]:
    """Return the capitalised words without "On Monday" and the like before them, and where they begin."""
    words, start = match[0].split(" "), match.start()
    while words and (words[0].lower() in FUNCTION_WORDS or words[0].lower() in WEEKDAYS):
        start += len(words[0]) + 1
        words = words[1:]
    return words, start


def _titled(words: list[str], start: int) -> Person | None:
    """Read "the Prime Minister" in capitals, without a name."""
    head = words[-1].lower().rstrip(".")
    return Person(f"the {head}", start, None, False, _gender(head), head) if len(words) < 5 else None


def _first(sentence: str) -> int:
    """Return where the sentence's first letter stands, behind an opening mark."""
    return 0 if sentence[:1].isalnum() else 1


def _is_common_role(word: str) -> bool:
    lower = word.lower()
    return lower in _LOWER_ROLES or (lower in PERSON_SINGULARS and lower not in _ROLE_TITLES)


def _begins_sentence(sentence: str, start: int) -> bool:
    before = sentence[max(0, start - 2) : start].strip()
    return start <= _first(sentence) or before.endswith((".", "?", "!", "“", '"'))


def _with_role_before(sentence: str, name: str, start: int) -> tuple[str, int, str | None]:
    """Take in "opposition leader" before a name, and "the mayor, " with its commas.

    A role stays out where more words than one describe it ("former New Mexico governor"): cut off from
    them it could be wrong.
    """
    window = sentence[max(0, start - _WINDOW) : start]
    comma = _BEFORE_ROLE_COMMA.search(window)
    if comma and _is_person_noun(comma[1]):
        begin = _THE_ROLE.search(window[: comma.start()])
        closes = sentence[start + len(name) : start + len(name) + 1] == ","
        if begin and closes and " " in name:
            return f"{window[begin.start() :]}{name},", start - len(window) + begin.start(), comma[1]
        return name, start, comma[1]
    role = _ROLE_BEFORE.search(window)
    if role is None or not _is_person_noun(role[2]):
        return name, start, None
    before = (role[1] or "").strip()
    if not before or before.lower() in FUNCTION_WORDS or not before[-1].isalnum():
        return f"{role[2]} {name}", start - len(role[2]) - 1, role[2]
    if role.start() == 0 and start <= _WINDOW and before[0].isupper():  # "Opposition leader X" begins it
        kind = before if _is_name_like(before) or not before[1:].islower() else before.lower()
        return f"{kind} {role[2]} {name}", start - len(role[0]), role[2]
    return name, start, role[2]


def _is_name_like(word: str) -> bool:
    """Say whether a word keeps its capital inside a sentence: a short form, a place, a people."""
    known = gazetteer()
    return word.isupper() or fold(word) in known.names or fold(word) in known.demonyms


def _is_shown(sentence: str, start: int, end: int) -> bool:
    """Say whether the words around a long name show a person: an age, a role, a verb of saying."""
    return bool(_APPOSED.match(sentence, end)) or _speaks(sentence, end) or _is_inverted(sentence, start)


def _speaks(sentence: str, end: int) -> bool:
    word = sentence[end : end + 16].split(" ")
    return len(word) > 1 and word[0] == "" and word[1].rstrip(",:.") in _SPOKE


def _is_inverted(sentence: str, start: int) -> bool:
    before = sentence[max(0, start - 14) : start].split()
    return bool(before) and before[-1] in ("said", "says", "added", "warned", "explained")


def _is_no_name(word: str) -> bool:
    lower = word.lower().rstrip(".")
    is_short_form = len(word) > 1 and word.isupper() and "." not in word
    return is_short_form or lower in _ORGANISED or lower in MONTHS or lower in WEEKDAYS


def _is_place(name: str) -> bool:
    entries = gazetteer().names.get(fold(name), ())
    if " " not in name and (fold(name) in gazetteer().demonyms):
        return True
    return bool(entries) and (entries[0].kind != "town" or " " not in name or entries[0].population > 100_000)


def _described(sentence: str, match: re.Match[str]) -> Person | None:
    """Read "the mayor", "a local doctor", "her brother": the first noun for a person ends it."""
    at = match.start(2)
    for word in match[2].split():
        at = sentence.index(word, at) + len(word)
        if word in FUNCTION_WORDS or word in SAYING:
            return None
        if _is_person_noun(word):
            if _BE.search(sentence, max(0, match.start() - 12), match.start()):
                return None
            return Person(f"the {word}", match.start(), None, False, _gender(word), word, at)
    return None


def _is_person_noun(word: str) -> bool:
    return word not in _NO_PERSON and (
        word in PERSON_SINGULARS or word in _ROLE_TITLES or word in _MALE | _FEMALE
    )


def _is_same(sentence: str, described: Person, named: Person) -> bool:
    """Say whether the description belongs to the name beside it: "the mayor, X", "X, the mayor"."""
    length = len(named.words or "")
    if named.start <= described.start <= named.start + length:
        return True
    between = sentence[described.described_end : named.start]
    behind = sentence[named.start + length : described.start]
    follows = described.described_end <= named.start and between in (" ", ", ")
    precedes = named.start + length <= described.start and behind in (", ", " ")
    return follows or precedes


def _gender(word: str) -> str | None:
    return "m" if word in _MALE else "f" if word in _FEMALE else None
